"""A box to tick: unticked at first, and the whole card is the target."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from outreach_app.language import _
from outreach_app.look.card import choice_card
from outreach_app.look.choice import Choice
from tests.look.showing import SPANISH, picture, show

TITLE, TEXT = _("Back"), "I agree to get emails about this campaign. " * 4


@pytest.fixture
def choice(qtbot, theme):
    made = Choice(theme, TITLE, TEXT)
    show(qtbot, theme, made)
    made.resize(420, made.heightForWidth(420))
    return made


def test_it_starts_unticked(choice):
    assert not choice.isChecked()
    assert not choice._tick.is_on


def test_every_part_of_the_card_ticks_it_and_unticks_it(qtbot, choice):
    is_on = False
    for x in (4, choice.width() // 2, choice.width() - 5):
        for y in (4, choice.height() // 2, choice.height() - 5):
            qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
            is_on = not is_on
            assert choice.isChecked() is is_on
            assert choice._tick.is_on is is_on


def test_a_touch_on_any_child_reaches_the_card(choice):
    for x in range(2, choice.width() - 2, 10):
        for y in range(2, choice.height() - 2, 10):
            child = choice.childAt(x, y)
            assert child is None or child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_space_key_ticks_it_too(qtbot, choice):
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert choice.isChecked()


def test_a_tick_is_seen(choice):
    bare = picture(choice)
    choice.setChecked(True)
    assert picture(choice) != bare
    choice.setChecked(False)
    assert picture(choice) == bare


def test_a_screen_reader_hears_the_exact_words_and_whether_it_is_ticked(choice):
    read = QAccessible.queryAccessibleInterface(choice)
    assert read.text(QAccessible.Text.Name) == f"Back. {TEXT}"
    assert read.state().checkable
    assert not read.state().checked
    choice.setChecked(True)
    assert read.state().checked
    choice.speak(SPANISH)
    assert read.text(QAccessible.Text.Name).startswith(SPANISH.say(TITLE))


def test_the_card_is_high_enough_for_all_its_words(qtbot, choice):
    assert choice.heightForWidth(300) > choice.heightForWidth(600) > 0
    texts = [child for child in choice.children() if hasattr(child, "lines_at")]
    assert len(texts) == 2
    for words in texts:
        assert words.height() >= words.heightForWidth(words.width())
        assert choice.rect().contains(words.geometry())


def test_a_card_that_leads_somewhere_is_named_by_all_that_is_written_on_it(qtbot, theme):
    card = show(qtbot, theme, choice_card(theme, "pin", _("Get help"), "Someone to talk to"), (500, 140))
    assert QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name) == "Get help. Someone to talk to"
    touched = []
    card.clicked.connect(lambda: touched.append(1))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 12, card.height() - 12))
    assert touched
