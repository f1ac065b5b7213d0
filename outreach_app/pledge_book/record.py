"""What lies inside a seal: a pledge as JSON, with the event and number it belongs to.

The number and the event's id are sealed in with it, so that a sealed pledge put into another place of another book
shows when the office opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Literal

import msgspec

from outreach_app.domain.campaign import ConsentBox
from outreach_app.domain.pledge import (
    ClockReading,
    ConsentGiven,
    DrawnSignature,
    EventPlace,
    Pledge,
    Signature,
    TypedSignature,
)
from outreach_app.pledge_book.sealing import PADDED_BYTES

MOST_SIGNATURE_BYTES = 3072


class _Consent(msgspec.Struct, forbid_unknown_fields=True):
    box: ConsentBox
    given: bool
    text_id: str
    language: str
    text_sha256: str


class _Clock(msgspec.Struct, forbid_unknown_fields=True):
    utc: datetime
    zone: str
    trusted: bool


class _Signature(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    typed: str | None = None
    drawn: list[list[int]] | None = None  # each stroke: x, y of its first point, then the step to each next one


class _PledgeRecord(msgspec.Struct, tag="pledge", tag_field="kind", forbid_unknown_fields=True, omit_defaults=True):
    format: Literal[1]
    event_id: str
    number: int
    campaign_id: str
    campaign_version: str
    text_id: str
    text_sha256: str
    language: str
    given_name: str
    consents: tuple[_Consent, ...]
    signed_at: _Clock
    event: str
    place: str
    station: str
    app_version: str
    meets_age_limit: Literal[True]
    family_name: str | None = None
    email: str | None = None
    postcode: str | None = None
    mobile: str | None = None
    country: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    signature: _Signature | None = None
    from_paper: bool = False
    rehearsal: bool = False


class ErasureRequest(msgspec.Struct, tag="erasure", tag_field="kind", forbid_unknown_fields=True, frozen=True):
    """Somebody who lost their code asks the office to erase what it has of them."""

    event_id: str
    name: str
    email: str


@dataclass(frozen=True)
class NumberedPledge:
    """A pledge with the book and number it was sealed for."""

    event_id: str
    number: int
    pledge: Pledge


def write_pledge(pledge: Pledge, event_id: str, number: int) -> bytes:
    """The JSON of one pledge, as short as :data:`~outreach_app.pledge_book.sealing.PADDED_BYTES` where it can be.

    A drawn signature too long for what room there is loses every second point until it fits.
    """
    record = _PledgeRecord(
        1,
        event_id,
        number,
        pledge.campaign_id,
        pledge.campaign_version,
        pledge.text_id,
        pledge.text_sha256,
        pledge.language,
        pledge.given_name,
        tuple(_Consent(c.box, c.is_given, c.text_id, c.language, c.text_sha256) for c in pledge.consents),
        _Clock(pledge.signed_at.utc.astimezone(UTC), pledge.signed_at.zone, pledge.signed_at.is_trusted),
        pledge.where.event,
        pledge.where.place,
        pledge.where.station,
        pledge.app_version,
        True,
        family_name=pledge.family_name,
        email=pledge.email,
        postcode=pledge.postcode,
        mobile=pledge.mobile,
        country=pledge.country,
        choices=pledge.choices,
        from_paper=pledge.is_from_paper,
        rehearsal=pledge.is_rehearsal,
    )
    if isinstance(pledge.signature, TypedSignature):
        record.signature = _Signature(typed=pledge.signature.name)
    elif pledge.signature is not None:
        room = PADDED_BYTES - len(msgspec.json.encode(record)) - len(b',"signature":{"drawn":}')
        record.signature = _Signature(drawn=_strokes_within(pledge.signature, min(room, MOST_SIGNATURE_BYTES)))
    return msgspec.json.encode(record)


def write_erasure_request(request: ErasureRequest) -> bytes:
    """The JSON of one erasure request."""
    return msgspec.json.encode(request)


def read_record(data: bytes) -> NumberedPledge | ErasureRequest:
    """What an opened seal holds, its padding included.

    Raises:
        ValueError: it is no record of ours.
    """
    try:
        held = msgspec.json.decode(data, type=_PledgeRecord | ErasureRequest)
    except msgspec.DecodeError as error:
        raise ValueError("the sealed text is no record of this program") from error
    if isinstance(held, ErasureRequest):
        return held
    return NumberedPledge(held.event_id, held.number, _pledge_of(held))


def _pledge_of(held: _PledgeRecord) -> Pledge:
    return Pledge(
        campaign_id=held.campaign_id,
        campaign_version=held.campaign_version,
        text_id=held.text_id,
        text_sha256=held.text_sha256,
        language=held.language,
        given_name=held.given_name,
        family_name=held.family_name,
        email=held.email,
        postcode=held.postcode,
        mobile=held.mobile,
        country=held.country,
        choices=held.choices,
        signature=_signature_of(held.signature),
        consents=tuple(ConsentGiven(c.box, c.text_id, c.language, c.text_sha256, c.given) for c in held.consents),
        signed_at=ClockReading(held.signed_at.utc, held.signed_at.zone, held.signed_at.trusted),
        where=EventPlace(held.event, held.place, held.station),
        app_version=held.app_version,
        is_from_paper=held.from_paper,
        is_rehearsal=held.rehearsal,
    )


def _signature_of(held: _Signature | None) -> Signature | None:
    if held is None:
        return None
    if held.typed is not None:
        return TypedSignature(held.typed)
    return DrawnSignature(tuple(_points(stroke) for stroke in held.drawn or []))


def _strokes_within(signature: DrawnSignature, most_bytes: int) -> list[list[int]]:
    strokes = [list(stroke) for stroke in signature.strokes if stroke]
    while len(msgspec.json.encode(written := [_steps(stroke) for stroke in strokes])) > most_bytes:
        thinner = [[*stroke[:-1:2], stroke[-1]] if len(stroke) > 2 else stroke for stroke in strokes]
        # Nothing but dots and dashes left: the shortest strokes say least, so the later half goes.
        strokes = thinner if thinner != strokes else strokes[: len(strokes) // 2]
    return written


def _steps(stroke: list[tuple[int, int]]) -> list[int]:
    steps = list(stroke[0])
    for (from_x, from_y), (to_x, to_y) in pairwise(stroke):
        steps += (to_x - from_x, to_y - from_y)
    return steps


def _points(steps: list[int]) -> tuple[tuple[int, int], ...]:
    x = y = 0
    points = []
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=False):
        x, y = x + step_x, y + step_y
        points.append((x, y))
    return tuple(points)
