"""The code that opens a staff area that fifteen wrong PINs have locked: shown once, kept on paper."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from outreach_app.errors import OutreachError
from outreach_app.handouts.papers import RECOVERY_SLIP, paper_named, slip_on
from outreach_app.handouts.press import press
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.code_line import CodeLine
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
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
        side = theme.by_frame(32, 28, 20)
        card = box("soft", column(CodeLine(theme, self._code), margins=(side, 20, side, 20)))
        self._print = Button(theme, "small", _("Print it on a slip"), icon="printer")
        self._print.clicked.connect(self._print_slip)
        self._print.hide()
        self._said = Words(theme, "body", "")
        line = row(self._print, 20, column(None, self._said, None))
        line.setStretch(2, 1)
        self._written = Choice(theme, _("I have it on paper"), _("It is not shown again."))
        self._written.toggled.connect(self.onward.setEnabled)
        self.lay_out(
            _("A code for the day the PINs are lost"),
            _("After fifteen wrong PINs only this code opens the staff’s screens. Keep it away from the table."),
            card,
            theme.by_frame(14, 14, 8),
            line,
            theme.by_frame(14, 14, 8),
            self._written,
        )

    def begin(self) -> None:
        self.onward.setEnabled(False)
        name, paper = self.draft.answers.printer, self.draft.answers.paper
        if not name:
            self._tell(_("Write it down by hand: this table has no printer."))
            return
        find = self.services.find_printer
        self.services.lane.do(lambda: find(name, paper).look(), self._offer, self._tell_fault)

    def hideEvent(self, event: QHideEvent) -> None:
        # The next page shows another code or none: a slip that is still on its way is taken back.
        self._leash.cancel()
        super().hideEvent(event)

    # -- the slip --------------------------------------------------------------------------------------------------

    def _offer(self, state: PrinterState) -> None:
        self._print.setVisible(state is PrinterState.READY)
        if state is PrinterState.READY:
            self._tell(_("Or write it down by hand."))
        else:
            self._tell(_("{what} Write the code down by hand.", what=STATE_NOTICES[state].what))

    def _print_slip(self) -> None:
        self._wait(is_printing=True)
        self._tell(_("The slip is being printed …"))
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
        self._wait(is_printing=False)
        if ended.outcome is Outcome.PRINTED:
            self._tell(_("The slip was printed, and this program keeps no copy. See that every letter is on it."))
        else:
            self._tell(_("{what} Write the code down by hand.", what=notice_of(ended).what))

    def _tell_fault(self, error: OutreachError) -> None:
        self._wait(is_printing=False)
        self._tell(_("{what} Write the code down by hand.", what=error.message))

    def _wait(self, *, is_printing: bool) -> None:
        self._print.setEnabled(not is_printing)
        self._written.setEnabled(not is_printing)
        self.onward.setEnabled(self._written.isChecked() and not is_printing)

    def _tell(self, said: Sayable) -> None:
        self._said.tell(said)
        self.say_anew(self._said)

    def go_on(self) -> None:
        self.work(lambda: self.draft.set_recovery(self._code), lambda _kept: self.turned.emit(Turn.NEXT))
