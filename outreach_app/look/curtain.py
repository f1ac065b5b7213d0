"""The first thing seen: the wall, painted before anything else is loaded, until the station is ready behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outreach_app.look.wall import ATTRACT_WALL, paint_wall
from outreach_app.theme_tokens import ThemeTokens


class Curtain(QWidget):
    """A window with the attract screen's ground and wall, and nothing to touch or read.

    It needs Qt and the tokens alone, so that whoever starts the program sees at once that it starts.
    """

    def __init__(self, tokens: ThemeTokens) -> None:
        super().__init__()
        self._ground = QColor(tokens.palettes["attract"]["paper"])
        self._shades = tokens.motif["attract"]
        self.was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        area = QRectF(self.width() * 0.44, 0, self.width(), self.height() * 0.75)
        paint_wall(painter, area, QRectF(), self._shades, ATTRACT_WALL, ragged=90)
        painter.end()
        self.was_painted = True
