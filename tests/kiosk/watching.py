"""A visitor before whom the film plays, or what stands in for it."""

from __future__ import annotations

from outreach_app.kiosk.attendee.film import FilmScreen
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, wait_until


def watching(table: Table) -> Visitor:
    """From the loop to the first picture."""
    visitor = Visitor(table.window)
    for name in ("Touch to begin", "Watch the film", "Play the film"):
        visitor.tap(name)
    view = screen_of(table)._view
    wait_until(lambda: view.is_ready or view.is_standing_in, "the first picture or what stands in for it")
    return visitor


def screen_of(table: Table) -> FilmScreen:
    screen = table.window.shown
    assert isinstance(screen, FilmScreen)
    return screen
