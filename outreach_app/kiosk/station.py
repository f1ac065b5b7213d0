"""The composition root: the one place that names concrete classes and wires them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from outreach_app.domain.display import Display
from outreach_app.domain.handout import Handout
from outreach_app.errors import Message
from outreach_app.kiosk.film_notices import FilmNotices
from outreach_app.kiosk.keeping import PledgeKeeper
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.screen_makers import Services, screen_makers
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.kiosk.window_plan import WindowPlan
from outreach_app.language import Moment, Tongue, _
from outreach_app.look.background import Lane
from outreach_app.theme_tokens import ThemeTokens, read_tokens
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place
from outreach_app.visit.handing_out import HandoutDesk
from outreach_app.visit.happenings import Happening
from outreach_app.visit.idling import IdleClock, Patience
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.preferences import FIRST_LANGUAGE, display_of
from outreach_app.visit.visit import Visit

if TYPE_CHECKING:
    # Its libraries take as long to load as the first frame may; the book's thread has the time.
    from outreach_app.kiosk.staff_services import StaffServices
    from outreach_app.pledge_book.book import PledgeBook

_LEAST_CARD_MM = (100.0, 130.0)
"""A card with all helplines needs this much of a sheet; what is larger holds several."""


class Station:
    """A table: its campaign, its book, its lawmakers, its paper and its window."""

    def __init__(self, parts: StationParts) -> None:
        self._parts = parts
        self._signed_here = parts.signed_before
        self.film_notices = FilmNotices()
        self._tokens = read_tokens().with_palettes(parts.campaign.palettes, parts.campaign.motif)
        self._book_lane = Lane("pledge book")
        self._paper_lane = Lane("paper")
        self._printing = PrintDesk(Lane("printer"), parts.printer, parts.clock)
        self._book: PledgeBook | None = None
        self._gate_lane = Lane("staff gate") if parts.staff is not None else None

    @property
    def tokens(self) -> ThemeTokens:
        """The theme with the campaign's colours."""
        return self._tokens

    @property
    def printing(self) -> PrintDesk:
        """The printer, for whoever has to see to it."""
        return self._printing

    def window(self) -> KioskWindow:
        """The window, not yet shown."""
        parts = self._parts
        plan = WindowPlan(
            tokens=self._tokens,
            wordmark=parts.campaign.wordmark,
            languages=parts.campaign.languages,
            choose_language=self._first_language,
            ribbon=self._ribbon,
            clock=parts.clock,
            choose_display=self._display,
            makers=screen_makers(self._services()),
            visit_changed=self._belong_to,
            rest=self._rest,
            staff_line=self._staff_line if parts.staff is not None else None,
            note=self._note,
        )
        return KioskWindow(plan, IdleClock(parts.clock, lambda: Patience.of_preferences(parts.preferences())))

    def close(self) -> None:
        """Finish what is under way, then let go of the book."""
        self._book_lane.do(self._close_book, lambda _nothing: None, lambda _error: None)
        self._book_lane.finish()
        self._paper_lane.finish()
        if self._gate_lane is not None:
            self._gate_lane.finish()
        self._printing.close()

    # -- wiring ----------------------------------------------------------------------------------------------------

    def _services(self) -> Services:
        parts = self._parts
        pressing = HandoutDesk(parts.campaign, self._tokens, partial(_press, parts.paper))
        return Services(
            campaign=parts.campaign,
            clock=parts.clock,
            desk=self._desk,
            keeper=PledgeKeeper(self._book_lane, self._open_book, self._desk, self._count),
            paper=PaperDesk(self._paper_lane, pressing, self._press_help, parts.saved_pages, parts.clock),
            printing=self._printing,
            finder=lambda: self._finder,
            film_notices=self.film_notices,
            signed_here=lambda: self._signed_here,
            is_demo=parts.is_demo,
            staff=self._staff_services(),
            preferences=parts.preferences,
        )

    def _first_language(self) -> str:
        chosen = self._parts.preferences().choice(FIRST_LANGUAGE)
        return chosen if chosen in self._parts.campaign.languages else self._parts.first_language

    def _display(self) -> Display:
        usual, chosen = self._parts.display, display_of(self._parts.preferences())
        return Display(
            usual.large_text or chosen.large_text,
            usual.high_contrast or chosen.high_contrast,
            usual.still or chosen.still,
            usual.low or chosen.low,
        )

    @cached_property
    def _desk(self) -> PledgeDesk:
        return PledgeDesk(self._parts.campaign, self._parts.where, self._parts.read_now)

    @cached_property
    def _finder(self) -> LegislatorFinder:
        return LegislatorFinder(self._parts.open_pack(), self._parts.campaign.finders, self._parts.clock)

    def _press_help(self, tongue: Tongue, day: date) -> bytes:
        # As slow to import as the press below.
        from outreach_app.handouts.papers import HELP_CARD, paper_named
        from outreach_app.visit.paper_making import PaperMaker

        # The cards of one sheet, on the sheet that is in the printer.
        sheet = paper_named(self._parts.paper)
        width, height = sheet.width_mm, sheet.height_mm or _LEAST_CARD_MM[1]
        columns, rows = (
            max(int(side // least), 1) for side, least in zip((width, height), _LEAST_CARD_MM, strict=True)
        )
        paper = replace(HELP_CARD, width_mm=width, height_mm=height, columns=columns, rows=rows)
        return PaperMaker(self._parts.campaign, self._tokens, day).pdf(paper, tongue)

    def _belong_to(self, visit: Visit) -> None:
        for lane in (self._book_lane, self._paper_lane, self._gate_lane):
            if lane is not None:
                lane.belong_to(visit)
        if self._parts.staff is not None:
            # A refusal is no news to anybody: the counts go on in memory, and the next visit tries again.
            for keep in (self._parts.staff.happenings.keep, self._parts.staff.watch.note):
                self._paper_lane.do(keep, lambda _nothing: None, lambda _error: None)
        self._printing.visit_over()

    # -- the staff's area ------------------------------------------------------------------------------------------

    def _staff_services(self) -> StaffServices | None:
        if self._parts.staff is None or self._gate_lane is None:
            return None
        from outreach_app.kiosk.staff_wiring import StaffWiring

        wiring = StaffWiring(self._parts, self._parts.staff, self._tokens, self._printing, self._desk)
        return wiring.services(self._book_lane, self._paper_lane, self._gate_lane, self._open_book, self.film_notices)

    def _rest(self) -> Place:
        return self._parts.staff.sign.rest if self._parts.staff is not None else Place.ATTRACT

    def _staff_line(self) -> Message:
        parts = self._parts
        now = Moment(parts.clock.now())
        if parts.where.place:
            return _("{event} · {place} · {now}", event=parts.where.event, place=parts.where.place, now=now)
        return _("{event} · {now}", event=parts.where.event, now=now)

    def _ribbon(self) -> Message | None:
        if self._parts.is_demo:
            return _("Demo. Nothing you enter is kept, and nothing is sent.")
        return _("Practice. What is signed now does not count.") if self._desk.is_rehearsal else None

    def _note(self, what: Happening) -> None:
        if self._parts.staff is not None and not self._desk.is_rehearsal:
            self._parts.staff.happenings.note(what)

    # -- the book, in its own thread -------------------------------------------------------------------------------

    def _open_book(self) -> PledgeBook:
        if self._book is None:
            self._book = self._parts.open_book()
            self._signed_here = self._book.slip.kept
        return self._book

    def _close_book(self) -> None:
        if self._book is not None:
            self._book.close()
            self._book = None

    def _count(self, change: int) -> None:
        if not self._desk.is_rehearsal:
            self._signed_here += change


def _press(paper: str, handout: Handout) -> bytes:
    # reportlab takes 62 ms to import, which the first frame must not wait for; the paper thread has the time.
    from outreach_app.handouts.papers import paper_named
    from outreach_app.handouts.press import press

    return press(handout, paper_named(paper))
