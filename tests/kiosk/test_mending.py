"""Something of ours breaks in the middle of a visit: the visit is dropped, the loop returns, the log names nobody."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer

from outreach_app.kiosk.mending import EXIT_STUMBLED, Mender
from outreach_app.visit.flow import Place
from outreach_app.visit.log_book import LOG_NAME, close_log, keep_log
from tests.journeys.traces import traces_of
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle
from tests.visit.table import HandClock


class Stumbling:
    """A table with a mender, and ways to make it stumble."""

    def __init__(self, start_over, clock):
        self.exits: list[int] = []
        self.mender = Mender(start_over, self.exits.append, clock)

    def stumble(self, text: str = "a bug") -> None:
        """Break in a slot, as Qt hands it on."""

        def break_down() -> None:
            raise ValueError(text)

        QTimer.singleShot(0, break_down)
        settle()


@pytest.fixture
def stumbling_over(qapp):
    """Hangs a mender before the hook that pytest-qt keeps, and takes it down again."""
    made: list[Stumbling] = []
    before = sys.excepthook

    def make(start_over, clock=None) -> Stumbling:
        made.append(Stumbling(start_over, clock or HandClock()))
        return made[-1]

    yield make
    for one in made:
        one.mender.stop()
    assert sys.excepthook is before


def test_the_visit_is_dropped_and_the_loop_returns(set_a_table, stumbling_over, tmp_path):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Zyxwvut")
    handler = keep_log(tmp_path)
    fallen = stumbling_over(table.window.start_over, table.clock)
    fallen.stumble("invalid literal: Zyxwvut")
    close_log(handler)
    assert visitor.place is Place.ATTRACT
    assert fallen.exits == []
    assert traces_of(table, ["Zyxwvut"]) == []
    written = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert "something broke, the visit is dropped: ValueError" in written
    assert "Zyxwvut" not in written


def test_the_next_visit_goes_on_as_ever(set_a_table, stumbling_over):
    table = set_a_table()
    visitor = Visitor(table.window)
    stumbling_over(table.window.start_over, table.clock).stumble()
    visitor.go_to_the_form()
    assert visitor.place is Place.PLEDGE


def test_a_table_that_stumbles_again_and_again_ends_so_that_it_can_be_started_anew(stumbling_over):
    started_over = []
    fallen = stumbling_over(lambda: started_over.append(1))
    for _time in range(5):
        fallen.stumble()
    assert len(started_over) == 4
    assert fallen.exits == [EXIT_STUMBLED]


def test_a_stumble_an_hour_is_mended_each_time(stumbling_over):
    clock = HandClock()
    fallen = stumbling_over(lambda: None, clock)
    for _hour in range(20):
        clock.wait(3600)
        fallen.stumble()
    assert fallen.exits == []


def test_a_loop_that_cannot_be_shown_ends_the_program(stumbling_over, caplog):
    def broken_loop() -> None:
        raise RuntimeError("Zyxwvut")

    fallen = stumbling_over(broken_loop)
    with caplog.at_level(logging.ERROR):
        fallen.stumble()
    assert fallen.exits == [EXIT_STUMBLED]
    assert "Zyxwvut" not in caplog.text


def test_what_breaks_while_it_is_mended_ends_the_program_and_is_not_mended_again(stumbling_over):
    begun: list[int] = []

    def start_over() -> None:
        begun.append(len(begun))
        assert len(begun) < 3, "it would go round for ever"
        # As Qt hands on what a paint of the loop raised, in the middle of this.
        try:
            raise ValueError("the loop")
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)

    fallen = stumbling_over(start_over)
    fallen.stumble()
    assert begun == [0]
    assert fallen.exits == [EXIT_STUMBLED]


def test_ctrl_c_is_no_fault(stumbling_over, monkeypatch):
    handed_on = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: handed_on.append(args[0]))
    fallen = Stumbling(lambda: None, HandClock())
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    fallen.mender.stop()
    assert handed_on == [KeyboardInterrupt]
    assert fallen.exits == []
