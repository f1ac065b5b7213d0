"""The rules of a queue: whatever happens in whatever order, they hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from outreach_app.printing.counting import Counts, keep_counts, read_counts
from outreach_app.printing.queue import Kind, Offer, PrintQueue, QueueRules
from outreach_app.printing.states import Ended, Outcome, PrinterState

MOST_PAGES, REST = 5, 5.0
WELL = PrinterState.READY
NAMED_STATES = [state for state in PrinterState if state is not WELL]


class Day(RuleBasedStateMachine):
    """A day at the printer, counted a second time by hand."""

    def __init__(self):
        super().__init__()
        self.now = 1000.0
        self.queue = PrintQueue(QueueRules(MOST_PAGES, REST), Counts(), lambda: self.now)
        self.under_way = None
        self.pages = 0
        self.sheets = None
        self.ended_at = None

    @rule(seconds=st.floats(0.1, 8))
    def time_passes(self, seconds):
        self.now += seconds

    @rule(state=st.sampled_from(PrinterState))
    def somebody_looks(self, state):
        self.queue.saw(state)

    @rule()
    def staff_resume(self):
        self.queue.resume()
        self.queue.saw(WELL)

    @rule(sheets=st.integers(0, 6))
    def staff_refill(self, sheets):
        self.queue.set_sheets(sheets)
        self.sheets = sheets

    @rule(kind=st.sampled_from(Kind))
    def somebody_asks(self, kind):
        offered = self.queue.offer(kind)
        began = self.queue.begin(kind)
        assert began == (offered is Offer.PRINT)
        if not began:
            return
        assert self.under_way is None, "two pages at a time"
        if kind is not Kind.TEST:
            assert self.ended_at is None or self.now - self.ended_at >= REST - 1e-6, "no rest between two pages"
            assert self.sheets != 0, "a page without paper"
        if kind is Kind.PAGE:
            assert self.pages < MOST_PAGES, "more pages than the event has"
        self.under_way = kind

    @precondition(lambda self: self.under_way is not None)
    @rule(outcome=st.sampled_from(Outcome), state=st.sampled_from(PrinterState))
    def it_ends(self, outcome, state):
        self.queue.ended(Ended(outcome, WELL if outcome is Outcome.PRINTED else state))
        if outcome is Outcome.PRINTED:
            self.pages += self.under_way is Kind.PAGE
            if self.sheets is not None and self.under_way is not Kind.HELP:
                self.sheets = max(self.sheets - 1, 0)
        elif outcome in (Outcome.STILL_QUEUED, Outcome.REFUSED, Outcome.BLOCKED):
            assert self.queue.notice is not None
            assert self.queue.offer() is Offer.OUT_OF_ORDER
        self.under_way, self.ended_at = None, self.now

    @invariant()
    def the_counts_are_right(self):
        assert self.queue.counts == Counts(self.pages, self.sheets)

    @invariant()
    def a_notice_stands_exactly_while_staff_are_needed(self):
        assert (self.queue.notice is not None) <= (self.queue.offer() is Offer.OUT_OF_ORDER)
        assert self.queue.is_busy == (self.under_way is not None)


TestADayAtThePrinter = Day.TestCase
TestADayAtThePrinter.settings = settings(max_examples=40, stateful_step_count=60)


@pytest.fixture
def queue():
    queue = PrintQueue(QueueRules(MOST_PAGES, 0.0), Counts(), lambda: 0.0)
    queue.saw(WELL)
    return queue


def fail(queue, outcome, state=WELL):
    assert queue.begin(Kind.PAGE)
    queue.ended(Ended(outcome, state))


def test_nothing_is_offered_before_the_printer_was_looked_at():
    queue = PrintQueue(QueueRules(), Counts(), lambda: 0.0)
    assert queue.offer() is Offer.OUT_OF_ORDER
    assert queue.notice is None
    queue.saw(WELL)
    assert queue.offer() is Offer.PRINT


@pytest.mark.parametrize("state", NAMED_STATES)
def test_a_trouble_that_the_printer_names_is_over_when_it_is_found_well(queue, state):
    fail(queue, Outcome.BLOCKED, state)
    assert queue.offer() is Offer.OUT_OF_ORDER
    queue.saw(WELL)
    assert queue.offer() is Offer.PRINT
    assert queue.notice is None


@pytest.mark.parametrize("outcome", [Outcome.STILL_QUEUED, Outcome.REFUSED])
def test_a_printer_that_only_looks_well_is_not_believed_until_staff_say_so(queue, outcome):
    fail(queue, outcome)
    queue.saw(WELL)
    assert queue.offer() is Offer.OUT_OF_ORDER
    assert queue.notice is not None
    queue.resume()
    assert queue.offer() is Offer.PRINT


def test_a_test_page_that_comes_out_ends_the_trouble(queue):
    fail(queue, Outcome.STILL_QUEUED)
    assert queue.begin(Kind.TEST)
    queue.ended(Ended(Outcome.PRINTED, WELL))
    assert queue.offer() is Offer.PRINT
    assert queue.counts == Counts()


def test_help_is_printed_past_the_cap_and_counted_nowhere(queue):
    queue.set_sheets(9)
    for _page in range(MOST_PAGES):
        assert queue.begin(Kind.PAGE)
        queue.ended(Ended(Outcome.PRINTED, WELL))
    before = queue.counts
    assert queue.offer() is Offer.CAP_REACHED
    assert queue.begin(Kind.HELP)
    queue.ended(Ended(Outcome.PRINTED, WELL))
    assert queue.counts == before == Counts(MOST_PAGES, 9 - MOST_PAGES)


def test_fewer_sheets_than_none_are_refused(queue):
    with pytest.raises(ValueError, match="none"):
        queue.set_sheets(-1)


# -- the counts' file --------------------------------------------------------------------------------------------------


class Memory:
    def __init__(self, data=None):
        self.data = data

    def read(self):
        return self.data

    def keep(self, data):
        self.data = data


@given(
    st.integers(0, 10**9),
    st.none() | st.integers(0, 10**9),
    st.none() | st.text("ABCabc-_019", min_size=1, max_size=40),
)
def test_counts_come_back_as_they_were_kept(printed, sheets, job):
    file = Memory()
    keep_counts(file, Counts(printed, sheets, job))
    assert read_counts(file) == Counts(printed, sheets, job)


@given(st.binary(max_size=200))
def test_a_file_that_is_not_whole_starts_the_counts_anew(data):
    counts = read_counts(Memory(data))
    assert counts.printed >= 0
    assert read_counts(Memory(b"{" + data)) == Counts()
