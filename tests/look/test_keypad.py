"""Digits, by the pad and by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from outreach_app.language import _
from outreach_app.look.keypad import DigitBoxes, Keypad
from tests.look.showing import SPANISH, picture, show


@pytest.fixture
def boxes(qtbot, theme):
    made = show(qtbot, theme, DigitBoxes(theme, _("Your age in years"), most=3, shown=2))
    made.setFocus()
    return made


@pytest.fixture
def pad(qtbot, theme):
    return show(qtbot, theme, Keypad(theme))


def key(pad, name):
    return next(button for button in pad.findChildren(QPushButton) if button.accessibleName() == name)


def test_each_key_of_the_pad_gives_its_digit_once(qtbot, pad):
    touched = []
    pad.digit.connect(touched.append)
    for digit in "1234567890":
        qtbot.mouseClick(key(pad, digit), Qt.MouseButton.LeftButton)
    assert "".join(touched) == "1234567890"


def test_clear_and_delete_say_what_they_are_in_both_languages(qtbot, pad):
    with qtbot.waitSignal(pad.cleared):
        qtbot.mouseClick(key(pad, "Clear"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pad.erased):
        qtbot.mouseClick(key(pad, "Delete the last digit"), Qt.MouseButton.LeftButton)
    for button in pad.findChildren(QPushButton):
        button.speak(SPANISH)
    assert key(pad, SPANISH.say(_("Clear"))).text() != "Clear"


def test_real_keys_fill_the_boxes_and_take_away(qtbot, boxes):
    qtbot.keyClicks(boxes, "3x4-")
    assert boxes.digits == "34"
    qtbot.keyClick(boxes, Qt.Key.Key_Backspace)
    assert boxes.digits == "3"


def test_no_more_digits_go_in_than_there_is_room_for(qtbot, boxes):
    qtbot.keyClicks(boxes, "123456")
    assert boxes.digits == "123"


def test_enter_confirms_on_both_sides_of_the_keyboard(qtbot, boxes):
    for enter in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(boxes.confirmed):
            qtbot.keyClick(boxes, enter)


def test_each_change_is_told(qtbot, boxes):
    told = []
    boxes.changed.connect(told.append)
    boxes.add("1")
    boxes.add("8")
    boxes.erase()
    boxes.put("")
    boxes.erase()
    assert told == ["1", "18", "1", "", ""]


def test_a_screen_reader_hears_what_is_asked_and_each_digit(qtbot, boxes):
    boxes.put("34")
    read = QAccessible.queryAccessibleInterface(boxes)
    assert read.text(QAccessible.Text.Name) == "Your age in years"
    assert read.text(QAccessible.Text.Description) == "3 4"
    boxes.speak(SPANISH)
    assert read.text(QAccessible.Text.Name) == SPANISH.say(_("Your age in years"))


def test_the_digits_are_painted_and_gone_when_taken_away(qtbot, boxes):
    bare = picture(boxes)
    boxes.put("34")
    assert picture(boxes) != bare
    boxes.put("")
    assert picture(boxes) == bare


def test_digits_of_other_scripts_are_not_taken_for_an_age(boxes):
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "३")
    QApplication.sendEvent(boxes, key)
    assert boxes.digits == ""
