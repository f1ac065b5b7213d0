"""The quiet loop, 20 seconds: the feed drifts; one bar warms and comes down to the start button's place; its gap stays.

Its last frame equals its first. Nothing is written on it, so it needs no translation; the captions say the words.
"""

from __future__ import annotations

import random
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF
from stage import FRAMES_PER_SECOND, SCALE, STEP, WALL, WIDTH, Stage, blended, ease, moved

from outreach_app.look.wall import laid_wall

SECONDS = 20
POSTER_AT = 16.0
ROWS = 9
TOP = 4 * SCALE

BUTTON = QRectF(744, 552, 496, 116)
"""The start button below the top bar of the attract screen, in the design's px."""

LANDED = QRectF(BUTTON.x() * SCALE, BUTTON.y() * SCALE, BUTTON.width() * SCALE, BUTTON.height() * SCALE)
GAP = QRectF(LANDED.x(), TOP + 3 * STEP, LANDED.width(), 2 * STEP - WALL.gap)


class DriftingRow:
    """One row of the feed that comes round to its beginning: after one period it looks as before.

    Args:
        top: px.
        shades: of this row alone, so that neighbours never share one however the rows drift.
        period: px until the pattern repeats.
    """

    def __init__(self, top: float, shades: list[str], period: float, chance: random.Random) -> None:
        count = 2 * round(period / 2 / 200)
        widths = [chance.uniform(WALL.narrowest, WALL.widest) for _bar in range(count)]
        room = period - count * WALL.gap
        edges = accumulate(width * room / sum(widths) + WALL.gap for width in widths)
        starts = [0.0, *edges]
        order = [shades[index % len(shades)] for index in range(count)]
        if order[-1] == order[0]:
            order[-1] = shades[1]
        self._bars = [
            (left, right - left - WALL.gap, shade) for (left, right), shade in zip(pairwise(starts), order, strict=True)
        ]
        self._top, self._period = top, period

    def paint(self, stage: Stage, share: float) -> None:
        """Paint the row when this share of a period has drifted by."""
        shift = -self._period * share
        while shift < WIDTH:
            for left, width, shade in self._bars:
                stage.bar(QRectF(shift + left, self._top, width, WALL.bar), shade)
            shift += self._period


class QuietLoop:
    """The loop, frame by frame."""

    seconds = SECONDS
    poster_at = POSTER_AT

    def __init__(self, shades: tuple[str, ...]) -> None:
        chance = random.Random(11)  # noqa: S311 - a picture, not a secret
        parted = ([shades[1], shades[4], shades[2]], [shades[3], shades[0]])
        self._rows = [
            DriftingRow(TOP + index * STEP, parted[index % 2], chance.uniform(760, 1080), chance)
            for index in range(ROWS)
            if index not in (3, 4)
        ]
        still = QRectF(0, TOP + 3 * STEP, WIDTH, 2 * STEP - WALL.gap)
        around = GAP.adjusted(-WALL.gap, 0, WALL.gap, 0)
        self._still = list(laid_wall(still, around, shades, WALL, seed=5))
        self._shade = shades[1]
        self._drift = _drift()

    def paint(self, stage: Stage, frame: int) -> None:
        """Paint one frame of 600."""
        whole = SECONDS * FRAMES_PER_SECOND - 1
        now = frame / whole * SECONDS
        for row in self._rows:
            row.paint(stage, self._drift[frame])
        for place, shade in self._still:
            stage.bar(place, shade)
        self._gap(stage, now)

    def _gap(self, stage: Stage, now: float) -> None:
        closes = ease(now, 18.2, 19.8)
        stage.bar(GAP, self._shade, closes)
        stage.outline(GAP.adjusted(6, 6, -6, -6), ease(now, 14.0, 16.8), "ink_quiet", 0.8 * (1 - closes), WALL.radius)
        comes = ease(now, 9.2, 13.4)
        amber = stage.theme.color("dawn").name()
        color = blended(self._shade, amber, round(ease(now, 5.2, 8.6), 3))
        opacity = 1.0 if now < 18.2 else 1 - closes
        stage.bar(moved(GAP, LANDED, comes), color, opacity, WALL.radius + 8 * comes)


def _drift() -> list[float]:
    """How far the rows have drifted at each frame, as a share of a period: at rest at both ends, slow in the middle."""
    count = SECONDS * FRAMES_PER_SECOND
    times = [frame / (count - 1) * SECONDS for frame in range(count)]
    speeds = [
        ease(now, 0, 2) * (1 - 0.85 * (ease(now, 4, 7) - ease(now, 15.5, 17.5))) * (1 - ease(now, 18, 20))
        for now in times
    ]
    ways = list(accumulate(speeds))
    return [(way - ways[0]) / (ways[-1] - ways[0]) for way in ways]
