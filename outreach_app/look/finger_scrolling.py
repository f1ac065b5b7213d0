"""Letting a finger move what scrolls, without PySide6's leak.

Measured with PySide6 6.12: ``QScroller.grabGesture`` answers with a kind of gesture that the enum does not have, so
the binding makes a new enum class for it that never goes: about 9 KB a page that scrolls, 70 MB in 5,000 visits.
Nobody needs the answer. So Qt's own function is called where its symbol is found (Linux, macOS), and the binding's
elsewhere, where a table that is restarted each day can bear it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from PySide6.QtWidgets import QScroller, QScrollerProperties, QWidget
from shiboken6 import getCppPointer

_GRAB_GESTURE = "_ZN9QScroller11grabGestureEP7QObjectNS_19ScrollerGestureTypeE"
_TOUCH_GESTURE = 0
_LIBRARIES = ("libQt6Widgets.so.6", None)
"""Where it may be: in the library that is loaded already, or in whatever the process has loaded."""


def let_fingers_move(viewport: QWidget) -> None:
    """Let a touch that is drawn across a viewport move what it shows, no farther than it goes."""
    grab_touches(viewport)
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, off)
    scroller.setScrollerProperties(properties)


def grab_touches(viewport: QWidget) -> None:
    """As ``QScroller.grabGesture`` does."""
    grab = _own_function()
    if grab is None:
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
    else:
        grab(getCppPointer(viewport)[0], _TOUCH_GESTURE)


def _own_function() -> Callable[[int, int], int] | None:
    for name in _LIBRARIES:
        try:
            found = getattr(ctypes.CDLL(name), _GRAB_GESTURE)
        except (OSError, AttributeError, TypeError):
            continue
        found.argtypes, found.restype = (ctypes.c_void_p, ctypes.c_int), ctypes.c_uint
        return found  # type: ignore[no-any-return]
    return None
