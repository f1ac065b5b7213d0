"""A disk that remembers every write, truncation, sync, deletion and renaming, so that its power can be cut later.

SQLite writes through an apsw VFS, copies through a :class:`DurableFolder`; both end in one log. Any moment of the log
can then be rebuilt as a disk would hold it after a power cut: what was synced is there, and of what was not synced
none, all, or any torn part, 512 bytes at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import BinaryIO
from unittest.mock import patch

import apsw

from outreach_app.pledge_book import durable_files
from outreach_app.pledge_book.durable_files import DurableFolder, sync_file

SECTOR = 512


@dataclass(frozen=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    """A file's content is on the disk; with ``names_too`` its folder was synced too, as SQLite does for journals."""

    file: str
    names_too: bool


@dataclass(frozen=True)
class Delete:
    file: str
    is_synced: bool


@dataclass(frozen=True)
class Rename:
    file: str
    to: str


@dataclass(frozen=True)
class SyncFolder:
    folder: str


@dataclass(frozen=True)
class Acknowledge:
    """Somebody was told that this is so; it must hold after any later power cut."""

    promise: object


Event = Write | Truncate | Sync | Delete | Rename | SyncFolder | Acknowledge
TURNING_POINTS = (Sync, Delete, Rename, SyncFolder, Acknowledge)


class RecordingVFS(apsw.VFS):
    """The system's own file system for SQLite, with a log."""

    def __init__(self, name: str, root: Path) -> None:
        self.log: list[Event] = []
        self.name = name
        self._root = root
        super().__init__(name, base="")

    def name_of(self, path: str) -> str:
        return str(Path(path).relative_to(self._root))

    def xOpen(self, name, flags):  # noqa: N802 - SQLite's name
        return _RecordingFile(self, name, flags)

    def xDelete(self, name, syncdir):  # noqa: N802 - SQLite's name
        super().xDelete(name, syncdir)
        self.log.append(Delete(self.name_of(name), bool(syncdir)))


class _RecordingFile(apsw.VFSFile):
    def __init__(self, vfs: RecordingVFS, name, flags) -> None:
        self._vfs = vfs
        self._name = vfs.name_of(name.filename() if isinstance(name, apsw.URIFilename) else name)
        super().__init__("", name, flags)

    def xWrite(self, data, offset):  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._vfs.log.append(Write(self._name, offset, bytes(data)))

    def xTruncate(self, size):  # noqa: N802 - SQLite's name
        super().xTruncate(size)
        self._vfs.log.append(Truncate(self._name, size))

    def xSync(self, flags):  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._vfs.log.append(Sync(self._name, names_too=True))


class RecordingFolder(DurableFolder):
    """A stick whose writes are logged as well."""

    def __init__(self, path: Path, root: Path, log: list[Event]) -> None:
        super().__init__(path)
        self._root = root
        self._log = log

    def _named(self, path: Path) -> str:
        return str(path.relative_to(self._root))

    def write(self, partial: Path, chunks: Iterable[bytes]) -> None:
        def noted() -> Iterable[bytes]:
            offset = 0
            for chunk in chunks:
                self._log.append(Write(self._named(partial), offset, chunk))
                offset += len(chunk)
                yield chunk

        def noted_sync(file: BinaryIO) -> None:
            sync_file(file)
            self._log.append(Sync(self._named(partial), names_too=False))

        self._log.append(Truncate(self._named(partial), 0))
        with patch.object(durable_files, "sync_file", noted_sync):
            super().write(partial, noted())

    def rename(self, partial: Path, final: Path) -> None:
        super().rename(partial, final)
        self._log.append(Rename(self._named(partial), self._named(final)))

    def sync_folder(self) -> None:
        super().sync_folder()
        self._log.append(SyncFolder(self._named(self.path)))


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    pending: list[Write | Truncate] = field(default_factory=list)
    is_named: bool = False


class Disk:
    """What a disk holds for certain, and what is still on its way there."""

    def __init__(self) -> None:
        self._files: dict[str, _File] = {}
        self._names_pending: list[tuple[Delete | Rename, _File]] = []

    def apply(self, event: Event) -> None:
        """Let one event of the log happen."""
        match event:
            case Write() | Truncate():
                self._files.setdefault(event.file, _File()).pending.append(event)
            case Sync():
                file = self._files.setdefault(event.file, _File())
                for change in file.pending:
                    _change(file.content, change)
                file.pending = []
                if event.names_too and not file.is_named:
                    self._settle_names()
            case Delete() | Rename():
                file = self._files.pop(event.file, None)
                if file is not None:
                    self._names_pending.append((event, file))
                    if isinstance(event, Rename):
                        self._files[event.to] = file
                if isinstance(event, Delete) and event.is_synced:
                    self._settle_names()
            case SyncFolder():
                self._settle_names()
            case Acknowledge():
                pass

    def after_power_cut(self, how: str, chance: Random) -> dict[str, bytes]:
        """The files as they may be found: ``none``, ``all`` or ``torn`` of what was not synced reached the disk."""
        reached = {"none": 0, "all": len(self._names_pending)}.get(how, chance.randint(0, len(self._names_pending)))
        there = dict(self._files)
        for change, file in reversed(self._names_pending[reached:]):
            if isinstance(change, Rename):
                there.pop(change.to, None)
            there[change.file] = file
        return {
            name: _content(file, how, chance)
            for name, file in there.items()
            if file.is_named or how == "all" or (how == "torn" and chance.random() < 0.5)
        }

    def _settle_names(self) -> None:
        self._names_pending = []
        for file in self._files.values():
            file.is_named = True


def _content(file: _File, how: str, chance: Random) -> bytes:
    content = bytearray(file.content)
    for change in file.pending:
        for piece in _torn(change, chance) if how == "torn" else ([change] if how == "all" else []):
            _change(content, piece)
    return bytes(content)


def _change(content: bytearray, change: Write | Truncate) -> None:
    if isinstance(change, Truncate):
        del content[change.size :]
        content.extend(bytes(change.size - len(content)))
        return
    content.extend(bytes(max(0, change.offset - len(content))))
    content[change.offset : change.offset + len(change.data)] = change.data


def _torn(change: Write | Truncate, chance: Random) -> list[Write | Truncate]:
    if isinstance(change, Truncate):
        return [change] if chance.random() < 0.5 else []
    pieces: list[Write | Truncate] = []
    start = 0
    while start < len(change.data):
        end = min(len(change.data), (change.offset + start) // SECTOR * SECTOR + SECTOR - change.offset)
        if chance.random() < 0.5:
            pieces.append(Write(change.file, change.offset + start, change.data[start:end]))
        start = end
    return pieces
