"""The Arabic letters of the on-screen keyboard: each of them is there, and Latin ones are a key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outreach_app.language import Tongue
from outreach_app.look import keyboard_layouts as layouts
from outreach_app.look.key import Key
from outreach_app.look.keyboard import Keyboard
from outreach_app.look.theme import load_fonts_for
from tests.look.showing import show

ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HAMZAS_AND_ENDINGS = "ءأإآؤئةى"


@pytest.fixture
def keyboard(qtbot, theme):
    load_fonts_for(["ar"])
    keyboard = Keyboard(theme)
    keyboard.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return show(qtbot, theme, keyboard, (theme.by_frame(1280, 800, 1024), 360), Tongue("ar"))


def faces(keyboard) -> list[str]:
    # Keys that were just put there are seen from the next turn on.
    QApplication.processEvents()
    return [key.text() for key in keyboard.findChildren(Key) if key.isVisible()]


def test_every_letter_of_the_alphabet_has_a_key_of_its_own():
    keys = "".join(layouts.letters("ar").rows)
    assert set(ALPHABET) <= set(keys)
    assert len(keys) == len(set(keys))


def test_every_hamza_and_ending_has_a_key_or_comes_by_a_long_press():
    keys = set("".join(layouts.letters("ar").rows))
    held = {letter for key in keys for letter in layouts.ACCENTS.get(key, "")}
    assert set(HAMZAS_AND_ENDINGS) <= keys | held


def test_keys_stand_from_the_left_as_on_any_keyboard_of_that_language(keyboard):
    places = {key.text(): key.mapTo(keyboard, key.rect().center()) for key in keyboard.findChildren(Key)}
    assert places["ض"].x() < places["ص"].x() < places["ج"].x()
    assert places["ش"].y() > places["ض"].y()


def test_there_are_no_capitals_to_turn_to(keyboard):
    assert not keyboard._shift.isVisible()


def test_an_address_brings_latin_letters_and_a_name_brings_arabic_ones(keyboard):
    keyboard.serve("email", starts_capital=False, is_last=False)
    assert {"q", "@", ".com"} <= set(faces(keyboard))
    assert "عربي" not in faces(keyboard)
    keyboard.serve("letters", starts_capital=True, is_last=True)
    assert {"ض", "ABC"} <= set(faces(keyboard))


def test_one_key_turns_to_latin_letters_and_back_for_a_name(keyboard):
    keyboard.serve("letters", starts_capital=False, is_last=False)
    keyboard._script.click()
    assert {"q", "عربي"} <= set(faces(keyboard))
    assert keyboard._shift.isVisible()
    keyboard._script.click()
    assert {"ض", "ABC"} <= set(faces(keyboard))


def test_the_key_is_not_there_for_languages_with_latin_letters(qtbot, wide_theme):
    keyboard = show(qtbot, wide_theme, Keyboard(wide_theme), (1280, 360), Tongue("es"))
    assert not keyboard._script.isVisible()
    assert "ñ" in faces(keyboard)
