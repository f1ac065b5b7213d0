"""A station that was set up, opened on its own folder for a day's visitors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.printers import printer_plan
from outreach_app.kiosk.staff_services import StaffParts
from outreach_app.kiosk.station import Station
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.visit.clock_watch import ClockWatch, watch_from_start
from outreach_app.visit.folder_lock import FolderLock
from outreach_app.visit.happenings import Happenings
from outreach_app.visit.last_day import is_over
from outreach_app.visit.log_book import close_log, keep_log
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.opening_checks import standing_at_start
from outreach_app.visit.ports import Clock, SystemClock
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import LAST_DAY
from outreach_app.visit.printer_choice import chosen_printer
from outreach_app.visit.station_door import gate_of
from outreach_app.visit.station_folder import StationFolder

_PAGES = "pages"
_log = logging.getLogger(__name__)


def sign_of(standing: Standing, preferences: PreferenceDesk, clock: Clock) -> OpenSign:
    """The sign on a station's door, which knows when the event's last day has passed."""
    return OpenSign(standing, lambda: is_over(preferences.now.day(LAST_DAY), clock.now()))


def _whole_again(place: StationFolder) -> StationFolder:
    try:
        place.mend()
    except OutreachError:
        # What could be read is enough for today, and the checklist tells of a disk that refuses to write.
        _log.warning("the settings file could not be mended")
    return place


def open_table(
    folder: Path, clock: Clock | None = None, *, campaign_id: str | None = None
) -> tuple[KioskWindow, Callable[[], None]]:
    """The window of a station, and what to call when it has closed.

    The book is tried before any visitor sees the screen: a table that cannot keep a pledge does not open. What the
    office has acknowledged for seven days is erased on the way. What goes wrong is written to ``station.log`` there.
    Where the event is closed, or opening would harm a visitor, visitors see a closed screen, and staff their desk.

    Raises:
        FolderError, CampaignError, LegislatorsError, SealingError, PledgeBookError: a part of it cannot be used.
        BookBusy: it is open already in another window.
    """
    place = _whole_again(StationFolder(folder))
    clock = clock or SystemClock()
    campaign = place.campaign() if campaign_id is None else place.shelf().choose(campaign_id)
    watch = ClockWatch(folder, clock, place.settings.set_up_at)
    with closing(place.open_book()) as book:
        book.erase_when_due(watch_from_start(watch))
        signed_before = book.slip.kept
        is_closed = book.is_closed
    pack = place.legislators()
    standing = standing_at_start(folder, campaign, clock.now().date(), is_closed=is_closed)
    preferences = PreferenceDesk(PreferenceFile(folder))
    sign = sign_of(standing, preferences, clock)
    printer, paper = chosen_printer(place.settings, preferences.now)
    lock = FolderLock(folder)
    station = Station(
        StationParts(
            campaign=campaign,
            saved_pages=folder / _PAGES,
            open_book=place.open_book,
            where=place.settings.where,
            read_now=watch.read,
            open_pack=lambda: pack,
            clock=clock,
            first_language=campaign.fallback_language,
            is_demo=False,
            signed_before=signed_before,
            printer=printer_plan(printer, paper, folder),
            printer_name=printer,
            paper=paper,
            preferences=lambda: preferences.now,
            staff=StaffParts(place, gate_of(place, clock), sign, Happenings(folder), watch, preferences),
        )
    )
    log = keep_log(folder)

    def closed() -> None:
        station.close()
        lock.release()
        close_log(log)

    return station.window(), closed
