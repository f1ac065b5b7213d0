"""What stands in a line is hidden once nobody has touched it for a while; a touch or a key shows it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.language import _
from outreach_app.look.field import Field, empty_clipboard
from outreach_app.look.visitor_line import HIDDEN, VEIL_AFTER_SECONDS
from outreach_app.look.words import speak
from tests.look.showing import SPANISH, picture, show, unlike_ground

SECRET = "Adaeze Quillfeather"
KEPT_FROM_KEYBOARDS = (Qt.InputMethodHint.ImhSensitiveData, Qt.InputMethodHint.ImhNoPredictiveText)


@pytest.fixture
def field(qtbot, theme):
    shown = show(qtbot, theme, Field(theme, _("First name"), longest=40), (400, 160))
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.line.setFocus()
    qtbot.keyClicks(shown.line, SECRET)
    return shown


def let_time_pass(field: Field) -> None:
    """As if nobody had touched it for the seconds it waits."""
    assert field.line._veil.isActive()
    field.line._veil.timeout.emit()


def test_a_line_waits_for_twenty_seconds_from_the_last_touch(field):
    assert VEIL_AFTER_SECONDS == 20
    assert field.line._veil.interval() == VEIL_AFTER_SECONDS * 1_000
    field.line._veil.stop()
    QTest.keyClick(field.line, "x")
    assert field.line._veil.isActive()
    assert not field.line.is_veiled


def test_a_hidden_line_shows_neither_its_text_nor_its_length_and_says_so(qtbot, field):
    field.line.clearFocus()
    let_time_pass(field)
    long = field.line.grab().toImage()
    field.line.setText("Al")
    field.line.clearFocus()
    let_time_pass(field)
    assert field.line.grab().toImage() == long
    assert field.line.displayText() == ""
    assert unlike_ground(picture(field.line)) > 2_000, "the words that say so are painted"


def test_a_screen_reader_is_told_that_it_is_hidden_and_not_what_it_holds(field):
    speak(field, SPANISH)
    let_time_pass(field)
    interface = QAccessible.queryAccessibleInterface(field.line)
    said = [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    assert not any(SECRET in text for text in said)
    assert interface.text(QAccessible.Text.Description) == SPANISH.say(HIDDEN) != str(HIDDEN)


@pytest.mark.parametrize(
    "touch",
    [
        lambda line: QTest.mouseClick(line, Qt.MouseButton.LeftButton),
        lambda line: QTest.keyClick(line, Qt.Key.Key_Right),
        lambda line: (line.clearFocus(), line.setFocus()),
    ],
    ids=["a touch", "a key", "coming back"],
)
def test_it_is_shown_again(field, touch):
    let_time_pass(field)
    assert field.line.is_veiled
    touch(field.line)
    assert field.line.displayText() == SECRET
    assert field.line.accessibleDescription() == ""


def test_a_line_that_is_left_waits_from_then_on(field):
    field.line._veil.stop()
    field.line.clearFocus()
    assert field.line._veil.isActive()


def test_what_was_marked_is_marked_no_more_once_it_was_hidden_or_is_come_back_to(field):
    field.line.selectAll()
    let_time_pass(field)
    assert not field.line.hasSelectedText()
    field.line.show_text()
    field.line.clearFocus()
    field.line.selectAll()
    field.line.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not field.line.hasSelectedText()


def test_nothing_is_dragged_out_of_a_line_nor_dropped_into_it(field):
    assert not field.line.dragEnabled()
    assert not field.line.acceptDrops()


def test_what_was_hidden_is_still_what_was_typed(field):
    let_time_pass(field)
    assert field.line.text() == SECRET
    QTest.keyClick(field.line, "!")
    assert field.line.text() == SECRET + "!"


def test_an_empty_line_has_nothing_to_hide(field):
    field.line.wipe()
    let_time_pass(field)
    assert not field.line.is_veiled


@pytest.mark.parametrize("hint", KEPT_FROM_KEYBOARDS)
def test_the_systems_keyboard_learns_nothing_before_and_after_it_was_hidden(field, hint):
    assert field.line.inputMethodHints() & hint
    let_time_pass(field)
    assert field.line.inputMethodHints() & hint
    field.line.show_text()
    assert field.line.inputMethodHints() & hint


def test_what_is_selected_by_touch_is_handed_to_no_other_program(qtbot, field):
    empty_clipboard()
    line = field.line
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    QTest.mouseMove(line, line.rect().topLeft())
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=line.rect().topLeft())
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    clipboard = QApplication.clipboard()
    assert [clipboard.text(mode) for mode in clipboard.Mode] == ["", "", ""]


def test_the_middle_button_brings_nothing_from_other_programs(field):
    clipboard = QApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setText("from elsewhere", clipboard.Mode.Selection)
    QTest.mouseClick(field.line, Qt.MouseButton.MiddleButton)
    assert field.line.text() == SECRET
    empty_clipboard()


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_Insert, Qt.Key.Key_Delete])
def test_nothing_comes_in_from_the_clipboard_and_nothing_goes_there(field, key, modifiers):
    put_on_the_clipboard("OLD")
    field.line.setText("Ada")
    field.line.selectAll()
    QTest.keyClick(field.line, key, modifiers, 0)
    assert "OLD" not in field.line.text()
    assert QApplication.clipboard().text() == "OLD"
    empty_clipboard()


def put_on_the_clipboard(text: str) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText(text)
    if clipboard.supportsSelection():
        clipboard.setText(text, clipboard.Mode.Selection)
