"""A renewed program and the book of an event: the book is brought up to date between events, never during one.

A migration in the middle of a day would be one more thing that can go wrong while people wait, and the program from
before could not open the book any more. So whoever renews the program during an event is told to go on with the one
from before, and to renew it once the event is closed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import msgspec

from outreach_app.errors import BookUnusable
from outreach_app.language import _
from outreach_app.pledge_book.book_file import MIGRATIONS
from outreach_app.pledge_book.chain import Closed

_VERSION_AT, _VERSION_BYTES = 60, 4
"""Where SQLite's file format keeps the user version, a big-endian number (sqlite.org/fileformat2, section 1.3)."""


def refuse_upgrade_during_event(path: Path, schema: int = len(MIGRATIONS)) -> None:
    """Let a book be opened, unless opening would migrate it while its event goes on.

    Args:
        path: the book; one that is not there, or not ours, is judged by whoever opens it.
        schema: the version that opening would bring it to.

    Raises:
        BookUnusable: its event is open, has entries, and the book is of an older schema.
    """
    try:
        with path.open("rb") as file:
            file.seek(_VERSION_AT)
            version = int.from_bytes(file.read(_VERSION_BYTES), "big")
    except OSError:
        return
    if version == 0 or version >= schema or not _is_under_way(path):
        return
    raise BookUnusable(
        _(
            "The program was renewed during this event. Go on with the version from before, close the event, and renew "
            "the program then. Every pledge is safe."
        )
    )


def _is_under_way(path: Path) -> bool:
    """Whether more was written than that the event is open, and not yet that it is closed."""
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            rows = connection.execute("SELECT line FROM entries ORDER BY seq DESC LIMIT 2").fetchall()
    except apsw.Error:
        return False
    last = rows[0][0] if rows else None
    try:
        msgspec.json.decode(last if isinstance(last, bytes) else b"", type=Closed)
    except msgspec.DecodeError:
        return len(rows) > 1
    return False
