"""What staff do with the pledge book, in the book's own thread, so that writes stay in line with the visitors'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from outreach_app.domain.pledge import ClockReading, Pledge, PledgeReceipt
from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.pledge_book.copying_out import CopiedOut, copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.retention import Retention
from outreach_app.visit.copy_note import keep_copy_note, note_of, read_copy_note
from outreach_app.visit.desk_figures import DeskFigures, figures_of
from outreach_app.visit.receipt_finding import find_receipt
from outreach_app.visit.stick import Stick

Failed = Callable[[OutreachError], None]


@dataclass(frozen=True)
class BookPlace:
    """Where the book lies and who opens it.

    Attributes:
        office_key: what the office signs its receipts with, as the enrolment names it; 64 hex digits.
        make_folder: lets a test pull the stick.
    """

    folder: Path
    book_path: Path
    open_book: Callable[[], PledgeBook]
    office_key: Callable[[], str]
    make_folder: Callable[[Path], DurableFolder] = DurableFolder


class BookDesk(QObject):
    """Asks the open book and changes it for staff.

    Args:
        lane: the book's thread.
        place: the book and the station's folder.
        now: the moment, aware of the station's zone.
        read_now: the time as the book keeps it.

    Signals:
        copied_so_far: a share from 0 to 1, while a copy is made.
    """

    copied_so_far = Signal(float)

    def __init__(
        self, lane: Lane, place: BookPlace, now: Callable[[], datetime], read_now: Callable[[], ClockReading]
    ) -> None:
        super().__init__()
        self._lane, self._place, self._now, self._read_now = lane, place, now, read_now

    def look(self, done: Callable[[DeskFigures], None], failed: Failed) -> None:
        """The figures as they are now."""
        self._lane.do(self._figures, done, failed)

    def number_of(self, code: str, done: Callable[[int], None], failed: Failed) -> None:
        """Look which pledge a code belongs to, without touching it."""
        self._lane.do(lambda: self._place.open_book().number_of(code), done, failed)

    def withdraw(self, code: str, done: Callable[[int], None], failed: Failed) -> None:
        """Take the pledge of a code back; ``done`` gets the number it had."""
        self._lane.do(lambda: self._place.open_book().withdraw(code), done, failed)

    def request_erasure(self, name: str, email: str, done: Callable[[None], None], failed: Failed) -> None:
        """Seal a request to the office to erase somebody who has no code."""
        self._lane.do(lambda: self._place.open_book().request_erasure(name, email), done, failed)

    def undo(self, number: int, done: Callable[[int], None], failed: Failed) -> None:
        """Take the newest pledge back."""

        def take_back() -> int:
            self._place.open_book().undo(number)
            return number

        self._lane.do(take_back, done, failed)

    def keep(self, pledge: Pledge, done: Callable[[PledgeReceipt], None], failed: Failed) -> None:
        """Seal and keep a pledge that came on paper."""
        self._lane.do(lambda: self._place.open_book().sign(pledge), done, failed)

    def close_event(self, done: Callable[[ClosingSlip], None], failed: Failed) -> None:
        """Close the event for good."""
        self._lane.do(lambda: self._place.open_book().close_event(self._read_now()), done, failed)

    def copy(self, target: Path, done: Callable[[CopiedOut], None], failed: Failed) -> None:
        """Copy the book to a folder, read it back, and note that it was done."""

        def copy() -> CopiedOut:
            book = self._place.open_book()
            copied = copy_out(book, self._place.make_folder(target), self.copied_so_far.emit)
            keep_copy_note(self._place.folder, note_of(copied.slip, self._now()))
            return copied

        self._lane.do(copy, done, failed)

    def take_receipt(self, stick: Stick, done: Callable[[Retention], None], failed: Failed) -> None:
        """Take the office's receipt for this event from a stick, and erase what is due."""

        def take() -> Retention:
            now, book = self._read_now(), self._place.open_book()
            book.take_receipt(find_receipt(stick, book.slip.station, self._place.office_key()), now)
            return book.erase_when_due(now)

        self._lane.do(take, done, failed)

    def _figures(self) -> DeskFigures:
        book, place = self._place.open_book(), self._place
        note = read_copy_note(place.folder, book.slip.event)
        return figures_of(book, note, self._now(), place.book_path.stat().st_size)
