"""Finding lawmakers by ZIP, and saying honestly how sure that is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outreach_app.domain.lawmakers import Lawmaker, NoteCode, Role, VacantSeat
from outreach_app.errors import MalformedPostcode
from outreach_app.language import Tongue
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.visit.finding import Finding, LegislatorFinder
from tests.legislators.conftest import congress_file_in
from tests.visit.table import HandClock


@pytest.fixture
def sample(sample_pack, campaign, clock):
    return LegislatorFinder(sample_pack, campaign.finders, clock)


@pytest.fixture
def without_list(campaign, clock):
    return LegislatorFinder(None, campaign.finders, clock)


@pytest.fixture(scope="module")
def congress(shared_data, tmp_path_factory):
    """The real list, from the public data."""
    file = congress_file_in(tmp_path_factory.mktemp("congress"), shared_data, with_census=False)
    with LegislatorPack.open(file) as pack:
        yield pack


@pytest.fixture
def real(congress, campaign, clock):
    return LegislatorFinder(congress, campaign.finders, clock)


def remarks(finding: Finding) -> str:
    return " ".join(str(remark) for remark in finding.remarks)


def heading(finding: Finding) -> str:
    return str(finding.lower_heading())


def test_a_zip_in_three_districts_is_not_answered_with_a_guess(sample):
    finding = sample.find("43215")
    assert [seat.name for seat in finding.upper] == ["Maria Aldous", "Theo Whitlock"]
    assert str(finding.upper_heading()) == "Your two senators"
    assert [type(seat) for seat in finding.lower] == [Lawmaker, Lawmaker, VacantSeat]
    assert heading(finding) == "One of these is your representative"
    assert finding.is_split
    assert finding.needs_finder
    assert finding.finders
    assert "crosses district lines" in remarks(finding)


def test_a_zip_in_one_district_is_answered_plainly(sample):
    finding = sample.find("43055")
    assert heading(finding) == "Your representative"
    assert not finding.is_split
    assert not finding.needs_finder


def test_people_of_the_sample_are_called_invented_first_of_all(sample):
    assert "invented" in str(sample.find("43215").remarks[0])
    assert len(sample.find("43215").remarks) == 2


def test_a_delegate_is_called_one_and_no_senators_are_promised(sample):
    finding = sample.find("20001")
    assert finding.upper == ()
    assert heading(finding) == "Your delegate"
    assert "without a vote" in remarks(finding)


def test_only_people_can_be_called_or_written_to(sample):
    assert all(isinstance(person, Lawmaker) for person in sample.find("43215").people)
    assert len(sample.find("43215").people) == 4


@pytest.mark.parametrize("typed", ["9876", "abcde", "987654", "98765x"])
def test_what_is_no_zip_is_refused_without_repeating_it(sample, typed):
    with pytest.raises(MalformedPostcode) as refusal:
        sample.find(typed)
    assert typed not in str(refusal.value)


def test_without_a_list_the_official_pages_are_offered_and_that_is_said(without_list, campaign):
    assert not without_list.has_pack
    finding = without_list.find("43215")
    assert finding.people == ()
    assert finding.finders == campaign.finders
    assert finding.needs_finder
    assert not finding.is_split
    assert "no list of lawmakers" in remarks(finding)


def test_whoever_skips_the_zip_is_not_told_that_there_is_no_list(sample):
    finding = sample.without_postcode()
    assert finding.needs_finder
    assert "no list" not in remarks(finding)


def test_every_remark_is_said_in_spanish_too(sample, without_list):
    for finding in (sample.find("43215"), sample.find("20001"), without_list.find("43215")):
        for sentence in (*finding.remarks, finding.lower_heading()):
            assert Tongue("es").say(sentence) != Tongue("en").say(sentence)


def test_a_real_zip_in_one_district_names_its_three_people(real):
    finding = real.find("82001")
    assert [person.role for person in finding.upper] == [Role.SENATOR, Role.SENATOR]
    assert [seat.role for seat in finding.lower] == [Role.REPRESENTATIVE]
    assert "invented" not in remarks(finding)


def test_a_real_zip_on_a_state_line_asks_for_the_state(real):
    finding = real.find("30165")
    assert NoteCode.SEVERAL_STATES in finding.answer.notes
    assert finding.needs_finder
    assert heading(finding) == "One of these is your representative"
    assert str(finding.upper_heading()) == "One state’s senators are yours"


def test_a_real_zip_that_nobody_knows_gets_its_states_senators_or_the_official_pages(real):
    by_prefix = real.find("43299")
    assert by_prefix.needs_finder
    assert NoteCode.BY_PREFIX in by_prefix.answer.notes
    assert [person.role for person in by_prefix.people] == [Role.SENATOR, Role.SENATOR]
    unknown = real.find("00000")
    assert unknown.people == ()
    assert unknown.needs_finder
    assert "not in our list" in remarks(unknown)


def test_a_military_zip_is_answered_with_the_home_address(real):
    assert "military" in remarks(real.find("09012"))


def test_a_list_past_its_terms_says_so_and_sends_to_the_official_pages(congress, campaign):
    finder = LegislatorFinder(congress, campaign.finders, HandClock(datetime(2035, 1, 1, 12, tzinfo=UTC)))
    finding = finder.find("82001")
    assert "terms in this list have ended" in remarks(finding)
    assert finding.needs_finder
    assert finding.people


def first_finder(finding: Finding) -> str:
    return finding.finders[0].id


@pytest.mark.parametrize(
    ("code", "moment", "finder"),
    [
        ("91711", datetime(2026, 6, 20, 12, tzinfo=UTC), "house"),  # which representative?
        ("44301", datetime(2026, 11, 4, 12, tzinfo=UTC), "senate"),  # a senator's appointment has ended
        ("43215", datetime(2026, 11, 4, 12, tzinfo=UTC), "usa-gov"),  # both
        ("78701", datetime(2027, 1, 4, 12, tzinfo=UTC), "usa-gov"),  # a senator's term and the representative's
        ("20001", datetime(2027, 1, 4, 12, tzinfo=UTC), "house"),  # the delegate's
        ("00000", datetime(2026, 6, 20, 12, tzinfo=UTC), "house"),  # nothing known: in the pack's order
    ],
)
def test_the_official_page_that_settles_the_doubt_stands_first(congress, campaign, code, moment, finder):
    finding = LegislatorFinder(congress, campaign.finders, HandClock(moment)).find(code)
    assert finding.needs_finder
    assert first_finder(finding) == finder
    assert sorted(each.id for each in finding.finders) == sorted(each.id for each in campaign.finders)


def test_only_names_that_may_be_history_come_after_the_official_page(congress, campaign):
    june, january = (
        LegislatorFinder(congress, campaign.finders, HandClock(moment))
        for moment in (datetime(2026, 6, 20, 12, tzinfo=UTC), datetime(2027, 1, 4, 12, tzinfo=UTC))
    )
    assert not june.find("91711").finder_first
    assert january.find("91711").finder_first


def test_of_an_old_list_the_official_page_comes_first_where_one_is_needed(congress, campaign):
    august = LegislatorFinder(congress, campaign.finders, HandClock(datetime(2026, 8, 1, 12, tzinfo=UTC)))
    assert august.find("91711").finder_first
    assert not august.find("78701").finder_first


def test_an_old_list_says_so_once(congress, campaign):
    august = LegislatorFinder(congress, campaign.finders, HandClock(datetime(2026, 8, 1, 12, tzinfo=UTC)))
    assert remarks(august.find("78701")) == "This list is some weeks old. Someone new may hold a seat by now."
    january = LegislatorFinder(congress, campaign.finders, HandClock(datetime(2027, 1, 4, 12, tzinfo=UTC)))
    assert "weeks old" not in remarks(january.find("78701"))


def in_june(congress, campaign):
    return LegislatorFinder(congress, campaign.finders, HandClock(datetime(2026, 6, 20, 12, tzinfo=UTC)))


def test_first_digits_of_the_capital_and_two_states_claim_neither_a_district_nor_a_state(congress, campaign):
    # 205 belongs to the District of Columbia, Maryland and Virginia.
    finding = in_june(congress, campaign).find("20500")
    assert {person.division_id[-2:] for person in finding.upper} == {"md", "va"}
    assert str(finding.upper_heading()) == "One state’s senators are yours"
    assert [person.role for person in finding.lower] == [Role.DELEGATE]
    assert heading(finding) == "District of Columbia"
    assert "more than one state" in remarks(finding)
    assert "district lines" not in remarks(finding)
    assert "No senators here" not in remarks(finding)
    assert finding.finder_first


def test_first_digits_of_two_territories_claim_neither(congress, campaign):
    # 969 belongs to Guam, the Northern Mariana Islands and three countries.
    finding = in_june(congress, campaign).find("96960")
    assert [person.role for person in finding.lower] == [Role.DELEGATE, Role.DELEGATE]
    assert "more than one state" in remarks(finding)
    assert "who speaks for the whole area" not in remarks(finding)
    assert finding.finder_first


def test_first_digits_of_a_state_and_a_territory_name_both_places_above_their_people(congress, campaign):
    # 967 belongs to Hawaii and American Samoa.
    finding = in_june(congress, campaign).find("96799"[:4] + "8")
    assert str(finding.upper_heading()) == "Hawaii"
    assert heading(finding) == "American Samoa"
    assert "more than one state" in remarks(finding)


def test_of_nobody_nothing_is_called_old(congress, campaign):
    august = LegislatorFinder(congress, campaign.finders, HandClock(datetime(2026, 8, 1, 12, tzinfo=UTC)))
    assert len(august.find("00000").remarks) == 1
    assert len(august.find("09001").remarks) == 1


def test_a_table_without_a_list_asks_for_a_zip_all_the_same(without_list):
    assert (without_list.code_shape.digits, without_list.code_shape.is_zip) == (5, True)
    assert Tongue("en").say(without_list.find("43215").code_line()) == "ZIP code 43215"
    assert without_list.without_postcode().code_line() == ""
