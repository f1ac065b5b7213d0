"""A slip in a well-known host is asked about; a small host that is real is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.visit.answers import check_email
from outreach_app.visit.mail_hosts import _COMMON, likely_host


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmail.con", "gmail.com"),
        ("gmial.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmal.con", "gmail.com"),
        ("yaho.com", "yahoo.com"),
        ("hotmial.com", "hotmail.com"),
        ("students.example.vom", "students.example.com"),
    ],
)
def test_a_slip_is_asked_about(typed, meant):
    assert likely_host(typed) == meant


@pytest.mark.parametrize(
    "host", [*_COMMON, "mail.com", "ymail.com", "example.org", "osu.edu", "gmx.de", "correo.mx", "uni.ac.uk", "g.co"]
)
def test_a_host_that_may_be_right_is_left_alone(host):
    assert likely_host(host) is None


@given(some.sampled_from(_COMMON), some.data())
def test_two_letters_that_changed_places_are_always_seen(host, chance):
    at = chance.draw(some.integers(0, len(host) - 2))
    slipped = host[:at] + host[at + 1] + host[at] + host[at + 2 :]
    if slipped != host:
        assert likely_host(slipped) == host


def test_a_question_keeps_nobody_from_going_on():
    answer = check_email("Ana@gmail.con", is_required=True)
    assert answer.fault is None
    assert answer.text == "Ana@gmail.con"
    assert str(answer.question) == "Did you mean gmail.com?"
    assert check_email("ana@gmail.com", is_required=True).question is None
