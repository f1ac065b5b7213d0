"""A workaround for PySide6 6.12 on Python 3.11: a Qt call that answers "no object" gives away a reference to None.

Measured: ``QLayout.takeAt``, ``QWidget.parentWidget``, ``QWidget.layout`` and others lower the reference count of None
by one each time they return it. After some thousands of such calls the interpreter ends with "Fatal Python error:
none_dealloc", in the middle of somebody's visit. Python 3.12 made None immortal (PEP 683); this does the same for 3.11
by raising the count so far that no kiosk can use it up.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 60


def hold_none() -> None:
    """Make None immortal where Python has not done so; doing it twice does no harm.

    The count is the first word of every CPython object (``ob_refcnt`` in Include/object.h of 3.11).
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12) or sys.maxsize < _ENOUGH:
        return
    if sys.getrefcount(None) < _ENOUGH // 2:
        ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
