"""What a visitor reads for the ZIP codes that trip such tools up: the real people of June 2026, in the real window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from outreach_app.domain.lawmakers import VacantSeat
from outreach_app.domain.links import readable_phone
from outreach_app.kiosk.lawmaker_rows import vacant_row
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, prepare_application, settle
from tests.legislators.conftest import congress_file_in

SOON = datetime(2026, 6, 20, 12, tzinfo=UTC)
HOUSE = "https://www.house.gov/representatives/find-your-representative"
SENATE = "https://www.senate.gov/senators/senators-contact.htm"
EVERYBODY = "https://www.usa.gov/elected-officials"
SPLIT = "One of these is your representative"


@pytest.fixture(scope="module")
def congress_file(shared_data, tmp_path_factory):
    """The real list, with the Census file's shares where the data has them."""
    return congress_file_in(tmp_path_factory.mktemp("congress"), shared_data, with_census=True)


@dataclass(frozen=True)
class Told:
    """What is read for a ZIP: these texts, in this order; none of those; and these codes to scan."""

    reads: tuple[str, ...]
    reads_not: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


CASES = {
    # One district: three names and nothing to doubt.
    "78701": Told(
        ("Your two senators", "John Cornyn", "Senator, Texas", "Ted Cruz", "Your representative", "Lloyd Doggett"),
        (SPLIT, "crosses", "not in our list"),
    ),
    "23220": Told(("Mark R. Warner", "Tim Kaine", "Jennifer L. McClellan"), (SPLIT,)),
    # Six districts: all of them, never one guess, and the House's own finder.
    "91711": Told(
        (
            "Your two senators",
            "Alex Padilla",
            "Adam B. Schiff",
            SPLIT,
            "California District 27",
            "California District 35",
        ),
        ("likely", "Your representative"),
        (HOUSE,),
    ),
    # A border: both states, the one with more of the land first.
    "82701": Told(
        ("One state’s senators are yours", "John Barrasso", "Senator, Wyoming", "John Thune", "Senator, South Dakota"),
        ("Your two senators",),
    ),
    # One building's own ZIP: the state is certain, the district is not.
    "10118": Told(
        ("Your two senators", "Charles E. Schumer", "Kirsten E. Gillibrand", "so these are the senators"),
        ("Representative", SPLIT),
        (HOUSE,),
    ),
    # First three digits that two states share: the senators of both.
    "06399": Told(
        ("One state’s senators are yours", "Senator, Connecticut", "Senator, New York", "more than one state")
    ),
    # The same of the capital and two states: each place by its name, and nobody's district is claimed.
    "20500": Told(
        ("more than one state", "Senator, Maryland", "Senator, Virginia", "District of Columbia", "Eleanor"),
        ("One of these is your representative", "No senators here", "crosses"),
    ),
    # Delegates: no vote, no senators, and no vacancy is made of that.
    "96910": Told(
        ("without a vote", "No senators here", "Your delegate", "James C. Moylan", "Delegate, Guam"),
        ("vacant", "no one holds"),
    ),
    "20001": Told(("No senators here", "Your delegate", "Eleanor Holmes Norton", "Delegate, District of Columbia")),
    "00901": Told(("Your delegate", "Pablo José Hernández", "Resident Commissioner, Puerto Rico")),
    # A seat nobody holds is said with its district.
    "94541": Told(
        (
            "Alex Padilla",
            "Your representative",
            "California District 14: no one holds this seat",
            "An election will fill it",
            "The switchboard, 202-224-3121",
        ),
        (SPLIT,),
    ),
    # Military: the home address decides.
    "09001": Told(
        ("military ZIP code", "the home address you vote from"), ("Your two senators",), (HOUSE, SENATE, EVERYBODY)
    ),
    # At large: the whole state is the district.
    "99501": Told(
        ("Lisa Murkowski", "Dan Sullivan", "Nicholas J. Begich III", "Representative, Alaska"), ("District",)
    ),
    # Appointed until a special election: said, not dropped.
    "43215": Told(("Jon Husted", "until the special election of November 3, 2026")),
    "33101": Told(("Ashley Moody", "until the special election of November 3, 2026")),
    # Nobody's ZIP.
    "00000": Told(("not in our list", "202-224-3121"), ("Your two senators",), (HOUSE, SENATE, EVERYBODY)),
}


@pytest.fixture(scope="module")
def in_june(qapp, congress_file, tmp_path_factory):
    """One table for all cases."""
    prepare_application()
    table = Table(tmp_path_factory.mktemp("table"), pack=congress_file, moment=SOON)
    yield table
    table.close()


def look_up(table, code: str) -> Visitor:
    """Go from the loop to the lawmakers of a ZIP, with a finger."""
    visitor = Visitor(table.window)
    table.window._leave()
    settle()
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits(code)
    visitor.tap("Show my lawmakers")
    assert visitor.place is Place.LAWMAKERS
    return visitor


@pytest.mark.parametrize("code", CASES)
def test_what_is_read_for(in_june, code):
    visitor, told = look_up(in_june, code), CASES[code]
    reading = visitor.reading()
    assert f"ZIP code {code}" in reading
    assert "Lawmaker list as of June 15, 2026" in reading
    flat = " ".join(reading.split())
    assert [text for text in told.reads if text not in flat] == []
    assert [text for text in told.reads_not if text in flat] == []
    assert visitor.codes() == sorted(told.codes) or not told.codes


def test_the_six_of_91711_and_both_states_of_82701_stand_in_the_order_of_the_answer(in_june):
    reading = look_up(in_june, "91711").reading()
    places = [reading.index(f"California District {number}\n") for number in (27, 28, 29, 30, 31)]
    assert places == sorted(places)
    reading = look_up(in_june, "82701").reading()
    assert reading.index("Harriet M. Hageman") < reading.index("Dusty Johnson")


def test_another_zip_forgets_whom_the_visitor_chose_at_the_last_one(in_june):
    visitor = look_up(in_june, "77002")
    visitor.tap_name("Ted Cruz. Senator, Texas")
    visitor.tap("All lawmakers")
    assert in_june.window.visit.chosen is not None
    visitor.tap("Change")
    visitor.tap("Clear")
    visitor.enter_digits("23220")
    visitor.tap("Show my lawmakers")
    assert "Mark R. Warner" in visitor.reading()
    assert in_june.window.visit.chosen is None


def test_a_zip_that_is_not_whole_cannot_be_sent(in_june):
    visitor = Visitor(in_june.window)
    in_june.window._leave()
    settle()
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("4321")
    with pytest.raises(AssertionError, match="nothing to tap"):
        visitor.tap("Show my lawmakers")


def test_the_member_without_phone_and_page_is_reached_through_the_switchboard_and_the_chambers_page(in_june):
    gallagher = next(person for person in in_june.open_pack().people() if person.name == "James Gallagher")
    code = next(area.postcode for area in in_june.open_pack().areas() if area.division_id == gallagher.division_id)
    visitor = look_up(in_june, code)
    visitor.tap_name("James Gallagher. California District 1")
    switchboard = in_june.campaign.switchboard
    assert "No number is listed" in visitor.reading()
    assert readable_phone(switchboard) in visitor.reading()
    assert visitor.codes() == ["tel:+12022243121"]
    visitor.tap("Write")
    assert "No page of this office is listed" in visitor.reading()
    assert visitor.codes() == [HOUSE]
    assert "Send a letter instead" not in visitor.names()


def test_the_washington_number_comes_first_then_the_office_in_the_visitors_area(in_june):
    visitor = look_up(in_june, "77002")
    visitor.tap_name("Ted Cruz. Senator, Texas")
    reading = visitor.reading()
    assert (
        reading.index("Washington office")
        < reading.index("202-224-5922")
        < reading.index("Houston office, in your area")
    )
    assert "tel:+12022245922" in visitor.codes()
    visitor.tap("Visit")
    reading = visitor.reading()
    assert reading.index("Houston office, in your area") < reading.index("Call first")


def test_a_list_of_june_says_in_august_that_somebody_new_may_serve(set_a_table, congress_file):
    table = set_a_table(pack=congress_file, moment=datetime(2026, 8, 1, 12, tzinfo=UTC))
    assert "This list is some weeks old" in look_up(table, "78701").reading()


def test_a_day_after_the_special_election_the_finder_for_everybody_comes_first(set_a_table, congress_file):
    table = set_a_table(pack=congress_file, moment=datetime(2026, 11, 4, 12, tzinfo=UTC))
    visitor = look_up(table, "44301")
    reading = visitor.reading()
    assert reading.index("Some terms in this list have ended") < reading.index("Jon Husted")
    assert "Senator, Ohio; until November 3, 2026" in reading
    assert visitor.codes() == [SENATE]


def test_a_vacant_senate_seat_would_be_said_with_its_state(in_june):
    # No seat of the Senate is vacant in the data; the row is the same for one that would be.
    row = vacant_row(in_june.window.shown.theme, VacantSeat("ocd-division/country:us/state:oh", "senator"))
    in_june.window.shown.say_anew(row)
    assert row.findChildren(Words)[0].text() == "Senator, Ohio: no one holds this seat"
    row.deleteLater()
