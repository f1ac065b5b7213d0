"""The film, watched and skipped: by touch and by keyboard alone."""

from __future__ import annotations

import pytest

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.table import SIZES, settle, wait_until


def press(window, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)
    settle()


def go_to_by_key(visitor: Visitor, what: str) -> None:
    """Tab until something of this name has the focus, then press Enter."""
    name = visitor.says(what)
    for _key in range(40):
        press(visitor.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and name_of(focus).startswith(name):
            press(visitor.window, Qt.Key.Key_Return)
            return
    raise AssertionError(f"no way by key to {name}")


def let_it_end(table) -> None:
    view = table.window.shown._view
    wait_until(lambda: view.is_ready, "the first picture")
    view.go_to(49.4)
    wait_until(lambda: table.window.shown._is_over, "the film's end")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en", "es"])
def test_watched_by_touch(set_a_table, size, language):
    table = set_a_table(size=size, language=language)
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Watch the film")
    assert visitor.place is Place.FILM_NOTICE
    visitor.tap("Play the film")
    assert visitor.place is Place.FILM
    visitor.tap("Pause")
    visitor.tap("Play")
    let_it_end(table)
    visitor.tap("Continue")
    assert visitor.place is Place.HOME


def test_skipped_by_touch_leads_to_the_facts_and_back_to_the_notice(set_a_table):
    visitor = Visitor(set_a_table().window)
    visitor.tap("Touch to begin")
    visitor.tap("Watch the film")
    visitor.tap("Skip the film")
    assert visitor.place is Place.FACTS
    visitor.tap("Back")
    assert visitor.place is Place.FILM_NOTICE
    visitor.tap("Back")
    assert visitor.place is Place.HOME


def test_left_in_the_middle_by_touch(set_a_table):
    visitor = Visitor(set_a_table().window)
    for name in ("Touch to begin", "Watch the film", "Play the film", "Leave the film"):
        visitor.tap(name)
    assert visitor.place is Place.HOME


def test_watched_and_skipped_by_keyboard_alone(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    go_to_by_key(visitor, "Touch to begin")
    go_to_by_key(visitor, "Watch the film")
    go_to_by_key(visitor, "Skip the film")
    assert visitor.place is Place.FACTS
    go_to_by_key(visitor, "Back")
    go_to_by_key(visitor, "Play the film")
    assert visitor.place is Place.FILM
    view = table.window.shown._view
    wait_until(lambda: view.is_ready, "the first picture")
    assert name_of(QApplication.focusWidget()) == "Pause", "the first key press stills the film"
    press(table.window, Qt.Key.Key_Space)
    assert not view.is_playing
    press(table.window, Qt.Key.Key_Space)
    assert view.is_playing
    go_to_by_key(visitor, "Captions on")
    assert view.accessibleDescription() == ""
    go_to_by_key(visitor, "Leave the film")
    assert visitor.place is Place.HOME
