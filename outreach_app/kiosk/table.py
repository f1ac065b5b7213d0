"""A station that was set up, opened on its own folder for a day's visitors."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from outreach_app.kiosk.printers import printer_plan
from outreach_app.kiosk.station import Station, StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.visit.log_book import close_log, keep_log
from outreach_app.visit.ports import Clock, SystemClock
from outreach_app.visit.station_folder import StationFolder

_PAGES = "pages"


def open_table(
    folder: Path, clock: Clock | None = None, *, campaign_id: str | None = None
) -> tuple[KioskWindow, Callable[[], None]]:
    """The window of a station, and what to call when it has closed.

    The book is tried before any visitor sees the screen: a table that cannot keep a pledge does not open. What the
    office has acknowledged for seven days is erased on the way. What goes wrong is written to ``station.log`` there.

    Raises:
        FolderError, CampaignError, LegislatorsError, SealingError, PledgeBookError: a part of it cannot be used, or its
            event is closed.
    """
    place = StationFolder(folder)
    clock = clock or SystemClock()
    campaign = place.campaign() if campaign_id is None else place.shelf().choose(campaign_id)
    with closing(place.open_book()) as book:
        book.erase_when_due(place.now(clock))
        book.check_open()
        signed_before = book.pledges
    pack = place.legislators()
    station = Station(
        StationParts(
            campaign=campaign,
            saved_pages=folder / _PAGES,
            open_book=place.open_book,
            where=place.settings.where,
            read_now=lambda: place.now(clock),
            open_pack=lambda: pack,
            clock=clock,
            first_language=campaign.fallback_language,
            is_demo=False,
            signed_before=signed_before,
            printer=printer_plan(place.settings.printer, place.settings.paper, folder),
            paper=place.settings.paper,
        )
    )
    log = keep_log(folder)

    def closed() -> None:
        station.close()
        close_log(log)

    return station.window(), closed
