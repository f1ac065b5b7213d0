"""A finger moves the page under it, and a thousand pages leave nothing behind."""

from __future__ import annotations

import gc
import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from outreach_app.look.scrolling import ScrollArea
from outreach_app.look.signature_pad import SignaturePad


def long_page(*more: QWidget) -> ScrollArea:
    inner = QWidget()
    lines = QVBoxLayout(inner)
    for widget in more:
        lines.addWidget(widget)
    lines.addWidget(QLabel("\n".join(f"line {number}" for number in range(200))))
    return ScrollArea(inner)


@pytest.fixture
def window(qtbot):
    """A window of 400 by 400 with nothing in it yet."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    window.resize(400, 400)
    return window


@pytest.fixture
def touch(qtbot):
    """Draw a finger up from a place by some px, slowly enough to be a drag."""
    screen = QTest.createTouchDevice()

    def draw(window: QWidget, start: QPoint, up: int) -> None:
        handle = window.windowHandle()
        QTest.touchEvent(handle, screen).press(0, start).commit()
        for step in range(1, 20):
            time.sleep(0.01)
            QTest.touchEvent(handle, screen).move(0, start - QPoint(0, up * step // 20)).commit()
        QTest.touchEvent(handle, screen).release(0, start - QPoint(0, up)).commit()

    return draw


def kinds_of_gesture() -> int:
    """How many enum classes of that name there are; each has 9 KB and none ever goes."""
    gc.collect()
    return sum(1 for found in gc.get_objects() if isinstance(found, type) and found.__name__ == "GestureType")


def shown(qtbot, window: QWidget, *pages: QWidget) -> None:
    for page in pages:
        window.layout().addWidget(page)
    window.show()
    qtbot.waitExposed(window)


def test_a_finger_that_is_drawn_up_moves_the_page_down(qtbot, window, touch):
    page = long_page()
    shown(qtbot, window, page)
    touch(window, QPoint(150, 300), 200)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 100)


def test_only_the_page_under_the_finger_moves(qtbot, window, touch):
    above, below = long_page(), long_page()
    shown(qtbot, window, above, below)
    touch(window, QPoint(150, 380), 150)
    qtbot.waitUntil(lambda: below.verticalScrollBar().value() > 80)
    assert above.verticalScrollBar().value() == 0


def test_a_page_that_comes_later_moves_too(qtbot, window, touch):
    first = long_page()
    shown(qtbot, window, first)
    first.hide()
    later = long_page()
    window.layout().addWidget(later)
    qtbot.waitUntil(later.isVisible)
    touch(window, QPoint(150, 300), 200)
    qtbot.waitUntil(lambda: later.verticalScrollBar().value() > 100)


def test_what_lies_over_a_page_keeps_it_still(qtbot, window, touch):
    page = long_page()
    shown(qtbot, window, page)
    sheet = QLabel("A sheet", window)
    sheet.setGeometry(0, 0, 400, 400)
    sheet.show()
    touch(window, QPoint(150, 300), 200)
    qtbot.wait(200)
    assert page.verticalScrollBar().value() == 0


def test_a_tap_on_a_button_of_the_page_presses_it(qtbot, window, touch):
    button = QPushButton("Choose")
    page = long_page(button)
    shown(qtbot, window, page)
    with qtbot.waitSignal(button.clicked):
        touch(window, button.mapTo(window, button.rect().center()), 0)


def test_two_quick_taps_press_twice(qtbot, window, touch):
    button = QPushButton("Count")
    page = long_page(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))
    shown(qtbot, window, page)
    screen = QTest.createTouchDevice()
    middle = button.mapTo(window, button.rect().center())
    for _tap in range(2):
        QTest.touchEvent(window.windowHandle(), screen).press(0, middle).commit()
        QTest.touchEvent(window.windowHandle(), screen).release(0, middle).commit()
    assert len(pressed) == 2


def test_a_finger_that_starts_on_a_button_and_is_drawn_moves_the_page_and_presses_nothing(qtbot, window, touch):
    button = QPushButton("Choose")
    button.setMinimumHeight(350)
    page = long_page(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))
    shown(qtbot, window, page)
    touch(window, QPoint(150, 300), 200)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 100)
    assert pressed == []


def test_a_finger_that_signs_moves_no_page(qtbot, window, touch, wide_theme):
    pad = SignaturePad(wide_theme)
    pad.setMinimumHeight(350)
    page = long_page(pad)
    shown(qtbot, window, page)
    touch(window, QPoint(150, 300), 200)
    qtbot.wait(100)
    assert page.verticalScrollBar().value() == 0
    assert not pad.is_empty


def test_a_page_that_goes_while_it_still_runs_on_harms_nothing(qtbot, window, touch):
    page = long_page()
    shown(qtbot, window, page)
    touch(window, QPoint(150, 350), 300)
    page.deleteLater()
    del page
    gc.collect()
    qtbot.wait(300)


def test_a_hundred_pages_leave_no_new_kind_of_gesture_behind(qtbot, window):
    shown(qtbot, window, long_page())
    before = kinds_of_gesture()
    for _number in range(100):
        page = long_page()
        window.layout().addWidget(page)
        page.show()
        page.deleteLater()
    qtbot.wait(10)
    assert kinds_of_gesture() == before
