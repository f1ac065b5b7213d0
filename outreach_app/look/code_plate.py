"""A QR code on screen: ink on a white plate with its quiet zone, whatever the theme around it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from outreach_app.handouts.codes import QUIET_ZONE, code_matrix
from outreach_app.language import Sayable, Tongue
from outreach_app.look.theme import Theme


class CodePlate(QWidget):
    """One code.

    Args:
        theme: sizes and colours.
        payload: what the code says.
        name: what it is for, for a screen reader.
        side: px of the whole plate with its quiet zone, at most; unless it must be larger for the least size of a code
            (a module a whole number of px, at least 4).
        bordered: whether the plate has a hairline, for a plate on a white card that must still show its edge.
    """

    reads_as = QAccessible.Role.Graphic

    _LEAST_MODULE_PX = 4

    def __init__(self, theme: Theme, payload: str, name: Sayable, side: int = 0, *, bordered: bool = False) -> None:
        super().__init__()
        self._name = name
        self.payload = payload
        self._ink = theme.color("ink") if theme.scheme != "attract" else QColor(theme.tokens.light["ink"])
        self._line = theme.color("line")
        self._bordered = bordered
        matrix = code_matrix(payload)
        modules = matrix.size + 2 * QUIET_ZONE
        least = -(-theme.size("qr_screen_min") // modules)
        self._module = max(side // modules, least, self._LEAST_MODULE_PX)
        self._side = self._module * modules
        self._picture = self._draw(matrix.runs())
        # Held at its size: a code that is squeezed scans no more.
        self.setFixedSize(self._side, self._side)

    def speak(self, tongue: Tongue) -> None:
        """Name the code in this language."""
        self.setAccessibleName(tongue.say(self._name))

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def _draw(self, runs: Iterator[tuple[int, int, int]]) -> QPixmap:
        picture = QPixmap(self._side, self._side)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        side = self._module
        dark = [QRect((x + QUIET_ZONE) * side, (y + QUIET_ZONE) * side, width * side, side) for x, y, width in runs]
        painter.drawRects(dark)
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._bordered:
            painter.setPen(self._line)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self._side - 1, self._side - 1), 8, 8)
        painter.end()
