"""A job from the hand to the tray, with a printer that is not there."""

from __future__ import annotations

from threading import Thread

import pytest

from outreach_app.printing.pretending import PretendPrinter
from outreach_app.printing.states import Ended, Outcome, PrinterState, notice_of
from outreach_app.printing.watching import Leash, Patience, print_and_watch

QUICK = Patience(job_seconds=0.06, look_seconds=0.005, trouble_looks=3)
BAD_STATES = [state for state in PrinterState if state is not PrinterState.READY]


def outcome(printer, leash=None, patience=QUICK) -> Ended:
    return print_and_watch(printer, b"page", patience, leash or Leash(), lambda job: None)


def test_a_page_that_leaves_the_queue_is_printed():
    printer = PretendPrinter()
    assert outcome(printer) == Ended(Outcome.PRINTED, PrinterState.READY)
    assert printer.pages == [b"page"]
    assert printer.dropped == []


@pytest.mark.parametrize("state", BAD_STATES)
def test_a_printer_that_is_not_well_is_given_nothing(state):
    printer = PretendPrinter()
    printer.state = state
    assert outcome(printer) == Ended(Outcome.BLOCKED, state)
    assert printer.pages == []


def test_a_page_that_stays_in_the_queue_is_taken_back_and_staff_are_told():
    printer = PretendPrinter()
    printer.holds = True
    ended = outcome(printer)
    assert ended == Ended(Outcome.STILL_QUEUED, PrinterState.READY)
    assert printer.dropped == ["pretend-1"]
    assert "taken back" in str(notice_of(ended).what)


def test_a_refused_page_is_told_and_nothing_is_taken_back():
    printer = PretendPrinter()
    printer.refuses = True
    assert outcome(printer) == Ended(Outcome.REFUSED, PrinterState.READY)
    assert printer.dropped == []


class Dying(PretendPrinter):
    """Holds its job, and says something else at each look."""

    def __init__(self, *states):
        super().__init__()
        self.holds = True
        self._states = list(states)

    def look(self):
        return self._states.pop(0) if len(self._states) > 1 else self._states[0]


def test_paper_that_runs_out_in_the_middle_is_named_long_before_patience_ends():
    printer = Dying(PrinterState.READY, PrinterState.READY, PrinterState.OUT_OF_PAPER)
    patient = Patience(job_seconds=30, look_seconds=0.001, trouble_looks=3)
    assert outcome(printer, patience=patient) == Ended(Outcome.BLOCKED, PrinterState.OUT_OF_PAPER)
    assert printer.dropped == ["pretend-1"]


def test_a_flicker_while_it_wakes_is_no_trouble():
    off, well = PrinterState.OFFLINE, PrinterState.READY
    printer = Dying(well, off, off, well, off, off, well)
    assert outcome(printer).outcome is Outcome.STILL_QUEUED


def test_a_page_that_is_not_wanted_any_more_is_taken_back():
    printer, leash = PretendPrinter(), Leash()
    printer.holds = True
    leash.cancel()
    assert outcome(printer, leash).outcome is Outcome.CANCELLED
    assert printer.dropped == ["pretend-1"]


def test_when_the_table_closes_the_page_may_still_come_out():
    printer, leash = PretendPrinter(), Leash()
    printer.holds = True
    patient = Patience(job_seconds=60, look_seconds=60)
    ended = []
    watch = Thread(target=lambda: ended.append(outcome(printer, leash, patient)))
    watch.start()
    leash.let_go()
    watch.join(10)
    assert [end.outcome for end in ended] == [Outcome.UNWATCHED]
    assert printer.dropped == []


def test_the_name_of_the_job_is_told_as_soon_as_it_has_one():
    printer, names = PretendPrinter(), []
    printer.holds = True
    print_and_watch(printer, b"page", QUICK, Leash(), names.append)
    assert names == ["pretend-1"]
