"""The first-run window with the device's own parts, and what to call when it has closed."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.errors import Message
from outreach_app.kiosk.device_language import device_language
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.window import FirstRunWindow
from outreach_app.kiosk.printers import system_printer
from outreach_app.look.background import Lane
from outreach_app.visit.log_book import close_log, keep_log
from outreach_app.visit.station_home import StationHome


def open_first_run(home: StationHome, notice: Message | None) -> tuple[FirstRunWindow, Callable[[], None]]:
    """The window, in the system's language where it is one of ours; ``notice``: why a table could not be opened."""
    lane = Lane("first run")
    log = keep_log(home.root)

    def closed() -> None:
        lane.finish()
        close_log(log)

    return FirstRunWindow(FirstRunServices(home, system_printer, lane, notice=notice), device_language()), closed
