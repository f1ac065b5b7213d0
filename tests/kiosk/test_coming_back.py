"""Reading where to get help, or turning the window, loses nothing that was typed, opened or chosen."""

from __future__ import annotations

import pytest

from outreach_app.domain.action import ActionKind
from outreach_app.visit.flow import Place, Step
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, settle


def help_and_back(table: Table) -> None:
    visitor = Visitor(table.window)
    visitor.tap("Get help")
    assert visitor.place is Place.HELP
    visitor.tap("Back")


def turn(table: Table) -> None:
    table.window.resize(800, 1280)
    settle()


either = pytest.mark.parametrize("away", [help_and_back, turn], ids=["help", "turned"])


def to_a_lawmaker(table: Table) -> None:
    window = table.window
    window.visit.finding = table.station._finder.find("43215")
    window.visit.chosen = window.visit.finding.people[0]
    for step in (Step.BEGIN, Step.SHOW_LAWMAKERS, Step.CHOOSE_LAWMAKER):
        window._take(step)
    settle()


@either
@pytest.mark.parametrize(("door", "digits"), [("Start", "34"), ("Contact your lawmakers", "432")], ids=["age", "zip"])
def test_digits_are_still_there(set_a_table, away, door, digits):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap(door)
    visitor.enter_digits(digits)
    away(table)
    assert visitor.boxes().digits == digits


def test_another_zip_that_was_given_meanwhile_is_shown(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("432")
    visitor.tap("Get help")
    table.window.visit.take_finding(table.station._finder.find("43055"))
    visitor.tap("Back")
    assert visitor.boxes().digits == "43055"


@either
def test_the_tab_and_the_letter_are_still_open(set_a_table, away):
    table = set_a_table(language="es")
    to_a_lawmaker(table)
    act = table.window.shown
    act._open(ActionKind.CONTACT_FORM)
    act._turn_to_post(by_post=True)
    act._turn_english()
    away(table)
    after = table.window.shown
    assert (after._tab, after._by_post, after._in_english) == (ActionKind.CONTACT_FORM, True, True)


def test_whoever_goes_back_to_the_list_finds_the_first_tab_again(set_a_table):
    table = set_a_table()
    to_a_lawmaker(table)
    visitor = Visitor(table.window)
    first = table.window.shown._tab
    table.window.shown._open(ActionKind.SHARE)
    visitor.tap("All lawmakers")
    visitor.tap_name(table.window.visit.chosen.name)
    assert table.window.shown._tab is first


@either
def test_the_other_way_that_was_chosen_is_still_open(set_a_table, away):
    table = set_a_table()
    to_a_lawmaker(table)
    table.window._take(Step.SEE_OTHER_WAYS)
    settle()
    table.window.shown._group.buttons()[2].click()
    settle()
    away(table)
    after = table.window.shown
    assert after._chosen == 2
    assert [button.isChecked() for button in after._group.buttons()].index(True) == 2


@either
def test_a_form_of_several_pages_stands_at_the_same_page(set_a_table, away):
    table = set_a_table(campaign="riverbend-library")
    window = table.window
    draft = window.visit.draft
    draft.given_name = draft.family_name = "Jo"
    draft.email, draft.postcode = "jo@example.org", "43215"
    window._take(Step.BEGIN)
    window._take(window.visit.pledge_step(table.campaign.pledge))
    if window.visit.journey.at is Place.AGE:
        window._take(Step.AGE_MEETS_LIMIT)
    window._take(Step.ASK_QUESTIONS)
    settle()
    questions = window.shown
    last = questions._stack.count() - 1
    assert last > 0, "one page proves nothing"
    questions._turn_to(last)
    away(table)
    assert window.shown._stack.currentIndex() == last
