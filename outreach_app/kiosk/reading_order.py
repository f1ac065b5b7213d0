"""The order in which Tab goes through a window: the order in which it is read, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QLayout, QWidget


class ReadInOrder(QWidget):
    """A window whose Tab follows its layouts. Qt's own follows the order of making, so cards came behind the bar."""

    def focusNextPrevChild(self, is_next: bool) -> bool:
        here = QApplication.focusWidget()
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
    """A widget and all that is seen in it: what is laid out in that order, then what is placed by hand."""
    yield widget
    laid_out = list(_widgets_of(widget.layout()))
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    for child in laid_out + others:
        if child.isVisible() and not child.isWindow():
            yield from _as_read(child)


def _widgets_of(layout: QLayout | None) -> Iterator[QWidget]:
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None:
            yield from _widgets_of(item.layout())


def _is_a_stop(widget: QWidget) -> bool:
    """Whether Tab stops there. Of choices that exclude each other only the chosen one is: arrows lead to the others."""
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = _group_of(widget)
    if group is not None and group.checkedButton() is not None:
        return group.checkedButton() is widget
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _group_of(widget: QWidget | None) -> QButtonGroup | None:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None
