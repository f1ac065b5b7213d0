"""Where a finger signs. What it draws is kept as strokes, small enough for the seal."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.domain.pledge import DrawnSignature
from outreach_app.language import Tongue, _
from outreach_app.look.fingers import KEEPS_THE_FINGER
from outreach_app.look.theme import Theme

_GRID_WIDTH = 1000
_LEAST_STEP_PX = 3.0


class SignaturePad(QWidget):
    """A surface for a finger, a pen or a mouse.

    Signals:
        changed: a stroke was added or all were wiped.
    """

    reads_as = QAccessible.Role.Canvas

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ink = theme.color("ink")
        self._strokes: list[list[QPointF]] = []
        self._drawn_at_width = 0
        self._shrink = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setProperty(KEEPS_THE_FINGER, True)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(_("Space to sign with your finger")))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn that could be a signature; a single dot is none."""
        return sum(len(stroke) for stroke in self._strokes) < 3

    def wipe(self) -> None:
        """Take everything away."""
        self._strokes = []
        self._shrink = 1.0
        self.update()
        self.changed.emit()

    def signature(self) -> DrawnSignature:
        """The strokes on a grid 1,000 wide."""
        scale = _GRID_WIDTH / max(self.width(), 1)
        return DrawnSignature(
            tuple(tuple((round(p.x() * scale), round(p.y() * scale)) for p in stroke) for stroke in self._strokes)
        )

    def show_signature(self, signature: DrawnSignature) -> None:
        """Draw strokes again, as when a visitor comes back to the screen."""
        self._drawn_at_width = max(self.width(), 1)
        scale = self._drawn_at_width / _GRID_WIDTH
        self._strokes = [[QPointF(x * scale, y * scale) for x, y in stroke] for stroke in signature.strokes]
        self._fit_height()
        self.update()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is drawn keeps its shape when the window takes another."""
        super().resizeEvent(event)
        width = max(self.width(), 1)
        if self._strokes and self._drawn_at_width:
            factor = width / self._drawn_at_width
            self._strokes = [[point * factor for point in stroke] for stroke in self._strokes]
        self._drawn_at_width = width
        self._fit_height()

    def _fit_height(self) -> None:
        """Show all of what was drawn in a higher space; a signature without its foot looks lost."""
        lowest = max((point.y() for stroke in self._strokes for point in stroke), default=0.0)
        self._shrink = min(1.0, max(self.height(), 1) / lowest) if lowest else 1.0

    def sizeHint(self) -> QSize:
        return QSize(400, 160)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shrink < 1.0:
            # Whoever goes on drawing goes on with what they see, and where their finger is.
            self._strokes = [[point * self._shrink for point in stroke] for stroke in self._strokes]
            self._shrink = 1.0
        self._strokes.append([event.position()])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._strokes:
            return
        here = event.position()
        here = QPointF(min(max(here.x(), 0), self.width()), min(max(here.y(), 0), self.height()))
        step = here - self._strokes[-1][-1]
        if abs(step.x()) + abs(step.y()) >= _LEAST_STEP_PX:
            self._strokes[-1].append(here)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._ink, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.scale(self._shrink, self._shrink)
        for stroke in self._strokes:
            if len(stroke) == 1:
                painter.drawPoint(stroke[0])
            else:
                painter.drawPath(_smooth(stroke))
        painter.end()


def _smooth(stroke: list[QPointF]) -> QPainterPath:
    """A curve through the middles of the steps, so that a quick hand leaves no corners."""
    path = QPainterPath(stroke[0])
    for before, after in pairwise(stroke[1:]):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(stroke[-1])
    return path
