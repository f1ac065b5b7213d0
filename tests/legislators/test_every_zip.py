"""Each ZIP code of the real crosswalk, each person, each number and each link."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from outreach_app.domain.lawmakers import NoteCode, Role
from outreach_app.domain.links import dialling_code
from outreach_app.legislators.tables import ANY_REST
from outreach_app.visit.acting import handles

SOON = date(2026, 6, 20)
VACANT = {"state:ca/cd:14", "state:fl/cd:20", "state:ga/cd:13", "state:tx/cd:23"}


def state_of(division_id):
    return division_id.split("/")[2]


@pytest.fixture(scope="module")
def codes(congress):
    return sorted({area.postcode for area in congress.areas() if not area.postcode.endswith(ANY_REST)})


def test_all_zips_have_two_senators_a_state_and_every_district_held_or_named_vacant(congress, codes):
    assert len(codes) > 33_700
    vacant_seen = set()
    for code in codes:
        answer = congress.look_up(code, SOON)
        senators = Counter(state_of(p.division_id) for p in answer.people if p.role == Role.SENATOR)
        states = {state_of(each.division_id) for each in answer.divisions}
        assert senators == {state: 2 for state in states if state.startswith("state:")}, code
        held = {p.division_id for p in answer.people if p.role != Role.SENATOR}
        empty = {seat.division_id for seat in answer.vacant}
        assert held | empty == {each.division_id for each in answer.divisions}, code
        assert not held & empty, code
        assert answer.is_split == (len(answer.divisions) > 1), code
        assert (NoteCode.VACANT in answer.notes) == bool(empty), code
        vacant_seen |= empty
    assert {division.partition("country:us/")[2] for division in vacant_seen} == VACANT


def test_any_five_digits_get_an_answer(congress):
    for number in range(0, 100_000, 7):
        answer = congress.look_up(f"{number:05}", SOON)
        assert answer.people or answer.vacant or {NoteCode.UNKNOWN_POSTCODE, NoteCode.MILITARY} & set(answer.notes)


def test_the_list_holds_537_people_in_their_chambers(congress):
    people = list(congress.people())
    assert Counter(person.role for person in people) == {
        Role.SENATOR: 100,
        Role.REPRESENTATIVE: 431,
        Role.DELEGATE: 6,
    }
    assert len({person.id for person in people}) == len(people)


def test_most_people_have_a_page_to_write_to(congress):
    people = list(congress.people())
    assert sum(person.contact_url is not None for person in people) >= 533
    assert sum(person.social is not None for person in people) > 500
    assert sum(len(person.offices) for person in people) == 1312


def test_every_phone_is_ten_digits_or_none_and_dials(congress):
    shown = []
    for person in congress.people():
        shown += [person.phone, *(office.phone for office in person.offices)]
    assert shown.count(None) == 33
    for phone in shown:
        assert phone is None or re.fullmatch("[2-9][0-9]{2}[2-9][0-9]{6}", phone)
        assert phone is None or dialling_code(phone) == f"tel:+1{phone}"


def test_every_link_is_https_with_a_host_and_fits_a_code_of_version_8_at_level_m(congress):
    people = list(congress.people())
    links = {link for person in people for link in (person.contact_url, person.url) if link}
    links |= {handle.scan.payload for person in people for handle in handles(person)}
    assert len(links) > 2_500
    for link in links:
        parts = urlsplit(link)
        assert parts.scheme == "https"
        assert "." in parts.hostname
    longest = max(links, key=len)
    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(longest, optimize=0)
    code.make(fit=True)
    assert code.version <= 8
