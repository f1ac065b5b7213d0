"""The wall of bars with one bar taken down: mark, strip and poster. ``dawn`` appears nowhere else on paper."""

from __future__ import annotations

import random
from functools import cache

from outreach_app.handouts.marks import Bar, Block

MARK_WIDTH = 24.5
MARK_HEIGHT = 23.0

_MARK_BARS = (
    (0.0, 0.0, 14.2, 5.2, "accent"),
    (15.6, 0.0, 8.0, 5.2, "accent"),
    (0.0, 6.8, 5.4, 5.4, "accent"),
    (18.3, 6.8, 5.3, 5.4, "accent"),
    (6.8, 16.6, 10.0, 6.0, "dawn"),
)

# Widths as shares of the strip, drawn once and fixed so that every page is the same; gaps are _GAP points.
_STRIP_BARS = (0.143, 0.125, 0.107, 0.082, 0.092, 0.059, 0.073, 0.128, 0.143, 0.048)
_SHORT_STRIP_BARS = (0.27, 0.24, 0.04, 0.17, 0.13)
_SHORT_STRIP = 300.0
_GAP = 4.0
_BAR_HEIGHT = 5.0
_DROP = 9.0

_WALL_ROWS = 5
_WALL_SEED = 7
_WALL_SHADES = ("accent", "wall_light", "wall_deep")


@cache
def mark(scale: float = 1.0) -> Block:
    """The small mark beside the wordmark."""
    bars = (
        Bar(x * scale, y * scale, width * scale, height * scale, color, radius=1.3 * scale)
        for x, y, width, height, color in _MARK_BARS
    )
    return Block(MARK_HEIGHT * scale, tuple(bars))


@cache
def strip(width: float, scale: float = 1.0) -> Block:
    """The strip across the page, ``width`` points wide."""
    shares = _STRIP_BARS if width > _SHORT_STRIP else _SHORT_STRIP_BARS
    down = 7 if width > _SHORT_STRIP else 3
    gap, height, drop = _GAP * scale, _BAR_HEIGHT * scale, _DROP * scale
    unit = (width - gap * (len(shares) - 1)) / sum(shares)
    bars = []
    x = 0.0
    for place, share in enumerate(shares):
        is_down = place == down
        color = "dawn" if is_down else "accent"
        bars.append(Bar(x, drop if is_down else 0.0, share * unit, height, color, radius=1.3 * scale))
        x += share * unit + gap
    return Block(drop + height, tuple(bars))


@cache
def wall(width: float, height: float, opening: float) -> Block:
    """The wall at the head of a poster, with an ``opening`` points wide in its third and fourth row for the name.

    It is drawn with a fixed seed, runs off both edges of the paper, and no two neighbours share a shade.
    """
    chance = random.Random(_WALL_SEED)  # noqa: S311 - a picture, not a secret
    gap = height * 0.04
    bar_height = (height - gap * (_WALL_ROWS - 1)) / _WALL_ROWS
    left, right = (width - opening) / 2, (width + opening) / 2
    bars: list[Bar] = []
    for row in range(_WALL_ROWS):
        y = row * (bar_height + gap)
        off_left, off_right = -bar_height * chance.random(), width + bar_height * chance.random()
        for start, end in ((off_left, left), (right, off_right)) if row in (2, 3) else ((off_left, off_right),):
            x, shade = start, chance.randrange(3)
            while x < end - 1:
                long = bar_height * chance.uniform(1.6, 3.8)
                if end - x - long < bar_height * 1.2:
                    long = end - x
                bars.append(Bar(x, y, long, bar_height, _WALL_SHADES[shade], radius=bar_height * 0.12))
                shade = (shade + chance.choice((1, 2))) % 3
                x += long + gap
    return Block(height, tuple(bars))


def wall_colors(accent: str) -> dict[str, str]:
    """The shades of a wall in a campaign's colour, ``#RRGGBB``: one towards white, one towards black."""
    channels = [int(accent[start : start + 2], 16) for start in (1, 3, 5)]
    light = "".join(f"{round(channel + (255 - channel) * 0.12):02X}" for channel in channels)
    deep = "".join(f"{round(channel * 0.86):02X}" for channel in channels)
    return {"wall_light": f"#{light}", "wall_deep": f"#{deep}"}
