"""The wall of bars: always the same picture, and no two neighbours of one shade."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from outreach_app.look.motif import Mark, WallCard
from outreach_app.look.wall import ATTRACT_WALL, CARD_WALL, _lay, paint_wall
from outreach_app.theme_tokens import read_tokens
from tests.look.showing import picture, show, unlike_ground

SHADES = read_tokens().motif["attract"]
AREA, GAP = QRectF(0, 0, 640, 400), QRectF(120, 116, 300, 106)


def wall(seed=7, *, ragged=0.0):
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_wall(painter, AREA, GAP, SHADES, ATTRACT_WALL, ragged=ragged, seed=seed)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_the_same_seed_paints_the_same_picture_and_another_seed_another():
    assert wall() == wall()
    assert wall() != wall(8)


@pytest.mark.usefixtures("qapp")
def test_the_gap_stays_free_and_the_rest_is_covered():
    image = wall()
    assert unlike_ground(image.copy(124, 120, 292, 98)) == 0
    white = 0xFFFFFFFF
    pixels = memoryview(image.constBits()).cast("I").tolist()
    assert pixels.count(white) < 0.5 * len(pixels)


@given(some.integers(0, 2**32), some.sampled_from([ATTRACT_WALL, CARD_WALL]))
@example(440238, ATTRACT_WALL)
def test_neighbours_never_share_a_shade(seed, style):
    chance = Random(seed)
    above = []
    for _ in range(8):
        start = -chance.random() * style.widest
        laid = _lay(chance, start, 800, above, SHADES, style)
        assert all(one[2] != other[2] for one, other in pairwise(laid))
        for left, right, shade in laid:
            over = {other[2] for other in above if other[0] < right and other[1] > left}
            assert shade not in over
        assert laid[-1][1] == 800
        above = laid


def test_the_mark_and_the_card_are_painted_and_do_not_flicker(qtbot, theme):
    mark = show(qtbot, theme, Mark(theme))
    assert unlike_ground(picture(mark)) > 200
    card = show(qtbot, theme, WallCard(theme, 200, (40, 80, 60)), (480, 420))
    first = picture(card)
    card.update()
    assert picture(card) == first
    bare = show(qtbot, theme, WallCard(theme, 0, (40, 80, 60)), (480, 420))
    assert picture(bare) != first
