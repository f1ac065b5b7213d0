"""Hearing that somebody is there: every touch and key of the program's one window. What leads away is swallowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindowStateChangeEvent
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.kiosk.second_tap import TOUCHES, SecondTap
from outreach_app.kiosk.ways_away import WATCHED, leads_away
from outreach_app.look.focus_ring import MOVES_BY_KEY
from outreach_app.visit.ports import Clock

_SIGNS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


_HEEDED = _SIGNS | WATCHED | TOUCHES | {QEvent.Type.WindowStateChange}
"""All that is looked at. The others, thousands with each screen, must cost next to nothing."""


class Presence(QObject):
    """Tells of each sign of a person, and marks on the window whether they move by key.

    Args:
        window: the program's.
        heard: called for each sign.
        clock: the time between a screen and a touch on it.
    """

    def __init__(self, window: QWidget, heard: Callable[[], None], clock: Clock) -> None:
        super().__init__(window)
        self._window, self._heard = window, heard
        self._second_tap = SecondTap(window, clock)

    def start(self) -> None:
        """Listen from now on."""
        _application().installEventFilter(self)

    def stop(self) -> None:
        """Listen no longer."""
        _application().removeEventFilter(self)

    def screen_came(self) -> None:
        """Another screen or sheet came forward, which whoever touched the one before it has not seen yet."""
        self._second_tap.screen_came()

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """Build without hearing each of the thousands of events that building sends: none of them is a person."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _HEEDED:
            return False
        if kind in _SIGNS:
            self._heard()
        if kind == QEvent.Type.KeyPress and event.spontaneous():
            # Only a real keyboard moves by key; ours sends its keys without this sign.
            self._window.setProperty(MOVES_BY_KEY, True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._window.setProperty(MOVES_BY_KEY, False)
        elif isinstance(event, QWindowStateChangeEvent) and watched is self._window:
            self._stay_in_front(event)
        # The system's window hears each touch first, and once.
        if kind in TOUCHES and watched is self._window.windowHandle() and self._second_tap.swallows(event):
            return True
        return kind in WATCHED and leads_away(event)

    def _stay_in_front(self, event: QWindowStateChangeEvent) -> None:
        """Come back when something made the whole screen smaller, or put it away."""
        was_full = bool(event.oldState() & Qt.WindowState.WindowFullScreen)
        if was_full and not self._window.isFullScreen() and self._window.isVisible():
            QTimer.singleShot(0, self._window, self._window.showFullScreen)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - a window has one
    return application
