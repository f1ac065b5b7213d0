"""What was just asked for or must be mended is seen: with larger text a page is longer than its window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from outreach_app.domain.display import Display
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from tests.journeys.visitor import Visitor
from tests.kiosk.sight import is_whole
from tests.kiosk.table import settle

LARGE, LARGE_AND_LOW, LOW = Display(large_text=True), Display(large_text=True, low=True), Display(low=True)
TIGHT = [((1024, 600), LARGE), ((1280, 800), LARGE), ((1280, 800), LARGE_AND_LOW), ((800, 1280), LARGE_AND_LOW)]
every_tight_window = pytest.mark.parametrize(
    ("size", "display"), TIGHT, ids=["1024x600", "1280x800", "1280x800-low", "800x1280-low"]
)


def fault_of(window: QWidget, text: str) -> Words:
    return next(words for words in window.findChildren(Words) if words.isVisible() and words.text() == text)


def go_to_the_consents(table) -> Visitor:
    visitor, window = Visitor(table.window), table.window
    visitor.tap("Touch to begin")
    draft = window.visit.draft
    draft.given_name, draft.email, draft.postcode = "Jo", "jo@example.org", "43215"
    for step in (Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS):
        window._take(step)
    settle()
    return visitor


@every_tight_window
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_field_that_a_tick_asks_for_comes_into_sight_and_so_does_its_fault(set_a_table, size, display, language):
    table = set_a_table(size=size, display=display, language=language)
    visitor = go_to_the_consents(table)
    texts = table.campaign.pledge.consents[1]
    visitor.tap_name(texts.title.in_language(language))
    mobile = table.window.shown._mobile
    assert is_whole(mobile.line, table.window)
    assert all(is_whole(key, table.window) for key in mobile.parentWidget().findChildren(QPushButton))
    visitor.tap("Continue")
    assert visitor.place is Place.CONSENTS
    assert is_whole(fault_of(table.window, visitor.says("Write your mobile number here")), table.window)
    assert is_whole(mobile.line, table.window)


@every_tight_window
def test_a_field_that_is_touched_to_mend_it_shows_its_whole_sentence_above_the_keyboard(set_a_table, size, display):
    table = set_a_table(size=size, display=display)
    visitor, form = Visitor(table.window), table.window
    form._take(Step.BEGIN)
    for step in (Step.START_PLEDGE, Step.AGE_MEETS_LIMIT):
        form._take(step)
    settle()
    visitor.fill("First name", "Ada")
    visitor.fill("Email", "ada@")
    visitor.tap("Next field")
    sentence = "Add the part after the @, such as gmail.com"
    assert is_whole(fault_of(table.window, sentence), table.window)
    # From the plain keyboard to the one with a row for addresses, which is higher.
    visitor.tap_on(visitor.field("First name"))
    visitor.tap_on(visitor.field("Email"))
    assert is_whole(fault_of(table.window, sentence), table.window)
    assert is_whole(visitor.field("Email"), table.window)


@every_tight_window
def test_the_age_that_was_not_understood_is_explained_in_sight(set_a_table, size, display):
    table = set_a_table(size=size, display=display)
    visitor = Visitor(table.window)
    table.window._take(Step.BEGIN)
    table.window._take(Step.START_PLEDGE)
    settle()
    visitor.enter_digits("0")
    visitor.tap("Continue")
    assert is_whole(fault_of(table.window, "Enter your age in years, such as 34."), table.window)


def turn_the_wheel_up(area: QWidget) -> None:
    middle = QPointF(area.rect().center())
    up, buttons, keys = QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase, where = Qt.ScrollPhase.NoScrollPhase, area.mapToGlobal(middle)
    for _notch in range(40):
        QApplication.sendEvent(area, QWheelEvent(middle, where, QPoint(), up, buttons, keys, phase, False))


def test_whoever_scrolls_by_hand_is_not_taken_back(set_a_table):
    table = set_a_table(size=(1024, 600), display=LARGE)
    visitor = go_to_the_consents(table)
    visitor.tap_name(table.campaign.pledge.consents[1].title.in_language("en"))
    page = table.window.shown.page_area
    assert page.verticalScrollBar().value() > 0
    turn_the_wheel_up(page.viewport())
    assert page.verticalScrollBar().value() == 0
    table.window.shown._mobile.setMinimumHeight(300)
    settle()
    assert page.verticalScrollBar().value() == 0


def test_a_page_that_goes_on_below_says_so_until_its_end(set_a_table):
    table = set_a_table(size=(1024, 600), display=LARGE)
    go_to_the_consents(table)
    page = table.window.shown.page_area
    bar = page.verticalScrollBar()
    assert page.tells_of_more
    bar.setValue(bar.maximum())
    settle()
    assert not page.tells_of_more
    bar.setValue(bar.maximum() - 60)
    assert page.tells_of_more


def test_a_page_that_fits_says_nothing_of_more(set_a_table):
    table = set_a_table(size=(1280, 800), display=LOW)
    Visitor(table.window).tap("Touch to begin")
    table.window._take(Step.START_PLEDGE)
    settle()
    page = table.window.shown.page_area
    assert page.verticalScrollBar().maximum() == 0
    assert not page.tells_of_more
    assert page.viewport().height() == page.height()
