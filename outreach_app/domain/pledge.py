"""A pledge as it is sealed, and the receipt for one that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from outreach_app.domain.campaign import ConsentBox

WithdrawalCode = NewType("WithdrawalCode", str)
"""80 random bits in Crockford base32 and a check character, as ``XXXX-XXXX-XXXX-XXXX-X``; shown once."""


@dataclass(frozen=True)
class DrawnSignature:
    """Strokes of a finger, each a run of (x, y) points on a grid 1,000 wide, x and y from 0, y downwards."""

    strokes: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class TypedSignature:
    """A name typed instead of drawn; counts the same."""

    name: str


Signature = DrawnSignature | TypedSignature


@dataclass(frozen=True)
class ConsentGiven:
    """One box as the person left it, with the exact words they saw."""

    box: ConsentBox
    text_id: str
    language: str
    text_sha256: str
    is_given: bool


@dataclass(frozen=True)
class ClockReading:
    """When it was: UTC, the station's zone, and whether its clock could be trusted."""

    utc: datetime
    zone: str
    is_trusted: bool


@dataclass(frozen=True)
class EventPlace:
    """Where the table stands: the event, the place, and the station's random neutral id."""

    event: str
    place: str
    station: str


@dataclass(frozen=True)
class Pledge:
    """All that is kept of one person, and only inside the seal.

    Of the age only that it meets the campaign's limit. ``None`` for whatever was not asked or not given.
    """

    campaign_id: str
    campaign_version: str
    text_id: str
    text_sha256: str
    language: str
    given_name: str
    family_name: str | None
    email: str | None
    postcode: str | None
    mobile: str | None
    country: str | None
    choices: tuple[tuple[str, str], ...]
    signature: Signature | None
    consents: tuple[ConsentGiven, ...]
    signed_at: ClockReading
    where: EventPlace
    app_version: str
    is_from_paper: bool = False
    is_rehearsal: bool = False


@dataclass(frozen=True)
class PledgeReceipt:
    """Proof that a pledge was committed to the book: its number there and the code that takes it back."""

    number: int
    withdrawal_code: WithdrawalCode
