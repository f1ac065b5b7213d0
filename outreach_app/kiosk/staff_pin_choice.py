"""Choosing the two PINs, one after the other: what the set-up and the staff's own screen share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak
from outreach_app.visit.pins import LEAST_DIGITS, StaffRole

_MOST = 8
_LINES_OF_FAULT = 3
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


class PinChoice(QWidget):
    """One pad, twice. What was chosen is not shown again.

    Attributes:
        role: whose PIN is asked for.

    Signals:
        filled: whether there are digits enough to go on.
        confirmed: Enter was pressed.
    """

    filled = Signal(bool)
    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tongue: Tongue | None = None
        self.role = StaffRole.LEAD
        self._ask = Words(theme, "h2", "")
        self._line = Words(theme, "body", "", tone="quiet")
        self._boxes = DigitBoxes(theme, _("PIN"), _MOST, LEAST_DIGITS, is_narrow=True)
        self._boxes.changed.connect(lambda digits: self.filled.emit(len(digits) >= LEAST_DIGITS))
        self._boxes.confirmed.connect(self.confirmed)
        pad = Keypad(theme, theme.by_frame(76, 76, 62))
        pad.digit.connect(self._boxes.add)
        pad.cleared.connect(lambda: self._boxes.put(""))
        pad.erased.connect(self._boxes.erase)
        note = Words(theme, "min", _("Write it down before you go on. It is kept so that nobody can read it again."))
        left = column(
            self._ask,
            6,
            self._line,
            theme.by_frame(22, 22, 12),
            self._boxes,
            theme.by_frame(12, 12, 6),
            self._fault_place(theme),
            theme.by_frame(10, 10, 4),
            note,
            None,
        )
        is_tall = theme.is_portrait
        both = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.by_frame(40, 24, 24))
        both.addLayout(left, 1)
        both.addLayout(row(None, pad, None) if is_tall else column(pad, None))
        self.setLayout(both)

    def _fault_place(self, theme: Theme) -> QWidget:
        """Room that is kept, so that no sentence pushes the pad away under a finger."""
        self._fault = Words(theme, "fault", tone="warn")
        self._fault_icon = Icon(theme, "notice", color="warn", size=22)
        self._fault_icon.hide()
        line = row(column(self._fault_icon, None), 8, column(self._fault, None))
        line.setStretch(2, 1)
        place = holding(line)
        place.setFixedHeight(round(_LINES_OF_FAULT * theme.line_height("fault")))
        return place

    @property
    def digits(self) -> str:
        """What is typed now."""
        return self._boxes.digits

    @property
    def is_whole(self) -> bool:
        """Whether there are digits enough."""
        return len(self._boxes.digits) >= LEAST_DIGITS

    def ask_for(self, role: StaffRole) -> None:
        """Ask for this role's PIN, with nothing typed."""
        self.role = role
        ask, line = _ASKS[role]
        self._ask.tell(ask)
        self._line.tell(line)
        self.clear()
        self._boxes.setFocus()

    def clear(self) -> None:
        """Forget what is typed."""
        self._boxes.put("")
        self.filled.emit(False)

    def show_fault(self, sentence: Sayable | None) -> None:
        """Say how to mend it, or that all is well (``None``)."""
        self._fault.tell(sentence if sentence is not None else "")
        self._fault_icon.setVisible(sentence is not None)
        if self._tongue is not None:
            speak(self._fault, self._tongue)

    def speak(self, tongue: Tongue) -> None:
        """Remember the language of what is said later."""
        self._tongue = tongue
