"""Invented people, places and times for the tests of the book and the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from outreach_app.domain.campaign import ConsentBox
from outreach_app.domain.pledge import ClockReading, ConsentGiven, EventPlace, Pledge, TypedSignature

TABLE = EventPlace("State fair, Saturday", "Hall B", "K7QF2M3P")
NOON = ClockReading(datetime(2026, 11, 22, 12, 0, tzinfo=UTC), "America/New_York", True)
WORDS = "ab" * 32


def later(minutes: float, now: ClockReading = NOON) -> ClockReading:
    """A reading some minutes after another."""
    return replace(now, utc=now.utc + timedelta(minutes=minutes))


def consents(**given: bool) -> tuple[ConsentGiven, ...]:
    """The three boxes, unticked but for those named."""
    return tuple(ConsentGiven(box, f"{box.value}-1", "en", WORDS, given.get(box.value, False)) for box in ConsentBox)


def pledge(given_name: str = "Ada", **changes: object) -> Pledge:
    """One person's pledge, at noon, with whatever is said otherwise."""
    plain = Pledge(
        campaign_id="takeitdown",
        campaign_version="1",
        text_id="pledge-1",
        text_sha256=WORDS,
        language="en",
        given_name=given_name,
        family_name="Oyelaran",
        email=f"{given_name.lower()}@example.org",
        postcode="43215",
        mobile=None,
        country="US",
        choices=(),
        signature=TypedSignature(f"{given_name} Oyelaran"),
        consents=consents(),
        signed_at=NOON,
        where=TABLE,
        app_version="0.1.0",
    )
    return replace(plain, **changes)


def seeded(seed: int) -> Callable[[int], bytes]:
    """A source of bytes that gives the same ones each time."""
    return Random(seed).randbytes
