"""Who is shown when a seat changes hands within one list."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.legislators.building import build_pack
from outreach_app.legislators.checking import look_over
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.table_folder import read_table_folder

SUCCESSOR = "s-9,Ines Kol,speaker,ocd-division/country:lx/island:kora/harbour:2,,,,,,2028-01-01,2032-01-01,,\n"


@pytest.fixture
def with_successor(made_up_tables, tmp_path):
    people = made_up_tables / "people.csv"
    people.write_text(people.read_text() + SUCCESSOR)
    build_pack(read_table_folder(made_up_tables), tmp_path / "list")
    with LegislatorPack.open(tmp_path / "list") as pack:
        yield pack


def speakers(pack, day):
    answer = pack.look_up("KO14", day)
    return [p.name for p in answer.people if p.division_id.endswith("harbour:2")], answer.vacant


def test_nobody_is_shown_before_their_first_day(with_successor):
    assert speakers(with_successor, date(2027, 12, 31)) == (["Pell Anders"], ())


def test_from_the_first_day_on_the_successor_stands_alone(with_successor):
    assert speakers(with_successor, date(2028, 1, 1)) == (["Ines Kol"], ())


def test_when_both_terms_are_over_the_last_one_stays_in_sight(with_successor):
    assert speakers(with_successor, date(2033, 1, 1)) == (["Ines Kol"], ())


def test_looking_over_warns_of_two_people_on_one_seat(with_successor):
    crowded = [check for check in look_over(with_successor, date(2027, 1, 1)).checks if check.code == "crowded"]
    assert crowded[0].level.value == "warn"
    assert "harbour:2" in str(crowded[0].text)
