"""The sign on the table's door: open, paused, not ready yet, over, or closed for good. Visitors see a screen by it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from outreach_app.visit.flow import Place


class Standing(Enum):
    """How a table stands to its visitors."""

    OPEN = auto()
    PAUSED = auto()  # staff are back soon
    NOT_READY = auto()  # something would harm a visitor, so nobody is let in yet
    OVER = auto()  # its last day has passed, and nobody has closed it yet
    CLOSED = auto()  # the event is over; its book takes nothing more


class OpenSign:
    """Says whether visitors are let in. What was closed stays closed.

    Args:
        standing: how it stands at first.
        is_over: whether the event's last day has passed by now; asked each time, since it passes while a table stands.
    """

    def __init__(self, standing: Standing = Standing.OPEN, is_over: Callable[[], bool] = lambda: False) -> None:
        self._standing, self._is_over = standing, is_over

    @property
    def standing(self) -> Standing:
        """How the table stands."""
        return Standing.OVER if self._standing is not Standing.CLOSED and self._is_over() else self._standing

    @property
    def is_open(self) -> bool:
        """Whether a visit may begin."""
        return self.standing is Standing.OPEN

    @property
    def rest(self) -> Place:
        """Where a visit begins and ends now."""
        return Place.ATTRACT if self.is_open else Place.PAUSED

    def turn(self, standing: Standing) -> None:
        """Turn the sign; a closed event cannot be opened again."""
        if self._standing is not Standing.CLOSED:
            self._standing = standing
