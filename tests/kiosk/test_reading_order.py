"""Tab goes through a screen as it is read, and what the Display sheet took the focus from has it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.kiosk.window import KioskWindow
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.states import states
from tests.kiosk.table import SIZES, Table, settle


def focused() -> str:
    focus = QApplication.focusWidget()
    return name_of(focus).split(".")[0] if focus is not None else ""


def press(window: KioskWindow, key: Qt.Key) -> str:
    QTest.keyClick(window.windowHandle(), key)
    settle()
    return focused()


def once_round(window: KioskWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names of all stops, from *Get help* on."""
    window._header._bars[window.shown.scheme]._help.setFocus()
    seen = [focused()]
    while (name := press(window, key)) != seen[0]:
        seen.append(name)
        assert len(seen) < 80, seen
    return seen


def to_the_lawmakers(visitor: Visitor) -> None:
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43215")
    visitor.tap("Show my lawmakers")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_lawmakers_come_before_the_bar_below_them(set_a_table, size):
    table = set_a_table(size=size)
    to_the_lawmakers(Visitor(table.window))
    names = once_round(table.window)
    people = [person.name for person in table.window.visit.finding.people]
    assert [name for name in names if name in people] == people
    assert all(names.index(name) < names.index("Back") for name in people)


def test_other_ways_to_act_come_before_the_bar_below_them(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.tap("Skip this step")
    visitor.tap("Other ways to act")
    names = once_round(table.window)
    assert names.index("Share the ask") < names.index("Back") < names.index("Take it with you")


def test_on_every_screen_the_bar_at_the_foot_comes_last(set_a_table):
    table = set_a_table()
    window = table.window
    looked_at = 0
    for state in states(table, {"split": "43215"}):
        if window._cover.sheet is not None or not window.shown.bar.isVisible():
            continue
        held = QApplication.focusWidget()
        window._header._bars[window.shown.scheme]._help.setFocus()
        first, at_foot = QApplication.focusWidget(), []
        while not at_foot or QApplication.focusWidget() is not first:
            at_foot.append(window.shown.bar.isAncestorOf(QApplication.focusWidget()))
            press(window, Qt.Key.Key_Tab)
            assert len(at_foot) < 80, state
        assert at_foot == sorted(at_foot), state
        looked_at += any(at_foot)
        if held is not None:
            held.setFocus()
    assert looked_at >= 15


def test_backwards_is_the_same_way_back(set_a_table):
    table = set_a_table()
    to_the_lawmakers(Visitor(table.window))
    there, back = once_round(table.window), once_round(table.window, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_the_languages_are_one_stop_on_the_one_that_is_spoken(set_a_table):
    table = set_a_table(language="es")
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    names = once_round(table.window)
    assert "Español" in names
    assert "English" not in names
    while focused() != "Español":
        press(table.window, Qt.Key.Key_Tab)
    press(table.window, Qt.Key.Key_Left)
    assert table.window.visit.language == "en"
    names = once_round(table.window)
    assert "English" in names
    assert "Español" not in names


def with_the_choices_over_a_name(table: Table) -> Visitor:
    """Somebody who opened *Display* while they typed their last name."""
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("Last name", "Li")
    visitor.tap("Display")
    return visitor


def test_done_gives_the_focus_back_to_the_line_that_had_it(set_a_table):
    visitor = with_the_choices_over_a_name(set_a_table())
    visitor.tap("Done")
    assert focused() == "Last name"


@pytest.mark.parametrize("choice", ["More contrast", "Larger text"])
def test_done_gives_it_back_where_the_screen_was_made_anew(set_a_table, choice):
    visitor = with_the_choices_over_a_name(set_a_table())
    visitor.tap_name(visitor.says(choice))
    visitor.tap("Done")
    assert focused() == "Last name"
    visitor.type("u")
    assert visitor.field("Last name").text() == "Liu"


def test_done_gives_it_back_to_play_after_a_film(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Watch the film")
    visitor.tap("Play the film")
    main = table.window.shown._main
    main.setFocus()
    visitor.tap("Display")
    visitor.tap("Done")
    assert QApplication.focusWidget() is main
    assert focused() == "Pause", "and the film goes on where it was"


@pytest.mark.parametrize("name", ["Start", "Display"])
def test_done_gives_it_back_to_the_like_of_a_button_that_is_no_more(set_a_table, name):
    table = set_a_table()
    window, visitor = table.window, Visitor(table.window)
    visitor.tap("Touch to begin")
    while focused() != name:
        press(window, Qt.Key.Key_Tab)
    before = QApplication.focusWidget()
    visitor.tap("Display")
    visitor.tap("More contrast")
    visitor.tap("Nothing moves")
    visitor.tap("Done")
    assert focused() == name
    assert QApplication.focusWidget() is not before


def test_done_gives_it_back_to_the_line_though_the_language_was_changed_meanwhile(set_a_table):
    visitor = with_the_choices_over_a_name(set_a_table())
    visitor.tap("Larger text")
    visitor.tap_name("Español")
    visitor.tap("Done")
    visitor.type("u")
    assert visitor.field("Last name").text() == "Liu"


def test_whoever_was_asked_over_the_choices_writes_to_the_same_line_again(set_a_table):
    table = set_a_table()
    visitor = with_the_choices_over_a_name(table)
    table.clock.wait(98)
    table.window._look_whether_idle()
    visitor.tap("I am still here")
    visitor.type("u")
    assert visitor.field("Last name").text() == "Liu"


def test_a_sheet_has_the_focus_and_the_windows_shape_when_that_was_turned_under_it(set_a_table):
    table = set_a_table()
    window, visitor = table.window, Visitor(table.window)
    visitor.tap("Touch to begin")
    table.clock.wait(48)
    window._look_whether_idle()
    for size in (*SIZES, SIZES[0]):
        window.resize(*size)
        settle()
        assert focused() == "I am still here"
        assert "12 s" in visitor.reading()
    window._stay()
    visitor.tap("Display")
    assert any(name.startswith("Lower down") for name in visitor.names())
    window.resize(1024, 600)
    settle()
    assert focused() == "Larger text"
    assert not any(name.startswith("Lower down") for name in visitor.names()), "there is no height for it here"
