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
        head: the book's last line then, 64 hex digits. Only a book that still ends so is copied as it stands.
        signed: the highest number of a pledge until then.
        withdrawn: pledges taken back until then.
        requests: likewise requests to be erased.
    """

    event: str
    at: datetime
    head: str
    signed: int
    withdrawn: int = 0
    requests: int = 0


def note_of(slip: ClosingSlip, at: datetime) -> CopyNote:
    """The note of a copy that agrees with this slip."""
    return CopyNote(slip.event, at, slip.head, slip.pledges + slip.withdrawn, slip.withdrawn, slip.requests)


def is_wholly_copied(slip: ClosingSlip, note: CopyNote | None) -> bool:
    """Whether a verified copy ends as the book does; a book that was never copied is so while it holds practice alone.

    Counts would not tell: after a pledge is taken back, or the event closed, the stick holds another book than this.
    """
    if note is None:
        return slip.kept + slip.kept_then_withdrawn + slip.requests == 0
    return note.head == slip.head


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
