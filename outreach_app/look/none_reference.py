"""A workaround for PySide6 6.12 on Python 3.11: some calls give away a reference to None, True or False.

Measured: ``QLayout.takeAt``, ``QWidget.parentWidget``, ``QWidget.layout`` and others lower the reference count of None
by one each time they answer "no object"; ``Signal.emit``, which answers True, lowers that of True each time. After some
thousands of such calls the interpreter ends with "Fatal Python error: none_dealloc" (or "bool_dealloc"), in the middle
of somebody's visit. Python 3.12 made these immortal (PEP 683); this does the same for 3.11 by raising their counts so
far that no kiosk can use them up.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 60


def hold_none() -> None:
    """Make None, True and False immortal where Python has not done so; doing it twice does no harm.

    The count is the first word of every CPython object (``ob_refcnt`` in Include/object.h of 3.11).
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12) or sys.maxsize < _ENOUGH:
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
