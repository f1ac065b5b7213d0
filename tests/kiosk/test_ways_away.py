"""No key, menu or gesture leads away from the kiosk, on any screen; what people write with stays theirs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.kiosk.ways_away import leads_away
from outreach_app.look.field import empty_clipboard
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.states import states
from tests.kiosk.table import settle

CTRL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CHORDS = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_F4, CTRL),
    (Qt.Key.Key_Tab, CTRL),
    *((key, CTRL) for key in (Qt.Key.Key_W, Qt.Key.Key_Q, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_S)),
    *((key, CTRL) for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_F, Qt.Key.Key_V)),
    (Qt.Key.Key_Escape, PLAIN),
    (Qt.Key.Key_Escape, CTRL | SHIFT),
    (Qt.Key.Key_F1, PLAIN),
    (Qt.Key.Key_F5, PLAIN),
    (Qt.Key.Key_F10, SHIFT),
    (Qt.Key.Key_F11, PLAIN),
    (Qt.Key.Key_F12, PLAIN),
    (Qt.Key.Key_Menu, PLAIN),
    (Qt.Key.Key_Print, PLAIN),
    (Qt.Key.Key_Back, PLAIN),
    (Qt.Key.Key_HomePage, PLAIN),
    (Qt.Key.Key_LaunchMail, PLAIN),
    (Qt.Key.Key_Q, META),
    (Qt.Key.Key_Insert, SHIFT),
    (Qt.Key.Key_Insert, CTRL),
    (Qt.Key.Key_Insert, CTRL | SHIFT),
    (Qt.Key.Key_Delete, SHIFT),
    (Qt.Key.Key_Paste, PLAIN),
]
PEOPLES_OWN = [
    (Qt.Key.Key_A, PLAIN, "a"),
    (Qt.Key.Key_A, SHIFT, "A"),
    (Qt.Key.Key_Tab, PLAIN, "\t"),
    (Qt.Key.Key_Return, PLAIN, "\r"),
    (Qt.Key.Key_Space, PLAIN, " "),
    (Qt.Key.Key_Backspace, PLAIN, "\b"),
    (Qt.Key.Key_Delete, PLAIN, "\x7f"),
    (Qt.Key.Key_Q, CTRL | ALT, "@"),  # AltGr+Q on a German keyboard under Windows
    (Qt.Key.Key_N, ALT, "ñ"),  # Option+N on a Mac
    (Qt.Key.Key_Left, CTRL, ""),
]


@pytest.mark.parametrize(("key", "modifiers"), CHORDS, ids=lambda part: getattr(part, "name", ""))
def test_a_way_out_is_swallowed(key, modifiers):
    assert leads_away(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


@pytest.mark.parametrize(("key", "modifiers", "text"), PEOPLES_OWN, ids=lambda part: getattr(part, "name", ""))
def test_what_people_write_and_move_with_is_theirs(key, modifiers, text):
    assert not leads_away(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_no_screen_moves_opens_or_closes_anything_for_these_keys(set_a_table):
    table = set_a_table()
    window = table.window
    for state in states(table, {"split": "43215"}):
        before, screen = window.visit.journey.at, window.shown
        for key, modifiers in CHORDS:
            QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()
        assert (window.visit.journey.at, window.shown) == (before, screen), state
        assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window], state


def test_the_keys_never_reach_what_has_the_focus(set_a_table):
    table = set_a_table()
    Visitor(table.window).go_to_the_form()
    line = QApplication.focusWidget()
    heard: list[int] = []
    line.keyPressEvent = lambda event: heard.append(event.key())
    for key, modifiers in CHORDS:
        QTest.keyClick(line, key, modifiers)
    QTest.keyClick(line, "x")
    # Holding Shift down is a key of its own, and leads nowhere.
    assert set(heard) <= {Qt.Key.Key_Shift, Qt.Key.Key_X}
    assert heard[-1] == Qt.Key.Key_X


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Insert, SHIFT), (Qt.Key.Key_Insert, CTRL | SHIFT), (Qt.Key.Key_V, CTRL)]
)
def test_what_somebody_else_copied_comes_into_no_line(set_a_table, key, modifiers):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    clipboard = QApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        if mode is clipboard.Mode.Clipboard or clipboard.supportsSelection():
            clipboard.setText("OLD", mode)
    QTest.keyClick(table.window.windowHandle(), key, modifiers)
    settle()
    assert visitor.field("First name").text() == "Ada"
    empty_clipboard()


def test_no_menu_opens_on_any_widget(set_a_table):
    table = set_a_table()
    Visitor(table.window).go_to_the_form()
    for widget in table.window.findChildren(QWidget):
        if widget.isVisible():
            spot = widget.rect().center()
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
            QApplication.sendEvent(widget, asked)
            QTest.mouseClick(widget.windowHandle() or table.window.windowHandle(), Qt.MouseButton.RightButton, pos=spot)
    assert QApplication.activePopupWidget() is None
    assert table.window.visit.journey.at is Place.PLEDGE


def test_the_window_refuses_to_be_closed(set_a_table):
    window = set_a_table().window
    assert not window.close()
    assert window.isVisible()


def test_a_full_screen_that_was_made_smaller_comes_back(set_a_table):
    window = set_a_table().window
    window.showFullScreen()
    settle()
    for put_away in (window.showNormal, window.showMinimized):
        put_away()
        settle()
        assert window.isFullScreen()
    assert QPoint(0, 0) == window.pos()
