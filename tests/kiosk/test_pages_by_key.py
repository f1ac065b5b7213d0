"""Whoever has only a keyboard reads all of a long page: no Tab leads to where nothing is to be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.domain.display import Display
from outreach_app.look.scrolling import ScrollArea
from outreach_app.look.words import Words
from outreach_app.visit.flow import Step
from tests.kiosk.sight import seen_part
from tests.kiosk.table import settle

LARGE = Display(large_text=True)
WAYS = {
    "help": (Step.BEGIN, Step.GET_HELP),
    "notice": (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS, Step.READ_NOTICE),
    "lawmaker": (Step.BEGIN, Step.ASK_ZIP, Step.SHOW_LAWMAKERS, Step.CHOOSE_LAWMAKER),
}


def stand_at(table, way: str):
    window = table.window
    window.visit.draft.given_name, window.visit.draft.email = "Jo", "jo@example.org"
    for step in WAYS[way]:
        if step is Step.SHOW_LAWMAKERS:
            window.visit.finding = table.station._finder.find("43215")
        if step is Step.CHOOSE_LAWMAKER:
            window.visit.chosen = window.visit.finding.people[0]
        window._take(step)
    settle()
    return window


def press(window, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)
    settle()


def bars(window) -> list[tuple[int, int]]:
    areas = [area.verticalScrollBar() for area in window.findChildren(ScrollArea) if area.isVisible()]
    return [(bar.value(), bar.maximum()) for bar in areas]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_two_keys_turn_to_every_word_and_back(set_a_table, way, size):
    window = stand_at(set_a_table(size=size, display=LARGE), way)
    unseen = {words for words in window.findChildren(Words) if words.isVisible() and words.text()}
    assert any(most > 0 for _value, most in bars(window)), "a page that is not too long proves nothing"
    for _turn in range(20):
        unseen = {words for words in unseen if seen_part(words, window).height() < min(words.height(), 48)}
        press(window, Qt.Key.Key_PageDown)
    assert not unseen, [words.text() for words in unseen]
    for _turn in range(20):
        press(window, Qt.Key.Key_PageUp)
    assert all(value == 0 for value, _most in bars(window))


def test_of_two_pages_beside_each_other_the_second_turns_when_the_first_has_ended(set_a_table):
    window = stand_at(set_a_table(size=(1024, 600)), "lawmaker")
    window.shown._tab_buttons[next(reversed(window.shown._tab_buttons))].click()
    settle()
    for _turn in range(20):
        press(window, Qt.Key.Key_PageDown)
    assert all(value == most for value, most in bars(window))


def test_the_keys_turn_nothing_behind_the_choices_of_display(set_a_table):
    window = stand_at(set_a_table(size=(1024, 600), display=LARGE), "notice")
    window._turn_display_sheet()
    press(window, Qt.Key.Key_PageDown)
    window._stay()
    settle()
    assert all(value == 0 for value, _most in bars(window))
