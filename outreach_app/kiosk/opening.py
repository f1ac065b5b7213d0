"""Opening a station's window: what Qt needs first, then the event loop until somebody closes it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from outreach_app.errors import DisplayError
from outreach_app.look.system_parts import missing_for_a_window, prepare

Size = tuple[int, int]
"""Width and height, px."""


def run_window(make: Callable[[], tuple[object, Callable[[], None]]], *, size: Size | None) -> int:
    """Open a window and stay until it closes.

    Args:
        make: makes the station's window once Qt is there; returns it and what to call when it has closed.
        size: px of a window on the desktop; ``None`` for full screen.

    Raises:
        DisplayError: a system part or a display is missing; the sentence names it and its remedy.
    """
    prepare(os.environ)
    missing = missing_for_a_window(os.environ)
    if missing is not None:
        raise DisplayError(missing)
    from PySide6.QtWidgets import QApplication

    from outreach_app.kiosk.window import KioskWindow
    from outreach_app.look.none_reference import hold_none
    from outreach_app.look.theme import load_fonts

    hold_none()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    window, closed = make()
    assert isinstance(window, KioskWindow)  # noqa: S101 - typed as object so that this module loads without Qt
    if size is None:
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()
    window.start()
    _end_when_told(application.quit)
    try:
        return application.exec()
    finally:
        closed()


def _end_when_told(quit_application: Callable[[], None]) -> None:
    """End in order on Ctrl+C or when the system says so, so that the book is closed and a demo leaves nothing.

    Python hears a signal between two of its own steps; the window's clock sees to it, twice a second, that there are
    any.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda _number, _frame: quit_application())
