"""An event that was closed and not copied: after a restart it is one touch away, and the program says what is left."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from outreach_app.cli.start import Desktop
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.first_run.window import Outcome
from outreach_app.kiosk.table import open_table
from outreach_app.visit.flow import Place
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import StationHome, record_of
from tests.journeys.staffed_table import LEAD_PIN
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import shown, wait_until
from tests.visit.table import HandClock


def sign(station: StationFolder, *, is_rehearsal: bool = False, close: bool = False) -> None:
    """Somebody signs; then the event may be closed."""
    campaign = station.campaign()
    desk = PledgeDesk(campaign, station.settings.where, lambda: station.now(HandClock()), is_rehearsal=is_rehearsal)
    with closing(station.open_book()) as book:
        (pledge,) = invented_pledges(campaign, desk, 1, secrets.randbelow(1_000))
        book.sign(pledge)
        if close:
            book.close_event(station.now(HandClock()))


def to_open(home: StationHome) -> Path | None:
    return Desktop(home, None).to_open_at_once()


@contextmanager
def opened(station: StationFolder) -> Iterator[Staff]:
    """Its table, as the program opens it, and somebody in front of it."""
    with shown(open_table(station.path, HandClock())) as window:
        window.start()
        wait_until(window.isActiveWindow, "the window to be the active one")
        yield Staff(window)


def test_after_a_restart_the_closed_table_opens_for_staff_until_its_pledges_are_copied(
    device, station, monkeypatch, tmp_path
):
    sign(station, close=True)
    assert to_open(device.home) == station.path
    stick = tmp_path / "FOR-OFFICE"
    stick.mkdir()
    monkeypatch.setattr("outreach_app.look.stick_finder.sticks", lambda: (stick,))
    with opened(station) as staff:
        assert staff.place is Place.PAUSED, "visitors see a closed screen"
        staff.come_in(LEAD_PIN)
        staff.waits_to_read("One pledge is only on this device.")
        staff.tap("Copy now")
        wait_until(lambda: any(name.startswith("FOR-OFFICE") for name in staff.names()), "the stick")
        staff.tap("Copy now")
        staff.waits_to_read("It is safe to remove FOR-OFFICE.")
    assert list(stick.glob("*.pledges"))
    assert to_open(device.home) is None, "nothing is left to do there"
    assert not record_of(station.path, opens_book=True).waits_to_be_copied


def test_a_closed_event_in_which_only_practice_was_signed_has_nothing_to_copy(device, station):
    sign(station, is_rehearsal=True, close=True)
    assert to_open(device.home) is None


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_list_of_events_says_what_is_not_copied_and_opens_a_closed_one(device, station, language):
    sign(station, close=True)
    person = device.start(language)
    assert person.page is FirstPlace.EVENTS
    wait_until(lambda: person.reads("Closed"), "the event")
    assert person.reads("Not yet copied. Open it, and copy the pledges to a stick with the lead PIN.")
    person.tap("Open")
    wait_until(lambda: person.window.outcome is Outcome.OPEN, "the table")
    assert person.window.station == station.path


def test_whoever_closes_is_told_before_and_after_that_the_pledges_are_only_here(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.sign_as_visitor(table)
    staff.come_in()
    staff.tap("Close event")
    staff.waits_to_read("One pledge is only on this device.")
    staff.tap_name(next(name for name in staff.names() if name.startswith("The event is over")))
    staff.tap("Close the event")
    wait_until(lambda: "Copy now" in staff.names(), "the way to the stick")
    staff.waits_to_read("One pledge is only on this device.")
