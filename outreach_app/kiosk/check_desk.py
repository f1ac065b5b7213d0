"""The list before opening, looked through in the book's own thread, since it asks the open book."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.domain.checks import Check
from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.visit.opening_checks import OpeningList


class CheckDesk:
    """Looks at everything a table needs.

    Args:
        lane: the book's thread.
        look: gives the list; called in that thread with what only the window's own thread knows.
        known_here: the printer's and the films' rows, asked in the window's thread.
        accept_helplines: keeps that a lead opens in spite of helplines nobody verified lately; called in the lane.
        confirm_date: keeps that a lead says the date is right; likewise.
    """

    def __init__(
        self,
        lane: Lane,
        look: Callable[[tuple[Check, ...]], OpeningList],
        known_here: Callable[[], tuple[Check, ...]],
        accept_helplines: Callable[[], None],
        confirm_date: Callable[[], None],
    ) -> None:
        self._lane, self._look, self._known_here = lane, look, known_here
        self._accept, self._confirm_date = accept_helplines, confirm_date

    def look(self, done: Callable[[OpeningList], None], failed: Callable[[OutreachError], None]) -> None:
        """Look at everything now."""
        rows = self._known_here()
        self._lane.do(lambda: self._look(rows), done, failed)

    def accept_helplines(self, done: Callable[[None], None], failed: Callable[[OutreachError], None]) -> None:
        """Open today in spite of the helplines."""
        self._lane.do(self._accept, done, failed)

    def confirm_date(self, done: Callable[[None], None], failed: Callable[[OutreachError], None]) -> None:
        """The date is right."""
        self._lane.do(self._confirm_date, done, failed)
