"""A small file that a table cannot do without, and its last good copy beside it: each mends the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder

T = TypeVar("T")
_MOST_BYTES = 65_536


@dataclass(frozen=True)
class Found(Generic[T]):
    """What was read, ``None`` where neither copy is whole; and whether the file itself was not."""

    value: T | None
    is_from_copy: bool


class KeptTwice(Generic[T]):
    """The file and its copy.

    Args:
        folder: the station's.
        name: of the file.
        copy_name: of its last good copy.
        understand: what some bytes say; ``None`` for bytes that are not whole.
    """

    def __init__(self, folder: Path, name: str, copy_name: str, understand: Callable[[bytes], T | None]) -> None:
        self._folder, self._name, self._copy_name = folder, name, copy_name
        self._understand = understand

    @property
    def is_there(self) -> bool:
        """Whether there is either of them, whole or not."""
        return any((self._folder / name).exists() for name in (self._name, self._copy_name))

    def read(self) -> Found[T]:
        """What the file says, or else its copy. Writes nothing and never fails."""
        for name in (self._name, self._copy_name):
            data = self._bytes(name)
            value = None if data is None else self._understand(data)
            if value is not None:
                return Found(value, name == self._copy_name)
        return Found(None, is_from_copy=False)

    def keep(self, data: bytes) -> None:
        """Put these bytes in the place of the last ones, which stay as the copy.

        Raises:
            StorageFull, StorageFailed: the disk refuses; what the file said before still stands.
        """
        before = self._whole(self._name)
        if before is not None:
            self._put(self._copy_name, before)
        self._put(self._name, data)

    def mend(self) -> None:
        """Make both whole and the same again, as far as one of them is.

        Raises:
            StorageFull, StorageFailed: the disk refuses; what can be read is as before.
        """
        first, copy = self._whole(self._name), self._whole(self._copy_name)
        if first is not None and first != copy:
            self._put(self._copy_name, first)
        elif first is None and copy is not None:
            self._put(self._name, copy)

    def _whole(self, name: str) -> bytes | None:
        data = self._bytes(name)
        return data if data is not None and self._understand(data) is not None else None

    def _bytes(self, name: str) -> bytes | None:
        try:
            with (self._folder / name).open("rb") as file:
                return file.read(_MOST_BYTES + 1)
        except OSError:
            return None

    def _put(self, name: str, data: bytes) -> None:
        def check(file: BinaryIO) -> None:
            if file.read() != data:
                raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

        DurableFolder(self._folder, is_private=True).keep(name, [data], check)
