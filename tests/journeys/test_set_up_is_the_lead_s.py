"""On a device with an event, whatever changes what it is set up for takes the lead PIN of the newest event."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path

import pytest

from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.first_run.window import LOCK_AFTER_SECONDS, Outcome
from outreach_app.language import ngettext
from outreach_app.look.keypad import Keypad
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.visit.attempt_file import ATTEMPTS_NAME, AttemptFile, WrongTries
from outreach_app.visit.pins import StaffRole, hash_pin
from outreach_app.visit.set_up_draft import SetUpDraft
from outreach_app.visit.staff_gate import FREE_TRIES, MOST_TRIES
from outreach_app.visit.station_folder import SETTINGS_NAME, StationFolder
from tests.journeys.new_device import Device, Newcomer
from tests.journeys.staffed_table import LEAD_PIN, RECOVERY_CODE, VOLUNTEER_PIN, make_station
from tests.kiosk.table import settle, wait_until
from tests.visit.table import HandClock

WRONG = "999998"


@pytest.fixture
def station(device) -> StationFolder:
    """One of the device's that it has not opened yet."""
    return make_station(device.home.root / "stations" / "fair", HandClock())


def ask_for(device: Device, what: str, **how) -> Newcomer:
    """Start, and touch something on the list that takes the PIN."""
    person = device.start(**how)
    assert person.page is FirstPlace.EVENTS
    wait_until(lambda: person.reads("Still open"), "the events")
    person.tap(what)
    wait_until(lambda: person.page is FirstPlace.GATE, "the gate")
    return person


def try_pin(person: Newcomer, pin: str) -> None:
    person.enter_digits(pin)
    person.tap("Open")
    door = person.window._services.door
    wait_until(lambda: not door.desk.is_judging, "the gate's word")


def tries_at(station: StationFolder) -> WrongTries | None:
    return AttemptFile(station.path / ATTEMPTS_NAME).tries()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_new_event_waits_for_the_lead_pin_and_begins_nothing_before(device, station, language):
    person = ask_for(device, "New event", language=language)
    assert person.reads(person.window.page._ask._what)
    assert not SetUpDraft(device.home).has_begun
    try_pin(person, WRONG)
    wait_until(lambda: person.reads("That is not the PIN. Try again."), "the sentence")
    assert tries_at(station) == WrongTries(1, 1), "the count is the table's own"
    try_pin(person, VOLUNTEER_PIN)
    wait_until(lambda: person.reads("That is the volunteers’ PIN. Ask the lead to enter theirs."), "the sentence")
    assert person.page is FirstPlace.GATE
    assert not SetUpDraft(device.home).has_begun
    try_pin(person, LEAD_PIN)
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")


def test_who_gives_up_at_the_gate_is_back_at_the_list(device, station):
    person = ask_for(device, "New event")
    person.tap("Back to the list")
    wait_until(lambda: person.page is FirstPlace.EVENTS, "the list")


def test_a_set_up_that_was_begun_and_left_takes_the_pin_again(device, station):
    person = ask_for(device, "New event")
    try_pin(person, LEAD_PIN)
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")
    for page in (FirstPlace.CAMPAIGN, FirstPlace.OFFICE, FirstPlace.EVENTS):
        person.tap("Back")
        wait_until(lambda page=page: person.page is page, page.name)
    wait_until(lambda: "Go on with the set-up" in person.names(), "the way on")
    person.tap("Go on with the set-up")
    wait_until(lambda: person.page is FirstPlace.GATE, "the gate")
    device.cut_the_power()
    person = device.start()
    wait_until(lambda: "Go on with the set-up" in person.names(), "the way on")
    person.tap("Go on with the set-up")
    wait_until(lambda: person.page is FirstPlace.GATE, "the gate")


def test_no_stranger_seals_this_device_s_pledges_for_another_office(device, station):
    stranger = device.stick / "stranger.enrolment"
    recipients = throwaway_recipients(secrets.token_bytes)
    stranger.write_bytes(encode_enrolment(Enrolment("Strangers", recipients, "cd" * 32)))
    ask_for(device, "New event")
    assert len(device.home.stations()) == 1
    assert not [path for path in device.home.root.rglob("*.enrolment") if b"Strangers" in path.read_bytes()]


def test_leaving_the_program_takes_the_pin_and_so_does_closing_its_window(device, station):
    person = ask_for(device, "Quit")
    try_pin(person, LEAD_PIN)
    wait_until(lambda: not person.window.isVisible(), "the end")
    assert person.window.outcome is Outcome.QUIT
    device.cut_the_power()
    person = device.start()
    person.window.close()
    wait_until(lambda: person.page is FirstPlace.GATE, "the gate")
    assert person.window.isVisible()


def test_the_ladder_holds_here_too_and_the_recovery_code_opens_a_locked_gate(device, station):
    AttemptFile(station.path / ATTEMPTS_NAME).keep(WrongTries(FREE_TRIES, FREE_TRIES))
    person = ask_for(device, "New event")
    wait_until(lambda: person.reads(ngettext("", "Wait {count} seconds, then try again.", 15)), "the wait")
    assert not person.window.page.findChild(Keypad).isEnabled()
    device.cut_the_power()
    AttemptFile(station.path / ATTEMPTS_NAME).keep(WrongTries(MOST_TRIES, MOST_TRIES))
    person = ask_for(device, "New event")
    wait_until(lambda: person.reads("Staff desk locked"), "the lock")
    person.fill("Recovery code", RECOVERY_CODE.replace("-", ""))
    person.tap("Hide the keyboard")
    person.tap("Open")
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")
    assert tries_at(station) == WrongTries(), "the count begins anew"


def test_it_is_the_newest_event_whose_pin_counts(device, station):
    later = HandClock(datetime(2027, 5, 1, 9, tzinfo=UTC))
    newer = make_station(device.home.root / "stations" / "autumn", later)
    settings = (newer.path / SETTINGS_NAME).read_text()
    other = hash_pin("605040")
    (newer.path / SETTINGS_NAME).write_text(settings.replace(newer.settings.pin_hashes[StaffRole.LEAD], other))
    person = ask_for(device, "New event")
    try_pin(person, LEAD_PIN)
    wait_until(lambda: person.reads("That is not the PIN. Try again."), "the sentence")
    assert (tries_at(newer), tries_at(station)) == (WrongTries(1, 1), WrongTries())
    try_pin(person, "605040")
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")


def test_a_set_up_that_nobody_touches_locks_again_and_loses_nothing(device, station):
    person = ask_for(device, "New event")
    try_pin(person, LEAD_PIN)
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")
    assert person.window._lock.isActive()
    assert person.window._lock.interval() == LOCK_AFTER_SECONDS * 1_000
    person.window._lock.timeout.emit()
    settle()
    assert person.page is FirstPlace.EVENTS
    assert SetUpDraft(device.home).has_begun


def test_a_device_without_an_event_asks_for_no_pin(device):
    person = device.start()
    assert person.page is FirstPlace.WELCOME
    person.tap("Set up this station")
    wait_until(lambda: person.page is FirstPlace.OFFICE, "the office")


def test_the_way_into_an_open_event_takes_no_pin_so_that_two_taps_open_it(device, station):
    person = device.start()
    wait_until(lambda: "Open" in person.names(), "the event")
    person.tap("Open")
    wait_until(lambda: person.window.outcome is Outcome.OPEN, "the table")
    assert person.window.station == Path(station.path)
