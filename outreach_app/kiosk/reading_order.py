"""Reading a window by key: Tab goes as its parts lie, whenever they were made, and two keys turn what scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget

from outreach_app.look.direction import is_turned
from outreach_app.look.scrolling import ScrollArea

_TURNING = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ReadInOrder(QWidget):
    """A window that is read by key. Qt's own Tab follows the order of making, so cards came behind the bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _TURNING.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        # Nothing in a long text takes the focus, so no Tab brings it into sight.
        pages = [part for part in _as_read(self) if isinstance(part, ScrollArea)]
        any(page.turn(by) for page in pages[::by])

    def focusNextPrevChild(self, is_next: bool) -> bool:
        here = QApplication.focusWidget()
        following: Iterable[QWidget]
        if is_next and (here is None or not here.isVisible()):
            # Qt asks so whenever a screen goes, in the middle of a step: no more is put in order than is needed.
            following = _as_read(self)
        else:
            order = list(_as_read(self))
            at = order.index(here) if here in order else -1
            following = order[at + 1 :] + order[: at + 1] if is_next else (order[at:] + order[:at])[::-1]
        group = _group_of(here)
        for widget in following:
            if _is_a_stop(widget) and (group is None or _group_of(widget) is not group):
                widget.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
                return True
        return False


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is seen in it, as it lies. Layouts are not asked: PySide6 may hand out items long gone."""
    yield widget
    parts = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisible()]
    for child in _in_order([part for part in parts if not part.isWindow()], is_turned(widget)):
        yield from _as_read(child)


def _in_order(parts: list[QWidget], is_from_the_right: bool) -> list[QWidget]:
    """Line by line or column by column, whichever gaps allow, and if both do, nearer to the order they were made in."""
    lines = _cut(parts, lambda part: (part.y(), part.y() + part.height()))
    columns = _cut(parts, lambda part: (part.x(), part.x() + part.width()))
    ways = [way for way in (lines, columns[::-1] if is_from_the_right else columns) if len(way) > 1]
    if not ways:
        return sorted(parts, key=lambda part: (part.y(), -part.x() if is_from_the_right else part.x()))
    orders = [[part for group in way for part in _in_order(group, is_from_the_right)] for way in ways]
    made = {part: number for number, part in enumerate(parts)}
    return min(orders, key=lambda order: sum(made[one] > made[next_one] for one, next_one in pairwise(order)))


def _cut(parts: list[QWidget], span: Callable[[QWidget], tuple[int, int]]) -> list[list[QWidget]]:
    """Those that overlap along one direction together, in its order."""
    groups: list[list[QWidget]] = []
    end = 0
    for part in sorted(parts, key=span):
        start, stop = span(part)
        if not groups or start >= end:
            groups.append([])
            end = stop
        groups[-1].append(part)
        end = max(end, stop)
    return groups


def _is_a_stop(widget: QWidget) -> bool:
    """Whether Tab stops there. Of choices that exclude each other only the chosen one is: arrows lead to the others."""
    # Whoever hands the focus on has no policy of its own. Qt could be asked, but must not be (see below).
    if not widget.isEnabled():
        return False
    group = _group_of(widget)
    if group is not None and group.checkedButton() is not None:
        return group.checkedButton() is widget
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _group_of(widget: QWidget | None) -> QButtonGroup | None:
    """The group of choices that exclude each other.

    Measured with PySide6 6.12: what ``group``, ``focusProxy`` and ``nextInFocusChain`` answer is put down as a child of
    whom was asked. A group that belongs to its own button, or a page to its own viewport, is an island that Python
    takes for garbage, and a page in full sight loses its attributes. Asked for its parent it is put down rightly again.
    """
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None:
        return None
    group.parent()
    return group if group.exclusive() else None
