"""The code for a locked staff area, printed on a slip in the set-up where the printer works, and kept nowhere."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.printing.states import PrinterState
from tests.handouts.reading import letters
from tests.journeys.new_device import (
    Device,
    Newcomer,
    choose_a_campaign,
    choose_pins,
    compare_letters,
)
from tests.kiosk.table import wait_until
from tests.visit.test_paper_words import text_of

PRINT = "Print it on a slip"


def come_to_the_code(device: Device, enrolment: Path, *, printer: bool = True) -> Newcomer:
    """Every page before the one with the code."""
    person = device.start()
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    choose_a_campaign(person)
    person.go_on()
    wait_until(lambda: "Front_Desk" in person.reading(), "the printers")
    if not printer:
        person.tap_name("No printer. Codes to scan instead")
    person.go_on()
    person.go_on()
    choose_pins(person)
    assert person.page is FirstPlace.RECOVERY
    return person


def test_the_slip_bears_the_code_and_neither_the_topic_nor_a_pin_and_nothing_of_it_is_kept(device, enrolment):
    person = come_to_the_code(device, enrolment)
    code = person.window.page._code
    wait_until(lambda: PRINT in person.names(), "the offer to print")
    person.tap(PRINT)
    wait_until(lambda: "The slip was printed, and this program keeps no copy." in person.reading(), "the end")
    (page,) = device.printer.pages
    said = text_of(page)
    assert letters(code) in letters(said)
    assert not any(word in said for word in ("Take", "TakeItDown", "482913", "739105", "pledge"))
    assert device.printer.forgets == 1, "the queue is told to forget its copy"
    for root in (device.home.root, Path(tempfile.gettempdir()), device.stick):
        for file in root.rglob("*"):
            if file.is_file() and file.suffix in (".pdf", ".json", ".txt", ".log", ".partial"):
                held = file.read_bytes()
                assert code.encode() not in held, file
                assert letters(code).encode() not in held, file
    assert not person.window.page.onward.isEnabled(), "whoever prints still says that it is on paper"
    person.tap_name("I have it on paper. It is not shown again.")
    person.go_on()
    assert person.page is FirstPlace.CHECK


@pytest.mark.parametrize("state", [PrinterState.OUT_OF_PAPER, PrinterState.MISSING])
def test_a_printer_that_does_not_work_is_not_offered_and_the_reason_is_said(device, enrolment, state):
    device.printer.state = state
    person = come_to_the_code(device, enrolment)
    wait_until(lambda: "Write the code down by hand." in person.reading(), "what to do")
    assert PRINT not in person.names()


def test_without_a_printer_the_page_says_to_write_it_down(device, enrolment):
    person = come_to_the_code(device, enrolment, printer=False)
    assert person.reads("Write it down by hand: this table has no printer.")
    assert PRINT not in person.names()


def test_a_printer_that_refuses_says_so_and_the_set_up_goes_on_by_hand(device, enrolment):
    device.printer.refuses = True
    person = come_to_the_code(device, enrolment)
    wait_until(lambda: PRINT in person.names(), "the offer to print")
    person.tap(PRINT)
    wait_until(lambda: "The printer did not take a page. Write the code down by hand." in person.reading(), "why")
    person.tap_name("I have it on paper. It is not shown again.")
    person.go_on()
    assert person.page is FirstPlace.CHECK


def test_a_slip_on_its_way_is_taken_back_when_the_page_is_left_since_its_code_is_void(device, enrolment):
    device.printer.holds = True
    person = come_to_the_code(device, enrolment)
    wait_until(lambda: PRINT in person.names(), "the offer to print")
    person.tap(PRINT)
    wait_until(lambda: device.printer.pages, "the page in the queue")
    assert not person.window.page.onward.isEnabled()
    person.tap("Back")
    wait_until(lambda: device.printer.dropped == ["pretend-1"], "the page to be taken back")
