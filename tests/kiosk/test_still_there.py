"""What answers the question whether anybody is still there, and what keeps it from being asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle


@pytest.fixture
def at_home(set_a_table):
    """Somebody who has just begun, before a clock that moves by hand alone."""
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    return table, visitor


def is_asked(table, seconds: float = 0) -> bool:
    table.clock.wait(seconds)
    table.window._look_whether_idle()
    settle()
    return isinstance(table.window._cover.sheet, IdleSheet)


def test_i_am_still_here_gives_all_the_time_again(at_home):
    table, visitor = at_home
    assert is_asked(table, 55)
    visitor.tap("I am still here")
    assert not is_asked(table, 38)
    assert is_asked(table, 3)


def test_start_over_ends_the_visit(at_home):
    table, visitor = at_home
    assert is_asked(table, 45)
    visitor.tap("Start over")
    assert visitor.place is Place.ATTRACT


def test_a_touch_beside_the_buttons_is_no_answer(at_home):
    table, visitor = at_home
    assert is_asked(table, 45)
    visitor.tap_at(QPoint(640, 790))
    assert is_asked(table, 14)
    assert "1 s" in visitor.reading()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_PageDown, Qt.Key.Key_A])
def test_a_key_shows_that_somebody_is_there(at_home, key):
    table, _visitor = at_home
    assert not is_asked(table, 39)
    QTest.keyClick(table.window.windowHandle(), key)
    assert not is_asked(table, 39)
    assert is_asked(table, 2)
