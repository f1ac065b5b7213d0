"""The one picture of the design: a wall of plain bars with one missing, and the mark made from it.

Painted from a fixed seed, so it never flickers; neighbouring bars never share a shade.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from outreach_app.look.theme import Theme


@dataclass(frozen=True)
class WallStyle:
    """How a wall is laid, px: height of a bar, gap between bars, bounds of their widths."""

    bar: int
    gap: int
    narrowest: int
    widest: int
    radius: int = 5


ATTRACT_WALL = WallStyle(48, 10, 70, 220)
CARD_WALL = WallStyle(28, 8, 48, 130, 4)


def paint_wall(
    painter: QPainter,
    area: QRectF,
    gap: QRectF,
    shades: tuple[str, ...],
    style: WallStyle,
    *,
    ragged: float = 0,
    seed: int = 7,
) -> None:
    """Paint a wall that fills an area, row by row, leaving out a gap (same coordinates).

    ``ragged``: how far, px, the first bar of a row may stand in from the left edge, so that the wall ends unevenly.
    """
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    above: list[_Bar] = []
    top = area.top()
    while top < area.bottom():
        start = area.left() + (chance.random() * ragged if ragged else -chance.random() * style.widest)
        row = QRectF(area.left(), top, area.width(), style.bar)
        stretches = [(start, area.right() + style.widest)]
        if row.intersects(gap):
            stretches = [(start, gap.left()), (gap.right(), area.right() + style.widest)]
        above = [bar for left, right in stretches for bar in _lay(chance, left, right, above, shades, style)]
        for left, right, shade in above:
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(QRectF(left, top, right - left, style.bar), style.radius, style.radius)
        top += style.bar + style.gap
    painter.restore()


_Bar = tuple[float, float, str]
"""Left, right, shade."""


def _lay(
    chance: random.Random, left: float, right: float, above: list[_Bar], shades: tuple[str, ...], style: WallStyle
) -> list[_Bar]:
    """Bars from left to right; the last one ends exactly at the right, so that the gap has straight edges."""
    laid: list[_Bar] = []
    while left < right:
        end = left + chance.uniform(style.narrowest, style.widest)
        if end + style.gap + style.narrowest > right:
            end = right
        taken = {shade for start, stop, shade in above if start < end and stop > left}
        if laid:
            taken.add(laid[-1][2])
        shade = chance.choice([shade for shade in shades if shade not in taken] or list(shades))
        laid.append((left, end, shade))
        left = end + style.gap
    return laid


class Mark(QWidget):
    """The mark: four bars of the wall and the fifth one come down. 36 px wide."""

    _BARS = ((0, 0, 20, 8), (23, 0, 11, 8), (0, 11, 8, 8), (26, 11, 8, 8))
    _DOWN = (10, 24, 14, 9)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = theme.color("ink" if theme.scheme == "attract" else "accent")
        self._down = theme.color("dawn")
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

    def leave_wall(self, height: int) -> None:
        """Change how much of the card the wall covers, px."""
        self._wall_height = height
        self._picture = QPixmap()
        self.update()

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
