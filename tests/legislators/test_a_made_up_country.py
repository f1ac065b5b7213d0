"""Any country can bring its own two tables."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.domain.lawmakers import LocalOffice, NoteCode, SeatWords
from outreach_app.errors import MalformedPostcode
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.checking import look_over
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.table_folder import read_table_folder

KORA = "ocd-division/country:lx/island:kora"
TODAY = date(2026, 6, 20)


def names(answer):
    return [person.name for person in answer.people]


@pytest.mark.parametrize("typed", ["KO14", "ko 14", " Ko14 ", "ＫＯ１４"])
def test_a_postcode_is_read_however_it_is_typed(made_up_country, typed):
    assert made_up_country.look_up(typed, TODAY).postcode == "KO14"


@pytest.mark.parametrize(
    "typed", ["", "KO", "KO 144", "43215", "KO-14", "K" * 10_000, "KO 1\N{ARABIC-INDIC DIGIT FOUR}"]
)
def test_what_is_no_postcode_is_refused_without_being_repeated(made_up_country, typed):
    with pytest.raises(MalformedPostcode) as refusal:
        made_up_country.look_up(typed, TODAY)
    assert str(refusal.value) == "That is not a postcode we can look up. It should look like KO 14."


def test_a_split_postcode_names_every_harbour_with_the_largest_share_first(made_up_country):
    answer = made_up_country.look_up("KO 14", TODAY)
    assert names(answer) == ["Ona Brill", "Pell Anders", "Vey, Mora"]
    assert [(division.division_id, division.share) for division in answer.divisions] == [
        (f"{KORA}/harbour:2", 0.75),
        (f"{KORA}/harbour:10", 0.25),
    ]
    assert answer.is_split
    assert answer.notes == (NoteCode.SPLIT,)


def test_a_redrawn_harbour_counts_from_its_own_day_on(made_up_country):
    assert names(made_up_country.look_up("KO 15", date(2026, 12, 31))) == ["Ona Brill", "Pell Anders"]
    assert names(made_up_country.look_up("KO 15", date(2027, 1, 1))) == ["Ona Brill", "Vey, Mora"]


def test_a_harbour_without_a_speaker_is_vacant_and_not_forgotten(made_up_country):
    answer = made_up_country.look_up("KO16", TODAY)
    assert [(seat.division_id, seat.role) for seat in answer.vacant] == [(f"{KORA}/harbour:3", "speaker")]
    assert NoteCode.VACANT in answer.notes


def test_an_island_known_by_the_beginning_of_its_codes_answers_by_that(made_up_country):
    answer = made_up_country.look_up("SE77", TODAY)
    assert names(answer) == ["Tam Oru"]
    assert [(seat.division_id, seat.role) for seat in answer.vacant] == [
        ("ocd-division/country:lx/island:sela", "elder")
    ]
    assert set(answer.notes) == {NoteCode.BY_PREFIX, NoteCode.VACANT, NoteCode.DELEGATE}


def test_the_longest_beginning_that_is_known_decides(made_up_tables, tmp_path):
    with (made_up_tables / "areas.csv").open("a", encoding="utf-8") as areas:
        areas.write("K*,ocd-division/country:lx/island:sela/harbour:1,,,\n")
        areas.write(f"KO*,{KORA}/harbour:10,,,\n")
    build_pack(read_table_folder(made_up_tables), tmp_path / "nested")
    with LegislatorPack.open(tmp_path / "nested") as pack:
        assert names(pack.look_up("KO 77", TODAY)) == ["Ona Brill", "Vey, Mora"]
        assert names(pack.look_up("KA 77", TODAY)) == ["Tam Oru"]


def test_a_code_of_no_island_is_unknown_and_names_nobody(made_up_country):
    answer = made_up_country.look_up("XX99", TODAY)
    assert (answer.people, answer.divisions, answer.vacant) == ((), (), ())
    assert answer.notes == (NoteCode.UNKNOWN_POSTCODE,)


def test_everything_in_the_tables_comes_back_out(made_up_country):
    brill, anders, _mora = made_up_country.look_up("KO14", TODAY).people
    assert (brill.party, brill.phone, brill.contact_url) == ("Tide", "+991234567", "https://b.example")
    assert (brill.start, brill.end, brill.is_voting, brill.address) == (
        date(2024, 1, 1),
        date(2030, 1, 1),
        True,
        "Q. 1",
    )
    assert anders.social == {"mastodon": "pell@sea.example"}
    assert (anders.contact_url, anders.url) == (None, "https://anders.example")


def test_the_office_whose_postcode_begins_like_the_visitors_stands_first(made_up_country):
    speaker = made_up_country.look_up("KO14", TODAY).people[1]
    assert speaker.offices == (
        LocalOffice("Inner Bay", None, "Pier 1, Inner Bay", "KO14"),
        LocalOffice("Outer Bay", "1234570", "Pier 4, Outer Bay", "KO99"),
    )


def test_a_list_is_old_after_thirty_days_and_not_before(made_up_country):
    assert NoteCode.OLD_DATA not in made_up_country.look_up("KO14", date(2026, 7, 15)).notes
    assert NoteCode.OLD_DATA in made_up_country.look_up("KO14", date(2026, 7, 16)).notes


def test_an_ended_term_stays_in_sight_and_is_marked(made_up_country):
    answer = made_up_country.look_up("KO14", date(2029, 1, 1))
    assert names(answer) == ["Ona Brill", "Pell Anders", "Vey, Mora"]
    assert [person.term_ended(date(2029, 1, 1)) for person in answer.people] == [False, True, True]
    assert NoteCode.TERM_ENDED in answer.notes


def test_looking_the_whole_list_over_finds_the_vacant_seats_and_nobody_out_of_reach(made_up_country):
    findings = look_over(made_up_country, TODAY)
    assert (findings.people, findings.postcodes) == (4, 3)
    assert {seat.division_id for seat in findings.vacant} == {
        f"{KORA}/harbour:3",
        "ocd-division/country:lx/island:sela",
    }
    assert {check.code: check.level.value for check in findings.checks} == {
        "whole": "ok",
        "age": "ok",
        "terms": "ok",
        "vacant": "ok",
        "crowded": "ok",
        "unreached": "ok",
    }


def test_an_old_list_of_another_country_is_not_sent_to_the_update_of_congress(made_up_country):
    (age,) = [check for check in look_over(made_up_country, date(2026, 7, 16)).checks if check.code == "age"]
    assert str(age.remedy) == "It is more than 30 days old. Build it again from newer tables."


def test_the_list_brings_its_own_words_for_people_places_and_the_first_office(made_up_country):
    brill, anders, mora = made_up_country.look_up("KO14", TODAY).people
    assert (str(brill.words.title), brill.words.place) == ("Elder of an island", "Kora")
    assert anders.words.title is not None
    assert anders.words.title.in_language("es") == "Voz de un puerto"
    assert (anders.words.place, mora.words.place) == ("Inner Bay", "Outer Bay, East")
    assert str(anders.words.office) == "Assembly office"
    vacant = made_up_country.look_up("KO16", TODAY).vacant[0]
    assert (str(vacant.words.title), vacant.words.place) == ("Speaker for a harbour", None)


def test_the_lower_house_is_known_by_the_ids_alone(made_up_country):
    assert made_up_country.look_up("KO14", TODAY).lower_roles == {"speaker"}


def test_a_visitor_is_asked_for_letters_and_never_for_a_zip(made_up_country):
    shape = made_up_country.code_shape
    assert (shape.example, shape.digits, shape.is_zip) == ("KO 14", None, False)


def test_a_list_without_words_has_none_and_says_so_with_one_value(made_up_tables, tmp_path):
    (made_up_tables / "divisions.csv").unlink()
    manifest = (made_up_tables / "manifest.toml").read_text(encoding="utf-8")
    lines = [line for line in manifest.partition("[office]")[0].splitlines() if not line.startswith("title = {")]
    (made_up_tables / "manifest.toml").write_text("\n".join(lines), encoding="utf-8")
    build_pack(read_table_folder(made_up_tables), tmp_path / "wordless")
    with LegislatorPack.open(tmp_path / "wordless") as pack:
        assert {person.words for person in pack.people()} == {SeatWords()}
