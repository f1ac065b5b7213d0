"""A finger moves a page, and a thousand pages leave nothing behind."""

from __future__ import annotations

import gc
import sys
import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScroller, QWidget

from outreach_app.look.finger_scrolling import grab_touches
from outreach_app.look.scrolling import ScrollArea

native = pytest.mark.skipif(sys.platform == "win32", reason="Qt's own function is not found there")


def kinds_of_gesture() -> int:
    """How many enum classes of that name there are: one, if nothing leaks."""
    gc.collect()
    return sum(1 for found in gc.get_objects() if isinstance(found, type) and found.__name__ == "GestureType")


@native
def test_a_hundred_pages_leave_no_new_kind_of_gesture_behind(qapp):
    before = kinds_of_gesture()
    for _page in range(100):
        viewport = QWidget()
        grab_touches(viewport)
        assert QScroller.hasScroller(viewport)
        viewport.deleteLater()
    QApplication.processEvents()
    assert kinds_of_gesture() == before


@native
def test_the_binding_s_own_call_would(qapp):
    """Fails on the day that PySide6 is mended: then the workaround can go."""
    before = kinds_of_gesture()
    for _page in range(10):
        QScroller.grabGesture(QWidget(), QScroller.ScrollerGestureType.TouchGesture)
    assert kinds_of_gesture() >= before + 10


def test_a_finger_that_is_drawn_up_moves_the_page_down(qtbot):
    inner = QLabel("\n".join(f"line {number}" for number in range(200)))
    area = ScrollArea(inner)
    qtbot.addWidget(area)
    area.resize(300, 300)
    area.show()
    qtbot.waitExposed(area)
    screen = QTest.createTouchDevice()
    handle = area.windowHandle()
    QTest.touchEvent(handle, screen).press(0, QPoint(150, 250)).commit()
    for way in range(1, 20):
        time.sleep(0.01)
        QTest.touchEvent(handle, screen).move(0, QPoint(150, 250 - 10 * way)).commit()
    QTest.touchEvent(handle, screen).release(0, QPoint(150, 60)).commit()
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 100)
