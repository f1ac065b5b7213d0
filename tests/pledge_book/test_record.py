"""A pledge's JSON: every field comes back, and it always fits."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.domain.campaign import ConsentBox
from outreach_app.domain.pledge import ClockReading, ConsentGiven, DrawnSignature, EventPlace, Pledge, TypedSignature
from outreach_app.pledge_book.record import (
    ErasureRequest,
    NumberedPledge,
    read_record,
    write_erasure_request,
    write_pledge,
)
from outreach_app.pledge_book.sealing import PADDED_BYTES
from tests.pledge_book.people import pledge

SHORT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MAYBE = st.none() | SHORT
POINTS = st.tuples(st.integers(0, 999), st.integers(0, 999))
SIGNATURES = st.one_of(
    st.none(),
    st.builds(TypedSignature, SHORT),
    st.builds(
        DrawnSignature,
        st.lists(st.lists(POINTS, min_size=1, max_size=12).map(tuple), min_size=1, max_size=6).map(tuple),
    ),
)
PLEDGES = st.builds(
    Pledge,
    campaign_id=SHORT,
    campaign_version=SHORT,
    text_id=SHORT,
    text_sha256=SHORT,
    language=SHORT,
    given_name=SHORT,
    family_name=MAYBE,
    email=MAYBE,
    postcode=MAYBE,
    mobile=MAYBE,
    country=MAYBE,
    choices=st.lists(st.tuples(SHORT, SHORT), max_size=2).map(tuple),
    signature=SIGNATURES,
    consents=st.lists(
        st.builds(ConsentGiven, st.sampled_from(ConsentBox), SHORT, SHORT, SHORT, st.booleans()), max_size=3
    ).map(tuple),
    signed_at=st.builds(ClockReading, st.datetimes(timezones=st.just(UTC)), SHORT, st.booleans()),
    where=st.builds(EventPlace, SHORT, SHORT, SHORT),
    app_version=SHORT,
    is_from_paper=st.booleans(),
    is_rehearsal=st.booleans(),
)


@given(PLEDGES, st.integers(1, 10**6))
def test_every_field_comes_back(signed, number):
    written = write_pledge(signed, "EVENT", number)
    assert read_record(written.ljust(PADDED_BYTES)) == NumberedPledge("EVENT", number, signed)


@given(st.lists(st.lists(POINTS, min_size=0, max_size=2000).map(tuple), max_size=4).map(tuple))
def test_a_long_signature_is_thinned_until_it_fits(strokes):
    written = write_pledge(pledge(signature=DrawnSignature(strokes)), "EVENT", 1)
    assert len(written) <= PADDED_BYTES


@pytest.mark.parametrize(
    "strokes",
    [
        tuple(((index % 1000, index % 997),) for index in range(5000)),
        (tuple((index * 37 % 1000, index * 91 % 1000) for index in range(100_000)),),
    ],
    ids=["thousands of dots", "one endless line"],
)
def test_a_scribble_is_thinned_and_still_there(strokes):
    written = write_pledge(pledge(signature=DrawnSignature(strokes)), "EVENT", 1)
    assert len(written) <= PADDED_BYTES
    kept = read_record(written).pledge.signature
    assert sum(len(stroke) for stroke in kept.strokes) > 100
    assert kept.strokes[0][0] == strokes[0][0]


def test_a_signature_that_fits_is_kept_point_by_point():
    drawn = DrawnSignature((tuple((index, 500 - index) for index in range(200)), ((7, 7),)))
    assert read_record(write_pledge(pledge(signature=drawn), "EVENT", 1)).pledge.signature == drawn


def test_an_erasure_request_comes_back():
    request = ErasureRequest("EVENT", "Ada", "ada@example.org")
    assert read_record(write_erasure_request(request).ljust(PADDED_BYTES)) == request


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b'{"kind":"pledge"}', b'{"kind":"other"}', b"\xff"])
def test_anything_else_is_no_record(data):
    with pytest.raises(ValueError, match="no record"):
        read_record(data)
