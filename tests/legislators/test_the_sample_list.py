"""The invented list that the demonstration shows."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from outreach_app.domain.lawmakers import NoteCode, VacantSeat

TODAY = date(2026, 11, 22)
OHIO = "ocd-division/country:us/state:oh"


def test_43215_lies_in_three_districts_and_nobody_holds_the_third(sample_pack):
    answer = sample_pack.look_up("43215", TODAY)
    assert [person.name for person in answer.people] == [
        "Maria Aldous",
        "Theo Whitlock",
        "Denise Nakamura",
        "Raymond Okafor",
    ]
    assert [division.division_id for division in answer.divisions] == [
        f"{OHIO}/cd:3",
        f"{OHIO}/cd:12",
        f"{OHIO}/cd:15",
    ]
    assert answer.vacant == (VacantSeat(f"{OHIO}/cd:15", "representative"),)
    assert answer.is_split
    assert set(answer.notes) == {NoteCode.SPLIT, NoteCode.VACANT, NoteCode.SAMPLE_DATA}


@given(some.from_regex(r"[0-9]{5}", fullmatch=True), some.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_any_zip_on_any_day_has_somebody_to_show_and_says_that_they_are_invented(sample_pack, code, today):
    answer = sample_pack.look_up(code, today)
    assert answer.people
    assert answer.is_sample
    assert NoteCode.SAMPLE_DATA in answer.notes
    assert not {NoteCode.UNKNOWN_POSTCODE, NoteCode.BY_PREFIX, NoteCode.OLD_DATA, NoteCode.TERM_ENDED} & set(
        answer.notes
    )


def test_every_number_and_address_in_it_is_reserved_for_fiction(sample_pack):
    for person in sample_pack.people():
        for phone in [person.phone, *(office.phone for office in person.offices)]:
            assert re.fullmatch("[2-9][0-9]{2}55501[0-9]{2}", phone)
        assert person.contact_url.startswith("https://example.org/")
        assert person.url.startswith("https://example.org/")
