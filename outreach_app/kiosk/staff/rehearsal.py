"""Practice: everything works, and what is signed is marked so that it never counts."""

from __future__ import annotations

from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import Visit


class RehearsalScreen(StaffScreen):
    """Begins and ends practice. A ribbon stands on every screen of a visitor's while it lasts."""

    place = Place.REHEARSAL
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, pledges: PledgeDesk) -> None:
        super().__init__(
            theme,
            _("Practice"),
            _(
                "Try everything as a visitor would. Practice pledges are marked, and the office leaves them out. "
                "A strip above each screen says that it is practice."
            ),
        )
        self._pledges = pledges
        self._turn = Button(theme, "primary", _("Begin practice"))
        self._turn.clicked.connect(self._switch)
        self.lay_out(end=(self._turn,))

    def enter(self, visit: Visit) -> None:
        self._show()

    def _switch(self) -> None:
        self._pledges.is_rehearsal = not self._pledges.is_rehearsal
        self._show()

    def _show(self) -> None:
        is_on = self._pledges.is_rehearsal
        self._turn.tell(_("End practice") if is_on else _("Begin practice"))
        self.say_anew(self._turn)
        if is_on:
            self.tell(_("Practice is on. Go back to visitors to try it, and end it here before you open."))
        else:
            self.tell(_("Practice is off. What is signed counts."))
