"""The two PINs: the lead's, then the volunteers'. Each is hashed as soon as it is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from outreach_app.errors import OutreachError
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.look.arranging import column, row
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.pins import LEAST_DIGITS, StaffRole

_MOST = 8
_ASKS = {
    StaffRole.LEAD: (
        _("First the lead’s PIN"),
        _("The lead may change settings, copy pledges and close the event. Six to eight digits."),
    ),
    StaffRole.VOLUNTEER: (
        _("Now the volunteers’ PIN"),
        _("Volunteers may pause, print a test page and practise. Six to eight digits, others than the lead’s."),
    ),
}


class PinsPage(Page):
    """One pad, twice. What was chosen is not shown again."""

    place = FirstPlace.PINS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._role = StaffRole.LEAD
        self._ask = Words(theme, "h2", "")
        self._line = Words(theme, "body", "", tone="quiet")
        self._boxes = DigitBoxes(theme, _("PIN"), _MOST, LEAST_DIGITS, is_narrow=True)
        self._boxes.changed.connect(lambda digits: self.onward.setEnabled(len(digits) >= LEAST_DIGITS))
        self._boxes.confirmed.connect(self.go_on)
        pad = Keypad(theme, theme.by_frame(76, 76, 62))
        pad.digit.connect(self._boxes.add)
        pad.cleared.connect(lambda: self._boxes.put(""))
        pad.erased.connect(self._boxes.erase)
        note = Words(theme, "min", _("Write it down before you go on. It is kept so that nobody can read it again."))
        left = column(self._ask, 6, self._line, theme.by_frame(22, 22, 12), self._boxes, 14, note, None)
        is_tall = theme.is_portrait
        both = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
        both.setSpacing(theme.by_frame(40, 24, 24))
        both.addLayout(left, 1)
        both.addLayout(row(None, pad, None) if is_tall else column(pad, None))
        self.lay_out(_("Two PINs for the staff"), _("They open the staff’s screens. They open no pledge."), both)

    def begin(self) -> None:
        chosen = self.draft.answers.pins
        # Half of it may have been done before the power went; whoever comes back to change them begins anew.
        has_lead_only = set(chosen) == {StaffRole.LEAD}
        self._ask_for(StaffRole.VOLUNTEER if has_lead_only else StaffRole.LEAD)

    def _ask_for(self, role: StaffRole) -> None:
        self._role = role
        ask, line = _ASKS[role]
        self._ask.tell(ask)
        self._line.tell(line)
        self._boxes.put("")
        self._boxes.setFocus()
        self.onward.setEnabled(False)
        self.say_anew(self)

    def go_on(self) -> None:
        role, pin = self._role, self._boxes.digits
        if len(pin) < LEAST_DIGITS:
            return
        self.work(lambda: self.draft.set_pin(role, pin), self._have_set)

    def _have_set(self, _nothing: None) -> None:
        if self._role is StaffRole.LEAD:
            self._ask_for(StaffRole.VOLUNTEER)
        else:
            self._boxes.put("")
            self.turned.emit(Turn.NEXT)

    def _fail(self, error: OutreachError) -> None:
        super()._fail(error)
        self._boxes.put("")
