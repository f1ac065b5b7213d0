"""Lists and pages that are longer than the window: moved by a finger, and by themselves to what was just asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from outreach_app.look.fingers import let_fingers_move
from outreach_app.look.more_below import STRIP_PX, MoreBelow
from outreach_app.look.theme import Theme

_ROOM_AROUND_PX = 24
_KEPT_WHEN_TURNED_PX = 48
"""Of what was seen, so that whoever reads on finds the line."""

_BY_HAND = frozenset({QEvent.Type.ScrollPrepare, QEvent.Type.Wheel})


class ScrollArea(QScrollArea):
    """A scroll area without frame, still while its content fits.

    Inside another one it shows all of its content and leaves the moving to that one: nobody scrolls in two places.
    """

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self._more: MoreBelow | None = None
        self._sought: list[QWidget] = []
        self._is_asked = False
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        let_fingers_move(self.window())

    def lay_out_ahead(self) -> None:
        """Put what it holds in its place before it is shown; Qt would do so only then."""
        QApplication.sendEvent(self, QResizeEvent(self.size(), QSize()))
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()

    # -- coming into sight -----------------------------------------------------------------------------------------

    def follow_focus(self) -> None:
        """Keep the field that is written in sight; whoever moves by key is followed by Qt itself."""
        QApplication.instance().focusChanged.connect(self._show_focus)  # type: ignore[union-attr]

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A new screen gives its first button the focus, and must show its heading all the same.
        if isinstance(now, QLineEdit) and self.isAncestorOf(now):
            self.seek(_field_of(now))

    def seek(self, part: QWidget) -> None:
        """Move to a part once it has its place, and again when the layout changes, until somebody moves by hand.

        Of several that are asked for at once all are shown if there is room, or else the first; never without the
        line that is being written.
        """
        if not self._is_asked:
            self._is_asked = True
            self._sought = []
            QTimer.singleShot(0, self, self._come)
        self._sought.append(part)

    def _come(self) -> None:
        self._is_asked = False
        self._lay_out_now()
        self._sought = [part for part in self._sought if isValid(part) and self._inner.isAncestorOf(part)]
        places = [self._place_of(part) for part in self._sought if part.isVisibleTo(self._inner)]
        whole = QRect()
        for place in places:
            whole = whole.united(place)
        if not places:
            return
        self._show(whole)
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and self._inner.isAncestorOf(focus):
            field = self._place_of(_field_of(focus))
            if field.height() > self.viewport().height():
                # The line and the sentence below it matter more than the label.
                field.setTop(self._place_of(focus).top())
            self._show(field)

    def _lay_out_now(self) -> None:
        """What was just shown has no place yet: let everything around it take its own, from the window inwards."""
        around: list[QWidget] = [self._inner]
        while (parent := around[-1].parentWidget()) is not None:
            around.append(parent)
        for widget in reversed(around):
            layout = widget.layout()
            if layout is not None:
                layout.activate()

    def _place_of(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self._inner, QPoint(0, 0)), part.size())

    def _show(self, place: QRect) -> None:
        """Move no further than needed; of what is higher than the room there is, the top is shown."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        around = min(_ROOM_AROUND_PX, max(room - place.height(), 0) // 2)
        top, bottom = place.top() - around, place.top() + place.height() + around
        if place.height() > room or top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def _come_again(self) -> None:
        if self._sought and not self._is_asked:
            QTimer.singleShot(0, self, self._come)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self._sought = []
        return super().viewportEvent(event)

    def turn(self, by: int) -> bool:
        """Move on (1) or back (-1) by what is seen at once; whether there was anything more that way."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * max(self.viewport().height() - _KEPT_WHEN_TURNED_PX, 1))
        self._sought = []
        return bar.value() != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The window knows all of its pages; one without more to show would keep the key from them.
        event.ignore()

    # -- more below ------------------------------------------------------------------------------------------------

    def tell_of_more(self, theme: Theme) -> None:
        """Show at the foot that the page goes on, as long as it does."""
        self._more = MoreBelow(theme, self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._mark_more)
        bar.rangeChanged.connect(self._mark_more)

    @property
    def tells_of_more(self) -> bool:
        """Whether the sign is there now."""
        return self._more is not None and self._more.isVisible()

    def _mark_more(self) -> None:
        if self._more is None:
            return
        # The strip stays while the page is too long, so that nothing jumps at its end.
        strip = STRIP_PX if self._inner.height() > self.height() else 0
        if self.viewportMargins().bottom() != strip:
            self.setViewportMargins(0, 0, 0, strip)
        bar = self.verticalScrollBar()
        self._more.setGeometry(0, self.height() - strip, self.viewport().width(), strip)
        layout = self._inner.layout()
        empty_end = layout.contentsMargins().bottom() if layout is not None else 0
        self._more.setVisible(strip > 0 and bar.maximum() - bar.value() > empty_end)

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
        elif event.type() == QEvent.Type.Resize:
            self._mark_more()
            self._come_again()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark_more()
        self._come_again()
        if event.size().width() != event.oldSize().width() and self._is_inside_another():
            self.updateGeometry()

    def _is_inside_another(self) -> bool:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, ScrollArea):
            parent = parent.parentWidget()
        return parent is not None


def _field_of(line: QLineEdit) -> QWidget:
    """The whole field with its label and the sentence that says how to mend it, or the bare line."""
    parent = line.parentWidget()
    return parent if parent is not None and parent.focusProxy() is line else line


def bring_into_sight(part: QWidget) -> None:
    """Let what has just appeared be seen, wherever it stands; where nothing scrolls, it is."""
    area: ScrollArea | None = None
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, ScrollArea):
            area = parent
        parent = parent.parentWidget()
    if area is not None:
        area.seek(part)


def scrolling(inner: QWidget) -> ScrollArea:
    """A scroll area around a list."""
    return ScrollArea(inner)
