"""A pause holds until somebody of the staff ends it: also over a power cut, and over a disk that keeps nothing."""

from __future__ import annotations

import pytest

from outreach_app.kiosk.table import open_table
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.flow import Place
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.opening_checks import standing_at_start
from outreach_app.visit.pause_note import PAUSE_NAME, is_paused
from tests.journeys.staffed_table import VOLUNTEER_PIN, StaffedTable
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import shown
from tests.visit.table import HandClock


@pytest.fixture
def table(set_a_staffed_table):
    return set_a_staffed_table()


def place_after_restart(table: StaffedTable) -> Place:
    """Switch the device off as it stands and on again, as a power cut does; where visitors are then."""
    table.close()
    with shown(open_table(table.folder / "booth", HandClock())) as window:
        return window.visit.journey.at


def test_a_table_that_staff_paused_comes_back_paused(table):
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Pause")
    staff.wait_for(Place.PAUSED)
    assert place_after_restart(table) is Place.PAUSED


def test_a_table_that_staff_opened_again_comes_back_open(table):
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Pause")
    staff.wait_for(Place.PAUSED)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Resume visits")
    staff.wait_for(Place.ATTRACT)
    assert not is_paused(table.folder / "booth")
    assert place_after_restart(table) is Place.ATTRACT


def test_opening_by_the_list_ends_a_pause_from_before(set_a_staffed_table):
    table = set_a_staffed_table(standing=Standing.NOT_READY)
    (table.folder / "booth" / PAUSE_NAME).write_bytes(b"")
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("See the list")
    staff.waits_to_read("Pledges can be written to this device.")
    staff.tap("Open for visitors")
    assert place_after_restart(table) is Place.ATTRACT


def test_what_would_harm_visitors_comes_before_a_pause(table):
    (table.folder / "booth" / PAUSE_NAME).write_bytes(b"")
    folder, today = table.folder / "booth", table.clock.now().date()
    assert standing_at_start(folder, table.campaign, today, is_closed=False) is Standing.PAUSED
    assert standing_at_start(folder, table.campaign, today.replace(year=2028), is_closed=False) is Standing.NOT_READY
    assert standing_at_start(folder, table.campaign, today, is_closed=True) is Standing.CLOSED


def test_a_disk_that_keeps_nothing_stops_no_pause_and_the_desk_says_what_a_restart_would_do(table, monkeypatch):
    def refuse(*_anything: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(DurableFolder, "write", refuse)
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Pause")
    staff.waits_to_read("The table is paused. This device did not keep that, so after a restart it is open again.")
    assert "Resume visits" in staff.names()
    staff.tap("Back to visitors")
    assert staff.place is Place.PAUSED
    assert not list((table.folder / "booth").glob(f"{PAUSE_NAME}*"))
