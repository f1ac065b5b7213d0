"""What a film is steered by: how far it is, and how loud."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from outreach_app.language import Sayable, Tongue
from outreach_app.look.direction import is_turned
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.theme import Theme

_KNOB = 13
_TRACK = 10


def _paint_track(painter: QPainter, theme: Theme, width: int, height: int, share: float, *, turned: bool) -> None:
    """A track that is filled up to a knob, from the side where reading begins."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if turned:
        painter.translate(width, 0)
        painter.scale(-1, 1)
    way = width - 2 * _KNOB
    middle, at = height / 2, _KNOB + way * share
    radius = _TRACK / 2
    parts: tuple[tuple[QColor, float], ...] = ((theme.color("line"), width), (theme.color("ink"), at))
    for color, length in parts:
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(0, middle - radius, length, _TRACK), radius, radius)
    painter.drawEllipse(QPointF(at, middle), _KNOB, _KNOB)


class FilmProgress(QWidget):
    """How far the film is. It is read, not touched: going back has a button of its own."""

    reads_as = QAccessible.Role.ProgressBar

    def __init__(self, theme: Theme, name: Sayable) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(self._name))

    def advance(self, share: float, words: str) -> None:
        """Show how far, 0 to 1; ``words`` say the same to a screen reader."""
        way = self.width() - 2 * _KNOB
        if round(share * way) != round(self._share * way):
            self.update()
        self._share = min(max(share, 0.0), 1.0)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * _KNOB)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_track(painter, self._theme, self.width(), self.height(), self._share, turned=is_turned(self))
        painter.end()


class VolumeSlider(QSlider):
    """How loud, 0 to 100: touched anywhere it goes there, and the arrow keys move it."""

    def __init__(self, theme: Theme, name: Sayable, begin: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._name = name
        self.setRange(0, 100)
        self.setSingleStep(10)
        self.setValue(round(begin * 100))
        self.setFixedSize(theme.by_frame(150, 180, 120), theme.size("touch_min"))
        FocusRing(theme, self)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(self._name))

    def _go_to(self, x: float) -> None:
        way = max(self.width() - 2 * _KNOB, 1)
        share = min(max((x - _KNOB) / way, 0.0), 1.0)
        self.setValue(round(100 * (1 - share if is_turned(self) else share)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_track(painter, self._theme, self.width(), self.height(), self.value() / 100, turned=is_turned(self))
        painter.end()
