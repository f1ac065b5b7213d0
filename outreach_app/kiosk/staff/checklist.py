"""Before you open: what was looked at, what to do about it, and the button that lets visitors in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.kiosk.check_desk import CheckDesk
from outreach_app.kiosk.check_rows import check_row
from outreach_app.kiosk.sign_desk import SignDesk
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.arranging import box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.visit.clock_watch import DOUBTED_DATE
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.open_sign import OpenSign
from outreach_app.visit.opening_checks import OpeningList
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.visit import Visit


class ChecklistScreen(StaffScreen):
    """Looks anew each time it is entered. Only what would harm visitors keeps the door shut."""

    place = Place.CHECKLIST
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, checks: CheckDesk, sign: OpenSign, turning: SignDesk) -> None:
        super().__init__(theme, _("Before you open"), _("Each line that is not well says what to do about it."))
        self._checks, self._sign, self._turning = checks, sign, turning
        self._visit: Visit | None = None
        self._list: OpeningList | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space("s3"))
        again = Button(theme, "secondary", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        self._open = Button(theme, "primary", _("Open for visitors"), icon="check")
        self._open.clicked.connect(self._let_in)
        side = theme.space("s6")
        self.lay_out(box("card", column(self._rows, margins=(side, side, side, side))), end=(again, self._open))

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._look()

    def leave(self) -> None:
        self._visit = self._list = None
        empty(self._rows)

    def _look(self) -> None:
        self._open.setEnabled(False)
        self.tell(_("Looking at everything now."))
        self._checks.look(self._show, self.tell_failure)

    def _show(self, found: OpeningList) -> None:
        self._list = found
        empty(self._rows)
        for check in found.checks:
            self._rows.addWidget(check_row(self.theme, check, is_blocking=check in found.blocking))
            if check.code == DOUBTED_DATE and self._is_lead:
                self._rows.addWidget(self._date_button())
        self._open.setVisible(not self._sign.is_open)
        is_lead = self._is_lead
        may_open = not found.harmful and (is_lead or not found.needs_lead)
        self._open.setEnabled(may_open)
        self.say_anew(self)
        if self._sign.is_open:
            self.tell_done(_("The table is open for visitors."))
        elif found.harmful:
            self.tell(_("Visitors cannot be let in before the first line is mended."), is_fault=True)
        elif found.needs_lead and not is_lead:
            self.tell(
                _("The helplines were not verified lately. A lead may open all the same, with the lead PIN."),
                is_fault=True,
            )
        elif found.needs_lead:
            self.tell(_("Call each helpline first. As a lead you may open all the same."), is_fault=True)
        else:
            self.tell_done(_("All that matters is well. You can open."))

    @property
    def _is_lead(self) -> bool:
        return self._visit is not None and self._visit.role is StaffRole.LEAD

    def _date_button(self) -> QWidget:
        """A lead looks at their own telephone, then says that the date is right."""
        button = Button(self.theme, "staff", _("The date is right"), icon="check")
        button.clicked.connect(lambda: self._checks.confirm_date(lambda _nothing: self._look(), self.tell_failure))
        return holding(row(36, button, None))

    def _let_in(self) -> None:
        if self._list is not None and self._list.needs_lead:
            self._checks.accept_helplines(lambda _nothing: self._open_now(), self.tell_failure)
        else:
            self._open_now()

    def _open_now(self) -> None:
        self._turning.open(lambda _nothing: None, self.tell_failure)
        if self._list is not None:
            self._show(self._list)
