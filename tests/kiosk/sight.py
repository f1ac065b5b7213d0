"""What a person sees of a widget: all that is neither scrolled away nor covered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def seen_part(widget: QWidget, window: QWidget) -> QRect:
    """The part that no scroll area hides and the window holds, in the window's px."""
    if not widget.isVisible():
        return QRect()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersected(window.rect())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea):
            view = parent.viewport()
            place = place.intersected(QRect(view.mapTo(window, QPoint(0, 0)), view.size()))
        parent = parent.parentWidget()
    return place


def is_whole(widget: QWidget, window: QWidget) -> bool:
    """Whether all of it is seen."""
    return widget.isVisible() and seen_part(widget, window).size() == widget.size()
