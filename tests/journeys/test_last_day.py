"""The last day of an event passes: the table shuts between two visits, says why, and a lead moves the day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.preference_row import PreferenceRow
from outreach_app.kiosk.table import open_table
from outreach_app.visit.flow import Place
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.preferences import LAST_DAY, Preferences
from tests.journeys.new_device import answer_everything
from tests.journeys.staffed_table import VOLUNTEER_PIN, make_station
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import prepare_application, settle, shown, wait_until
from tests.visit.table import HandClock

NEXT_MORNING = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
UNTIL_YESTERDAY = Preferences().having(LAST_DAY, "2026-11-21")


@pytest.fixture
def table(set_a_staffed_table):
    return set_a_staffed_table(moment=NEXT_MORNING, preferences=UNTIL_YESTERDAY)


def test_noon_comes_while_the_loop_runs_and_the_table_shuts_by_itself(table):
    staff = Staff(table.window)
    assert staff.place is Place.ATTRACT
    table.clock.wait(1800)
    wait_until(lambda: staff.place is Place.PAUSED, "the closed screen")
    assert staff.reads("This table is closed for today. Our staff are glad to answer questions.")
    assert "Get help" in staff.names()


def test_whoever_is_in_the_middle_of_a_visit_at_noon_signs_to_the_end(table):
    staff = Staff(table.window)
    staff.go_to_the_form()
    table.clock.wait(1800)
    settle()
    staff.window._hear_somebody()
    staff.fill_in("Ada", "Quill", "ada@example.org", "43215")
    staff.sign(table.campaign.pledge_title)
    staff.wait_for(Place.THANKS)
    staff.window._leave()
    assert staff.place is Place.PAUSED


def test_the_desk_says_why_nobody_but_a_lead_mends_it_and_a_later_day_opens(table):
    table.clock.wait(1800)
    staff = Staff(table.window)
    wait_until(lambda: staff.place is Place.PAUSED, "the closed screen")
    staff.come_in(VOLUNTEER_PIN)
    staff.waits_to_read("The last day of this event was November 21, 2026, and the clock says November 22, 2026.")
    staff.tap("Open")
    assert staff.place is Place.CHECKLIST
    staff.waits_to_read("Visitors cannot be let in before the first line is mended.")
    staff.waits_to_read("A lead closes the event and copies the pledges out")
    assert not staff.window.shown._open.isEnabled()
    staff.tap("Back to the desk")
    staff.tap("Back to visitors")
    assert staff.place is Place.PAUSED

    staff.come_in()
    staff.waits_to_read("The last day of this event is over, so the table stays shut.")
    staff.tap("Settings")
    row = next(row for row in staff.window.findChildren(PreferenceRow) if row.preference is LAST_DAY)
    assert "November 21, 2026" in staff.reading()
    staff.tap_on(row._stepper._more)
    wait_until(lambda: table.preferences.now.choice(LAST_DAY) == "2026-11-22", "today")
    assert table.sign.standing is Standing.OPEN
    staff.tap("Back to the desk")
    staff.waits_to_read("The last day of this event is November 22, 2026.")
    staff.tap("Back to visitors")
    assert staff.place is Place.ATTRACT


def test_the_day_before_the_first_one_on_offer_is_none(table):
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    row = next(row for row in staff.window.findChildren(PreferenceRow) if row.preference is LAST_DAY)
    staff.tap_on(row._stepper._less)
    wait_until(lambda: table.preferences.now.choice(LAST_DAY) == "", "no last day")
    assert "No last day" in staff.reading()


@pytest.mark.parametrize(("hours_after", "place"), [(0, Place.ATTRACT), (1, Place.PAUSED)])
def test_a_restart_opens_the_table_in_the_morning_after_and_not_in_the_afternoon(qapp, tmp_path, hours_after, place):
    prepare_application()
    evening = HandClock(datetime(2026, 11, 21, 18, tzinfo=UTC))
    make_station(tmp_path / "booth", evening, preferences=UNTIL_YESTERDAY)
    evening.wait(3600 * (17.5 + hours_after))
    with shown(open_table(tmp_path / "booth", evening)) as window:
        assert window.visit.journey.at is place


def test_a_set_up_file_whose_last_day_is_over_is_mended_on_the_page_of_the_event(device, enrolment):
    person = device.start()
    person.tap("Set up this station")
    answer_everything(person, enrolment)
    device.window._services.draft.keep(last_day="2026-11-20")
    wait_until(person.window.page.onward.isEnabled, "the page")
    person.tap("Make the station")
    wait_until(lambda: "The event’s last day, November 20, 2026, is over." in person.reading(), "the sentence")
    person.window.page.change_wanted.emit(FirstPlace.EVENT)
    wait_until(lambda: person.page is FirstPlace.EVENT, "the event")
    person.tap("More: Last day")
    person.tap("More: Last day")
    person.go_on()
    assert person.page is FirstPlace.CHECK
    person.go_on("Make the station")
    assert person.page is FirstPlace.DONE
