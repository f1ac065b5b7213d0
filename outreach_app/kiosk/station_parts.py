"""What a station is made from; the composition root puts it together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.display import USUAL, Display
from outreach_app.domain.pledge import ClockReading, EventPlace
from outreach_app.printing.plan import PrinterPlan
from outreach_app.visit.finding import LookUp
from outreach_app.visit.ports import Clock
from outreach_app.visit.preferences import Preferences

if TYPE_CHECKING:
    # Its libraries take as long to load as the first frame may; the book's thread has the time.
    from outreach_app.kiosk.staff_services import StaffParts
    from outreach_app.pledge_book.book import PledgeBook


@dataclass(frozen=True)
class StationParts:
    """What a station is made from.

    Attributes:
        saved_pages: folder for the pages that visitors save.
        open_book: opens the pledge book, or makes it; called in the book's own thread.
        read_now: the time as a pledge records it.
        signed_before: pledges already in the book, for the counter.
        open_pack: opens the lawmaker data, or gives ``None``; called when first needed.
        first_language: the language each visit begins in.
        display: how each visit's screen begins.
        printer: ``None`` for a table without one; ``printer_name`` is what the system calls it.
        paper: the paper that pages are made for.
        preferences: what staff have set, as it is now.
        staff: ``None`` for a table without a staff area, such as the demo's.
    """

    campaign: Campaign
    saved_pages: Path
    open_book: Callable[[], PledgeBook]
    where: EventPlace
    read_now: Callable[[], ClockReading]
    open_pack: Callable[[], LookUp | None]
    clock: Clock
    first_language: str
    is_demo: bool
    signed_before: int = 0
    display: Display = USUAL
    printer: PrinterPlan | None = None
    printer_name: str = ""
    paper: str = "letter"
    preferences: Callable[[], Preferences] = Preferences
    staff: StaffParts | None = None
