"""The sign on the table's door: open, paused, not ready yet, or closed for good. Visitors see a screen by it."""

from __future__ import annotations

from enum import Enum, auto

from outreach_app.visit.flow import Place


class Standing(Enum):
    """How a table stands to its visitors."""

    OPEN = auto()
    PAUSED = auto()  # staff are back soon
    NOT_READY = auto()  # something would harm a visitor, so nobody is let in yet
    CLOSED = auto()  # the event is over; its book takes nothing more


class OpenSign:
    """Says whether visitors are let in. What was closed stays closed."""

    def __init__(self, standing: Standing = Standing.OPEN) -> None:
        self._standing = standing

    @property
    def standing(self) -> Standing:
        """How the table stands."""
        return self._standing

    @property
    def is_open(self) -> bool:
        """Whether a visit may begin."""
        return self._standing is Standing.OPEN

    @property
    def rest(self) -> Place:
        """Where a visit begins and ends now."""
        return Place.ATTRACT if self.is_open else Place.PAUSED

    def turn(self, standing: Standing) -> None:
        """Turn the sign; a closed event cannot be opened again."""
        if self._standing is not Standing.CLOSED:
            self._standing = standing
