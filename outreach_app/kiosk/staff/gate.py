"""Staff only: the PIN that opens the desk, and the recovery code when too many were wrong or the PINs are lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.errors import Message, OutreachError
from outreach_app.kiosk.digits_page import promise
from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import Sayable, _, ngettext
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.icon import Icon
from outreach_app.look.keypad import Keypad
from outreach_app.look.pin_dots import PinDots
from outreach_app.look.scrolling import bring_into_sight, scrolling
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pins import LEAST_DIGITS, MOST_DIGITS, StaffRole
from outreach_app.visit.staff_gate import FIRST_WAIT_SECONDS, FREE_TRIES, MOST_TRIES, GateState
from outreach_app.visit.visit import Visit

_LOOK_EVERY_MS = 500
_LONGEST_CODE = 24
_LINES_OF_FAULT = 3
_LOCKED = _(
    "There were too many wrong PINs, so the staff desk is locked. Visitors go on as ever. Enter the recovery "
    "code that was kept at the set-up. Then you choose new PINs."
)
_LOST = _("Enter the recovery code that was kept at the set-up. Then you choose new PINs.")
_LEAD_LOCKED = _(
    "The lead’s PIN is locked after {tries} wrong tries. The volunteers’ PIN still opens the desk; a lead comes in "
    "with the recovery code.",
    tries=MOST_TRIES,
)
_NOT_THE_VOLUNTEERS = _("That is not the volunteers’ PIN, and the lead’s is locked. A lead needs the recovery code.")


class GateScreen(Screen):
    """Judges nothing itself. While it waits or is locked, visitors go on as ever."""

    place = Place.GATE
    steps = frozenset({Step.UNLOCK, Step.UNLOCK_BY_CODE, Step.BACK})

    def __init__(self, theme: Theme, *, gate: GateDesk) -> None:
        super().__init__(theme)
        self._gate = gate
        self._visit: Visit | None = None
        self._dots = PinDots(theme, _("Staff PIN"), most=MOST_DIGITS, shown=LEAST_DIGITS)
        self._dots.changed.connect(self._typed)
        self._dots.confirmed.connect(self._try)
        self._said = Words(theme, "min", tone="quiet")
        self._pad = Keypad(theme)
        self._wants_code = False
        self._code = Field(theme, _("Recovery code"), longest=_LONGEST_CODE, layout_name="code")
        self._area = TypingArea(theme, self.bar, self)
        self._area.take([self._code], [], lambda _field: None)
        self._area.completed.connect(self._try_code)
        self._area.went_back.connect(self._area.hide)
        # Side by side and one of them hidden: a stack would keep the room of the larger one, and the keys have none.
        self._pin_place, self._code_place = holding(self._pin_page()), self._code_page()
        self._code_place.hide()
        edge = theme.by_frame(20, 36, 12)
        content = column(self._pin_place, self._code_place, margins=(theme.grid.margin, edge, theme.grid.margin, edge))
        self.fill(content, self._area.keyboard, self.bar)
        back = Button(theme, "secondary", _("Back to visitors"), icon="arrow-left")
        back.clicked.connect(lambda: self.emits(Step.BACK))
        self._on = Button(theme, "primary", _("Open"), icon="key")
        self._on.clicked.connect(self._try)
        self._turn = Button(theme, "quiet", _("PIN lost"))
        self._turn.clicked.connect(self._turn_page)
        self.bar.put(start=(back,), end=(self._turn, self._on))
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._show_state)

    # -- building --------------------------------------------------------------------------------------------------

    def _pin_page(self) -> QBoxLayout:
        theme = self.theme
        self._pad.digit.connect(self._dots.add)
        self._pad.cleared.connect(lambda: self._dots.put(""))
        self._pad.erased.connect(self._dots.erase)
        line = row(column(Icon(theme, "clock", size=28), None), 14, self._said)
        line.setStretchFactor(self._said, 1)
        question = column(
            None,
            Words(theme, "h1", _("Staff only")),
            theme.by_frame(12, 12, 4),
            Words(theme, "lead", _("Enter the staff PIN, then Open."), tone="quiet"),
            theme.by_frame(34, 32, 16),
            self._dots,
            theme.by_frame(36, 32, 14),
            promise(theme, "lock", _("The PIN opens the staff desk. It does not open anyone’s pledge.")),
            theme.by_frame(14, 14, 6),
            holding(line),
            theme.by_frame(14, 14, 6),
            self._fault_place(),
            None,
        )
        is_tall = theme.frame is Frame.PORTRAIT
        page = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.by_frame(40, 24, 24))
        page.addLayout(question, 1)
        page.addLayout(row(None, self._pad, None) if is_tall else column(None, self._pad, None))
        return page

    def _fault_place(self) -> QWidget:
        """Room that is kept, so that no sentence moves the pad away under a finger."""
        self._fault = Words(self.theme, "fault", tone="warn")
        self._fault_icon = Icon(self.theme, "notice", color="warn", size=28)
        self._fault_icon.hide()
        line = row(column(self._fault_icon, None), 14, column(self._fault, None))
        line.setStretch(2, 1)
        place = holding(line)
        place.setFixedHeight(round(_LINES_OF_FAULT * self.theme.line_height("fault")))
        return place

    def _code_page(self) -> QWidget:
        theme = self.theme
        self._code_fault = Words(theme, "fault", tone="warn")
        self._code_title = Words(theme, "h1")
        self._code_lead = Words(theme, "lead", tone="quiet")
        inner = column(
            self._code_title,
            theme.by_frame(12, 12, 4),
            self._code_lead,
            theme.by_frame(24, 24, 8),
            self._code,
            self._code_fault,
            None,
        )
        # With five rows of keys on a low window the line and its fault must still be seen.
        self._code_area = scrolling(holding(inner))
        self._code_area.follow_focus()
        if theme.is_compact:
            self._area.keyboard_shown.connect(lambda is_shown: self._code_title.setHidden(is_shown))
        return self._code_area

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._wants_code = False
        self._tell_fault("")
        self._code_fault.tell("")
        self._dots.put("")
        self._looks.start()
        self._show_state()

    def leave(self) -> None:
        self._visit = None
        self._looks.stop()
        self._dots.put("")
        self._code.line.wipe()

    def _typed(self, digits: str) -> None:
        if digits:
            self._tell_fault("")
        self._show_state()

    def _tell_fault(self, what: Sayable) -> None:
        self._fault.tell(what)
        self._fault_icon.setVisible(bool(what))
        self.say_anew(self._fault)

    def _show_state(self) -> None:
        """Say how many tries are left, or how long to wait."""
        state = self._gate.state
        if self._gate.is_judging and state.is_locked:
            # The fifteenth try may be the right one.
            return
        self._show_page(state)
        waits = state.wait_seconds > 0
        is_open = not (waits or self._gate.is_judging)
        self._pad.setEnabled(not waits)
        self._on.setEnabled(self._asks_code or (is_open and len(self._dots.digits) >= LEAST_DIGITS))
        if not self._asks_code and not self._dots.hasFocus():
            self._dots.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        # The count is on the disk before a PIN is looked at, so until then it says nothing of this try.
        is_known = not self._gate.is_judging
        self._said.tell(_sentence(state) if is_known else _("One moment."))
        self.say_anew(self._said)
        if state.is_lead_locked and not self._fault.text():
            self._tell_fault(_LEAD_LOCKED)

    def _show_page(self, state: GateState) -> None:
        """The pad, or the line for the code: where the pad is locked, or somebody has lost their PIN."""
        asks_code = state.is_locked or self._wants_code
        self._turn.setVisible(not state.is_locked)
        if asks_code is self._asks_code:
            return
        self._pin_place.setHidden(asks_code)
        self._code_place.setHidden(not asks_code)
        self._dots.put("")
        self._turn.tell(_("Enter a PIN") if asks_code else _("PIN lost"))
        self._code_title.tell(_("Staff desk locked") if state.is_locked else _("With the recovery code"))
        self._code_lead.tell(_LOCKED if state.is_locked else _LOST)
        for words in (self._turn, self._code_title, self._code_lead):
            self.say_anew(words)
        if asks_code:
            self._code.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        else:
            self._code.line.wipe()
            self._area.hide()

    @property
    def _asks_code(self) -> bool:
        return not self._code_place.isHidden()

    def _turn_page(self) -> None:
        self._wants_code = not self._wants_code
        self._code_fault.tell("")
        self._show_state()

    # -- trying ----------------------------------------------------------------------------------------------------

    def _try(self) -> None:
        if self._asks_code:
            self._try_code()
            return
        pin = self._dots.digits
        if len(pin) < LEAST_DIGITS or self._gate.state.wait_seconds or self._gate.is_judging:
            return
        self._gate.try_pin(pin, self._judged, self._failed)
        self._dots.put("")
        self._show_state()

    def _judged(self, role: StaffRole | None) -> None:
        if self._visit is None:
            return
        if role is None:
            is_lead_locked = self._gate.state.is_lead_locked
            self._tell_fault(_NOT_THE_VOLUNTEERS if is_lead_locked else _("That is not the PIN. Try again."))
            self._show_state()
            return
        self._visit.role = role
        self.emits(Step.UNLOCK)

    def _try_code(self) -> None:
        code = self._code.line.text()
        if code.strip():
            self._gate.try_recovery(code, self._code_judged, self._failed)

    def _code_judged(self, fits: bool) -> None:
        if self._visit is None:
            return
        if not fits:
            self._code_fault.tell(_("That is not the recovery code. Compare it with the sheet, letter by letter."))
            self.say_anew(self._code_fault)
            bring_into_sight(self._code_fault)
            return
        self._code.line.wipe()
        self._visit.role = StaffRole.LEAD
        self.emits(Step.UNLOCK_BY_CODE)

    def _failed(self, error: OutreachError) -> None:
        self._tell_fault(error.message)
        self._code_fault.tell(error.message)
        self.say_anew(self._code_fault)
        self._show_state()


def _sentence(state: GateState) -> Message:
    if state.wait_seconds:
        return ngettext("Wait one second, then try again.", "Wait {count} seconds, then try again.", state.wait_seconds)
    if state.wrong_tries == 0:
        return _("After {tries} wrong tries, wait {seconds} seconds.", tries=FREE_TRIES, seconds=FIRST_WAIT_SECONDS)
    if state.free_tries:
        return ngettext("One try is left before a wait.", "{count} tries are left before a wait.", state.free_tries)
    return _("One try now. Each wrong one makes the wait longer.")
