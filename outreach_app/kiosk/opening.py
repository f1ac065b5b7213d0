"""Opening a station's window: what Qt needs first, then the event loop until somebody closes it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from outreach_app.errors import DisplayError, Message
from outreach_app.look.system_parts import missing_for_a_window, prepare

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QWidget

    from outreach_app.kiosk.first_run.window import FirstRunWindow
    from outreach_app.kiosk.window import KioskWindow

Size = tuple[int, int]
"""Width and height, px."""

Done = TypeVar("Done")

_LONGEST_WAIT_SECONDS = 0.25


class Ending:
    """Ends in order on Ctrl+C or when the system says so, so that the book is closed and a demo leaves nothing.

    Made before there is anything to leave. Python hears a signal between two of its own steps; once the window is
    there, its clock sees to it, twice a second, that there are any.
    """

    def __init__(self) -> None:
        self.is_asked = False
        self._quit: Callable[[], None] | None = None
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._hear)

    def reaches(self, quit_application: Callable[[], None]) -> None:
        """What to call from now on."""
        self._quit = quit_application

    def _hear(self, _number: int, _frame: object) -> None:
        self.is_asked = True
        if self._quit is not None:
            self._quit()


def run_window(
    make: Callable[[], tuple[KioskWindow | FirstRunWindow, Callable[[], None]]], *, size: Size | None, ending: Ending
) -> int:
    """Open a window and stay until it closes. What breaks in the middle of a visit ends the visit, not the program.

    Args:
        make: makes the station's window once Qt is there; it starts when it is first shown. Returns it and what to
            call when it has closed.
        size: px of a window on the desktop; ``None`` for full screen.
        ending: hears whoever wants it to end.

    Returns:
        the exit code: 0, or :data:`~outreach_app.kiosk.mending.EXIT_STUMBLED` where it broke too often.

    Raises:
        DisplayError: a system part or a display is missing; the sentence names it and its remedy.
    """
    prepare(os.environ)
    missing = missing_for_a_window(os.environ)
    if missing is not None:
        raise DisplayError(missing)
    application = _application()
    curtain = _raise_curtain(size)
    # Everything below takes longer to load than the curtain took to show.
    from outreach_app.kiosk.heartbeat import Heartbeat
    from outreach_app.kiosk.mending import Mender
    from outreach_app.look.collecting import collect_here
    from outreach_app.look.theme import load_fonts
    from outreach_app.visit.ports import SystemClock

    load_fonts()
    window, closed = make()
    mender = Mender(window.start_over, application.exit, SystemClock())
    try:
        _show(window, size)
        curtain.close()
        # Not quit(), which asks every window first: a table's window refuses, and would outlive the system's wish.
        ending.reaches(lambda: application.exit(0))
        Heartbeat(os.environ, window)
        collect_here(window)
        # Whoever wanted it to end while it still loaded is heard now.
        return 0 if ending.is_asked else application.exec()
    finally:
        mender.stop()
        closed()


def say_in_a_window(sentence: Message, ending: Ending) -> None:
    """Show one sentence and stay until it was read; where no window can be opened, whoever calls says it otherwise."""
    prepare(os.environ)
    if missing_for_a_window(os.environ) is not None:
        return
    application = _application()
    from outreach_app.kiosk.sentence_window import SentenceWindow
    from outreach_app.look.theme import load_fonts

    load_fonts()
    window = SentenceWindow(sentence, lambda: application.exit(0))
    window.show()
    ending.reaches(lambda: application.exit(0))
    if not ending.is_asked:
        application.exec()
    window.deleteLater()


def run_without_a_display(work: Callable[[], Done]) -> Done:
    """Do work that draws windows into pictures, on a machine that need not have a screen.

    Raises:
        DisplayError: a system part that Qt needs is missing; the sentence names it and its remedy.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare(os.environ)
    missing = missing_for_a_window(os.environ)
    if missing is not None:
        raise DisplayError(missing)
    # Held by this name until the work is done.
    application = _application()
    from outreach_app.look.theme import load_fonts

    load_fonts()
    done = work()
    application.processEvents()
    return done


def _application() -> QCoreApplication:
    """Qt's application, with what its bindings need set right around it."""
    from PySide6.QtWidgets import QApplication

    from outreach_app.look.none_reference import hold_none
    from outreach_app.look.plain_imports import import_plainly
    from outreach_app.look.reading import tell_readers_of_painters

    hold_none()
    import_plainly()
    tell_readers_of_painters()
    return QApplication.instance() or QApplication(sys.argv[:1])


def _raise_curtain(size: Size | None) -> QWidget:
    """Show the wall and wait until it is painted, or for a moment where the system is slow to show windows."""
    from PySide6.QtCore import QCoreApplication

    from outreach_app.look.curtain import Curtain
    from outreach_app.theme_tokens import read_tokens

    curtain = Curtain(read_tokens())
    _show(curtain, size)
    until = time.monotonic() + _LONGEST_WAIT_SECONDS
    while not curtain.was_painted and time.monotonic() < until:
        QCoreApplication.processEvents()
    return curtain


def _show(window: QWidget, size: Size | None) -> None:
    if size is None:
        # Without a window manager, as under a bare X server, nobody else gives a full screen its size.
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()
