"""When to ask whether anybody is still there, and when to clear the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from outreach_app.visit.flow import RESTING_PLACES, STAFF_PLACES, Place
from outreach_app.visit.ports import Clock
from outreach_app.visit.preferences import (
    IDLE_ASK,
    IDLE_ASK_READING,
    IDLE_ASK_WRITING,
    IDLE_COUNT_DOWN,
    LOCK_STAFF_AREA,
    Preferences,
)

_FILM = frozenset({Place.FILM_NOTICE, Place.FILM})
_READING = _FILM | {Place.FACTS, Place.NOTICE, Place.LAWMAKERS, Place.ACT, Place.OTHER_WAYS, Place.TAKE}
_WRITING = frozenset({Place.PLEDGE, Place.QUESTIONS, Place.CONSENTS, Place.SIGN})

ASK_HELP_SECONDS = 180
"""Nobody who looks for help is hurried, whatever the staff set."""

_STAFF_COUNT_DOWN = 10


class Stillness(Enum):
    """How still it is."""

    PRESENT = auto()
    ASKING = auto()
    GONE = auto()


@dataclass(frozen=True)
class Patience:
    """Seconds without a touch before asking, by what a person does there, and seconds to answer.

    ``lock``: without a touch the staff's area locks after these, the last ten of them counted aloud.
    """

    ask: int
    ask_writing: int
    ask_reading: int
    count_down: int
    lock: int

    @classmethod
    def of_preferences(cls, preferences: Preferences) -> Patience:
        """As the staff set it."""
        return cls(
            ask=preferences.number(IDLE_ASK),
            ask_writing=preferences.number(IDLE_ASK_WRITING),
            ask_reading=preferences.number(IDLE_ASK_READING),
            count_down=preferences.number(IDLE_COUNT_DOWN),
            lock=preferences.number(LOCK_STAFF_AREA),
        )

    def seconds_before_asking(self, place: Place) -> int:
        """How long a place stays quiet before it asks."""
        if place is Place.HELP:
            return ASK_HELP_SECONDS
        if place in STAFF_PLACES:
            return self.lock - _STAFF_COUNT_DOWN
        if place in _READING:
            return self.ask_reading
        return self.ask_writing if place in _WRITING else self.ask

    def count_down_at(self, place: Place) -> int:
        """Seconds from asking to clearing."""
        return _STAFF_COUNT_DOWN if place in STAFF_PLACES else self.count_down

    def seconds_at(self, place: Place) -> int:
        """How long a place stays as it is when nobody touches anything."""
        return self.seconds_before_asking(place) + self.count_down_at(place)


class IdleClock:
    """Counts the seconds since the last touch. What waits for visitors never idles out.

    Args:
        clock: the time.
        patience: as it is now; asked at each look, so that a setting counts at once.
    """

    def __init__(self, clock: Clock, patience: Callable[[], Patience]) -> None:
        self._clock = clock
        self._patience = patience
        self._touched_at = clock.monotonic()

    def touched(self) -> None:
        """Somebody is there."""
        self._touched_at = self._clock.monotonic()

    def look(self, place: Place) -> tuple[Stillness, int]:
        """How still it is at a place now, and the seconds left before it is cleared."""
        if place in RESTING_PLACES:
            return Stillness.PRESENT, 0
        quiet = self._clock.monotonic() - self._touched_at
        asks_at = self._patience().seconds_before_asking(place)
        if quiet < asks_at:
            return Stillness.PRESENT, 0
        left = asks_at + self.count_down_at(place) - quiet
        return (Stillness.ASKING, int(left + 0.999)) if left > 0 else (Stillness.GONE, 0)

    def is_left_alone(self, place: Place) -> bool:
        """Whether nobody has touched anything for as long as a place asks and waits, also where it asks nobody."""
        return self._clock.monotonic() - self._touched_at >= self._patience().seconds_at(place)

    def count_down_at(self, place: Place) -> int:
        """Seconds from asking to clearing."""
        return self._patience().count_down_at(place)
