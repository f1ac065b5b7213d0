"""A form and its keyboard: the keyboard comes with the focus and takes the bottom bar's place while it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from outreach_app.look.field import Field
from outreach_app.look.keyboard import Keyboard
from outreach_app.look.theme import Theme


class TypingArea(QObject):
    """Ties fields, keyboard and bottom bar together.

    Signals:
        completed: *Continue* in the last field.
        went_back: *Back* on the keyboard.
        keyboard_shown: whether the keyboard is there now.
    """

    completed = Signal()
    went_back = Signal()
    keyboard_shown = Signal(bool)

    def __init__(self, theme: Theme, bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.keyboard = Keyboard(theme)
        self.keyboard.hide()
        self._is_shown = False
        self._bar = bar
        self._fields: list[Field] = []
        self._capitals: set[Field] = set()
        self._served: Field | None = None
        self.keyboard.went_on.connect(self._go_on)
        self.keyboard.went_back.connect(self.went_back)
        self.keyboard.was_hidden.connect(self.hide)

    def take(self, fields: Sequence[Field], capitals: Sequence[Field], left: Callable[[Field], None]) -> None:
        """Serve these fields, in this order; ``capitals`` begin with a capital; ``left`` hears of each one left."""
        self._fields = list(fields)
        self._capitals = set(capitals)
        for field in fields:
            field.line.entered.connect(lambda field=field: self._serve(field))
            field.line.finished.connect(lambda field=field: left(field))
            field.line.returnPressed.connect(self._go_on)

    def stand_on(self, fields: Sequence[Field]) -> None:
        """Go round among these of the fields only: one page of a form."""
        self._fields = list(fields)

    @property
    def served(self) -> Field | None:
        """The field the keyboard writes to; ``None`` while it is put away."""
        return self._served if self._is_shown else None

    def start(self) -> None:
        """Put the focus into the first empty field, or the first."""
        empty = [field for field in self._fields if not field.line.text()]
        (empty or self._fields)[0].line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def hide(self) -> None:
        """Put the keyboard away and bring the bar back."""
        for field in self._fields:
            field.line.clearFocus()
        self._show(False)

    def _show(self, is_shown: bool) -> None:
        if self._is_shown is is_shown:
            return
        self._is_shown = is_shown
        self.keyboard.setVisible(is_shown)
        self._bar.setVisible(not is_shown)
        self.keyboard_shown.emit(is_shown)

    def _serve(self, field: Field) -> None:
        self._served = field
        starts_capital = field in self._capitals and not field.line.text()
        self.keyboard.serve(field.layout_name, starts_capital=starts_capital, is_last=field is self._fields[-1])
        self._show(True)

    def _go_on(self) -> None:
        current = next((field for field in self._fields if field.line.hasFocus()), None)
        if current is None or current is self._fields[-1]:
            self.completed.emit()
            return
        following = self._fields[self._fields.index(current) + 1]
        following.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
