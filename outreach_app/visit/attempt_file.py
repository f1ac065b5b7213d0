"""The count of wrong PINs, kept so that neither a power cut nor a full disk gives a try back.

The file has two places of one disk sector each, written in turn: number, both counts and a CRC-32. A torn write spoils
one place and leaves the other. The file is made at set-up in its full size, so that a disk that fills up later
still takes a new count. A record of an older program has one count; it counts as both.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import storage_error, sync_file, sync_folder

ATTEMPTS_NAME = "staff.attempts"
_SECTOR_BYTES = 512
_PLACES = 2
_RECORD = struct.Struct("<8sQII")
_MAGIC = b"OUTTRY02"
_OLD_RECORD = struct.Struct("<8sQI")
_OLD_MAGIC = b"OUTTRIES"
_CRC = struct.Struct("<I")


@dataclass(frozen=True)
class WrongTries:
    """Tries that were not right.

    Attributes:
        at_pad: since anybody's right PIN.
        at_lead: since the lead's right PIN or the recovery code; a volunteer's PIN takes nothing off it.
    """

    at_pad: int = 0
    at_lead: int = 0


class AttemptFile:
    """The counts on disk.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def make(self) -> None:
        """Make the file with counts of none.

        Raises:
            StorageFull, StorageFailed: the disk refuses.
        """
        try:
            with self._path.open("wb") as file:
                file.write(_sector(0, WrongTries()).ljust(_SECTOR_BYTES * _PLACES, b"\0"))
                sync_file(file)
            sync_folder(self._path.parent)
        except OSError as error:
            raise storage_error(error) from error

    def tries(self) -> WrongTries | None:
        """What was counted so far; ``None`` if neither place can be read, or the file is not there."""
        latest = self._latest()
        return latest[1] if latest is not None else None

    def keep(self, tries: WrongTries) -> None:
        """Write the counts and wait until they are on the disk.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the counts before still stand.
        """
        latest = self._latest()
        number = latest[0] + 1 if latest is not None else 0
        try:
            with self._path.open("r+b") as file:
                file.seek(number % _PLACES * _SECTOR_BYTES)
                file.write(_sector(number, tries))
                file.flush()
                sync_file(file)
        except OSError as error:
            raise storage_error(error) from error
        if self.tries() != tries:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    def _latest(self) -> tuple[int, WrongTries] | None:
        try:
            with self._path.open("rb") as file:
                held = file.read(_SECTOR_BYTES * _PLACES)
        except OSError:
            return None
        places = (held[start : start + _SECTOR_BYTES] for start in range(0, len(held), _SECTOR_BYTES))
        return max(filter(None, map(_read, places)), key=lambda place: place[0], default=None)


def _sector(number: int, tries: WrongTries) -> bytes:
    record = _RECORD.pack(_MAGIC, number, tries.at_pad, tries.at_lead)
    return record + _CRC.pack(zlib.crc32(record))


def _read(sector: bytes) -> tuple[int, WrongTries] | None:
    if (held := _fields(sector, _RECORD, _MAGIC)) is not None:
        number, at_pad, at_lead = held
        return number, WrongTries(at_pad, at_lead)
    if (held := _fields(sector, _OLD_RECORD, _OLD_MAGIC)) is not None:
        number, count = held
        return number, WrongTries(count, count)
    return None


def _fields(sector: bytes, shape: struct.Struct, magic: bytes) -> tuple[int, ...] | None:
    if len(sector) < shape.size + _CRC.size:
        return None
    record = sector[: shape.size]
    (crc,) = _CRC.unpack_from(sector, shape.size)
    found, *held = shape.unpack(record)
    return tuple(held) if found == magic and crc == zlib.crc32(record) else None
