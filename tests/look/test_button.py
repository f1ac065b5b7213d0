"""Buttons say what they do, in the room they have."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from outreach_app.language import _
from outreach_app.look.button import _KINDS, Button
from tests.look.showing import SPANISH, picture, show, unlike_ground

LONG = _("What happens to my details")


@pytest.mark.parametrize("kind", sorted(_KINDS))
def test_a_button_is_named_by_its_word(qtbot, theme, kind):
    button = show(qtbot, theme, Button(theme, kind, _("Back"), icon="arrow-left"))
    read = QAccessible.queryAccessibleInterface(button)
    assert read.text(QAccessible.Text.Name) == "Back"
    assert read.role() is QAccessible.Role.PushButton
    button.speak(SPANISH)
    assert read.text(QAccessible.Text.Name) == SPANISH.say(_("Back")) != "Back"


def test_an_icon_alone_has_a_name_all_the_same(qtbot, theme):
    button = show(qtbot, theme, Button(theme, "round", _("Next fact"), icon="chevron-right", shows_word=False))
    assert button.text() == ""
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Next fact"


@pytest.mark.parametrize("kind", sorted(set(_KINDS) - {"round"}))
def test_a_long_label_wraps_in_a_narrow_place_and_is_painted_whole(qtbot, theme, kind):
    """In the narrow button, and in one twice as high, there is as much ink as on one line: no letter is lost."""
    button = show(qtbot, theme, Button(theme, kind, _("Touch to begin"), icon="arrow-right"), tongue=SPANISH)
    button.setDisabled(True)
    own = button.sizeHint()
    narrow = max(button.minimumSizeHint().width(), round(own.width() * 0.7))
    inks = []
    for width, height in ((own.width(), own.height()), (narrow, own.height()), (narrow, own.height() * 2)):
        button.setFixedSize(width, height)
        inks.append(ink_of_the_label(button))
    assert inks[0] > 50
    assert inks[1:] == pytest.approx([inks[0]] * 2, rel=0.1)


def ink_of_the_label(button) -> int:
    """Pixels in the colour of a disabled label."""
    image = picture(button)
    return memoryview(image.constBits()).cast("I").tolist().count(button._theme.color("ink_quiet").rgb())


def test_a_button_never_gets_narrower_than_its_longest_word(qtbot, wide_theme):
    button = show(qtbot, wide_theme, Button(wide_theme, "primary", LONG))
    longest = max(button.fontMetrics().horizontalAdvance(word) for word in button.text().split())
    assert button.minimumSizeHint().width() >= longest
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_a_disabled_button_looks_disabled_and_does_nothing(qtbot, wide_theme):
    button = show(qtbot, wide_theme, Button(wide_theme, "primary", _("Continue")))
    enabled = picture(button)
    button.setEnabled(False)
    assert picture(button) != enabled
    assert picture(button).pixelColor(button.width() // 2, 6) == wide_theme.color("sunken")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not pressed


def test_a_button_tells_something_else_from_the_next_time_it_speaks(qtbot, wide_theme):
    button = show(qtbot, wide_theme, Button(wide_theme, "primary", _("Continue")))
    button.tell(_("Back"))
    button.speak(SPANISH)
    assert button.accessibleName() == button.text() == SPANISH.say(_("Back"))


def test_an_ampersand_is_shown_and_makes_no_shortcut(qtbot, wide_theme):
    button = show(qtbot, wide_theme, Button(wide_theme, "primary", "Q&A"))
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Q&A"
    bare = show(qtbot, wide_theme, Button(wide_theme, "primary", "QA"))
    assert button.sizeHint().width() > bare.sizeHint().width()
    assert unlike_ground(picture(button)) > 0
