"""The sign at the foot of a page that goes on below: a line across and an arrow. It stands still and takes no touch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme

STRIP_PX = 32
_ARROW_PX = 26


class MoreBelow(QWidget):
    """Has its own strip, so that it never lies on what is read. A screen reader hears of the rest anyhow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._arrow, self._line = theme.color("accent"), theme.color("line_strong")
        self._stroke = theme.stroke()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._line, 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        left, top = (self.width() - _ARROW_PX) // 2, (self.height() - _ARROW_PX) // 2 + 1
        paint_icon(painter, "chevron-down", QRectF(left, top, _ARROW_PX, _ARROW_PX), self._arrow, self._stroke)
        painter.end()
