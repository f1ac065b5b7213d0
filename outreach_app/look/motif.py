"""What is made from the wall: the mark, and the primary card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme
from outreach_app.look.wall import CARD_WALL, paint_wall


class Mark(QWidget):
    """The mark: four bars of the wall and the fifth one come down. 36 px wide."""

    _BARS = ((0, 0, 20, 8), (23, 0, 11, 8), (0, 11, 8, 8), (26, 11, 8, 8))
    _DOWN = (10, 24, 14, 9)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = theme.color("ink" if theme.scheme == "attract" else "accent")
        self._down = theme.color("dawn")
        leave_unread(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bars)
        for bar in self._BARS:
            painter.drawRoundedRect(QRectF(*bar).translated(1, 1), 2, 2)
        painter.setBrush(self._down)
        painter.drawRoundedRect(QRectF(*self._DOWN).translated(1, 1), 2, 2)
        painter.end()


class WallCard(QFrame):
    """The primary card: the accent ground with the wall across its top and the gap where the button came from.

    Args:
        theme: sizes and colours.
        wall_height: px of the wall at the top of the card; 0 for none.
        gap: left inset, top, height of the missing bars, px from the card's corner.
    """

    _RADIUS = 16

    def __init__(self, theme: Theme, wall_height: int, gap: tuple[int, int, int]) -> None:
        super().__init__()
        self._ground = theme.color("accent")
        self._shades = theme.tokens.motif["on_accent"]
        self._wall_height = wall_height
        self._gap = gap
        self._picture = QPixmap()
        self.setProperty("box", "accent")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.size() != self.size():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _draw(self) -> QPixmap:
        picture = QPixmap(self.size())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self._RADIUS, self._RADIUS)
        painter.fillPath(outline, self._ground)
        painter.setClipPath(outline)
        if self._wall_height > 0:
            inset, top, height = self._gap
            gap = QRectF(inset, top, self.width() - 2 * inset, height)
            cut = CARD_WALL.bar * 0.5
            wall = QRectF(0, -cut, self.width(), self._wall_height + cut)
            self._paint_rows(painter, wall, gap)
        painter.end()
        return picture

    def _paint_rows(self, painter: QPainter, wall: QRectF, gap: QRectF) -> None:
        layer = QPixmap(self.size())
        layer.fill(Qt.GlobalColor.transparent)
        brush = QPainter(layer)
        paint_wall(brush, wall, gap, self._shades, CARD_WALL)
        brush.end()
        painter.drawPixmap(0, 0, layer)
