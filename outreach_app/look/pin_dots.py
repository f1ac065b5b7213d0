"""A PIN that is being typed: a dot for each digit, and nothing that says which digit it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from outreach_app.language import Message, _
from outreach_app.look.keypad import DigitBoxes
from outreach_app.look.theme import Theme

_DOT, _GAP = 28, 22


class PinDots(DigitBoxes):
    """Takes digits as boxes do, and shows how many there are. A screen reader hears the number of them alone.

    Args:
        theme: sizes and colours.
        name: what is asked for.
        most: how many digits it takes; ``shown``: how many empty dots stand there at least.
    """

    def __init__(self, theme: Theme, name: Message, most: int, shown: int) -> None:
        self._filled, self._empty = theme.color("ink"), theme.color("line_strong")
        super().__init__(theme, name, most, shown)

    def put(self, digits: str) -> None:
        """Take these digits."""
        super().put(digits)
        self.setAccessibleDescription(self._tongue.say(_("{count} digits", count=len(digits))) if self._tongue else "")

    def sizeHint(self) -> QSize:
        # Longer PINs go on in smaller steps, so that the row never grows.
        return QSize(self._shown * (_DOT + _GAP) + _GAP, _DOT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(self._shown, len(self.digits))
        step = min(float(_DOT + _GAP), (self.width() - _DOT - 4) / max(count - 1, 1))
        for index in range(count):
            dot = QRectF(2 + index * step, 2, _DOT, _DOT)
            is_typed = index < len(self.digits)
            painter.setPen(QPen(self._filled if is_typed else self._empty, 2))
            painter.setBrush(self._filled if is_typed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 3))
            next_left = 2 + min(len(self.digits), count - 1) * step
            painter.drawLine(round(next_left), self.height() - 1, round(next_left + _DOT), self.height() - 1)
        painter.end()
