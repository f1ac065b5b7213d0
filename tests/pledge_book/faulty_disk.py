"""A disk that refuses the Nth call, once or from then on: full, failing or read-only."""

from __future__ import annotations

from dataclasses import dataclass, field

import apsw

FAILING = {
    "open": apsw.SQLITE_CANTOPEN,
    "write": apsw.SQLITE_IOERR_WRITE,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "delete": apsw.SQLITE_IOERR_DELETE,
}
FAULTS = {
    "ENOSPC": FAILING | {"write": apsw.SQLITE_FULL},
    "EIO": FAILING,
    "EROFS": FAILING | {"open": apsw.SQLITE_READONLY},
}
"""What SQLite's own file systems make of each refusal, by the call that met it."""


@dataclass
class Faults:
    """When to refuse, and what was called so far.

    Attributes:
        at: the number of the call to refuse, from 1; 0 for none.
        for_good: whether every later call is refused as well.
    """

    codes: dict[str, int] = field(default_factory=lambda: FAULTS["ENOSPC"])
    at: int = 0
    for_good: bool = False
    calls: int = 0
    refused: list[str] = field(default_factory=list)

    def step(self, what: str) -> None:
        """One call; raises what SQLite expects of a disk that refuses."""
        self.calls += 1
        if self.at and (self.calls == self.at or (self.for_good and self.calls > self.at)):
            self.refused.append(what)
            raise apsw.exception_for(self.codes[what])


class FaultyVFS(apsw.VFS):
    """The system's file system, with faults in every call that changes something."""

    def __init__(self, name: str, faults: Faults) -> None:
        self.name = name
        self.faults = faults
        super().__init__(name, base="")

    def xOpen(self, name, flags):  # noqa: N802 - SQLite's name
        self.faults.step("open")
        return _FaultyFile(self.faults, name, flags)

    def xDelete(self, name, syncdir):  # noqa: N802 - SQLite's name
        self.faults.step("delete")
        super().xDelete(name, syncdir)


class _FaultyFile(apsw.VFSFile):
    def __init__(self, faults: Faults, name, flags) -> None:
        self._faults = faults
        super().__init__("", name, flags)

    def excepthook(self, *_error: object) -> None:
        """A refusal is meant; nothing is printed about it."""

    def xWrite(self, data, offset):  # noqa: N802 - SQLite's name
        self._faults.step("write")
        super().xWrite(data, offset)

    def xTruncate(self, size):  # noqa: N802 - SQLite's name
        self._faults.step("truncate")
        super().xTruncate(size)

    def xSync(self, flags):  # noqa: N802 - SQLite's name
        self._faults.step("sync")
        super().xSync(flags)
