"""The lead PIN before anything that changes what this device is set up for."""

from __future__ import annotations

from outreach_app.errors import FolderError
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.kiosk.staff.gate import GateScreen
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import column, row
from outreach_app.look.button import Button
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Step
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.visit import Visit


class GatePage(Page):
    """The table's own gate below one line that says whose PIN it takes."""

    place = FirstPlace.GATE

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        desk = services.door.desk
        self._ask = Words(theme, "label", _("This takes the lead’s PIN of {event}.", event=services.door.event))
        self.fault.hide()
        # The gate brings its own; they still go with the page.
        for unused in (self.bar, self.onward, self._fault_place):
            unused.setParent(self)
            unused.hide()
        side, top = theme.grid.margin, theme.by_frame(18, 18, 8)
        line = row(Icon(theme, "key", size=24), 12, column(self._ask, self.fault))
        line.setStretch(2, 1)
        line.setContentsMargins(side, top, side, 0)
        whole = column(line)
        self._gate = None if desk is None else self._make_gate(desk)
        if self._gate is not None:
            whole.addWidget(self._gate, 1)
        self.setLayout(whole)

    def _make_gate(self, desk: GateDesk) -> GateScreen:
        gate = GateScreen(self.theme, gate=desk)
        gate.left.connect(self._leave)
        back = gate.bar.findChildren(Button)[0]
        back.tell(_("Back to the list"), icon="arrow-left")
        return gate

    def begin(self) -> None:
        if self._gate is None:
            # The last station went away since the list was shown: there is nothing to guard.
            self._let_in()
        else:
            self._ask_anew()

    def _ask_anew(self) -> None:
        if self._gate is not None:
            self._visit = Visit(self.tongue.code)
            self._gate.enter(self._visit)

    def _leave(self, step: Step) -> None:
        if self._gate is not None:
            self._gate.leave()
        if step is Step.BACK:
            self.turned.emit(Turn.BACK)
        elif self._visit.role is StaffRole.LEAD:
            self._let_in()
        else:
            self.show_fault(_("That is the volunteers’ PIN. Ask the lead to enter theirs."))
            self._ask_anew()

    def _let_in(self) -> None:
        if self.services.wanted is Turn.NEW_EVENT:
            self.work(self._begin_next, lambda _nothing: self.turned.emit(Turn.UNLOCKED))
        else:
            self.turned.emit(Turn.UNLOCKED)

    def _begin_next(self) -> None:
        """Begin the next event with the office, campaign and PINs of the newest one, unless it was begun before."""
        usable = next((record for record in self.services.home.events() if record.fault is None), None)
        if self.draft.has_begun or usable is None:
            return
        try:
            self.draft.begin_like(StationFolder(usable.folder))
        except FolderError:
            # Its parts cannot be copied any more, so everything is asked anew.
            self.draft.discard()

    def show_fault(self, sentence: Sayable | None) -> None:
        """Below the line that says whose PIN it takes."""
        self.fault.tell(sentence if sentence is not None else "")
        self.fault.setVisible(sentence is not None)
        self.say_anew(self.fault)
