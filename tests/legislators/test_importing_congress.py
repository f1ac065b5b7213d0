"""What is made of each public file, and what is said when one of them is odd."""

from __future__ import annotations

import json
from datetime import date

import pytest

from outreach_app.errors import LegislatorsError
from outreach_app.legislators.tables import Area
from outreach_app.legislators.united_states.importing import import_congress
from tests.legislators.small_congress import FILES, member, sources_in, write_files

AS_OF = date(2026, 6, 15)
OHIO, WYOMING = "ocd-division/country:us/state:oh", "ocd-division/country:us/state:wy"
GUAM = "ocd-division/country:us/territory:gu"


@pytest.fixture
def folder(tmp_path):
    write_files(tmp_path)
    return tmp_path


def imported(folder):
    return import_congress(sources_in(folder), AS_OF)


def areas_of(folder, code):
    return [area for area in imported(folder).tables.areas if area.postcode == code]


def refusal(folder):
    with pytest.raises(LegislatorsError) as refused:
        imported(folder)
    return str(refused.value)


def test_the_last_term_counts_and_senior_senators_come_first(folder):
    people = imported(folder).tables.people
    assert [person.id for person in people if person.role == "senator"] == ["A000002", "A000004", "A000001"]
    assert all(person.start == date(2025, 1, 3) for person in people)


def test_a_state_of_one_seat_is_at_large_and_the_capital_has_a_delegate(folder):
    roles = {
        person.id: (person.role, person.division_id, person.is_voting) for person in imported(folder).tables.people
    }
    assert roles["A000005"] == ("representative", f"{WYOMING}/cd:at-large", True)
    assert roles["A000006"] == ("delegate", "ocd-division/country:us/district:dc/cd:at-large", False)


def test_contact_pages_come_from_the_member_then_the_table_and_never_from_a_guess(folder):
    pages = {person.id: person.contact_url for person in imported(folder).tables.people}
    assert pages["A000001"] == "https://one.example.org/contact"
    assert pages["A000002"] is None
    assert pages["A000003"] == "https://three.example.org/write"


def test_the_page_a_member_gives_goes_before_the_one_in_the_table(folder):
    own = member("A000003", "rep", "OH", 3, contact_form="https://three.example.org/own")
    (folder / "members.json").write_text(json.dumps([own]))
    assert [person.contact_url for person in imported(folder).tables.people] == ["https://three.example.org/own"]


def test_whatever_is_left_out_is_said(folder):
    assert [str(remark) for remark in imported(folder).remarks] == [
        "Ada A000003: left out, since hhttps://three.example.org is no https web address."
    ]


def test_an_office_keeps_its_place_and_shows_no_number_rather_than_a_wrong_one(folder):
    people = {person.id: person for person in imported(folder).tables.people}
    first, second = people["A000001"].offices
    assert (first.city, first.phone, first.postcode) == ("Columbus", "6145550101", "43215")
    assert first.address == "1 Main St., North, Suite 104, Columbus, OH 43215"
    assert (second.city, second.phone) == ("Akron", None)


def test_offices_and_social_names_may_come_as_json_too(folder):
    from_csv = imported(folder).tables.people
    offices = [
        {
            "id": {"bioguide": "A000001"},
            "offices": [
                {
                    "id": "A000001-a",
                    "address": "1 Main St., North",
                    "suite": "104",
                    "city": "Columbus",
                    "state": "OH",
                    "zip": "43215",
                    "phone": "614-555-0101",
                    "latitude": 39.9,
                },
                {"id": "A000001-b", "address": "2 Main St.", "city": "Akron", "state": "OH", "zip": "44301"},
            ],
        }
    ]
    social = [{"id": {"bioguide": "A000001", "govtrack": 1}, "social": {"twitter": "ada_one", "facebook": 8037068318}}]
    (folder / "offices.json").write_text(json.dumps(offices))
    (folder / "social.json").write_text(json.dumps(social))
    sources = sources_in(folder)
    from_json = import_congress(
        type(sources)(sources.people, sources.areas, folder / "offices.json", sources.contacts, folder / "social.json"),
        AS_OF,
    ).tables.people
    assert from_json == from_csv


def test_only_names_that_people_know_are_kept_of_a_social_entry(folder):
    people = {person.id: person for person in imported(folder).tables.people}
    assert people["A000001"].social == {"twitter": "ada_one", "facebook": "8037068318"}
    assert people["A000002"].social is None


def test_the_census_file_wins_for_its_own_zips_and_brings_shares(folder):
    assert areas_of(folder, "82701") == [
        Area("82701", f"{WYOMING}/cd:at-large", 0.97),
        Area("82701", f"{OHIO}/cd:3", 0.03),
    ]
    assert [area.division_id for area in areas_of(folder, "43215")] == [f"{OHIO}/cd:3", f"{OHIO}/cd:15"]


def test_a_zip_of_water_alone_has_a_district_and_no_share(folder):
    assert areas_of(folder, "43216") == [Area("43216", f"{OHIO}/cd:3", None)]


def test_a_part_without_land_and_an_undefined_district_are_left_out(folder):
    assert f"{OHIO}/cd:15" not in {area.division_id for area in areas_of(folder, "82701")}
    assert not any("ZZ" in area.division_id or "state:il" in area.division_id for area in imported(folder).tables.areas)


def test_three_digits_tell_the_state_and_where_it_has_one_district_that_too(folder):
    assert areas_of(folder, "432*") == [Area("432*", OHIO)]
    assert areas_of(folder, "827*") == [Area("827*", f"{WYOMING}/cd:at-large")]
    assert areas_of(folder, "834*") == [Area("834*", OHIO), Area("834*", f"{WYOMING}/cd:at-large")]
    assert areas_of(folder, "969*") == [Area("969*", f"{GUAM}/cd:at-large")]


def test_the_order_of_the_area_files_does_not_matter(folder):
    sources = sources_in(folder)
    turned = type(sources)(sources.people, sources.areas[::-1], sources.offices, sources.contacts, sources.social)
    assert set(import_congress(turned, AS_OF).tables.areas) == set(imported(folder).tables.areas)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("zccd.csv", "cd\n", "district\n", "zccd.csv, line 1: no table of areas we know begins so."),
        ("zccd.csv", "43215,15", "3215,15", "zccd.csv, line 3: 3215 should have 5 digits"),
        ("zccd.csv", "OH,43215,15", "OX,43215,15", "zccd.csv, line 3: OX is no state or territory."),
        ("zccd.csv", "43215,15", "43215,x", "zccd.csv, line 3: x is no number of a district."),
        ("zccd.csv", "43215,15", "43215,3", "zccd.csv, line 3: this ZIP and district stand in line 2 already."),
        ("zccd.csv", "43215,15", "43215", "zccd.csv, line 3: this row has 3 cells, the header 4."),
        ("zip3.csv", "827,WY", "432,WY", "zip3.csv, line 3: the digits 432 stand here twice."),
        ("zip3.csv", "827,WY", "827,WX", "zip3.csv, line 3: WX is no state or territory."),
        ("census.txt", "AREALAND_PART", "LAND", "census.txt, line 1: the column AREALAND_PART is missing."),
        ("census.txt", "100|97", "100|970", "census.txt, line 2: a part is larger than its whole."),
        ("census.txt", "100|97", "100|many", "census.txt, line 2: AREALAND_PART should be a number of square metres."),
        ("census.txt", "5600", "9900", "census.txt, line 2: 99 is no Census number of a state."),
        ("contacts.csv", "source", "origin", "contacts.csv, line 1: the column source is missing."),
        ("contacts.csv", "A000002,", "A000001,", "contacts.csv, line 3: the member A000001 stands in line 2 already."),
        ("offices.csv", "phone", "telephone", "offices.csv, line 1: the column phone is missing."),
        (
            "offices.csv",
            "A000001-b",
            "A000001-a",
            "offices.csv, line 3: the office A000001-a stands in line 2 already.",
        ),
        ("offices.csv", "Akron", "", "offices.csv, line 3: the column city may not be empty."),
        ("social.yaml", "- id:", "- [id]", "social.yaml, line 2: this line is not of the shape"),
        (
            "social.yaml",
            "    thomas: '02019'",
            "    thomas: '02019",
            "social.yaml, line 4: this line is not of the shape",
        ),
        ("social.yaml", "bioguide", "thomas_id", "social.yaml, line 2: this entry names no bioguide id."),
        (
            "social.yaml",
            "    twitter: ada_one",
            "    facebook: x",
            "social.yaml, line 8: this line is not of the shape",
        ),
        ("members.json", '"A000002"', '"A000001"', "members.json, line 34: the member A000001 is in the list already."),
        ("members.json", '"state": "OH"', '"state": "OX"', "members.json, line 2: OX is no state or territory."),
        ("members.json", "2031-01-03", "soon", "members.json, line 2: the last term cannot be used: Invalid"),
        ("members.json", '"first"', '"given"', "members.json, line 2: this entry cannot be used: Object missing"),
    ],
)
def test_what_is_odd_is_said_with_file_and_line(folder, file, old, new, sentence):
    text = FILES[file]
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert refusal(folder).startswith(sentence)


def test_a_truncated_list_of_members_is_said_with_the_line_where_it_stops(folder):
    lines = FILES["members.json"].splitlines(keepends=True)
    (folder / "members.json").write_text("".join(lines[:40]))
    assert refusal(folder).startswith("members.json, line 41: this is no JSON list")


def test_something_else_than_a_list_is_refused(folder):
    (folder / "members.json").write_text('{"message": "Not Found"}')
    assert refusal(folder).startswith("members.json, line 1: this is no JSON list")


def test_a_missing_file_is_named(folder):
    (folder / "zip3.csv").unlink()
    assert refusal(folder) == "zip3.csv cannot be read: No such file or directory."
