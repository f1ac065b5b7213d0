"""Lists that are longer than the window: moved by a finger, with the next row half in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
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

    def hasHeightForWidth(self) -> bool:
        return self._is_inside_another()

    def heightForWidth(self, width: int) -> int:
        layout = self._inner.layout()
        is_flowing = layout is not None and layout.hasHeightForWidth()
        return self._inner.heightForWidth(width) if is_flowing else self._inner.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self._is_inside_another():
            least.setHeight(self.heightForWidth(self.viewport().width()))
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._is_inside_another():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._is_inside_another():
            self.updateGeometry()

    def _is_inside_another(self) -> bool:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, ScrollArea):
            parent = parent.parentWidget()
        return parent is not None


def scrolling(inner: QWidget) -> ScrollArea:
    """A scroll area around a list."""
    return ScrollArea(inner)
