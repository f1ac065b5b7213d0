"""An event's last day: when it is over, what the list says of it, and how it travels from station to station."""

from __future__ import annotations

import secrets
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.domain.checks import CheckLevel
from outreach_app.errors import FolderError
from outreach_app.language import Tongue
from outreach_app.visit.last_day import check_last_day, is_over, usual_last_day
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import LAST_DAY, Preferences
from outreach_app.visit.set_up_draft import SetUpDraft
from outreach_app.visit.set_up_file import read_set_up_file, write_set_up_file
from outreach_app.visit.setting_up import set_up
from outreach_app.visit.station_check import check_station
from outreach_app.visit.station_home import StationHome
from tests.journeys.staffed_table import make_station
from tests.visit.table import HandClock

FAIR = date(2026, 11, 22)
CHICAGO = timezone(timedelta(hours=-6))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHICAGO)


def lasting_until(day: str) -> Preferences:
    return Preferences().having(LAST_DAY, day)


def row_of(station, clock):
    return next(check for check in check_station(station, clock) if check.code == "last-day")


@given(some.integers(-20_000, 20_000))
def test_an_event_is_over_from_noon_on_the_day_after_in_the_stations_own_zone(minutes):
    assert is_over(FAIR, at(23, 12) + timedelta(minutes=minutes)) is (minutes >= 0)


@given(some.datetimes(timezones=some.just(UTC)))
def test_an_event_without_a_last_day_never_ends_by_itself(moment):
    assert not is_over(None, moment)


def test_whoever_sets_up_in_the_afternoon_is_offered_the_next_day():
    assert usual_last_day(at(22, 8)) == FAIR
    assert usual_last_day(at(22, 14, 59)) == FAIR
    assert usual_last_day(at(21, 15)) == FAIR


@pytest.mark.parametrize(
    ("moment", "level", "said"),
    [
        (at(20, 9), CheckLevel.OK, "The last day of this event is November 22, 2026."),
        (at(22, 23), CheckLevel.OK, "The last day of this event is November 22, 2026."),
        (at(23, 2), CheckLevel.WARN, "The table opens until noon today."),
        (at(23, 12), CheckLevel.FAIL, "was November 22, 2026, and the clock says November 23, 2026."),
    ],
)
def test_the_list_says_the_day_and_what_to_do_once_it_has_passed(moment, level, said):
    check = check_last_day(FAIR, moment)
    assert check.level is level
    assert said in Tongue("en").say(check.text)
    assert (check.remedy is None) is (level is CheckLevel.OK)


def test_the_sign_follows_the_day_and_a_later_day_opens_again():
    is_past = False
    sign = OpenSign(is_over=lambda: is_past)
    assert sign.is_open
    is_past = True
    assert (sign.standing, sign.is_open) == (Standing.OVER, False)
    sign.turn(Standing.OPEN)
    assert sign.standing is Standing.OVER, "nobody opens an event that is over by turning the sign"
    is_past = False
    assert sign.is_open
    sign.turn(Standing.CLOSED)
    is_past = True
    assert sign.standing is Standing.CLOSED, "what was closed stays closed"


def test_a_station_from_before_there_were_last_days_goes_on(tmp_path):
    clock = HandClock()
    station = make_station(tmp_path / "booth", clock)
    assert PreferenceFile(station.path).read().preferences.day(LAST_DAY) is None
    clock.wait(3600 * 24 * 400)
    assert row_of(station, clock).level is CheckLevel.OK


def test_a_clock_that_is_behind_the_set_up_opens_the_table_and_is_told_of_itself(tmp_path):
    station = make_station(tmp_path / "booth", HandClock(), preferences=lasting_until("2026-11-22"))
    checks = {check.code: check.level for check in check_station(station, HandClock(datetime(2020, 1, 1, tzinfo=UTC)))}
    assert checks["last-day"] is CheckLevel.OK
    assert checks["clock"] is CheckLevel.WARN


def test_a_closed_event_is_not_blamed_for_its_last_day(tmp_path):
    clock = HandClock()
    station = make_station(tmp_path / "booth", clock, preferences=lasting_until("2026-11-22"))
    clock.wait(3600 * 24 * 3)
    assert row_of(station, clock).level is CheckLevel.FAIL
    with closing(station.open_book()) as book:
        book.close_event(station.now(clock))
    assert "last-day" not in [check.code for check in check_station(station, clock)]


def test_a_last_day_that_is_over_already_is_refused_and_leaves_no_station(tmp_path):
    with pytest.raises(FolderError, match="is over"):
        make_station(tmp_path / "booth", HandClock(), preferences=lasting_until("2026-11-20"))
    assert not (tmp_path / "booth").exists()


def test_the_day_travels_in_a_set_up_file(tmp_path):
    station = make_station(tmp_path / "booth", HandClock(), preferences=lasting_until("2026-11-29"))
    held = read_set_up_file(write_set_up_file(station, tmp_path / "fair.setup"), tmp_path / "parts")
    other = set_up(tmp_path / "second", held.setup, held.door, HandClock(), secrets.token_bytes)
    assert PreferenceFile(other.path).read().preferences.day(LAST_DAY) == date(2026, 11, 29)


def test_the_draft_keeps_the_day_and_the_next_event_is_asked_for_its_own(tmp_path):
    station = make_station(tmp_path / "booth", HandClock(), preferences=lasting_until("2026-11-29"))
    draft = SetUpDraft(StationHome(tmp_path / "home"))
    draft.take_set_up_file(write_set_up_file(station, tmp_path / "fair.setup"))
    assert draft.answers.last_day == "2026-11-29"
    draft.keep(is_compared=True)
    made = draft.finish(HandClock(), secrets.token_bytes)
    assert PreferenceFile(made.path).read().preferences.day(LAST_DAY) == date(2026, 11, 29)
    draft.begin_like(made)
    assert (draft.answers.event, draft.answers.last_day) == ("", "")


@pytest.mark.parametrize("value", ["2026-11-31", "20261122", "2026-W47-7", "1999-12-31", "tomorrow", 20261122, None])
def test_nothing_but_a_day_of_the_calendar_is_a_last_day(value):
    assert not LAST_DAY.kind.allows(value)
