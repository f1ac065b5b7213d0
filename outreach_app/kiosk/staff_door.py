"""Where the window hears that staff want in: five touches of its corner, or three keys at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QWidget

from outreach_app.visit.hidden_door import KEYS, HiddenDoor
from outreach_app.visit.ports import Clock


class StaffDoor(QObject):
    """Listens for one window, as long as that lives. It takes no touch away from what lies under it.

    Signals:
        knocked: staff want in.
    """

    knocked = Signal()

    def __init__(self, window: QWidget, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._door = HiddenDoor()
        shortcut = QShortcut(QKeySequence(KEYS), window)
        shortcut.activated.connect(self.knocked)

    def listen(self) -> None:
        """Begin, once the window is on the screen."""
        handle = self._window.windowHandle()
        if handle is not None:
            # The system's window hears each touch once; the widgets in it hand theirs on to each other.
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.position()
            if self._door.touch(spot.x(), spot.y(), self._clock.monotonic()):
                self.knocked.emit()
        return False
