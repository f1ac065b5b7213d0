"""The ring that shows how many seconds are left before a screen is cleared."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.language import Tongue, ngettext
from outreach_app.look.theme import Theme


class CountdownRing(QWidget):
    """A ring that empties, the seconds in its middle. It steps once a second: nothing here pulses or pushes."""

    reads_as = QAccessible.Role.StaticText

    _WIDTH = 14

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tongue = Tongue("en")
        self._left, self._whole = 0, 1
        self._side = theme.by_frame(188, 188, 140)
        self.setFont(theme.font("counter"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, seconds: int, whole: int) -> None:
        """Show the seconds that are left of a whole."""
        self._left, self._whole = seconds, max(whole, 1)
        self.speak(self._tongue)
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Say the seconds in this language."""
        self._tongue = tongue
        self.setAccessibleName(tongue.say(ngettext("{count} second", "{count} seconds", self._left)))

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._WIDTH / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        for color, share in (("sunken", 1.0), ("accent", self._left / self._whole)):
            pen = QPen(self._theme.color(color), self._WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(area, 90 * 16, round(-360 * 16 * share))
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._left))
        painter.end()
