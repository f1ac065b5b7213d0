"""What a visitor is told for the ZIP codes that trip such tools up, from the real public data of June 2026."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.domain.lawmakers import NoteCode, Role, VacantSeat
from outreach_app.errors import MalformedPostcode
from outreach_app.legislators.checking import look_over
from outreach_app.legislators.notes import note_text
from outreach_app.legislators.united_states.importing import HOUSE_FINDER

SOON = date(2026, 6, 20)
US = "ocd-division/country:us"


def told(pack, code, today=SOON):
    """The answer, and every sentence that goes with it."""
    answer = pack.look_up(code, today)
    return answer, " ".join(str(note_text(note, answer, pack.finder_url)) for note in answer.notes)


def of_role(answer, role):
    return [person.name for person in answer.people if person.role == role]


def test_91711_names_its_six_districts_and_sends_to_the_finder(congress):
    answer, words = told(congress, "91711")
    assert [division.division_id.rpartition(":")[2] for division in answer.divisions] == [
        "27",
        "28",
        "29",
        "30",
        "31",
        "35",
    ]
    assert len(of_role(answer, Role.REPRESENTATIVE)) == 6
    assert len(of_role(answer, Role.SENATOR)) == 2
    assert "One of these is your representative" in words
    assert HOUSE_FINDER in words
    assert answer.is_split


def test_82701_crosses_a_border_and_names_both_states_the_larger_first(congress_with_census):
    answer, words = told(congress_with_census, "82701")
    assert [(each.division_id, each.share) for each in answer.divisions] == [
        (f"{US}/state:wy/cd:at-large", 0.97),
        (f"{US}/state:sd/cd:at-large", 0.03),
    ]
    assert [person.division_id[-2:] for person in answer.people if person.role == Role.SENATOR] == [
        "wy",
        "wy",
        "sd",
        "sd",
    ]
    assert of_role(answer, Role.REPRESENTATIVE) == ["Harriet M. Hageman", "Dusty Johnson"]
    assert [person.role for person in answer.people] == [Role.SENATOR] * 4 + [Role.REPRESENTATIVE] * 2
    assert "may lie in more than one state" in words
    assert answer.is_split


def test_90210_stands_in_the_order_of_the_census_shares_and_never_says_likely(congress_with_census):
    answer, words = told(congress_with_census, "90210")
    assert [each.share for each in answer.divisions] == [0.5, 0.3, 0.2]
    assert [each.division_id.rpartition(":")[2] for each in answer.divisions] == ["36", "32", "30"]
    assert [p.division_id.rpartition(":")[2] for p in answer.people[2:]] == ["36", "32", "30"]
    assert "likely" not in words.lower()


def test_10118_is_one_building_so_its_first_digits_tell_the_senators_alone(congress):
    answer, words = told(congress, "10118")
    assert [person.name for person in answer.people] == ["Charles E. Schumer", "Kirsten E. Gillibrand"]
    assert answer.vacant == ()
    assert not answer.is_split
    assert "its first digits tell the state" in words
    assert HOUSE_FINDER in words


def test_a_zip_whose_first_digits_lie_in_two_states_names_the_senators_of_both(congress):
    answer, words = told(congress, "06399")
    assert {person.division_id for person in answer.people} == {f"{US}/state:ct", f"{US}/state:ny"}
    assert len(of_role(answer, Role.SENATOR)) == 4
    assert {NoteCode.BY_PREFIX, NoteCode.SEVERAL_STATES} <= set(answer.notes)
    assert "Only the lawmakers of your own state speak for you" in words


@pytest.mark.parametrize(
    ("code", "name", "division"),
    [
        ("96910", "James C. Moylan", f"{US}/territory:gu/cd:at-large"),
        ("20001", "Eleanor Holmes Norton", f"{US}/district:dc/cd:at-large"),
        ("00901", "Pablo José Hernández", f"{US}/territory:pr/cd:at-large"),
        ("00801", "Stacey E. Plaskett", f"{US}/territory:vi/cd:at-large"),
        ("96799", "Aumua Amata Coleman Radewagen", f"{US}/territory:as/cd:at-large"),
        ("96950", "Kimberlyn King-Hinds", f"{US}/territory:mp/cd:at-large"),
    ],
)
def test_the_capital_and_the_territories_have_a_delegate_without_a_vote_and_no_senators(congress, code, name, division):
    answer, words = told(congress, code)
    assert [(person.name, person.role, person.division_id) for person in answer.people] == [
        (name, Role.DELEGATE, division)
    ]
    assert not answer.people[0].is_voting
    assert answer.vacant == ()
    assert "has no vote on the floor, and there are no senators here" in words


def test_94541_has_two_senators_and_a_seat_that_nobody_holds(congress):
    answer, words = told(congress, "94541")
    assert of_role(answer, Role.SENATOR) == ["Alex Padilla", "Adam B. Schiff"]
    assert of_role(answer, Role.REPRESENTATIVE) == []
    assert answer.vacant == (VacantSeat(f"{US}/state:ca/cd:14", Role.REPRESENTATIVE),)
    assert "Nobody holds a seat here now" in words


def test_first_digits_of_the_capital_and_two_states_promise_no_district_and_deny_no_senators(congress):
    answer, words = told(congress, "20500")
    assert NoteCode.SPLIT not in answer.notes
    assert answer.is_split
    assert "its beginning does not tell who speaks for you" in words
    assert "A delegate speaks in the House but has no vote on the floor." in words
    assert "no senators" not in words
    assert "several districts" not in words


@pytest.mark.parametrize("code", ["09001", "34001", "96201", "96366", "96601"])
def test_a_military_zip_names_nobody_and_asks_for_the_home_of_record(congress, code):
    answer, words = told(congress, code)
    assert answer.people == answer.vacant == ()
    assert answer.notes == (NoteCode.MILITARY,)
    assert "Your home of record decides" in words


@pytest.mark.parametrize("code", ["08999", "34101", "96101", "96701"])
def test_the_neighbours_of_military_zips_are_no_military_zips(congress, code):
    assert NoteCode.MILITARY not in congress.look_up(code, SOON).notes


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("78701", ["John Cornyn", "Ted Cruz", "Lloyd Doggett"]),
        ("99501", ["Lisa Murkowski", "Dan Sullivan", "Nicholas J. Begich III"]),
        ("23220", ["Mark R. Warner", "Tim Kaine", "Jennifer L. McClellan"]),
    ],
)
def test_a_plain_zip_names_two_senators_and_one_representative(congress, code, names):
    answer, words = told(congress, code)
    assert [person.name for person in answer.people] == names
    assert words == ""
    assert not answer.is_split


@pytest.mark.parametrize(("code", "name"), [("43215", "Jon Husted"), ("33101", "Ashley Moody")])
def test_an_appointed_senator_is_flagged_and_never_dropped(congress, code, name):
    before = congress.look_up(code, date(2026, 11, 2))
    after, words = told(congress, code, date(2026, 11, 3))
    assert [person.note for person in before.people if person.name == name] == ["special-election"]
    assert NoteCode.TERM_ENDED not in before.notes
    assert len(of_role(after, Role.SENATOR)) == 2
    assert name in of_role(after, Role.SENATOR)
    assert "A term in this list has ended" in words


def test_on_4_january_2027_everybody_is_still_there_and_every_house_term_is_marked(congress):
    answer, words = told(congress, "78701", date(2027, 1, 4))
    assert [(p.name, p.end, p.term_ended(date(2027, 1, 4))) for p in answer.people] == [
        ("John Cornyn", date(2027, 1, 3), True),
        ("Ted Cruz", date(2031, 1, 3), False),
        ("Lloyd Doggett", date(2027, 1, 3), True),
    ]
    assert answer.vacant == ()
    assert "A term in this list has ended" in words


def test_a_list_of_june_says_in_august_that_it_is_old(congress):
    _answer, words = told(congress, "78701", date(2026, 8, 1))
    assert "This list is as of 2026-06-15. Seats may have changed since." in words


@pytest.mark.parametrize("typed", ["787011234", "78701-1234", "78701 1234", " 78701 "])
def test_nine_digits_with_or_without_a_hyphen_are_the_same_place(congress, typed):
    assert congress.look_up(typed, SOON) == congress.look_up("78701", SOON)


@pytest.mark.parametrize(
    "typed", ["", "7870", "787011", "ABCDE", "7870A", "78701-12", "78701--1234", "٧٨٧٠١", "78701\n;"]
)
def test_what_is_no_zip_is_refused_without_being_repeated(congress, typed):
    with pytest.raises(MalformedPostcode) as refusal:
        congress.look_up(typed, SOON)
    assert str(refusal.value) == "That is not a postcode we can look up. It should look like 43215."


def test_00000_is_well_formed_and_unknown_and_sends_to_the_finder(congress):
    answer, words = told(congress, "00000")
    assert answer.people == answer.divisions == answer.vacant == ()
    assert answer.notes == (NoteCode.UNKNOWN_POSTCODE,)
    assert HOUSE_FINDER in words


def test_an_old_list_of_congress_is_renewed_by_its_update(congress):
    (age,) = [check for check in look_over(congress, date(2026, 8, 1)).checks if check.code == "age"]
    assert "outreach legislators update" in str(age.remedy)


def test_kiley_is_an_independent_since_march(congress):
    kiley = next(person for person in congress.people() if person.name == "Kevin Kiley")
    assert kiley.party == "Independent"


def test_an_address_with_a_broken_scheme_is_never_shown(congress, imported_congress):
    fine = next(person for person in congress.people() if person.name == "Randy Fine")
    assert fine.contact_url is None or fine.contact_url.startswith("https://fine.house.gov/")
    assert [str(remark) for remark in imported_congress.remarks if "hhttps" in str(remark)]


def test_guessed_contact_pages_are_not_used(congress, shared_data):
    rows = (shared_data / "derived" / "contact-forms.csv").read_text(encoding="utf-8").splitlines()
    guesses = dict(row.removesuffix(",guess").split(",") for row in rows if row.endswith(",guess"))
    shown = {person.id: person.contact_url for person in congress.people()}
    assert len(guesses) == 3
    assert all(shown[member] != page for member, page in guesses.items())


def test_the_member_without_phone_and_page_is_there_with_none(congress):
    gallagher = next(person for person in congress.people() if person.name == "James Gallagher")
    assert (gallagher.phone, gallagher.url, gallagher.contact_url) == (None, None, None)


def test_an_office_in_the_visitors_own_town_stands_first(congress):
    cruz = next(p for p in congress.look_up("77002", SOON).people if p.name == "Ted Cruz")
    assert cruz.offices[0].city == "Houston"
    assert len(cruz.offices) > 2
