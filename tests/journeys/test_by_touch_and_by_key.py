"""A whole visit by the events of a touch screen, and one by a keyboard alone, to the thanks and back to the loop.

Qt's offscreen platform shows the window here; ``test_on_a_real_screen.py`` runs this file again under an X server.
"""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.domain.display import Display
from outreach_app.look.scrolling import ScrollArea
from outreach_app.visit.flow import Place
from tests.journeys.toucher import Toucher
from tests.journeys.traces import traces_of
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.table import settle, wait_until


def test_the_window_stands_on_the_platform_that_was_asked_for(qapp):
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"].partition(":")[0]


class RealMice(QObject):
    """Hears of each press that was no finger's."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.MouseButtonPress:
            self.presses += event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
        return False


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_whole_visit_by_touch(set_a_table, touch_screen, language):
    table = set_a_table(language=language)
    mice = RealMice()
    visitor = Toucher(table.window, touch_screen)
    visitor.go_to_the_form()
    visitor.fill_in("Adaeze", "Quillfeather", "adaeze@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    visitor.tap("Find my lawmakers")
    visitor.tap_name("Denise Nakamura")
    visitor.tap("Take it with you")
    wait_until(lambda: table.window.shown._pdf, "the page")
    visitor.tap("Get help")
    visitor.tap("Back")
    visitor.tap("I am done")
    assert visitor.place is Place.ATTRACT
    assert mice.presses == 0
    assert traces_of(table, ("Adaeze", "Quillfeather", "adaeze@example.org")) == []
    QApplication.instance().removeEventFilter(mice)


def test_a_touch_is_a_sign_of_life_and_a_touch_on_a_hidden_line_shows_it(set_a_table, touch_screen):
    table = set_a_table()
    visitor = Toucher(table.window, touch_screen)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    line = visitor.field("First name")
    line.hide_text()
    assert line.displayText() == ""
    table.clock.wait(80)
    visitor.tap_on(line)
    assert line.displayText() == "Ada"
    table.clock.wait(80)
    table.window._look_whether_idle()
    assert not visitor.reads("Still there?")


def test_a_finger_slides_a_list_of_lawmakers_up_and_chooses_none_on_the_way(set_a_table, touch_screen):
    table = set_a_table(size=(1024, 600))
    visitor = Toucher(table.window, touch_screen)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Okafor", "", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    visitor.tap("Find my lawmakers")
    table.window._change_display(Display(large_text=True))
    settle()
    card = visitor._named("Theo Whitlock")
    page = next(area for area in table.window.shown.findChildren(ScrollArea) if area.verticalScrollBar().maximum())
    start = card.mapTo(table.window, card.rect().center())
    assert page.verticalScrollBar().value() == 0
    table.clock.wait(1)
    visitor.stroke([start - QPoint(0, 8 * step) for step in range(20)], pause=0.01)
    assert page.verticalScrollBar().value() > 50
    assert visitor.place is Place.LAWMAKERS
    visitor.tap_name("Theo Whitlock")
    assert visitor.place is Place.ACT


def go_to(name: str) -> None:
    """Press Tab until the focus is on what has this name."""
    for _press in range(60):
        focus = QApplication.focusWidget()
        if focus is not None and (name_of(focus) == name or name_of(focus).startswith(name + ".")):
            return
        QTest.keyClick(focus or QApplication.activeWindow(), Qt.Key.Key_Tab)
    pytest.fail(f"Tab never comes to {name!r}")


def press(visitor: Visitor, name: str) -> None:
    go_to(visitor.says(name))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()


def test_a_whole_visit_by_keyboard(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    mice = RealMice()
    press(visitor, "Touch to begin")
    press(visitor, "Start")
    QTest.keyClicks(QApplication.focusWidget(), "34")
    press(visitor, "Continue")
    for text in ("Adaeze", "Quillfeather", "adaeze@example.org", "43215"):
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert visitor.place is Place.CONSENTS
    press(visitor, "Continue")
    press(visitor, "Type my name instead")
    QTest.keyClicks(QApplication.focusWidget(), "Adaeze Quillfeather")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    press(visitor, str(visitor.says(table.campaign.pledge_title)))
    visitor.wait_for(Place.THANKS)
    press(visitor, "Find my lawmakers")
    press(visitor, "Get help")
    press(visitor, "Back")
    press(visitor, "Leave")
    assert visitor.place is Place.ATTRACT
    assert mice.presses == 0
    assert traces_of(table, ("Adaeze", "Quillfeather", "adaeze@example.org")) == []
    QApplication.instance().removeEventFilter(mice)
