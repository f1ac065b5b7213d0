"""The code that opens a staff area that fifteen wrong PINs have locked: shown once, kept on paper."""

from __future__ import annotations

from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.look.arranging import box, column
from outreach_app.look.choice import Choice
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.staff_gate import new_recovery_code


class RecoveryPage(Page):
    """A new code each time the page is opened; it counts once somebody says they have it on paper."""

    place = FirstPlace.RECOVERY

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._code = new_recovery_code(services.random_bytes)
        side = theme.by_frame(32, 28, 20)
        shown = Words(theme, "h2" if theme.is_portrait or theme.is_compact else "code", self._code, wraps=False)
        card = box("soft", column(shown, margins=(side, 20, side, 20)))
        self._written = Choice(theme, _("I wrote it down"), _("It is not shown again."))
        self._written.toggled.connect(self.onward.setEnabled)
        self.lay_out(
            _("A code for the day the PINs are lost"),
            _("After fifteen wrong PINs only this code opens the staff’s screens. Keep it away from the table."),
            card,
            theme.by_frame(20, 20, 12),
            self._written,
        )

    def begin(self) -> None:
        self.onward.setEnabled(False)

    def go_on(self) -> None:
        self.work(lambda: self.draft.set_recovery(self._code), lambda _kept: self.turned.emit(Turn.NEXT))
