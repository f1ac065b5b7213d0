"""Where a finger signs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from outreach_app.look.signature_pad import SignaturePad
from tests.look.showing import SPANISH, picture, show, unlike_ground


@pytest.fixture
def pad(qtbot, theme):
    return show(qtbot, theme, SignaturePad(theme), (500, 200))


def draw(qtbot, pad, *points):
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(pad, left, pos=QPoint(*points[0]))
    for point in points[1:]:
        qtbot.mouseMove(pad, QPoint(*point))
    qtbot.mouseRelease(pad, left, pos=QPoint(*points[-1]))


def test_a_stroke_is_painted_told_and_kept_on_a_grid_a_thousand_wide(qtbot, pad):
    assert pad.is_empty
    with qtbot.waitSignal(pad.changed):
        draw(qtbot, pad, (50, 100), (100, 50), (150, 100))
    assert not pad.is_empty
    assert pad.signature().strokes == (((100, 200), (200, 100), (300, 200)),)
    assert unlike_ground(picture(pad)) > 200


def test_a_dot_is_no_signature_and_a_finger_that_trembles_adds_no_points(qtbot, pad):
    draw(qtbot, pad, (50, 100), (51, 100), (50, 101))
    assert pad.is_empty
    assert len(pad.signature().strokes[0]) == 1


def test_a_finger_that_slides_off_stays_on_the_edge(qtbot, pad):
    draw(qtbot, pad, (450, 100), (900, 100), (450, -300))
    for stroke in pad.signature().strokes:
        assert all(0 <= x <= 1000 and 0 <= y <= 400 for x, y in stroke)


def test_wiping_takes_everything_away(qtbot, pad):
    bare = picture(pad)
    draw(qtbot, pad, (50, 100), (100, 50), (150, 100))
    pad.wipe()
    assert pad.is_empty
    assert pad.signature().strokes == ()
    assert picture(pad) == bare


def test_a_signature_is_shown_again_as_it_was_drawn(qtbot, theme, pad):
    draw(qtbot, pad, (50, 100), (100, 50), (150, 100))
    again = show(qtbot, theme, SignaturePad(theme), (500, 200))
    again.show_signature(pad.signature())
    assert again.signature() == pad.signature()
    assert picture(again) == picture(pad)


def test_a_signature_from_a_higher_space_is_shown_whole_and_kept_as_it_was(qtbot, theme, pad):
    draw(qtbot, pad, (50, 20), (95, 190), (105, 190), (150, 20))
    low = show(qtbot, theme, SignaturePad(theme), (500, 100))
    bare = picture(low)
    low.show_signature(pad.signature())
    assert low.signature() == pad.signature()
    drawn = picture(low)
    foot = [x for x in range(500) if drawn.pixel(x, 96) != bare.pixel(x, 96)]
    assert foot, "nothing reaches the foot"
    assert max(foot) - min(foot) < 25, "two arms were cut off before they met"
    draw(qtbot, low, (300, 60), (350, 60), (400, 60))
    assert picture(low).pixel(240, 60) == bare.pixel(240, 60)
    assert picture(low).pixel(350, 60) != bare.pixel(350, 60)


def test_it_is_named_in_the_chosen_language(pad):
    english = pad.accessibleName()
    pad.speak(SPANISH)
    assert english
    assert pad.accessibleName() not in ("", english)
