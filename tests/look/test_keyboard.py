"""The on-screen keyboard writes into the focused line, as a hand would, and takes no focus itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.look import keyboard_layouts as layouts
from outreach_app.look.key import LONG_PRESS_MS, Key
from outreach_app.look.keyboard import Keyboard
from outreach_app.look.visitor_line import VisitorLine
from outreach_app.look.words import speak
from tests.look.showing import ENGLISH, SPANISH, show

WIDTHS = {"landscape": 1280, "portrait": 800, "compact": 1024}


class Desk(QWidget):
    """A line with the keyboard under it."""

    def __init__(self, theme):
        super().__init__()
        self.line = VisitorLine(theme, 300)
        self.keyboard = Keyboard(theme)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.keyboard)

    def typing_keys(self):
        """What stands on the visible keys that type."""
        return {key.character: key for key in self.keyboard.findChildren(Key) if key.character and key.isVisible()}

    def edit_key(self, name):
        return next(key for key in self.keyboard.findChildren(Key) if key.accessibleName() == name)

    def button(self, name):
        return next(b for b in self.keyboard.findChildren(QWidget) if b.accessibleName() == name and b.isVisible())


@pytest.fixture
def desk(qtbot, theme):
    made = show(qtbot, theme, Desk(theme), (WIDTHS[theme.frame.value], 500))
    made.activateWindow()
    made.line.setFocus()
    made.keyboard.serve("letters", starts_capital=False, is_last=False)
    qtbot.waitUntil(made.line.hasFocus)
    return made


def touch(qtbot, key):
    qtbot.mouseClick(key, Qt.MouseButton.LeftButton)


def hold(qtbot, desk, key):
    before = desk.keyboard._accents
    qtbot.mousePress(key, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.keyboard._accents not in (None, before), timeout=LONG_PRESS_MS * 10)
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton)
    return {key.character: key for key in desk.keyboard._accents.findChildren(Key)}


@pytest.mark.parametrize(
    ("tongue", "rows"),
    [(ENGLISH, layouts.LETTER_ROWS), (SPANISH, layouts.LETTER_ROWS_BY_LANGUAGE["es"])],
    ids=["en", "es"],
)
def test_every_letter_key_types_its_letter(qtbot, desk, tongue, rows):
    speak(desk, tongue)
    qtbot.wait(1)
    letters = "".join(rows)
    assert set(desk.typing_keys()) == set(letters)
    for letter in letters:
        touch(qtbot, desk.typing_keys()[letter])
    assert desk.line.text() == letters


def test_every_symbol_key_types_its_sign(qtbot, desk):
    touch(qtbot, desk.edit_key("123"))
    qtbot.wait(1)
    signs = "".join(layouts.SYMBOL_ROWS)
    assert set(desk.typing_keys()) == set(signs)
    for sign in signs:
        touch(qtbot, desk.typing_keys()[sign])
    assert desk.line.text() == signs


def test_every_email_key_types_its_text(qtbot, desk):
    desk.keyboard.serve("email", starts_capital=False, is_last=False)
    qtbot.wait(1)
    texts = layouts.NARROW_EMAIL_KEYS if desk.keyboard._theme.is_portrait else layouts.EMAIL_KEYS
    for text in texts:
        touch(qtbot, desk.typing_keys()[text])
    assert desk.line.text() == "".join(texts)


def test_the_email_row_stands_there_for_an_email_only(qtbot, desk):
    for layout, is_there in {"letters": False, "email": True, "digits": False}.items():
        desk.keyboard.serve(layout, starts_capital=False, is_last=False)
        qtbot.wait(1)
        assert ("@gmail.com" in desk.typing_keys()) is is_there, layout


def test_shift_makes_one_capital(qtbot, desk):
    touch(qtbot, desk.edit_key("Capital letters"))
    touch(qtbot, desk.typing_keys()["A"])
    touch(qtbot, desk.typing_keys()["d"])
    assert desk.line.text() == "Ad"


def test_a_name_begins_with_a_capital(qtbot, desk):
    desk.keyboard.serve("letters", starts_capital=True, is_last=False)
    touch(qtbot, desk.typing_keys()["A"])
    assert "a" in desk.typing_keys()


def test_delete_and_space_do_what_they_say(qtbot, desk):
    for key in (
        desk.typing_keys()["a"],
        desk.edit_key("space"),
        desk.typing_keys()["b"],
        desk.typing_keys()["c"],
        desk.edit_key("Delete"),
    ):
        touch(qtbot, key)
    assert desk.line.text() == "a b"


@pytest.mark.parametrize("letter", sorted(set("".join(layouts.LETTER_ROWS)) & set(layouts.ACCENTS)))
def test_a_long_press_offers_each_accent_and_types_the_one_that_is_touched(qtbot, wide_theme, letter):
    desk = show(qtbot, wide_theme, Desk(wide_theme), (1280, 500))
    desk.line.setFocus()
    offered = hold(qtbot, desk, desk.typing_keys()[letter])
    assert "".join(offered) == layouts.ACCENTS[letter]
    assert desk.line.text() == ""
    touch(qtbot, offered[layouts.ACCENTS[letter][-1]])
    assert desk.line.text() == layouts.ACCENTS[letter][-1]
    assert desk.keyboard._accents is None


def test_a_capital_accent_begins_a_name(qtbot, desk):
    desk.keyboard.serve("letters", starts_capital=True, is_last=False)
    touch(qtbot, hold(qtbot, desk, desk.typing_keys()["E"])["É"])
    assert desk.line.text() == "É"


def test_the_offered_accents_lie_within_the_keyboard(qtbot, desk):
    for letter in ("a", "o", "u", "c", "n"):
        hold(qtbot, desk, desk.typing_keys()[letter])
        assert desk.keyboard.rect().contains(desk.keyboard._accents.geometry())


def test_spanish_has_its_own_letter(qtbot, desk):
    assert "ñ" not in desk.typing_keys()
    speak(desk, SPANISH)
    qtbot.wait(1)
    touch(qtbot, desk.typing_keys()["ñ"])
    assert desk.line.text() == "ñ"


def test_no_touch_takes_the_focus_from_the_line(qtbot, desk):
    for name in ("123", "ABC", "Capital letters", "Hide the keyboard", "Delete", "space"):
        touch(qtbot, desk.edit_key(name))
        assert desk.line.hasFocus(), name
    for name in ("Back", "Next field"):
        touch(qtbot, desk.button(name))
        assert desk.line.hasFocus(), name
    qtbot.mouseClick(desk.keyboard, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert desk.line.hasFocus()
    for key in desk.keyboard.findChildren(Key):
        assert key.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_changing_language_or_layout_leaves_no_stray_key(qtbot, desk):
    for change in (
        lambda: speak(desk, SPANISH),
        lambda: touch(qtbot, desk.edit_key("123")),
        lambda: speak(desk, ENGLISH),
        lambda: desk.keyboard.serve("email", starts_capital=False, is_last=False),
        lambda: desk.keyboard.serve("digits", starts_capital=False, is_last=True),
        lambda: touch(qtbot, desk.edit_key("ABC")),
    ):
        change()
        qtbot.wait(1)
        visible = [key for key in desk.keyboard.findChildren(Key) if key.isVisible()]
        for key in visible:
            others = [other for other in visible if other is not key]
            assert not any(key_area(key).intersects(key_area(other)) for other in others), key.text()
            assert key.x() >= 0
            assert key.y() >= 0
        assert not [window for window in desk.window().findChildren(Key) if window.isWindow()]


def key_area(key):
    from PySide6.QtCore import QRect

    return QRect(key.mapToGlobal(QPoint(0, 0)), key.size())


def test_accents_that_are_open_go_when_the_layout_changes(qtbot, desk):
    hold(qtbot, desk, desk.typing_keys()["a"])
    touch(qtbot, desk.edit_key("123"))
    assert desk.keyboard._accents is None
    assert not [key for key in desk.typing_keys() if key in "áàâä"]


def test_the_key_that_turns_to_signs_says_where_it_leads(qtbot, desk):
    symbols = desk.keyboard._symbols
    assert (symbols.text(), symbols.accessibleName()) == ("123", "123")
    desk.keyboard.serve("digits", starts_capital=False, is_last=False)
    assert (symbols.text(), symbols.accessibleName()) == ("ABC", "ABC")
    speak(desk, SPANISH)
    assert symbols.text() == "ABC"
    touch(qtbot, symbols)
    assert symbols.text() == "123"


def test_the_last_button_says_what_it_does(qtbot, desk):
    desk.keyboard.serve("letters", starts_capital=False, is_last=True)
    assert desk.keyboard._next.text() == "Continue"
    desk.keyboard.serve("letters", starts_capital=False, is_last=False)
    assert desk.keyboard._next.text() == "Next field"
    with qtbot.waitSignal(desk.keyboard.went_on):
        touch(qtbot, desk.keyboard._next)


def test_every_key_is_named(desk):
    for key in desk.keyboard.findChildren(Key):
        assert QAccessible.queryAccessibleInterface(key).text(QAccessible.Text.Name)


def test_without_a_focused_line_nothing_is_typed_and_nothing_breaks(qtbot, desk):
    desk.line.clearFocus()
    touch(qtbot, desk.typing_keys()["a"])
    assert desk.line.text() == ""
