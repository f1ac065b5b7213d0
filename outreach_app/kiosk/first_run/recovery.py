"""The code that opens a staff area that fifteen wrong PINs have locked: shown once, kept on paper."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from outreach_app.errors import OutreachError
from outreach_app.handouts.papers import RECOVERY_SLIP, paper_named, slip_on
from outreach_app.handouts.press import press
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.staff_recovery_card import RecoveryCard
from outreach_app.language import Tongue, _
from outreach_app.look.theme import Theme
from outreach_app.printing.states import STATE_NOTICES, Ended, Outcome, PrinterState, notice_of
from outreach_app.printing.watching import Leash, Patience, print_and_watch
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.recovery_slip import recovery_slip
from outreach_app.visit.staff_gate import new_recovery_code


class RecoveryPage(Page):
    """A new code each time the page is opened; it counts once somebody says they have it on paper."""

    place = FirstPlace.RECOVERY

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._code = new_recovery_code(services.random_bytes)
        self._leash = Leash()
        self._card = RecoveryCard(theme)
        self._card.show_code(self._code)
        self._card.slip_wanted.connect(self._print_slip)
        self._card.ready.connect(self.onward.setEnabled)
        self.lay_out(
            _("A code for the day the PINs are lost"),
            _("After fifteen wrong PINs only this code opens the staff’s screens. Keep it away from the table."),
            self._card,
        )

    def begin(self) -> None:
        self.onward.setEnabled(False)
        name, paper = self.draft.answers.printer, self.draft.answers.paper
        if not name:
            self._card.tell(_("Write it down by hand: this table has no printer."))
            return
        find = self.services.find_printer
        self.services.lane.do(lambda: find(name, paper).look(), self._offer, self._tell_fault)

    def hideEvent(self, event: QHideEvent) -> None:
        # The next page shows another code or none: a slip that is still on its way is taken back.
        self._leash.cancel()
        super().hideEvent(event)

    # -- the slip --------------------------------------------------------------------------------------------------

    def _offer(self, state: PrinterState) -> None:
        self._card.offer_slip(state is PrinterState.READY)
        if state is PrinterState.READY:
            self._card.tell(_("Or write it down by hand."))
        else:
            self._card.tell(_("{what} Write the code down by hand.", what=STATE_NOTICES[state].what))

    def _print_slip(self) -> None:
        self._card.wait(is_printing=True)
        self._card.tell(_("The slip is being printed …"))
        tongue = self.tongue
        self.services.lane.do(lambda: self._send(tongue), self._tell_end, self._tell_fault)

    def _send(self, tongue: Tongue) -> Ended:
        """Print it and let the queue forget it; the page is never a file of ours."""
        name, paper = self.draft.answers.printer, self.draft.answers.paper
        slip = recovery_slip(self._code, tongue, read_tokens())
        pdf = press(slip, slip_on(RECOVERY_SLIP, paper_named(paper)))
        printer = self.services.find_printer(name, paper)
        ended = print_and_watch(printer, pdf, Patience(), self._leash, lambda _job: None)
        printer.forget()
        return ended

    def _tell_end(self, ended: Ended) -> None:
        self._card.wait(is_printing=False)
        if ended.outcome is Outcome.PRINTED:
            self._card.tell(_("The slip was printed, and this program keeps no copy. See that every letter is on it."))
        else:
            self._card.tell(_("{what} Write the code down by hand.", what=notice_of(ended).what))

    def _tell_fault(self, error: OutreachError) -> None:
        self._card.wait(is_printing=False)
        self._card.tell(_("{what} Write the code down by hand.", what=error.message))

    def go_on(self) -> None:
        self.work(lambda: self.draft.set_recovery(self._code), lambda _kept: self.turned.emit(Turn.NEXT))
