"""The wall of bars with one bar taken down: the mark and the strip under it. ``dawn`` appears nowhere else on paper."""

from __future__ import annotations

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
_DOWN = 7
_GAP = 4.0
_BAR_HEIGHT = 5.0
_DROP = 9.0


@cache
def mark() -> Block:
    """The small mark beside the wordmark."""
    return Block(MARK_HEIGHT, tuple(Bar(*bar, radius=1.3) for bar in _MARK_BARS))


@cache
def strip(width: float) -> Block:
    """The strip across the page, ``width`` points wide."""
    unit = (width - _GAP * (len(_STRIP_BARS) - 1)) / sum(_STRIP_BARS)
    bars = []
    x = 0.0
    for place, share in enumerate(_STRIP_BARS):
        is_down = place == _DOWN
        bars.append(
            Bar(x, _DROP if is_down else 0.0, share * unit, _BAR_HEIGHT, "dawn" if is_down else "accent", radius=1.3)
        )
        x += share * unit + _GAP
    return Block(_DROP + _BAR_HEIGHT, tuple(bars))
