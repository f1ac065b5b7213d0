"""A station for showing: the real program on a throwaway folder, with a ribbon and invented lawmakers."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from outreach_app.campaign.bundled import bundled_campaign, pack_at
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.unpacking import is_packed, unpack
from outreach_app.domain.pledge import ClockReading, EventPlace
from outreach_app.errors import CampaignError
from outreach_app.kiosk.printers import printer_plan
from outreach_app.kiosk.station import Station
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.language import Listing, _
from outreach_app.visit.finding import LookUp
from outreach_app.visit.ports import Clock, SystemClock
from outreach_app.visit.station_folder import USUAL_PAPER
from outreach_app.visit.timekeeping import read_clock

if TYPE_CHECKING:
    from outreach_app.pledge_book.book import PledgeBook


def open_demo(
    folder: Path,
    *,
    campaign_pack: Path | None = None,
    legislators: Path | None = None,
    language: str | None = None,
    printer: str = "",
    clock: Clock | None = None,
) -> tuple[KioskWindow, Callable[[], None]]:
    """The demo's window, and what to call when it has closed.

    Args:
        folder: throwaway folder for its book, data and pages.
        campaign_pack: a campaign's folder or file; the bundled sample by default.
        legislators: a lawmaker data pack; invented people by default.
        language: the language each visit begins in; the campaign's own by default.
        printer: the system's name of a printer with Letter paper; without it nothing is printed.
        clock: the time; the computer's by default.

    Raises:
        CampaignError: the pack cannot be used, or does not speak that language.
        StorageFull, StorageFailed: there is no room to unpack it.
        LegislatorsError: the data pack cannot be used.
    """
    campaign = read_campaign(_pack_folder(campaign_pack, folder))
    if language is not None and language not in campaign.languages:
        raise CampaignError(
            _("This campaign speaks {languages}. Choose one of them.", languages=Listing(campaign.languages))
        )
    given = _given_pack(legislators) if legislators is not None else None

    def open_pack() -> LookUp:
        return given if given is not None else _sample_pack(folder)

    clock = clock or SystemClock()
    where, read_now = EventPlace("Demo", "", "demo"), partial(read_clock, clock, clock.now())
    station = Station(
        StationParts(
            campaign=campaign,
            saved_pages=folder / "pages",
            open_book=lambda: throwaway_book(folder, where, read_now()),
            where=where,
            read_now=read_now,
            open_pack=open_pack,
            clock=clock,
            first_language=language or campaign.fallback_language,
            is_demo=True,
            printer=printer_plan(printer, USUAL_PAPER, folder),
            paper=USUAL_PAPER,
        )
    )
    window = station.window()
    window.allow_close()
    leave = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), window)
    leave.activated.connect(window.close)
    return window, station.close


def _pack_folder(pack: Path | None, throwaway: Path) -> Path:
    """The pack as a folder; a file is unpacked into the throwaway folder."""
    found = pack_at(pack) if pack is not None else bundled_campaign()
    if not is_packed(found):
        return found
    unpack(found, throwaway / "campaign")
    return throwaway / "campaign"


def throwaway_book(folder: Path, where: EventPlace, now: ClockReading) -> PledgeBook:
    """A book sealed for two recipients that nobody holds a key for: what is in it can be opened by no one."""
    # Sealing and signing libraries take as long to load as the first frame may; the book's thread has the time.
    from outreach_app.pledge_book.book import PledgeBook
    from outreach_app.pledge_book.enrolment import throwaway_recipients

    path, recipients = folder / "pledges.book", throwaway_recipients(secrets.token_bytes)
    return PledgeBook.create(path, recipients, where, now)


def _given_pack(path: Path) -> LookUp:
    from outreach_app.legislators.pack import LegislatorPack

    return LegislatorPack.open(path)


def _sample_pack(folder: Path) -> LookUp:
    # Imported here: the first frame needs no lawmakers.
    from outreach_app.legislators.pack import LegislatorPack
    from outreach_app.legislators.samples import build_sample_pack

    return LegislatorPack.open(build_sample_pack(folder / "sample.lawmakers"))
