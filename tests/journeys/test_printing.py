"""Taking a page home: it prints once, a printer that dies is hidden and told to the staff, and nobody ever waits."""

from __future__ import annotations

import gc
import json
import os
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.printing.job import JobStage
from outreach_app.printing.queue import Offer, QueueRules
from outreach_app.printing.states import PrinterState
from outreach_app.printing.watching import Patience
from outreach_app.visit.flow import Place
from outreach_app.visit.paper_counts import COUNTS_NAME
from outreach_app.visit.taking import TakeState
from tests.handouts.reading import codes_on
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.table import settle, wait_until

ZIP = "43055"


@pytest.fixture
def printer():
    return TablePrinter()


@pytest.fixture
def table(set_a_table, tmp_path, printer):
    table = set_a_table(printer=plan(tmp_path / "counts", printer))
    wait_until(lambda: table.station.printing.offer() is Offer.PRINT, "the printer to be found well")
    return table


def card(table):
    return table.window.shown._card


def go_to_the_page(visitor: Visitor, table) -> None:
    """By the lawmakers' screen, from the loop."""
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits(ZIP)
    visitor.tap("Show my lawmakers")
    visitor.tap("Take all of them with me")
    wait_until(lambda: table.window.shown.has_page, "the page")


def state_is(table, *states: TakeState):
    wait_until(lambda: card(table).state in states, f"one of {[state.name for state in states]}")


def test_a_page_is_printed_and_its_codes_lead_where_they_say(table, printer):
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    state_is(table, TakeState.PRINT)
    assert visitor.reads("Or scan, no paper")
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    assert visitor.reads("Your page is printed")
    assert "Print my page" not in visitor.names()
    assert len(printer.pages) == 1
    assert "https://example.org/takeitdown" in codes_on(printer.pages[0], 200) or codes_on(printer.pages[0], 200)
    assert table.station.printing.counts.printed == 1
    assert printer.asked_by_the_window == 0


def test_a_double_tap_prints_once(table, printer):
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    state_is(table, TakeState.PRINT)
    button = card(table).print_button
    place = button.mapTo(table.window, button.rect().center())
    for _tap in range(5):
        QTest.mouseClick(table.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    # Even one who gets at the desk itself more than once.
    table.station.printing.print_page(table.window.visit, b"again")
    state_is(table, TakeState.PRINTED)
    table.station.printing.print_page(table.window.visit, b"again")
    settle()
    assert len(printer.pages) == 1


def test_whoever_comes_back_to_the_screen_finds_their_page_printed_and_gets_no_second_one(table, printer):
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    visitor.tap("Back")
    visitor.tap("Take all of them with me")
    state_is(table, TakeState.PRINTED)
    table.window.speak_language("es")
    wait_until(lambda: table.window.shown.has_page, "the page in Spanish")
    assert card(table).state is TakeState.PRINTED
    assert len(printer.pages) == 1


def test_while_it_prints_words_and_a_bar_say_how_long_and_it_can_be_cancelled(table, printer):
    printer.holds = True
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTING)
    assert visitor.reads("About 10 seconds. Pick it up at the table.") or "About 10 seconds" in visitor.reading()
    table.clock.wait(16)
    state_is(table, TakeState.SLOW)
    wait_until(card(table).cancel_button.isEnabled, "the finger that printed to be gone")
    visitor.tap("Cancel")
    state_is(table, TakeState.PRINT)
    assert printer.dropped == ["pretend-1"]
    printer.holds = False
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)


@pytest.mark.parametrize("state", [PrinterState.OUT_OF_PAPER, PrinterState.OFFLINE, PrinterState.PAUSED])
def test_a_printer_that_dies_in_the_middle_is_hidden_told_to_staff_and_offered_again_when_well(table, printer, state):
    printer.holds = True
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    wait_until(lambda: printer.pages, "the page to be sent")
    printer.state = state
    state_is(table, TakeState.CALL_STAFF)
    assert visitor.reads("Your page did not come out")
    assert "Print my page" not in visitor.names()
    assert "Save my page" in visitor.names()
    assert [code for code in visitor.codes() if code.startswith("https://")], "the code went with the printer"
    assert printer.dropped == ["pretend-1"]
    assert table.station.printing.notice is not None

    visitor.tap("I am done")
    go_to_the_page(visitor, table)
    state_is(table, TakeState.OUT_OF_ORDER)
    assert len(printer.pages) == 1, "a job was sent to a dead printer"

    printer.holds, printer.state = False, PrinterState.READY
    table.station.printing.look()
    state_is(table, TakeState.PRINT)
    assert table.station.printing.notice is None
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)


def test_a_printer_that_looks_well_and_prints_nothing_waits_for_the_staff(set_a_table, tmp_path, printer):
    printer.holds = True
    impatient = Patience(job_seconds=0.05, look_seconds=0.005)
    table = set_a_table(printer=plan(tmp_path / "counts", printer, impatient))
    desk = table.station.printing
    wait_until(lambda: desk.offer() is Offer.PRINT, "the printer")
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    state_is(table, TakeState.CALL_STAFF)
    desk.look()
    settle()
    assert desk.offer() is Offer.OUT_OF_ORDER, "it looks idle, which proves nothing"
    printer.holds = False
    assert desk.print_test_page(b"test page") is not None
    wait_until(lambda: desk.offer() is Offer.PRINT, "the test page")
    assert desk.counts.printed == 0
    # Nothing came out for them, so their visit has its page still.
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)


def test_resume_starts_a_paused_printer_again(table, printer):
    desk = table.station.printing
    printer.state = PrinterState.PAUSED
    desk.look()
    wait_until(lambda: desk.offer() is Offer.OUT_OF_ORDER, "the pause to be seen")
    assert "paused" in str(desk.notice.what)
    desk.resume()
    wait_until(lambda: desk.offer() is Offer.PRINT, "the printer to go on")


def test_the_last_sheet_hides_print_and_a_refill_brings_it_back(table, printer):
    desk = table.station.printing
    desk.set_sheets(1)
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    visitor.tap("I am done")
    go_to_the_page(visitor, table)
    state_is(table, TakeState.OUT_OF_SHEETS)
    assert visitor.reads("The printer has no paper")
    desk.set_sheets(50)
    state_is(table, TakeState.PRINT)


def test_the_cap_of_the_event_outlasts_a_restart(set_a_table, tmp_path, printer):
    rules = QueueRules(most_pages=1, rest_seconds=0)
    first = set_a_table(printer=plan(tmp_path / "counts", printer, rules=rules))
    visitor = Visitor(first.window)
    go_to_the_page(visitor, first)
    state_is(first, TakeState.PRINT)
    visitor.tap("Print my page")
    state_is(first, TakeState.PRINTED)
    visitor.tap("I am done")
    first.station.printing._lane.finish()
    again = set_a_table(printer=plan(tmp_path / "counts", printer, rules=rules))
    wait_until(lambda: again.station.printing.offer() is Offer.CAP_REACHED, "the cap")
    visitor = Visitor(again.window)
    go_to_the_page(visitor, again)
    state_is(again, TakeState.CAP_REACHED)
    first.station.printing._lane = again.station.printing._lane


def test_whoever_walks_away_while_it_prints_leaves_nothing_and_the_next_one_waits_a_moment(table, printer):
    printer.holds = True
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visit = weakref.ref(table.window.visit)
    visitor.tap("Print my page")
    wait_until(lambda: printer.pages, "the page to be sent")
    visitor.tap("Leave")
    wait_until(lambda: visit() is None or gc.collect() < 0, "the visit to be thrown away")
    go_to_the_page(visitor, table)
    state_is(table, TakeState.WAIT)
    assert not card(table).print_button.isEnabled()
    assert table.window.visit.print_job is None
    printer.holds = False
    state_is(table, TakeState.PRINT)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    assert table.station.printing.counts.printed == 2


def test_the_page_is_kept_for_a_reprint_a_little_longer_than_the_visit_and_then_forgotten(table, printer):
    desk = table.station.printing
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    visitor.tap("I am done")
    assert desk.can_reprint
    assert desk.print_again() is not None
    wait_until(lambda: len(printer.pages) == 2, "the reprint")
    assert printer.pages[0] == printer.pages[1]
    assert desk._forget.isActive()
    assert 0 < desk._forget.interval() <= 180_000
    desk._forget.timeout.emit()
    assert not desk.can_reprint
    assert desk.print_again() is None


def test_help_is_printed_beside_the_visits_own_page_and_counted_and_kept_nowhere(table, printer):
    desk, visit = table.station.printing, table.window.visit
    desk.set_sheets(9)
    before = desk.counts
    desk.print_help(visit, b"help")
    wait_until(lambda: visit.help_job.stage is JobStage.PRINTED, "the help page")
    assert desk.counts == before
    assert not desk.can_reprint
    assert visit.print_job is None
    assert visit.may_print


def test_a_job_that_was_under_way_when_the_program_died_is_taken_back_at_the_next_start(set_a_table, tmp_path, printer):
    counts = tmp_path / "counts"
    counts.mkdir()
    (counts / COUNTS_NAME).write_text('{"format":1,"printed":7,"sheets_left":12,"under_way":"HANDOUT-3"}')
    table = set_a_table(printer=plan(counts, printer))
    wait_until(lambda: table.station.printing.offer() is Offer.PRINT, "the printer")
    assert printer.dropped == ["HANDOUT-3"]
    assert table.station.printing.counts.printed == 7
    kept = json.loads((counts / COUNTS_NAME).read_text())
    assert kept == {"format": 1, "printed": 7, "sheets_left": 12, "under_way": None}


def test_closing_the_table_waits_for_no_printer(set_a_table, tmp_path, printer):
    printer.holds = True
    table = set_a_table(printer=plan(tmp_path / "counts", printer, Patience(3600, 3600)))
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    state_is(table, TakeState.PRINT)
    visitor.tap("Print my page")
    wait_until(lambda: printer.pages, "the page to be sent")
    table.station.printing.close()
    kept = json.loads((tmp_path / "counts" / COUNTS_NAME).read_text())
    assert kept["under_way"] == "pretend-1"


def test_200_visits_with_a_dying_printer_never_stall_the_window(set_a_table, tmp_path, printer):
    """The printer hangs in the middle of a call, and people come and go all the same."""
    table = set_a_table(printer=plan(tmp_path / "counts", printer))
    desk = table.station.printing
    wait_until(lambda: desk.offer() is Offer.PRINT, "the printer")
    printer.may_answer.clear()
    page, stages = b"a page", set()
    for number in range(200):
        visit = table.window.visit
        visit.journey.at = Place.TAKE
        desk.print_page(visit, page)
        desk.look()
        stages.add((visit.print_job.stage if visit.print_job else None, desk.offer()))
        table.window._leave()
        assert table.window.visit is not visit
        if number == 150:
            printer.state = PrinterState.OFFLINE
            printer.may_answer.set()
    assert (None, Offer.BUSY) in stages
    assert printer.asked_by_the_window == 0
    wait_until(lambda: desk.offer() is Offer.OUT_OF_ORDER, "the trouble to be seen")
    assert len(printer.pages) <= 1


def test_the_page_is_made_while_the_lawmakers_are_read(table, printer):
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits(ZIP)
    visitor.tap("Show my lawmakers")
    take = table.window._shelf.at(Place.TAKE)
    wait_until(lambda: take.has_page, "the page, while nobody asked for it")
    made = take._pdf
    visitor.tap("Take all of them with me")
    assert table.window.shown is take
    assert take._pdf is made, "it was made once more at the tap"
    visitor.tap("I am done")
    assert take._pdf == b""


def test_a_saved_page_is_for_its_owner_alone(table, printer):
    printer.state = PrinterState.OFFLINE
    table.station.printing.look()
    wait_until(lambda: table.station.printing.notice is not None, "the printer to be gone")
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    visitor.tap("Save my page")
    wait_until(lambda: visitor.reads("Saved as page 1. Ask staff to print it."), "the saved page")
    [page] = (table.folder / "pages").iterdir()
    assert page.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_every_touch_target_of_the_card_has_a_name(table):
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    names = [name_of(button) for button in (card(table).print_button, card(table).save_button)]
    assert names == ["Print my page", "Save my page"]
