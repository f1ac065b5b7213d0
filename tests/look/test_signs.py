"""Small signs, and the ring that counts down."""

from __future__ import annotations

import pytest

from outreach_app.language import _
from outreach_app.look.countdown import CountdownRing
from outreach_app.look.signs import Progress, StepDots, Steps, chip
from outreach_app.look.words import Words, speak
from tests.look.showing import SPANISH, picture, show


def pixels_of(widget, color) -> int:
    image = picture(widget)
    return memoryview(image.constBits()).cast("I").tolist().count(color.rgb())


def test_the_ring_empties_and_says_the_seconds(qtbot, theme):
    ring = show(qtbot, theme, CountdownRing(theme))
    shares = []
    for left in (20, 15, 10, 5, 0):
        ring.show_left(left, 20)
        assert ring.accessibleName() == ("1 second" if left == 1 else f"{left} seconds")
        shares.append(pixels_of(ring, theme.color("accent")))
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 2 * shares[2] * 0.8 > 0
    assert shares[-1] < shares[0] / 20


def test_a_ring_without_a_whole_does_not_divide_by_nothing(qtbot, wide_theme):
    ring = show(qtbot, wide_theme, CountdownRing(wide_theme))
    ring.show_left(0, 0)
    assert picture(ring)


@pytest.mark.parametrize(("done", "share"), [(-1, 0), (0, 0), (0.5, 0.5), (1, 1), (7, 1)])
def test_the_bar_shows_the_share_that_is_done(qtbot, wide_theme, done, share):
    bar = show(qtbot, wide_theme, Progress(wide_theme, _("How close the goal is")), (400, 12))
    bar.advance(done)
    middle = picture(bar).copy(0, 6, 400, 1)
    filled = sum(middle.pixelColor(x, 0) == wide_theme.color("accent") for x in range(400))
    assert filled == pytest.approx(400 * share, abs=12)


def test_steps_are_said_in_the_chosen_language(qtbot, wide_theme):
    steps = show(qtbot, wide_theme, Steps(wide_theme, 2, 4))
    assert steps.accessibleName() == "Step 2 of 4"
    speak(steps, SPANISH)
    assert steps.accessibleName() == SPANISH.say(_("Step {current} of {total}", current=2, total=4)) != "Step 2 of 4"


def test_the_dot_of_the_current_step_is_the_wide_one(qtbot, wide_theme):
    dots = show(qtbot, wide_theme, StepDots(wide_theme, 1, 4, marks_passed=False))
    first = picture(dots)
    dots.stand_at(4, 4, _("Step {current} of {total}", current=4, total=4))
    assert picture(dots) != first
    assert dots.sizeHint().width() == 36 + 3 * (12 + 10)


@pytest.mark.parametrize("kind", ["plain", "open", "good", "warn"])
def test_a_chip_holds_its_words_whole(qtbot, theme, kind):
    made = show(qtbot, theme, chip(theme, "Works offline", kind))
    words = made.findChild(Words)
    assert words.width() >= words.natural_width()
    assert made.height() == 34
