"""A finger on a lawmaker's row: the next screen is made while it rests there, and who slides off has chosen nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from outreach_app.look.words import Words
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until

NAME = "Maria Aldous"
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Finger:
    """One finger on one row."""

    def __init__(self, table, row: QAbstractButton) -> None:
        self.window = table.window
        self.at = row.mapTo(self.window, row.rect().center())

    def press(self) -> None:
        QTest.mousePress(self.window.windowHandle(), LEFT, NO_KEY, self.at)

    def slide_off(self) -> None:
        aside = QPoint(self.window.width() // 2, self.window.height() - 20)
        QTest.mouseMove(self.window.windowHandle(), aside)
        QTest.mouseRelease(self.window.windowHandle(), LEFT, NO_KEY, aside)
        settle()

    def lift(self) -> None:
        QTest.mouseRelease(self.window.windowHandle(), LEFT, NO_KEY, self.at)
        settle()


@pytest.fixture
def at_the_names(set_a_table):
    """A table that shows the lawmakers of a ZIP, and whoever stands there."""
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43215")
    visitor.tap("Show my lawmakers")
    return table, visitor


def names_on_the_next_screen(table) -> list[str]:
    return [words.text() for words in table.window._shelf.at(Place.ACT).findChildren(Words)]


def test_the_next_screen_is_there_before_the_finger_is_lifted(at_the_names):
    table, visitor = at_the_names
    finger = Finger(table, visitor._named(NAME))
    finger.press()
    wait_until(lambda: NAME in names_on_the_next_screen(table), "the words for the one who is touched")
    assert visitor.place is Place.LAWMAKERS
    finger.lift()
    assert visitor.place is Place.ACT
    assert visitor.reads(NAME)


def test_who_slides_off_has_chosen_nobody(at_the_names):
    table, visitor = at_the_names
    finger = Finger(table, visitor._named(NAME))
    finger.press()
    wait_until(lambda: NAME in names_on_the_next_screen(table), "the words for the one who was touched")
    finger.slide_off()
    assert visitor.place is Place.LAWMAKERS
    assert table.window.visit.chosen is None


def test_who_slides_off_and_takes_another_gets_that_other(at_the_names):
    table, visitor = at_the_names
    finger = Finger(table, visitor._named(NAME))
    finger.press()
    wait_until(lambda: NAME in names_on_the_next_screen(table), "the words for the one who was touched")
    finger.slide_off()
    another = next(person.name for person in table.window.visit.finding.people if person.name != NAME)
    visitor.tap_name(another)
    assert another in names_on_the_next_screen(table)
    assert NAME not in names_on_the_next_screen(table)
