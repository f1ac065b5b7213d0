"""Rows and columns with the spaces named at the call, so that a screen's layout reads from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None
"""A widget, a layout, a space in px, or ``None`` for a stretch that takes what is left."""

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, px."""


def row(
    *parts: Part, gap: int = 0, margins: Margins = (0, 0, 0, 0), align: Qt.AlignmentFlag | None = None
) -> QHBoxLayout:
    """Parts side by side; ``align`` places widgets that are lower than the row."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins, align)
    return layout


def column(
    *parts: Part, gap: int = 0, margins: Margins = (0, 0, 0, 0), align: Qt.AlignmentFlag | None = None
) -> QVBoxLayout:
    """Parts one above the other."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins, align)
    return layout


def box(kind: str, layout: QLayout) -> QFrame:
    """A frame drawn by the style sheet (``card``, ``accent``, ``soft`` ...) around a layout."""
    frame = QFrame()
    frame.setProperty("box", kind)
    frame.setLayout(layout)
    return frame


def holding(layout: QLayout) -> QWidget:
    """A bare widget around a layout, for what must be shown and hidden as one."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def of_width(widget: QWidget, width: int) -> QWidget:
    """The widget, held at a width in px."""
    widget.setFixedWidth(width)
    return widget


def of_height(widget: QWidget, height: int) -> QWidget:
    """The widget, held at a height in px."""
    widget.setFixedHeight(height)
    return widget


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("box", "rule")
    line.setFixedHeight(1)
    return line


def empty(layout: QLayout, *, keeping: tuple[QWidget, ...] = ()) -> None:
    """Take everything out of a layout and throw it away, but for what is kept; what goes is unseen at once."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and widget not in keeping:
            widget.hide()
            widget.deleteLater()


def _fill(
    layout: QBoxLayout, parts: tuple[Part, ...], gap: int, margins: Margins, align: Qt.AlignmentFlag | None
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            # Unlike addSpacing, this space gives way last but does not double the gap around it.
            layout.addSpacerItem(_space(layout, part))
        elif isinstance(part, QWidget):
            if align is None:
                layout.addWidget(part)
            else:
                layout.addWidget(part, 0, align)
        else:
            layout.addLayout(part)


def _space(layout: QBoxLayout, size: int) -> QSpacerItem:
    fixed, minimum = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
    if isinstance(layout, QHBoxLayout):
        return QSpacerItem(size, 0, fixed, minimum)
    return QSpacerItem(0, size, minimum, fixed)
