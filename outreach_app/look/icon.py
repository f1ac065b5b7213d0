"""Line icons: one weight whatever their size, painted in a colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.asset_files import asset
from outreach_app.look.direction import is_turned
from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme

_GRID = 24
_STROKE_PX = 2.2
_POINTING = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right", "leave", "lines"})
"""What points along the reading, and so turns round with the page; a telephone or a film's button does not."""


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _pixmap(name: str, size: int, color: str, ratio: float, *, stroke: float) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", color)
    drawing = drawing.replace('stroke-width="2.2"', f'stroke-width="{stroke * _GRID / size:.3f}"')
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, area: QRectF, color: QColor, stroke: float = _STROKE_PX) -> None:
    """Paint an icon into a square area; ``stroke`` is its weight in px. An arrow points the way the page runs."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    pixmap = _pixmap(name, round(area.width()), color.name(), ratio, stroke=stroke)
    if name not in _POINTING or not isinstance(device, QWidget) or not is_turned(device):
        painter.drawPixmap(area.topLeft(), pixmap)
        return
    painter.save()
    painter.translate(area.right(), area.top())
    painter.scale(-1, 1)
    painter.drawPixmap(0, 0, pixmap)
    painter.restore()


class Icon(QWidget):
    """An icon beside a word; says nothing by itself, so a screen reader passes over it."""

    def __init__(self, theme: Theme, name: str, *, color: str = "accent", size: int | None = None) -> None:
        super().__init__()
        self._name = name
        self._color = theme.color(color)
        self._size = size if size is not None else theme.size("icon")
        self._stroke = theme.stroke()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        leave_unread(self)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(0, 0, self._size, self._size), self._color, self._stroke)
        painter.end()
