"""The one picture of the design: a wall of plain bars with one missing.

Painted from a fixed seed, so it never flickers; neighbouring bars never share a shade. It needs nothing but Qt, for it
is the first thing that is seen.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

Bar = tuple[QRectF, str]
"""Where a bar stands, and its shade."""


class WallStyle(NamedTuple):
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
    """Paint a wall that fills an area, leaving out a gap; see :func:`laid_wall`."""
    painter.save()
    painter.setClipRect(area)
    paint_bars(painter, laid_wall(area, gap, shades, style, ragged=ragged, seed=seed), style)
    painter.restore()


def paint_bars(painter: QPainter, bars: Iterable[Bar], style: WallStyle) -> None:
    """Paint the bars of a wall that has been laid, uncut."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, shade in bars:
        painter.setBrush(QColor(shade))
        painter.drawRoundedRect(place, style.radius, style.radius)
    painter.restore()


def laid_wall(
    area: QRectF,
    gap: QRectF,
    shades: tuple[str, ...],
    style: WallStyle,
    *,
    ragged: float = 0,
    seed: int = 7,
) -> Iterator[Bar]:
    """The bars of a wall that fills an area, row by row, leaving out a gap (same coordinates), each with its shade.

    ``ragged``: how far, px, the first bar of a row may stand in from the left edge, so that the wall ends unevenly.
    """
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    above: list[_Stretch] = []
    top = area.top()
    while top < area.bottom():
        start = area.left() + (chance.random() * ragged if ragged else -chance.random() * style.widest)
        row = QRectF(area.left(), top, area.width(), style.bar)
        stretches = [(start, area.right() + style.widest)]
        if row.intersects(gap):
            stretches = [(start, gap.left()), (gap.right(), area.right() + style.widest)]
        above = [bar for left, right in stretches for bar in _lay(chance, left, right, above, shades, style)]
        for left, right, shade in above:
            yield QRectF(left, top, right - left, style.bar), shade
        top += style.bar + style.gap


_Stretch = tuple[float, float, str]
"""Left, right, shade."""


def _lay(
    chance: random.Random, left: float, right: float, above: list[_Stretch], shades: tuple[str, ...], style: WallStyle
) -> list[_Stretch]:
    """Bars from left to right; the last one ends exactly at the right, so that the gap has straight edges."""
    laid: list[_Stretch] = []
    while left < right:
        end = left + chance.uniform(style.narrowest, style.widest)
        if end + style.gap + style.narrowest > right:
            end = right
        beside = {laid[-1][2]} if laid else set()
        over = [bar for bar in above if bar[0] < end and bar[1] > left]
        while not (free := _free(shades, over, beside)) and len(over) > 2:
            # A wide bar may touch narrow ones of every shade; then it ends before the last of them.
            end = over.pop()[0] - style.gap
        shade = chance.choice(free or list(shades))
        laid.append((left, end, shade))
        left = end + style.gap
    return laid


def _free(shades: tuple[str, ...], touched: list[_Stretch], beside: set[str]) -> list[str]:
    taken = beside | {shade for _left, _right, shade in touched}
    return [shade for shade in shades if shade not in taken]
