"""A person whose finger the system reports as touches, as a touch screen does, and never as a mouse."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.kiosk.window import KioskWindow
from outreach_app.look.signature_pad import SignaturePad
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle


class Toucher(Visitor):
    """Touches where :class:`Visitor` clicks.

    Args:
        window: in front of them.
        screen: the touch screen; a process needs no second one.
    """

    def __init__(self, window: KioskWindow, screen: QPointingDevice) -> None:
        super().__init__(window)
        self._screen = screen

    def tap_at(self, point: QPoint) -> None:
        """Put a finger on a point of the window, and lift it."""
        self.stroke([point])

    def draw_a_signature(self) -> None:
        """Move a finger over the pad."""
        pad = self._visible(SignaturePad)[0]
        self.stroke(
            [
                pad.mapTo(
                    self.window,
                    QPoint(round(pad.width() * (0.1 + 0.02 * i)), round(pad.height() * (0.5 + 0.3 * math.sin(i)))),
                )
                for i in range(40)
            ]
        )

    def stroke(self, points: list[QPoint], pause: float = 0.0) -> None:
        """One finger down at the first point, along the others, and up at the last; Qt slides a page by real time."""
        handle = self.window.windowHandle()
        QTest.touchEvent(handle, self._screen).press(0, points[0]).commit()
        for point in points[1:]:
            time.sleep(pause)
            QTest.touchEvent(handle, self._screen).move(0, point).commit()
        QTest.touchEvent(handle, self._screen).release(0, points[-1]).commit()
        QApplication.processEvents()
        settle()
