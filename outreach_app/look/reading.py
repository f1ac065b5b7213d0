"""What a screen reader is told that a painted widget is, and which widgets it passes over.

Qt knows the roles of its own widgets; whatever we paint ourselves would be a "client" to it, of which a reader says
nothing. A widget's class therefore names its role as ``reads_as``. Measured with PySide6 6.12: a factory in Python that
makes Qt's own ``QAccessibleWidget`` holds through thousands of widgets and leaks nothing. It answers with a role, a
name and a description; a button made so loses its text and its press, so buttons keep the interface Qt makes for them.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PASSED_OVER = "qt_rubberband"
"""The name by which Qt knows a widget that is no part of what a reader walks through."""


@cache
def tell_readers_of_painters() -> None:
    """From now on a reader is told ``reads_as``. Called once, before the first window."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "reads_as", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)


def leave_unread(widget: QWidget) -> None:
    """Let readers pass over what is there for the eye alone: words beside it say the same."""
    widget.setObjectName(_PASSED_OVER)
