"""A finger that is drawn across a page moves it: one pair of hands for a whole window.

Measured with PySide6 6.12: each ``QScroller.grabGesture`` makes an enum class that never goes, because the binding's
enum lacks the kind of gesture that it answers with: 9 KB for each page that scrolls, 70 MB in 5,000 visits. So the
gesture is taken once, by the window, which hands it on to whatever page lies under the finger.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QScrollEvent, QScrollPrepareEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QScroller, QScrollerProperties, QWidget
from shiboken6 import isValid

KEEPS_THE_FINGER = "keepsTheFinger"
"""The property of a part on which a finger draws or drags something itself: from there it moves no page."""

_FAR_OUTSIDE = QPointF(-10_000, -10_000)


def let_fingers_move(window: QWidget) -> None:
    """Let a finger move each :class:`QScrollArea` of a window, those that come later too; asking twice does nothing."""
    if not QScroller.hasScroller(window):
        _Fingers(window)


class _Fingers(QObject):
    """Hears of the finger in the window's place, and passes what it does to one page."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._held: QScrollArea | None = None
        self._touched = QPoint()
        # Two quick taps are two taps here. Of what Qt takes for a double click, the scroller would swallow the second.
        QApplication.setDoubleClickInterval(0)
        QScroller.grabGesture(window, QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(window)
        properties = scroller.scrollerProperties()
        off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, off)
        scroller.setScrollerProperties(properties)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QScrollPrepareEvent):
            self._take_hold(event)
            return True
        if isinstance(event, QScrollEvent):
            self._move(event)
            return True
        return False

    def _take_hold(self, event: QScrollPrepareEvent) -> None:
        """Answer for the page under the finger; where there is none, the event stays unaccepted and nothing moves."""
        place = event.startPos().toPoint()
        self._touched = place
        self._held = _page_at(self._window, place)
        if self._held is None:
            event.ignore()
            return
        viewport = self._held.viewport()
        asked = QScrollPrepareEvent(viewport.mapFrom(self._window, place))
        asked.ignore()
        QApplication.sendEvent(viewport, asked)
        event.setViewportSize(asked.viewportSize())
        event.setContentPosRange(asked.contentPosRange())
        event.setContentPos(asked.contentPos())
        event.setAccepted(asked.isAccepted())

    def _move(self, event: QScrollEvent) -> None:
        # A page that was left while it still ran on is not there any more, or must be found as it was left.
        if self._held is None or not isValid(self._held) or not self._held.isVisible():
            return
        if event.scrollState() is QScrollEvent.ScrollState.ScrollStarted:
            self._let_go_of_what_was_pressed()
        QApplication.sendEvent(self._held.viewport(), event)

    def _let_go_of_what_was_pressed(self) -> None:
        """Tell the button under the finger that it is not meant.

        It comes along with the page, so it would be under the finger still when that is lifted, and be chosen by
        whoever only wanted to read on.
        """
        part = self._window.childAt(self._touched)
        if part is not None:
            kind, left, none = QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
            outside = QMouseEvent(kind, _FAR_OUTSIDE, _FAR_OUTSIDE, left, none, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(part, outside)


def _page_at(window: QWidget, place: QPoint) -> QScrollArea | None:
    """The innermost page there that is longer than its room."""
    part = window.childAt(place)
    while part is not None and part is not window:
        if part.property(KEEPS_THE_FINGER):
            return None
        if isinstance(part, QScrollArea) and part.verticalScrollBar().maximum() > 0:
            return part
        part = part.parentWidget()
    return None
