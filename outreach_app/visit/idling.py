"""When to ask whether anybody is still there, and when to clear the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from outreach_app.visit.flow import Place
from outreach_app.visit.ports import Clock

_FILM = frozenset({Place.FILM_NOTICE, Place.FILM})
_READING = _FILM | {Place.FACTS, Place.NOTICE, Place.LAWMAKERS, Place.ACT, Place.OTHER_WAYS, Place.TAKE}
_WRITING = frozenset({Place.PLEDGE, Place.QUESTIONS, Place.CONSENTS, Place.SIGN})


class Stillness(Enum):
    """How still it is."""

    PRESENT = auto()
    ASKING = auto()
    GONE = auto()


@dataclass(frozen=True)
class Patience:
    """Seconds without a touch before asking, by what a person does there, and seconds to answer."""

    ask: int
    ask_writing: int
    ask_reading: int
    ask_help: int
    count_down: int

    @classmethod
    def from_tokens(cls, time: Mapping[str, int]) -> Patience:
        """As the design's ``[time]`` table says."""
        return cls(
            time["idle_ask"],
            time["idle_ask_signing"],
            time["idle_ask_reading"],
            time["idle_ask_help"],
            time["idle_count_down"],
        )

    def seconds_before_asking(self, place: Place) -> int:
        """How long a place stays quiet before it asks."""
        if place is Place.HELP:
            return self.ask_help
        if place in _READING:
            return self.ask_reading
        return self.ask_writing if place in _WRITING else self.ask


class IdleClock:
    """Counts the seconds since the last touch. The loop for passers-by never idles out."""

    def __init__(self, clock: Clock, patience: Patience) -> None:
        self._clock = clock
        self._patience = patience
        self._touched_at = clock.monotonic()

    def touched(self) -> None:
        """Somebody is there."""
        self._touched_at = self._clock.monotonic()

    def look(self, place: Place) -> tuple[Stillness, int]:
        """How still it is at a place now, and the seconds left before it is cleared."""
        if place is Place.ATTRACT:
            return Stillness.PRESENT, 0
        quiet = self._clock.monotonic() - self._touched_at
        asks_at = self._patience.seconds_before_asking(place)
        if quiet < asks_at:
            return Stillness.PRESENT, 0
        left = asks_at + self._patience.count_down - quiet
        return (Stillness.ASKING, int(left + 0.999)) if left > 0 else (Stillness.GONE, 0)

    @property
    def count_down(self) -> int:
        """Seconds from asking to clearing."""
        return self._patience.count_down
