"""New PINs and a new recovery code, for a lead who wants others, or who came in by the code: the PINs are lost."""

from __future__ import annotations

from functools import partial

from outreach_app.errors import OutreachError
from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.slip_desk import SlipDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_pin_choice import PinChoice
from outreach_app.kiosk.staff_recovery_card import RecoveryCard
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import Message, _
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.new_door import NewDoor
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.visit import Visit


class NewPinsScreen(StaffScreen):
    """Two PINs, then the code. Nothing counts before the last touch, and then all of it does."""

    place = Place.NEW_PINS
    steps = frozenset({Step.BACK, Step.PINS_KEPT})
    widest = 1100  # a pad stands beside the words

    def __init__(self, theme: Theme, *, gate: GateDesk, papers: StaffPapers, printing: PrintDesk) -> None:
        super().__init__(
            theme,
            _("New PINs and a new recovery code"),
            _("The old ones count until you are done here. Then they open nothing any more."),
        )
        self._gate, self._papers = gate, papers
        self._slips = SlipDesk(self, papers.lane, printing)
        self._door: NewDoor | None = None
        self._choice = PinChoice(theme)
        self._card = RecoveryCard(theme)
        self._on = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        self._on.clicked.connect(self._go_on)
        self._choice.filled.connect(self._on.setEnabled)
        self._choice.confirmed.connect(self._go_on)
        self._card.ready.connect(self._on.setEnabled)
        self._card.slip_wanted.connect(self._print)
        self.lay_out(self._choice, self._card, end=(self._on,))

    def desk_button(self) -> Button:
        """The way back leads to the settings, or to the desk for whoever came in by the code."""
        back = self.back_button()
        back.clicked.connect(self._slips.cancel)
        return back

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._door = self._gate.new_door()
        self.tell("")
        self._call_on(_("Continue"))
        self._card.hide()
        self._choice.show()
        self._ask_for(StaffRole.LEAD)

    def leave(self) -> None:
        self._slips.cancel()
        self._forget()

    def _forget(self) -> None:
        self._door = None
        self._choice.clear()
        self._card.show_code("")

    def _call_on(self, what: Message) -> None:
        self._on.tell(what)
        self.say_anew(self._on)

    def _go_on(self) -> None:
        door = self._door
        if door is None:
            self.emits(Step.PINS_KEPT)
        elif self._card.isVisible():
            self._on.setEnabled(False)
            self._gate.keep(door, partial(self._kept, door), partial(self._not_kept, door))
        elif self._choice.is_whole:
            self._on.setEnabled(False)
            self._choice.show_fault(None)
            self._gate.choose(
                door, self._choice.role, self._choice.digits, partial(self._chosen, door), partial(self._unfit, door)
            )

    # -- the PINs --------------------------------------------------------------------------------------------------

    def _ask_for(self, role: StaffRole) -> None:
        self._choice.ask_for(role)
        self._choice.show_fault(None)
        self.say_anew(self._choice)

    def _chosen(self, door: NewDoor, _nothing: None) -> None:
        if door is not self._door:
            return
        if self._choice.role is StaffRole.LEAD:
            self._ask_for(StaffRole.VOLUNTEER)
        else:
            self._show_code(door)

    def _unfit(self, door: NewDoor, error: OutreachError) -> None:
        if door is self._door:
            self._choice.clear()
            self._choice.show_fault(error.message)

    # -- the code --------------------------------------------------------------------------------------------------

    def _show_code(self, door: NewDoor) -> None:
        self._choice.clear()
        self._choice.hide()
        self._card.show_code(door.code)
        self._card.show()
        self._card.offer_slip(self._slips.is_offered)
        self._card.tell(_("Or write it down by hand.") if self._slips.is_offered else _("Write it down by hand."))
        self._call_on(_("Let these count"))
        self._on.setEnabled(False)
        self.say_anew(self._card)
        self.tell(_("When the PINs are lost or locked, this code opens the desk. Keep it away from here."))

    def _print(self) -> None:
        door, tongue = self._door, self.tongue
        if door is not None:
            self._card.wait(is_printing=True)
            self._card.tell(_("The slip is being printed …"))
            make = partial(self._papers.make_recovery_slip, tongue, door.code)
            self._slips.print_slip(make, self._printed, self._not_printed)

    def _printed(self, is_printed: bool) -> None:
        self._card.wait(is_printing=False)
        if is_printed:
            self._card.tell(_("The slip was printed, and this program keeps no copy. See that every letter is on it."))
        else:
            self._card.tell(_("The slip did not come out. Write the code down by hand."))

    def _not_printed(self, error: OutreachError) -> None:
        self._card.wait(is_printing=False)
        self._card.tell(_("{what} Write the code down by hand.", what=error.message))

    # -- the end ---------------------------------------------------------------------------------------------------

    def _kept(self, door: NewDoor, _nothing: None) -> None:
        if door is not self._door:
            return
        self._forget()
        self._card.hide()
        self._call_on(_("To the desk"))
        self._on.setEnabled(True)
        self.tell_done(_("The new PINs and the new recovery code count from now on. The old ones open nothing."))

    def _not_kept(self, door: NewDoor, error: OutreachError) -> None:
        if door is self._door:
            self._on.setEnabled(True)
            self.tell_failure(error)
