"""The two PINs: the lead's, then the volunteers'. Each is hashed as soon as it is chosen."""

from __future__ import annotations

from outreach_app.errors import OutreachError
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.staff_pin_choice import PinChoice
from outreach_app.language import Sayable, _
from outreach_app.look.theme import Theme
from outreach_app.visit.pins import StaffRole


class PinsPage(Page):
    """One pad, twice. What was chosen is not shown again."""

    place = FirstPlace.PINS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._choice = PinChoice(theme)
        self._choice.filled.connect(self.onward.setEnabled)
        self._choice.confirmed.connect(self.go_on)
        self.lay_out(
            _("Two PINs for the staff"), _("They open the staff’s screens. They open no pledge."), self._choice
        )

    def begin(self) -> None:
        chosen = self.draft.answers.pins
        # Half of it may have been done before the power went; whoever comes back to change them begins anew.
        has_lead_only = set(chosen) == {StaffRole.LEAD}
        self._ask_for(StaffRole.VOLUNTEER if has_lead_only else StaffRole.LEAD)

    def _ask_for(self, role: StaffRole) -> None:
        self._choice.ask_for(role)
        self.say_anew(self)

    def go_on(self) -> None:
        role, pin = self._choice.role, self._choice.digits
        if self._choice.is_whole:
            self.work(lambda: self.draft.set_pin(role, pin), self._have_set)

    def _have_set(self, _nothing: None) -> None:
        if self._choice.role is StaffRole.LEAD:
            self._ask_for(StaffRole.VOLUNTEER)
        else:
            self._choice.clear()
            self.turned.emit(Turn.NEXT)

    def _fail(self, error: OutreachError) -> None:
        super()._fail(error)
        self._choice.clear()

    def show_fault(self, sentence: Sayable | None) -> None:
        self._choice.show_fault(sentence)
