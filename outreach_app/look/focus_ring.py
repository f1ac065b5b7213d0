"""The purple ring around whatever has the keyboard's focus: outside the widget, with a gap, as a style sheet cannot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme

MOVES_BY_KEY = "moves_by_key"
"""Property of a window: whether its person moves by keyboard now. The window sets it; the ring reads it."""


class _Ring(QWidget):
    """The painted ring; laid over the window, it takes no touch."""

    def __init__(self, theme: Theme, parent: QWidget, radius: int, color: str) -> None:
        super().__init__(parent)
        self._color = theme.color(color)
        self._width = theme.tokens.border["focus"]
        self._radius = radius
        leave_unread(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, self._width))
        half = self._width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, self._radius, self._radius)
        painter.end()


class FocusRing(QObject):
    """Follows one widget: shows the ring while it has the focus by keyboard, hides it otherwise.

    A touch focuses too, but whoever touches sees where; the ring is for those who move by key.
    """

    def __init__(self, theme: Theme, widget: QWidget, *, radius: int = 14, on_accent: bool = False) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self._radius = radius
        # Purple on the accent is 1.03:1, so the ring takes the colour of text there.
        self._color = "on_accent" if on_accent else "focus"
        self._ring: _Ring | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            if self._widget.window().property(MOVES_BY_KEY):
                self._show()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._hide()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._ring is not None:
            self._place()
        return False

    def _show(self) -> None:
        parent = self._widget.parentWidget()
        if parent is None:
            return
        if self._ring is None:
            self._ring = _Ring(self._theme, parent, self._radius, self._color)
        self._place()
        self._ring.show()
        self._ring.raise_()

    def _place(self) -> None:
        reach = self._theme.tokens.border["focus"] + self._theme.tokens.border["focus_gap"]
        if self._ring is not None:
            self._ring.setGeometry(self._widget.geometry().adjusted(-reach, -reach, reach, reach))

    def _hide(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
