"""Somebody changes the loop and walks on without a visit: the loop goes on, and soon it is as it was for the next."""

from __future__ import annotations

import pytest

from outreach_app.domain.display import USUAL, Display
from outreach_app.kiosk.attendee.attract import AttractScreen
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, settle


def goes_on(table: Table) -> bool:
    """Whether the loop has a turn that will end."""
    loop = table.window.shown
    assert isinstance(loop, AttractScreen)
    return loop._timer.isActive() or (loop._film is not None and loop._film.has_turn)


def let_pass(table: Table, seconds: float) -> None:
    table.clock.wait(seconds)
    table.window._look_whether_idle()
    settle()


@pytest.mark.parametrize("choice", [None, "Larger text"], ids=["as it was", "changed"])
def test_the_loop_goes_on_when_the_choices_are_put_away(set_a_table, choice):
    table = set_a_table()
    visitor = Visitor(table.window)
    assert goes_on(table)
    visitor.tap("Display")
    if choice is not None:
        visitor.tap(choice)
    assert not goes_on(table)
    visitor.tap("Done")
    assert goes_on(table)


def test_choices_that_nobody_answers_give_way_to_the_loop(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Display")
    let_pass(table, 59)
    assert not visitor.can_reach("Touch to begin")
    let_pass(table, 2)
    assert visitor.can_reach("Touch to begin")
    assert goes_on(table)


@pytest.mark.parametrize("what", ["Español", "More contrast", "Nothing moves", "Larger text"])
def test_what_was_changed_at_the_loop_is_gone_after_a_minute(set_a_table, what):
    table = set_a_table()
    visitor = Visitor(table.window)
    if what == "Español":
        visitor.tap_name(what)
    else:
        visitor.tap("Display")
        visitor.tap(what)
        visitor.tap("Done")
    let_pass(table, 59)
    assert (table.window.visit.language, table.window._display) != ("en", USUAL)
    let_pass(table, 2)
    assert (table.window.visit.language, table.window._display) == ("en", USUAL)
    assert visitor.reads("Touch to begin")
    assert goes_on(table)


def test_whoever_still_chooses_is_not_interrupted(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Display")
    let_pass(table, 50)
    visitor.tap("More contrast")
    let_pass(table, 50)
    assert table.window._display == Display(high_contrast=True)


def test_a_loop_that_nobody_changed_is_not_begun_again(set_a_table):
    table = set_a_table()
    visit = table.window.visit
    let_pass(table, 3600)
    assert table.window.visit is visit
    assert table.window.visit.journey.at is Place.ATTRACT
