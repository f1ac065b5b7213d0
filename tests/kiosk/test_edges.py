"""Edges that an eye compares: what stands below each other begins and ends on one line, and nothing fills its bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from outreach_app.domain.action import ActionKind
from outreach_app.domain.display import Display
from outreach_app.kiosk.action_cards import other_ways_card
from outreach_app.look.button import Button
from outreach_app.look.card import CardButton
from outreach_app.look.words import Words
from outreach_app.visit.flow import Step
from tests.kiosk.table import SIZES, settle

LANDSCAPE, PORTRAIT, COMPACT = SIZES
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def left(part: QWidget) -> int:
    """Px from the window's edge."""
    return part.mapTo(part.window(), QPoint(0, 0)).x()


def right(part: QWidget) -> int:
    """Px from the window's other edge."""
    return part.window().width() - left(part) - part.width()


def at_consents(table) -> QWidget:
    window = table.window
    draft = window.visit.draft
    draft.given_name, draft.family_name, draft.email, draft.postcode = "Jo", "Li", "jo@example.org", "43215"
    for step in (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS):
        window._take(step)
    settle()
    return window.shown


def at_signing(table) -> QWidget:
    at_consents(table)
    table.window._take(Step.CHOOSE_CONSENTS)
    settle()
    return table.window.shown


def at_a_letter(table) -> QWidget:
    window = table.window
    for step in (Step.BEGIN, Step.ASK_ZIP):
        window._take(step)
    window.shown._skip()
    window.visit.finding = table.station._finder.find("43055")
    window.visit.chosen = window.visit.finding.people[0]
    window._take(Step.CHOOSE_LAWMAKER)
    window.shown._choose(ActionKind.CONTACT_FORM)
    settle()
    return window.shown


@EVERY_SIZE
def test_the_line_for_a_typed_name_reaches_from_margin_to_margin(set_a_table, size):
    screen = at_signing(set_a_table(size=size))
    screen._type_instead()
    settle()
    margin = screen.theme.grid.margin
    assert (left(screen._typed), right(screen._typed)) == (margin, margin)


@EVERY_SIZE
def test_the_ask_is_as_wide_as_the_answers_above_it(set_a_table, size):
    screen = at_signing(set_a_table(size=size))
    if screen._ask.isVisible():
        line = next(part for part in screen._answers.children() if isinstance(part, QWidget))
        assert (left(screen._ask), right(screen._ask)) == (left(line), right(line))


@EVERY_SIZE
def test_the_pad_for_a_number_ends_where_the_way_on_ends(set_a_table, size):
    screen = at_consents(set_a_table(size=size))
    for choice in screen._choices.values():
        choice.setChecked(True)
    settle()
    assert right(screen._mobile) == screen.theme.grid.margin


def test_without_anything_beside_them_the_boxes_end_at_the_margin(set_a_table):
    screen = at_consents(set_a_table(size=COMPACT))
    assert {right(choice) for choice in screen._choices.values()} == {screen.theme.grid.margin}


@EVERY_SIZE
def test_other_ways_begin_below_their_heading(set_a_table, size):
    window = set_a_table(size=size).window
    for step in (Step.BEGIN, Step.ASK_ZIP):
        window._take(step)
    window.shown._skip()
    window._take(Step.SEE_OTHER_WAYS)
    settle()
    assert {left(card) for card in window.shown._group.buttons()} == {window.shown.theme.grid.margin}


@pytest.mark.parametrize("language", ["en", "es"])
@EVERY_SIZE
def test_cards_of_help_are_equally_wide(set_a_table, size, language):
    window = set_a_table(size=size, language=language).window
    window._take(Step.BEGIN)
    window._take(Step.GET_HELP)
    settle()
    widths = [card.width() for card in window.shown._cards]
    assert max(widths) - min(widths) <= 1


@EVERY_SIZE
def test_a_bar_leaves_room_above_and_below_its_buttons(set_a_table, size):
    screen = at_consents(set_a_table(size=size))
    buttons = [button for button in screen.bar.findChildren(Button) if button.isVisible()]
    assert buttons
    assert all(button.height() + 12 <= screen.bar.height() for button in buttons)
    assert all(button.height() >= screen.theme.size("touch_min") for button in buttons)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_promise_of_the_table_stands_in_the_bar_of_a_wide_window(set_a_table, language):
    window = set_a_table(language=language).window
    window._take(Step.BEGIN)
    settle()
    bar = window._header._bars[window.shown.scheme]
    words = bar._badge.findChild(Words)
    assert words.isVisible()
    assert right(words) - right(bar._help) - bar._help.width() >= 12


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_codes_of_a_letter_are_seen_whole_at_once(set_a_table, language):
    screen = at_a_letter(set_a_table(size=PORTRAIT, language=language))
    assert screen._codes_area.verticalScrollBar().maximum() == 0


@EVERY_SIZE
def test_with_nobody_to_call_one_way_leads_to_the_others(set_a_table, size):
    window = set_a_table(size=size).window
    for step in (Step.BEGIN, Step.ASK_ZIP):
        window._take(step)
    window.shown._skip()
    settle()
    screen = window.shown
    name = window._tongue().say(other_ways_card(screen.theme)._names[0])
    ways = [each for each in screen.findChildren(QAbstractButton) if each.accessibleName().startswith(name)]
    assert [type(way) for way in ways if not way.isHidden()] == [CardButton]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_day_of_signing_stands_beside_the_lowest_pad(set_a_table, language):
    screen = at_signing(set_a_table(size=PORTRAIT, language=language, display=Display(large_text=True, low=True)))
    assert screen._day.isVisible()
    assert right(screen._day) == screen.theme.grid.margin
