"""Whatever can be touched is large enough for a finger: 56 px each way, but for the keys of the smallest frame."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from outreach_app.kiosk.bars import LanguageSwitch
from outreach_app.language import _
from outreach_app.look.button import _KINDS, Button
from outreach_app.look.card import choice_card
from outreach_app.look.choice import Choice
from outreach_app.look.field import Field
from outreach_app.look.keyboard import Keyboard
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.signature_pad import SignaturePad
from tests.look.showing import ENGLISH, SPANISH, show

LEAST, LEAST_SMALL_KEY = 56, 48
WIDTHS = {"landscape": 1280, "portrait": 800, "compact": 1024}


def assert_touchable(widget, least=LEAST):
    parts = [widget, *widget.findChildren(QAbstractButton), *widget.findChildren(QLineEdit)]
    touched = [part for part in parts if isinstance(part, QAbstractButton | QLineEdit) and part.isVisible()]
    assert touched
    for part in touched:
        assert min(part.width(), part.height()) >= least, f"{part.accessibleName()}: {part.size()}"


@pytest.mark.parametrize("tongue", [ENGLISH, SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("kind", sorted(_KINDS))
def test_buttons(qtbot, theme, kind, tongue):
    assert_touchable(show(qtbot, theme, Button(theme, kind, _("Clear"), shows_word=kind != "round"), tongue=tongue))


def test_every_language_of_the_switch(qtbot, theme):
    assert_touchable(show(qtbot, theme, LanguageSwitch(theme, ("en", "es", "ar"))))


@pytest.mark.parametrize("layout", ["letters", "email", "digits"])
@pytest.mark.parametrize("tongue", [ENGLISH, SPANISH], ids=["en", "es"])
def test_every_key_of_the_keyboard(qtbot, theme, tongue, layout):
    width = WIDTHS[theme.frame.value]
    keyboard = show(qtbot, theme, Keyboard(theme), (width, 400), tongue=tongue)
    keyboard.serve(layout, starts_capital=False, is_last=False)
    qtbot.wait(1)
    assert keyboard.minimumSizeHint().width() <= width
    assert_touchable(keyboard, LEAST_SMALL_KEY if theme.is_compact else LEAST)


def test_keypad_field_boxes_cards_and_pad(qtbot, theme):
    assert_touchable(show(qtbot, theme, Keypad(theme)))
    assert_touchable(show(qtbot, theme, Field(theme, _("Email"))))
    for card in (Choice(theme, _("Email"), "A line."), choice_card(theme, "pin", _("Get help"), "A line.")):
        assert_touchable(show(qtbot, theme, card))
    boxes = show(qtbot, theme, DigitBoxes(theme, _("ZIP code"), most=5, shown=5))
    assert min(boxes.width() / 5, boxes.height()) >= LEAST
    pad = show(qtbot, theme, SignaturePad(theme))
    assert min(pad.width(), pad.height()) >= LEAST
