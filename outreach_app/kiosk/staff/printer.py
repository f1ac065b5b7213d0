"""The printer: how it is, resume, test page, the last page again, and the sheets after a refill."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from outreach_app.errors import Message
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _, ngettext
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_FULL, _FEW, _MOST = 100, 10, 9_999


class PrinterScreen(StaffScreen):
    """What a volunteer does at the printer."""

    place = Place.PRINTER
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, printing: PrintDesk, papers: StaffPapers, name: str, paper: str) -> None:
        lead = _("A table works well without one: visitors scan the page with their phones.")
        if printing.has_printer:
            lead = _("After a refill, say how many sheets there are.")
        super().__init__(theme, _("Printer"), lead)
        self._printing, self._papers = printing, papers
        self._sheets = 0
        self._is_here = False
        self._state = Words(theme, "staff_strong")
        self._remedy = Words(theme, "staff_body", tone="quiet")
        self._number = Words(theme, "staff_goal", wraps=False)
        self._resume = Button(theme, "staff", _("Resume"), icon="play")
        self._test = Button(theme, "staff", _("Test page"), icon="printer")
        self._again = Button(theme, "staff", _("Print the last page again"), icon="replay")
        self._resume.clicked.connect(printing.resume)
        self._test.clicked.connect(self._print_test)
        self._again.clicked.connect(self._print_again)
        printing.changed.connect(self._show)
        side = theme.space("s6")
        if not printing.has_printer:
            self.lay_out(self._none_card())
            return
        about = _("{name}, paper: {paper}.", name=name, paper=paper)
        card = column(
            Words(theme, "staff_body", about, tone="quiet"),
            theme.space("s2"),
            self._state,
            self._remedy,
            theme.space("s4"),
            row(self._resume, self._test, None, gap=theme.space("s3")),
            theme.space("s3"),
            row(self._again, None),
            margins=(side, side, side, side),
        )
        sheets = column(
            Words(theme, "staff_title", _("Sheets in the printer")),
            theme.space("s3"),
            row(self._number, None),
            theme.space("s3"),
            row(*self._steps_of_sheets(), None, gap=theme.space("s3")),
            margins=(side, side, side, side),
        )
        self.lay_out(box("card", card), theme.space("s4"), box("card", sheets))

    def _none_card(self) -> QFrame:
        """For a table without a printer: that there is none, and what to do."""
        theme, side = self.theme, self.theme.space("s6")
        what = Words(theme, "staff_strong", _("This table has no printer."))
        told = _(
            "To print, plug a printer in, add it in the system’s settings, "
            "and choose it in the set-up of the next event."
        )
        return box(
            "card", column(what, theme.space("s2"), Words(theme, "staff_body", told), margins=(side, side, side, side))
        )

    def _steps_of_sheets(self) -> list[Button]:
        buttons = []
        for change in (-_FEW, -1, +1, +_FEW):
            button = Button(self.theme, "staff", f"{change:+d}".replace("-", "\u2212"))
            button.clicked.connect(lambda _on=False, change=change: self._set(self._sheets + change))
            buttons.append(button)
        full = Button(self.theme, "staff", _("Full: {sheets}", sheets=_FULL))
        full.clicked.connect(lambda: self._set(_FULL))
        return [*buttons, full]

    def enter(self, visit: Visit) -> None:
        self._is_here = True
        self.tell("")
        self._show()
        self._printing.look()

    def leave(self) -> None:
        self._is_here = False

    def _set(self, sheets: int) -> None:
        self._printing.set_sheets(min(max(sheets, 0), _MOST))

    def _show(self) -> None:
        if not self._is_here or not self._printing.has_printer:
            return
        notice, counts = self._printing.notice, self._printing.counts
        well = _("The printer is ready.") if self._printing.has_answered else _("The printer is being asked.")
        self._state.tell(notice.what if notice is not None else well)
        self._remedy.tell(notice.remedy if notice is not None else "")
        self._sheets = counts.sheets_left or 0
        unknown = counts.sheets_left is None
        self._number.tell(_("Nobody has counted yet") if unknown else _sheets_left(self._sheets))
        self._again.setEnabled(self._printing.can_reprint)
        self.say_anew(self)

    def _print_test(self) -> None:
        self.tell(_("The test page is being made."))
        self._papers.test_page(self.tongue, self._send_test, self.tell_failure)

    def _send_test(self, pdf: bytes) -> None:
        if self._printing.print_test_page(pdf) is not None:
            self.tell_done(_("The test page is on its way."))
        else:
            self.tell(_("A page is on its way. Try again soon."), is_fault=True)

    def _print_again(self) -> None:
        if self._printing.print_again() is not None:
            self.tell_done(_("The last page is on its way."))
        else:
            self.tell(_("It cannot be printed now."), is_fault=True)


def _sheets_left(sheets: int) -> Message:
    return ngettext("One sheet left", "{count} sheets left", sheets)
