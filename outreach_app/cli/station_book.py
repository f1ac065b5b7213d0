"""A station's book in the hands of a command, which has it alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from outreach_app.errors import FolderError
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.visit.folder_lock import FolderLock
from outreach_app.visit.station_folder import BOOK_NAME, StationFolder, open_book_in


def station_or_its_book(folder: Path) -> StationFolder | None:
    """The station; ``None`` where its settings are lost and its book is there."""
    try:
        return StationFolder(folder)
    except FolderError:
        if not (folder / BOOK_NAME).is_file():
            raise
        return None


@contextmanager
def book_alone(folder: Path) -> Iterator[PledgeBook]:
    """The book, and nobody else at its station meanwhile: not even a table where nobody has signed yet."""
    lock = FolderLock(folder)
    try:
        with closing(open_book_in(folder)) as book:
            yield book
    finally:
        lock.release()
