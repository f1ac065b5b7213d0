"""Lists that are longer than the window: moved by a finger, with the next row half in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QSizePolicy,
    QWidget,
)

_ROOM_AROUND_FOCUS_PX = 24


class ScrollArea(QScrollArea):
    """A scroll area without frame, still while its content fits.

    Inside another one it shows all of its content and leaves the moving to that one: nobody scrolls in two places.
    """

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)
        self._let_fingers_move()

    def _let_fingers_move(self) -> None:
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(self.viewport())
        properties = scroller.scrollerProperties()
        off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, off)
        scroller.setScrollerProperties(properties)

    def follow_focus(self) -> None:
        """Keep the line that is written in sight; whoever moves by key is followed by Qt itself."""
        QApplication.instance().focusChanged.connect(self._show_focus)  # type: ignore[union-attr]

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A new screen gives its first button the focus, and must show its heading all the same.
        if isinstance(now, QLineEdit) and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, _ROOM_AROUND_FOCUS_PX, _ROOM_AROUND_FOCUS_PX)

    # -- inside another --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._open_out()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._open_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_out()

    def _open_out(self) -> None:
        if not self._is_inside_another():
            return
        inner, width = self._inner, self.viewport().width()
        layout = inner.layout()
        fits = layout is not None and layout.hasHeightForWidth()
        self.setMinimumHeight(inner.heightForWidth(width) if fits else inner.sizeHint().height())

    def _is_inside_another(self) -> bool:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, ScrollArea):
            parent = parent.parentWidget()
        return parent is not None


def scrolling(inner: QWidget) -> ScrollArea:
    """A scroll area around a list."""
    return ScrollArea(inner)
