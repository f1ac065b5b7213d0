"""A number or a day with minus and plus: no keyboard is needed to change it, and it never leaves its bounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from outreach_app.errors import Message
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words

_WIDTH_PX, _DAY_WIDTH_PX = 190, 260
_HELD_MS, _EVERY_MS = 500, 120
_FARTHEST = timedelta(days=366)


class Stepper(QWidget):
    """Minus, the number with its unit, plus. A button that is held goes on.

    Args:
        theme: sizes and colours.
        name: what is set, for a screen reader.
        least, most: its bounds.
        step: what one touch adds.
        say: what stands for a number, such as :func:`counted` gives it.

    Signals:
        changed: carries the number after a touch.
    """

    changed = Signal(int)

    def __init__(
        self, theme: Theme, name: Sayable, least: int, most: int, step: int, say: Callable[[int], Sayable]
    ) -> None:
        super().__init__()
        self._least, self._most, self._step, self._say = least, most, step, say
        self._number = least
        self._words = Words(theme, "staff_title", align=Qt.AlignmentFlag.AlignHCenter)
        self._words.setFixedWidth(_WIDTH_PX)
        self._less = Button(theme, "small", _("Less: {what}", what=name), icon="minus", shows_word=False)
        self._more = Button(theme, "small", _("More: {what}", what=name), icon="plus", shows_word=False)
        for button, by in ((self._less, -step), (self._more, step)):
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(_HELD_MS)
            button.setAutoRepeatInterval(_EVERY_MS)
            button.clicked.connect(lambda _on=False, by=by: self._go(by))
        self.setLayout(row(self._less, 4, self._words, 4, self._more, align=Qt.AlignmentFlag.AlignVCenter))

    @property
    def number(self) -> int:
        """The number that is shown."""
        return self._number

    def bound(self, least: int, most: int) -> None:
        """Set other bounds, before a number is put."""
        self._least, self._most = least, most

    def put(self, number: int) -> None:
        """Show a number."""
        self._number = min(max(number, self._least), self._most)
        self._words.tell(self._say(self._number))
        self._less.setEnabled(self._number > self._least)
        self._more.setEnabled(self._number < self._most)

    def _go(self, by: int) -> None:
        before = self._number
        # From a number between two steps to the nearest step on that side.
        steps = (before - self._least) // self._step
        is_on_step = (before - self._least) % self._step == 0
        goal = self._least + self._step * (steps + (1 if by > 0 else -1 if is_on_step else 0))
        self.put(goal)
        if self._number != before:
            self.changed.emit(self._number)


class DayStepper(Stepper):
    """A day, or none, which stands before the earliest one.

    Args:
        theme, name: as for a number.
        none: says that there is no day.
    """

    def __init__(self, theme: Theme, name: Sayable, none: Message) -> None:
        super().__init__(theme, name, 0, 0, 1, self._say_day)
        self._words.setFixedWidth(_DAY_WIDTH_PX)
        self._none = none

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        return None if self.number <= self._least else date.fromordinal(self.number)

    def put_day(self, day: date | None, today: date) -> None:
        """Show a day; none earlier than today is offered, but for one that is set already."""
        earliest = min(today, day or today)
        self.bound(earliest.toordinal() - 1, (today + _FARTHEST).toordinal())
        self.put(self._least if day is None else day.toordinal())

    def _say_day(self, number: int) -> Sayable:
        return self._none if number <= self._least else date.fromordinal(number)


def counted(unit: Message) -> Callable[[int], Sayable]:
    """Says a number with what it counts."""
    return lambda number: _("{number} {unit}", number=number, unit=unit)
