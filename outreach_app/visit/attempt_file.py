"""The count of wrong PINs, kept so that neither a power cut nor a full disk gives a try back.

The file has two places of one disk sector each, written in turn: number, count and a CRC-32. A torn write spoils one
place and leaves the other. The file is made at set-up in its full size, so that a disk that fills up later
still takes a new count.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import storage_error, sync_file, sync_folder

ATTEMPTS_NAME = "staff.attempts"
_SECTOR_BYTES = 512
_PLACES = 2
_RECORD = struct.Struct("<8sQI")
_CRC = struct.Struct("<I")
_MAGIC = b"OUTTRIES"


class AttemptFile:
    """The count on disk.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def make(self) -> None:
        """Make the file with a count of none.

        Raises:
            StorageFull, StorageFailed: the disk refuses.
        """
        try:
            with self._path.open("wb") as file:
                file.write(_sector(0, 0).ljust(_SECTOR_BYTES * _PLACES, b"\0"))
                sync_file(file)
            sync_folder(self._path.parent)
        except OSError as error:
            raise storage_error(error) from error

    def count(self) -> int | None:
        """Tries that were not right so far; ``None`` if neither place can be read, or the file is not there."""
        latest = self._latest()
        return latest[1] if latest is not None else None

    def keep(self, count: int) -> None:
        """Write a count and wait until it is on the disk.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the count before still stands.
        """
        latest = self._latest()
        number = latest[0] + 1 if latest is not None else 0
        try:
            with self._path.open("r+b") as file:
                file.seek(number % _PLACES * _SECTOR_BYTES)
                file.write(_sector(number, count))
                file.flush()
                sync_file(file)
        except OSError as error:
            raise storage_error(error) from error
        if self.count() != count:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    def _latest(self) -> tuple[int, int] | None:
        try:
            with self._path.open("rb") as file:
                held = file.read(_SECTOR_BYTES * _PLACES)
        except OSError:
            return None
        places = (held[start : start + _SECTOR_BYTES] for start in range(0, len(held), _SECTOR_BYTES))
        return max(filter(None, map(_read, places)), default=None)


def _sector(number: int, count: int) -> bytes:
    record = _RECORD.pack(_MAGIC, number, count)
    return record + _CRC.pack(zlib.crc32(record))


def _read(sector: bytes) -> tuple[int, int] | None:
    if len(sector) < _RECORD.size + _CRC.size:
        return None
    record = sector[: _RECORD.size]
    (crc,) = _CRC.unpack_from(sector, _RECORD.size)
    magic, number, count = _RECORD.unpack(record)
    return (number, count) if magic == _MAGIC and crc == zlib.crc32(record) else None
