"""Digits: the pad with large keys, and the row of boxes that shows what was touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from outreach_app.errors import Message
from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.direction import is_turned
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme


class _Key(QPushButton):
    """One key of the pad."""

    def __init__(
        self, theme: Theme, what: Sayable, height: int, *, icon: str | None = None, is_edit: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._what = what
        self._icon = icon
        self.setProperty("kind", "keypad-edit" if is_edit else "keypad")
        self.setFont(theme.font("label" if is_edit else "keypad_key"))
        width = theme.by_frame(theme.size("keypad_key_w"), 180, 116)
        self.setFixedSize(width, height)
        self.setAutoDefault(True)
        FocusRing(theme, self, radius=16)

    def speak(self, tongue: Tongue) -> None:
        """Say the key in this language."""
        said = tongue.say(self._what)
        self.setAccessibleName(said)
        self.setText("" if self._icon else said)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon is None:
            return
        painter = QPainter(self)
        side = 30
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, area, self._theme.color("ink"), self._theme.stroke())
        painter.end()


class Keypad(QWidget):
    """The pad: 1 to 9, *Clear*, 0, delete.

    Signals:
        digit: one digit was touched, as text.
        cleared: everything shall go.
        erased: the last digit shall go.
    """

    digit = Signal(str)
    cleared = Signal()
    erased = Signal()

    def __init__(self, theme: Theme, key_height: int | None = None) -> None:
        super().__init__()
        self._height = key_height if key_height is not None else theme.by_frame(theme.size("keypad_key_h"), 92, 76)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for number in range(1, 10):
            grid.addWidget(self._digit_key(theme, number), (number - 1) // 3, (number - 1) % 3)
        clear = _Key(theme, _("Clear"), self._height, is_edit=True)
        erase = _Key(theme, _("Delete the last digit"), self._height, icon="backspace", is_edit=True)
        clear.clicked.connect(self.cleared)
        erase.clicked.connect(self.erased)
        grid.addWidget(clear, 3, 0)
        grid.addWidget(self._digit_key(theme, 0), 3, 1)
        grid.addWidget(erase, 3, 2)
        self.setLayout(grid)
        # Digits are read and laid out from the left in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _digit_key(self, theme: Theme, number: int) -> _Key:
        key = _Key(theme, str(number), self._height)
        key.clicked.connect(lambda: self.digit.emit(str(number)))
        return key


class DigitBoxes(QWidget):
    """What was touched so far, a box a digit; the next box has the focus colour. Also takes real keys.

    Signals:
        changed: the digits, as text, after each change.
        confirmed: Enter was pressed.

    Args:
        theme: sizes and colours.
        name: what is asked, for a screen reader.
        most: how many digits it takes.
        shown: how many boxes stand there at least; more appear as digits come.
        is_narrow: smaller boxes, for more digits than an age or a ZIP has.
    """

    reads_as = QAccessible.Role.EditableText

    changed = Signal(str)
    confirmed = Signal()

    def __init__(self, theme: Theme, name: Message, most: int, shown: int, *, is_narrow: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._is_narrow = is_narrow
        self._most, self._shown = most, shown
        self._tongue: Tongue | None = None
        self.digits = ""
        self.setFont(theme.font("keypad_key" if is_narrow else "digit"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self._tongue = tongue
        self.setAccessibleName(tongue.say(self._name))

    def add(self, digit: str) -> None:
        """Take one more digit, if there is room."""
        if len(self.digits) < self._most:
            self.put(self.digits + digit)

    def erase(self) -> None:
        """Drop the last digit."""
        self.put(self.digits[:-1])

    def put(self, digits: str) -> None:
        """Show these digits."""
        self.digits = digits
        # What a screen reader reads of a widget without a text of its own.
        self.setAccessibleDescription(" ".join(digits))
        self.updateGeometry()
        self.update()
        self.changed.emit(digits)

    def _box(self) -> tuple[int, int, int]:
        if self._is_narrow:
            return self._theme.by_frame(56, 56, 48), self._theme.by_frame(72, 72, 60), 8
        return self._theme.by_frame(84, 84, 72), self._theme.by_frame(100, 100, 84), 12

    def _boxes(self) -> int:
        return min(max(self._shown, len(self.digits) + (len(self.digits) < self._most)), self._most)

    def sizeHint(self) -> QSize:
        width, height, gap = self._box()
        return QSize(self._most * (width + gap) - gap, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isdigit():
            self.add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        width, height, gap = self._box()
        # Digits read from the left everywhere; on a page from the right the boxes begin at its right edge.
        start = self.width() - self._boxes() * (width + gap) + gap if is_turned(self) else 0
        for index in range(self._boxes()):
            is_next = index == len(self.digits)
            role, pen = ("focus", 3) if is_next else ("line_strong", 2)
            area = QRectF(start + index * (width + gap), 0, width, height)
            painter.setPen(QPen(self._theme.color(role), pen))
            painter.setBrush(self._theme.color("surface"))
            painter.drawRoundedRect(area.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 12, 12)
            painter.setPen(self._theme.color("ink"))
            if index < len(self.digits):
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.digits[index])
            elif is_next:
                painter.fillRect(
                    QRectF(area.center().x() - 1, area.top() + height * 0.27, 2, height * 0.46), painter.pen().color()
                )
        painter.end()
