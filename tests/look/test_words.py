"""Text on screen: it wraps and is never cut, and what somebody wrote is shown as written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from outreach_app.language import _
from outreach_app.look.direction import reach_beyond
from outreach_app.look.words import Strong, Words, breakable
from tests.look.showing import ENGLISH, SPANISH, picture, show, unlike_ground

LONG = "One of these is your representative. Una de estas personas es quien te representa en la Cámara. " * 3
ROLES = ("display", "h1", "lead", "body", "min", "fault", "badge", "figure", "phone")


@pytest.mark.parametrize("width", [150, 240, 600])
@pytest.mark.parametrize("role", ROLES)
def test_what_is_painted_fits_the_height_that_was_asked_for(qtbot, theme, role, width):
    """Given more room, it paints nothing below that height but a pixel or two of a tail."""
    text = "Ägypten, jagged Ñandú gypsy " * (1 if role in ("display", "figure", "phone") else 4)
    words = show(qtbot, theme, Words(theme, role, text))
    asked = words.heightForWidth(width)
    words.resize(width, asked * 2)
    painted = picture(words)
    assert unlike_ground(painted) > 100
    assert unlike_ground(painted.copy(0, asked + 2, width, asked - 2)) == 0


def test_a_long_text_wraps_and_every_line_is_within_the_width(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", LONG), (300, 600))
    layout = words._laid_out(300)
    assert layout.lineCount() > 5
    assert all(layout.lineAt(n).naturalTextWidth() <= 300 for n in range(layout.lineCount()))
    assert sum(layout.lineAt(n).textLength() for n in range(layout.lineCount())) == len(LONG)


def test_a_word_longer_than_the_line_is_broken_and_not_cut(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", "W" * 60), (200, 400))
    layout = words._laid_out(200)
    assert all(layout.lineAt(n).naturalTextWidth() <= 200 for n in range(layout.lineCount()))
    assert words.heightForWidth(200) >= layout.lineCount() * 24


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(some.text(max_size=120), some.integers(40, 800))
def test_any_text_at_any_width_takes_all_its_lines(wide_theme, text, width):
    words = Words(wide_theme, "body", text)
    layout = words._laid_out(width)
    shown = sum(layout.lineAt(n).textLength() for n in range(layout.lineCount()))
    assert shown == len(words.text().encode("utf-16-le", "surrogatepass")) // 2
    line = wide_theme.line_height("body")
    # Letters of scripts that rise and hang further have that much room above and below.
    beyond = 2 * reach_beyond(text, words.font(), line)
    assert words.heightForWidth(width) == round(layout.lineCount() * line) + beyond or not text
    words.deleteLater()


@pytest.mark.parametrize("text", ["<img src=file:///etc/hostname>", "<b>bold</b>", "a &amp; b", "<a href='x'>x</a>"])
def test_markup_is_shown_as_it_was_typed(qtbot, wide_theme, text):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", text), (900, 60))
    assert words.text() == text
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert words.natural_width() == pytest.approx(words.fontMetrics().horizontalAdvance(text), abs=3)
    assert unlike_ground(picture(words)) > 100


def test_stars_make_a_part_bold_and_are_not_shown(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", "**Not kept.** It is not.", strong=Strong.STARRED))
    assert words.text() == "Not kept. It is not."
    (run,) = words._runs
    assert (run.start, run.length) == (0, len("Not kept."))
    assert run.format.font().weight() == QFont.Weight.Bold


def test_stars_that_a_person_typed_stay(qtbot, wide_theme):
    assert show(qtbot, wide_theme, Words(wide_theme, "body", "**Ada**")).text() == "**Ada**"


def test_what_a_person_fills_in_is_bold_and_keeps_its_brackets(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", "I am [your name].", strong=Strong.IN_BRACKETS))
    assert words.text() == "I am [your name]."
    assert [(run.start, run.length) for run in words._runs] == [(5, 11)]


def test_bold_needs_more_room_and_is_given_it(qtbot, wide_theme):
    plain = show(qtbot, wide_theme, Words(wide_theme, "body", "mmmm mmmm"))
    bold = show(qtbot, wide_theme, Words(wide_theme, "body", "**mmmm mmmm**", strong=Strong.STARRED))
    assert bold.sizeHint().width() > plain.sizeHint().width()


def test_a_sentence_is_said_again_in_another_language(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "body", _("Back")))
    assert words.text() == "Back"
    words.speak(SPANISH)
    assert words.text() == SPANISH.say(_("Back")) != "Back"
    words.tell(_("Get help"))
    assert words.text() == SPANISH.say(_("Get help"))
    words.speak(ENGLISH)
    assert words.text() == "Get help"


def test_line_height_is_the_designs(qtbot, theme):
    words = show(qtbot, theme, Words(theme, "body", "one\ntwo\nthree"))
    assert words.heightForWidth(600) == round(3 * theme.line_height("body"))


def test_no_text_takes_no_room(qtbot, wide_theme):
    words = show(qtbot, wide_theme, Words(wide_theme, "fault"))
    assert words.heightForWidth(300) == 0
    assert words.sizeHint().height() == 0


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("takeitdown.ncmec.org", ["takeitdown.", "ncmec.org"]),
        ("jordan.rivera@example.com", ["jordan.rivera@", "example.com"]),
        ("house.gov/find-your", ["house.gov/", "find-", "your"]),
        ("mail.students.example.org", ["mail.", "students.", "example.org"]),
    ],
)
def test_an_address_is_never_parted_before_its_ending(address, parts):
    assert breakable(address).split("\u200b") == parts
