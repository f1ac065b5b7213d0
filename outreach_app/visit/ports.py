"""What the table asks of the world outside: the time. Tests hand in a small fake of it."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The moment, aware of its zone (local to the station)."""

    def monotonic(self) -> float:
        """Seconds that only ever grow, for measuring waits."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The moment in the station's own zone."""
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        """Seconds since some start."""
        return time.monotonic()


def today(clock: Clock) -> date:
    """The day at the station."""
    return clock.now().date()
