"""Putting the staff's area together from the station's parts: the composition root's second half."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.kiosk.book_desk import BookDesk, BookPlace
from outreach_app.kiosk.check_desk import CheckDesk
from outreach_app.kiosk.event_desk import EventDesk
from outreach_app.kiosk.film_notices import FilmNotices
from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.saving_desk import SavingDesk
from outreach_app.kiosk.sign_desk import SignDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_services import StaffParts, StaffServices
from outreach_app.language import Tongue, _
from outreach_app.look.background import Lane
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.opening_checks import OpeningList, accept_helplines, look_before_opening
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.preferences import GOAL
from outreach_app.visit.station_check import OpenBookState

if TYPE_CHECKING:
    from outreach_app.domain.pledge import PledgeReceipt
    from outreach_app.handouts.papers import Paper
    from outreach_app.kiosk.station_parts import StationParts
    from outreach_app.visit.paper_making import PaperMaker


class StaffWiring:
    """Makes the staff's services.

    Args:
        parts: the station's.
        staff: what a staff area needs beyond them.
        tokens: the theme, for papers.
        printing: the table's printer.
        pledges: composes what comes on paper.
    """

    def __init__(
        self, parts: StationParts, staff: StaffParts, tokens: ThemeTokens, printing: PrintDesk, pledges: PledgeDesk
    ) -> None:
        self._parts, self._staff, self._tokens = parts, staff, tokens
        self._printing, self._pledges = printing, pledges

    def services(
        self,
        book_lane: Lane,
        paper_lane: Lane,
        gate_lane: Lane,
        open_book: Callable[[], PledgeBook],
        films: FilmNotices,
    ) -> StaffServices:
        """Everything the staff's screens are given."""
        parts, staff = self._parts, self._staff
        place = BookPlace(
            staff.folder.path,
            staff.folder.book_path,
            open_book,
            lambda: staff.folder.enrolment().verify_key,
            staff.make_folder,
        )

        def look(known: tuple[Check, ...]) -> OpeningList:
            book = open_book()
            state = OpenBookState(book.slip, book.retention)
            return look_before_opening(staff.folder, parts.clock, state, known, staff.read_battery)

        checks = CheckDesk(
            book_lane,
            look,
            known_here=lambda: (
                staff.watch.check(),
                *self._practice_row(),
                *self._preference_row(),
                *self._printer_row(),
                *_film_rows(films),
            ),
            accept_helplines=lambda: accept_helplines(staff.folder.path, parts.clock.now().date()),
            confirm_date=staff.watch.confirm,
        )
        papers = StaffPapers(paper_lane, self._test_page, self._slip, self._code_slip, self._recovery_slip, self._page)
        return StaffServices(
            campaign=parts.campaign,
            where=parts.where,
            clock=parts.clock,
            gate=GateDesk(gate_lane, staff.gate, staff.folder),
            book=BookDesk(book_lane, place, parts.clock.now, parts.read_now),
            checks=checks,
            papers=papers,
            saving=SavingDesk(paper_lane, staff.folder.path, staff.make_folder, papers, checks, parts.clock.now),
            printing=self._printing,
            printer_name=parts.printer_name,
            paper_name=parts.paper,
            pledges=self._pledges,
            sign=staff.sign,
            turning=SignDesk(book_lane, staff.folder.path, staff.sign),
            happenings=staff.happenings,
            find_sticks=staff.find_sticks,
            preferences=staff.preferences,
            events=EventDesk(paper_lane, staff.folder.path),
            paper_lane=paper_lane,
            find_printers=staff.find_printers,
            goal=lambda: parts.preferences().number(GOAL) or parts.campaign.goal or 0,
        )

    def _practice_row(self) -> tuple[Check, ...]:
        if not self._pledges.is_rehearsal:
            return ()
        text = _("Practice. What is signed now does not count.")
        return (Check("practice", CheckLevel.WARN, text, _("End the practice before you open.")),)

    def _preference_row(self) -> tuple[Check, ...]:
        notice = self._staff.preferences.notice
        if notice is None:
            return ()
        return (Check("settings", CheckLevel.WARN, notice, _("A lead looks through the settings and changes one.")),)

    def _printer_row(self) -> tuple[Check, ...]:
        if not self._printing.has_printer:
            return (Check("printer", CheckLevel.OK, _("This station has no printer. Pages can be scanned and saved.")),)
        notice = self._printing.notice
        if notice is not None:
            return (Check("printer", CheckLevel.WARN, notice.what, notice.remedy),)
        if not self._printing.has_answered:
            text = _("The printer has not answered yet.")
            return (Check("printer", CheckLevel.WARN, text, _("Look again in a moment.")),)
        if self._printing.counts.sheets_left == 0:
            text = _("By our count the printer has no sheets left.")
            return (Check("printer", CheckLevel.WARN, text, _("Put paper in, then say how many sheets there are.")),)
        return (Check("printer", CheckLevel.OK, _("The printer is ready.")),)

    # -- papers, made in their own thread; the libraries take long to load ------------------------------------------

    def _maker(self) -> PaperMaker:
        from outreach_app.visit.paper_making import PaperMaker

        return PaperMaker(self._parts.campaign, self._tokens, self._parts.clock.now().date())

    def _sheet(self) -> Paper:
        from outreach_app.handouts.papers import paper_named

        return paper_named(self._parts.paper)

    def _test_page(self, tongue: Tongue) -> bytes:
        return self._maker().pdf(self._sheet(), tongue)

    def _page(self, tongue: Tongue, name: str) -> bytes:
        from outreach_app.handouts.papers import paper_named

        sheet = self._sheet()
        # On the sheet that is in the printer; one that is too small for it says so.
        paper = replace(paper_named(name), width_mm=sheet.width_mm, height_mm=sheet.height_mm)
        return self._maker().pdf(paper, tongue)

    def _slip(self, tongue: Tongue, slip: ClosingSlip) -> bytes:
        from outreach_app.handouts.papers import CLOSING_SLIP, slip_on

        return self._maker().closing_slip(slip_on(CLOSING_SLIP, self._sheet()), tongue, slip)

    def _code_slip(self, tongue: Tongue, receipt: PledgeReceipt) -> bytes:
        from outreach_app.handouts.papers import WITHDRAWAL_SLIP, slip_on

        return self._maker().withdrawal_slip(slip_on(WITHDRAWAL_SLIP, self._sheet()), tongue, receipt)

    def _recovery_slip(self, tongue: Tongue, code: str) -> bytes:
        from outreach_app.handouts.papers import RECOVERY_SLIP, slip_on

        return self._maker().recovery_slip(slip_on(RECOVERY_SLIP, self._sheet()), tongue, code)


def _film_rows(films: FilmNotices) -> tuple[Check, ...]:
    return films.standing() or (Check("films", CheckLevel.OK, _("No film has had any trouble today.")),)
