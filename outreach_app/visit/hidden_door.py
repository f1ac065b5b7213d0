"""The way in that visitors do not see: five touches of one corner within three seconds."""

from __future__ import annotations

from collections import deque

TOUCHES = 5
WITHIN_SECONDS = 3.0
KEYS = "Ctrl+Shift+S"
"""On a real keyboard these do the same."""

CORNER_PX = 96
"""Side of the corner at the top left, px; on a page that runs from the right it stays there."""


class HiddenDoor:
    """Counts the touches of the corner. One elsewhere begins the count anew."""

    def __init__(self) -> None:
        self._touched: deque[float] = deque(maxlen=TOUCHES)

    def touch(self, x: float, y: float, at: float) -> bool:
        """A touch at ``x``, ``y`` (px from the window's corner), ``at`` seconds of a clock that only grows.

        Returns:
            whether the door opens by it.
        """
        if not (0 <= x < CORNER_PX and 0 <= y < CORNER_PX):
            self._touched.clear()
            return False
        self._touched.append(at)
        opens = len(self._touched) == TOUCHES and at - self._touched[0] <= WITHIN_SECONDS
        if opens:
            self._touched.clear()
        return opens
