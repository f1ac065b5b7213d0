"""From an empty machine to the first pledge by taps alone, left at every step and taken up again."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from outreach_app.kiosk.first_run.other_programs import KEYS_FOLDER, SHEET_NAME
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.first_run.window import Outcome
from outreach_app.kiosk.table import open_table
from outreach_app.visit.flow import Place
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import LAST_DAY
from outreach_app.visit.station_folder import StationFolder
from tests.journeys.new_device import (
    Device,
    Newcomer,
    answer_everything,
    choose_a_campaign,
    compare_letters,
)
from tests.journeys.visitor import Visitor
from tests.kiosk.table import shown, wait_until
from tests.visit.table import HandClock


def test_an_empty_machine_becomes_a_table_that_keeps_a_pledge_by_taps_alone(device, enrolment):
    person = device.start()
    assert person.page is FirstPlace.WELCOME
    person.tap("Set up this station")
    answer_everything(person, enrolment)
    person.go_on("Make the station")
    assert person.page is FirstPlace.DONE
    person.tap("Practise")
    wait_until(lambda: "marked as practice" in person.reading(), "the practice pledge")
    person.tap("Make a set-up file")
    wait_until(lambda: list(device.stick.glob("*.setup")), "the set-up file")
    wait_until(person.window.page.onward.isEnabled, "the way on")
    person.tap("Open the table")
    assert person.window.outcome is Outcome.OPEN
    assert person.window.station == device.home.opened_last()
    made = PreferenceFile(person.window.station).read().preferences
    assert made.day(LAST_DAY) == HandClock().now().date(), "today was filled in"

    with shown(open_table(person.window.station, HandClock())) as window:
        visitor = Visitor(window)
        visitor.go_to_the_form()
        visitor.fill_in("Adaeze", "Quillfeather", "adaeze@example.org", "43215")
        visitor.sign(StationFolder(person.window.station).campaign().pledge_title)
        visitor.wait_for(Place.THANKS)
    with closing(StationFolder(person.window.station).open_book()) as book:
        assert (book.slip.pledges, book.slip.rehearsals) == (2, 1)


@pytest.mark.parametrize(("language", "size"), [("es", (1024, 600))])
def test_the_power_may_go_between_any_two_answers(device, enrolment, language, size):
    starts = 0

    def switch_off_and_on(person: Newcomer) -> Newcomer:
        nonlocal starts
        before = person.page
        device.cut_the_power()
        again = device.start(language, size)
        again.tap("Go on with the set-up")
        wait_until(lambda: again.page is before, f"the page {before.name} again")
        starts += 1
        return again

    person = device.start(language, size)
    person.tap("Set up this station")
    person = answer_everything(person, enrolment, switch_off_and_on)
    person.go_on("Make the station")
    assert person.page is FirstPlace.DONE
    assert starts == 7
    device.cut_the_power()
    person = device.start()
    assert person.page is FirstPlace.EVENTS
    wait_until(lambda: "Open" in person.names(), "the event")
    person.tap("Open")
    wait_until(lambda: person.window.outcome is Outcome.OPEN, "the table")


def test_a_second_device_needs_one_file_and_one_look(device, enrolment, tmp_path):
    person = device.start()
    person.tap("Set up this station")
    answer_everything(person, enrolment)
    person.go_on("Make the station")
    person.tap("Make a set-up file")
    wait_until(lambda: list(device.stick.glob("*.setup")), "the set-up file")
    device.cut_the_power()

    other = Device(tmp_path / "other")
    other.stick, other.sticks = device.stick, device.sticks
    enrolment.unlink()
    person = other.start()
    person.tap("Use a set-up file")
    person.go_on()
    wait_until(lambda: "Park Friends" in person.reading(), "the office")
    person.tap("I compared them: every letter is the same")
    person.go_on()
    assert person.page is FirstPlace.CHECK
    person.go_on("Make the station")
    assert person.page is FirstPlace.DONE
    other.cut_the_power()
    first, second = (StationFolder(each.home.opened_last()).settings for each in (device, other))
    assert first.where.station != second.where.station
    assert first.pin_hashes == second.pin_hashes


def test_the_next_event_takes_over_all_but_its_name(device, enrolment):
    person = device.start()
    person.tap("Set up this station")
    answer_everything(person, enrolment)
    person.go_on("Make the station")
    device.cut_the_power()
    person = device.start()
    wait_until(lambda: "Open" in person.names(), "the list of events")
    person.tap("New event")
    wait_until(lambda: person.page is FirstPlace.GATE, "the gate")
    person.enter_digits("482913")
    person.tap("Open")
    wait_until(lambda: person.page is FirstPlace.EVENT, "the next event")
    person.go_on()
    assert person.page is FirstPlace.CHECK
    person.go_on("Make the station")
    assert len(device.home.stations()) == 2


def test_a_campaign_without_an_office_makes_its_keys_on_the_stick_and_nowhere_else(device):
    person = device.start()
    person.tap("Set up this station")
    person.tap("We have no office yet: make keys")
    wait_until(lambda: person.page is FirstPlace.KEYS, "the keys")
    person.fill("What is your group called?", "Park")
    for label in ("Words that lock the keys", "The same words again"):
        person.fill(label, "maple")
        for word in ("river", "sofa", "comet"):
            person.tap("space")
            person.type(word)
    person.tap("Hide the keyboard")
    person.tap("Make the keys")
    wait_until(lambda: "The keys are on STICK" in person.reading(), "the keys")
    keys = device.stick / KEYS_FOLDER
    assert (keys / "office.age").is_file()
    assert (device.stick / SHEET_NAME).read_bytes().startswith(b"%PDF")
    assert not [path for path in device.home.root.rglob("*") if path.suffix == ".age" or path.name == SHEET_NAME]
    held = b"".join(path.read_bytes() for path in device.home.root.rglob("*") if path.is_file())
    assert b"maple" not in held
    assert b"AGE-SECRET-KEY" not in held
    person.tap("Continue")
    wait_until(lambda: person.page is FirstPlace.OFFICE, "the office")
    compare_letters(person, keys / "office.enrolment")
    assert person.page is FirstPlace.CAMPAIGN


@pytest.mark.parametrize(
    ("found", "said"), [([], "No printer was found. Plug it in"), (None, "this device’s print service does not answer")]
)
def test_where_there_is_no_printer_the_page_says_so_and_a_later_look_finds_one(device, enrolment, found, said):
    device.printers = found
    person = device.start()
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    choose_a_campaign(person)
    person.go_on()
    wait_until(lambda: said in person.reading(), "the sentence")
    assert "Print a test page" not in person.names()
    device.printers = ["Front_Desk"]
    person.tap("Look again")
    wait_until(lambda: said not in person.reading() and "Front_Desk" in person.reading(), "the printer")
    assert "Print a test page" in person.names()


def test_a_set_up_that_was_begun_in_spanish_goes_on_in_spanish(device, enrolment):
    person = device.start("en")
    person.tap_name("Español")
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    device.cut_the_power()
    person = device.start("en")
    assert person.reads("Go on with the set-up")
    assert "Go on with the set-up" not in person.reading()


def test_the_event_s_page_says_what_the_campaign_does_by_itself(device, enrolment):
    person = device.start()
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    choose_a_campaign(person)
    wait_until(lambda: "English, as the campaign has it" in person.reading(), "the languages")
    assert "At 0, the campaign’s own goal is shown: 150." in person.reading()


def test_answers_that_make_no_sense_are_said_where_they_were_given(device, enrolment):
    person = device.start()
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    choose_a_campaign(person)
    for _page in ("event", "printer", "lawmakers"):
        person.go_on()
    person.enter_digits("777777")
    person.tap("Continue")
    wait_until(lambda: person.reads("This PIN is easy to guess. Choose another one."), "the sentence")
    assert "777777" not in json.dumps([path.read_text() for path in device.home.root.rglob("*.json")])
