"""What the staff's list of events asks of the device: the history, and the way out of this table to another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from outreach_app.errors import OutreachError
from outreach_app.kiosk.exit_codes import EXIT_TO_EVENTS
from outreach_app.look.background import Lane
from outreach_app.visit.station_home import EventRecord, StationHome, home_of, record_of


class EventDesk:
    """Reads the history off the event loop.

    Args:
        lane: any lane of the staff's.
        folder: this table's station.
    """

    def __init__(self, lane: Lane, folder: Path) -> None:
        self._lane, self.folder = lane, folder
        self._home: StationHome | None = home_of(folder)

    @property
    def can_leave(self) -> bool:
        """Whether this station is one of the device's own: one opened from elsewhere has no list to go to."""
        return self._home is not None

    def look(self, done: Callable[[list[EventRecord]], None], failed: Callable[[OutreachError], None]) -> None:
        """Read the history; this table's own book is not opened twice."""
        self._lane.do(self._events, done, failed)

    def _events(self) -> list[EventRecord]:
        if self._home is None:
            return [record_of(self.folder, opens_book=False)]
        return self._home.events(besides=self.folder)

    def leave(self) -> None:
        """End this table's window; the program goes on with the list of events."""
        QApplication.exit(EXIT_TO_EVENTS)
