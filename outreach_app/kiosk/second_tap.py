"""The second touch of a double tap, which would act on a screen that nobody has seen yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from outreach_app.kiosk.header import Header
from outreach_app.visit.ports import Clock

UNSEEN_SECONDS = 0.35
"""Nobody reads a screen sooner and touches it; the second touch of a double tap comes in half of it."""

SAME_SPOT_PX = 60
"""About the width of a fingertip: what is farther away was aimed at."""

_BEGINNINGS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_ENDS = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
TOUCHES = _BEGINNINGS | _ENDS | {QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchUpdate}
"""The kinds of event to ask :meth:`SecondTap.swallows` about."""


class SecondTap:
    """Swallows a touch where the last one was, when a screen has come in between that nobody can have read.

    Another spot is never swallowed, nor is typing, which changes no screen, nor anything on the top bar.

    Args:
        window: whose screens come forward.
        clock: the time between a screen and a touch.
    """

    def __init__(self, window: QWidget, clock: Clock) -> None:
        self._window, self._clock = window, clock
        self._spot: QPoint | None = None
        self._unseen_until = clock.monotonic()
        self._is_touched = False
        self._refused = False
        self._swallowing = False

    def screen_came(self) -> None:
        """Another screen or sheet came forward now."""
        self._unseen_until = self._clock.monotonic() + UNSEEN_SECONDS

    def swallows(self, event: QEvent) -> bool:
        """Whether an event of these kinds, of the system's window, goes no further: a press, and all until its end."""
        kind = event.type()
        if kind in _BEGINNINGS:
            if not self._is_made_of_a_touch(event):
                self._refused = self._is_second(_spot_of(event))
            self._swallowing = self._refused
        swallows = self._swallowing
        if kind in _ENDS:
            self._swallowing = False
        if swallows:
            # From a touch that nobody accepted Qt would make the events of a mouse.
            event.accept()
        return swallows

    def _is_made_of_a_touch(self, event: QEvent) -> bool:
        """Whether a press only repeats as a mouse's what a touch began, about which all is decided."""
        if not isinstance(event, QMouseEvent):
            self._is_touched = True
            return False
        return self._is_touched and event.source() != Qt.MouseEventSource.MouseEventNotSynthesized

    def _is_second(self, spot: QPoint) -> bool:
        before, self._spot = self._spot, spot
        now = self._clock.monotonic()
        is_second = (
            now < self._unseen_until
            and before is not None
            and (spot - before).manhattanLength() <= SAME_SPOT_PX
            and not self._is_on_the_top_bar(spot)
        )
        # Whoever goes on drumming there has still not looked; whoever aims elsewhere has, and may type two of a letter.
        self._unseen_until = now + UNSEEN_SECONDS if is_second else now
        return is_second

    def _is_on_the_top_bar(self, spot: QPoint) -> bool:
        under: QWidget | None = self._window.childAt(spot)
        while under is not None and not isinstance(under, Header):
            under = under.parentWidget()
        return under is not None


def _spot_of(event: QEvent) -> QPoint:
    """Where a press is, in the window."""
    if isinstance(event, QTouchEvent):
        return event.points()[0].position().toPoint()
    assert isinstance(event, QMouseEvent)  # noqa: S101 - only these two begin
    return event.position().toPoint()
