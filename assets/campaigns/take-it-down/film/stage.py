"""What the films are painted with: a picture of 1920 x 1080, the campaign's colours and type, and calm movement.

Sizes and places are px of that picture, times are seconds.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme
from outreach_app.look.wall import WallStyle
from outreach_app.theme_tokens import TypeRole

WIDTH, HEIGHT = 1920, 1080
FRAMES_PER_SECOND = 30
SCALE = 1.5
"""From the design's px, at 1280 wide, to those of the picture."""

WALL = WallStyle(72, 15, 105, 330, 7)
"""The attract screen's wall at the picture's scale."""

STEP = WALL.bar + WALL.gap


def ease(now: float, begin: float, end: float) -> float:
    """0 before ``begin``, 1 after ``end``, and in between a slow start and a slow stop."""
    share = min(max((now - begin) / (end - begin), 0.0), 1.0)
    return share * share * share * (share * (share * 6 - 15) + 10)


def glide(now: float, begin: float, end: float) -> float:
    """As :func:`ease`, but gentler in the middle: for long ways."""
    share = min(max((now - begin) / (end - begin), 0.0), 1.0)
    return (1 - math.cos(math.pi * share)) / 2


def between(one: float, other: float, share: float) -> float:
    """A number on the way from one to the other."""
    return one + (other - one) * share


def moved(one: QRectF, other: QRectF, share: float) -> QRectF:
    """A place on the way from one to the other."""
    return QRectF(
        between(one.x(), other.x(), share),
        between(one.y(), other.y(), share),
        between(one.width(), other.width(), share),
        between(one.height(), other.height(), share),
    )


@lru_cache(maxsize=4096)
def blended(one: str, other: str, share: float) -> QColor:
    """A colour on the way from one to the other."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        between(first.redF(), second.redF(), share),
        between(first.greenF(), second.greenF(), share),
        between(first.blueF(), second.blueF(), share),
    )


class Stage:
    """One picture that is being painted.

    Args:
        theme: colours, in the scheme ``attract``.
        image: what is painted on.
    """

    def __init__(self, theme: Theme, image: QImage) -> None:
        self.theme = theme
        self.painter = QPainter(image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.fillRect(image.rect(), theme.color("paper"))
        self.painter.setPen(Qt.PenStyle.NoPen)

    def end(self) -> None:
        """The picture is done."""
        self.painter.end()

    def bar(self, place: QRectF, color: str | QColor, opacity: float = 1.0, radius: float = WALL.radius) -> None:
        """One bar."""
        if opacity <= 0 or not place.intersects(QRectF(0, 0, WIDTH, HEIGHT)):
            return
        painter = self.painter
        painter.setOpacity(opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(place, radius, radius)
        painter.setOpacity(1.0)

    def veil(self, opacity: float) -> None:
        """Dim all that is painted so far."""
        if opacity > 0:
            self.painter.setOpacity(opacity)
            self.painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), self.theme.color("paper"))
            self.painter.setOpacity(1.0)

    def icon(self, name: str, centre: QPointF, size: float, role: str, opacity: float = 1.0) -> None:
        """A line icon of the program's own set."""
        if opacity > 0:
            self.painter.setOpacity(opacity)
            area = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
            paint_icon(self.painter, name, area, self.theme.color(role), stroke=size / 14)
            self.painter.setOpacity(1.0)

    def font(self, size: float, weight: int = 400) -> QFont:
        """The design's typeface at a size, px."""
        kind = TypeRole(size, weight, 0.0 if size < 100 else -size / 33, 1.0)
        tokens = self.theme.tokens
        return Theme(type(tokens)(**{**vars(tokens), "type": {"here": kind}, "type_by_frame": {}})).font("here")

    def text(self, said: str, baseline: QPointF, font: QFont, role: str, opacity: float = 1.0) -> float:
        """Text that begins at a point of its base line; returns its width."""
        if opacity > 0:
            self.painter.setOpacity(opacity)
            self.painter.setFont(font)
            self.painter.setPen(self.theme.color(role))
            self.painter.drawText(baseline, said)
            self.painter.setOpacity(1.0)
        return QFontMetricsF(font).horizontalAdvance(said)

    def outline(self, place: QRectF, share: float, role: str, opacity: float, radius: float) -> None:
        """A hairline that has drawn itself around a place this far."""
        if share <= 0 or opacity <= 0:
            return
        path = QPainterPath()
        path.addRoundedRect(place, radius, radius)
        pen = QPen(self.theme.color(role), 3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([path.length() / 3 * share, path.length() / 3])
        self.painter.setOpacity(opacity)
        self.painter.setPen(pen if share < 1 else QPen(self.theme.color(role), 3))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)
        self.painter.setOpacity(1.0)
