"""When the book was last copied to a stick, and how far it went then: so that the desk can say what is only here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.pledge_book.durable_files import DurableFolder

COPY_NAME = "last-copy.json"
_MOST_BYTES = 4_096


@dataclass(frozen=True)
class CopyNote:
    """The last copy that was read back and found whole.

    Attributes:
        event: the random id of the event.
        at: when (aware of its zone).
        entries: lines of the book it holds.
        signed: pledges signed until then, those taken back included.
        requests: likewise requests to be erased.
    """

    event: str
    at: datetime
    entries: int
    signed: int
    requests: int = 0


def is_wholly_copied(slip: ClosingSlip, note: CopyNote | None) -> bool:
    """Whether the office could get all of a book without this device; so it is where only practice was signed."""
    if slip.pledges - slip.rehearsals + slip.withdrawn + slip.requests == 0:
        return True
    return note is not None and note.entries >= slip.entries


def read_copy_note(folder: Path, event: str) -> CopyNote | None:
    """The note of this event; ``None`` if it was never copied, or nobody can tell: then it is copied once more."""
    try:
        with (folder / COPY_NAME).open("rb") as file:
            note = msgspec.json.decode(file.read(_MOST_BYTES), type=CopyNote)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return note if note.event == event else None


def keep_copy_note(folder: Path, note: CopyNote) -> None:
    """Keep the note in the station's folder.

    Raises:
        StorageFull, StorageFailed: the disk refuses; the copy is on the stick all the same.
    """
    data = msgspec.json.encode(note)

    def check(file: BinaryIO) -> None:
        if file.read() != data:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    DurableFolder(folder, is_private=True).keep(COPY_NAME, [data], check)
