"""What the office makes of a pack."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What a pack turned out to be. The values are part of the command line's JSON."""

    CLOSED_VERIFIED = "closed-verified"
    """The event was closed, and all of it is here and signed."""
    OPEN = "open"
    """All of it is signed; the event went on afterwards."""
    SUPERSEDED = "superseded"
    """An earlier copy of a pack that is in already."""
    DUPLICATE = "duplicate"
    """The same pack again."""
    TRUNCATED = "truncated"
    """It stops before its signed end."""
    GAP = "gap"
    """An entry or a sealed pledge is missing."""
    FORK = "fork"
    """It tells another story of an event than a pack that is in already."""
    ALTERED = "altered"
    """Something in it was changed or added."""
    WRONG_KEY = "wrong-key"
    """It was sealed for other keys."""
    REPLAY = "replay"
    """A pledge of another place stands here again."""
    DAMAGED = "damaged"
    """It cannot be read as a pack."""

    @property
    def is_harmless(self) -> bool:
        """Whether the pack may come in, or has nothing new; any other is quarantined."""
        return self in _HARMLESS


_HARMLESS = frozenset({Verdict.CLOSED_VERIFIED, Verdict.OPEN, Verdict.SUPERSEDED, Verdict.DUPLICATE})


@dataclass(frozen=True)
class Judged:
    """One pack, its verdict, its counts as it tells them, and for a quarantined one the reason.

    ``head``: SHA-256 of the last line that was followed, 64 hex digits, to compare with the closing slip.
    """

    file: str
    verdict: Verdict
    pledges: int
    withdrawn: int
    head: str
    reason: str | None
