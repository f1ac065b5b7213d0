"""Which of a row of steps a page takes: the most generous one at which all of it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from outreach_app.handouts.typesetting import DoesNotFit

Setting = TypeVar("Setting")
Made = TypeVar("Made")


def largest_that_fits(settings: Sequence[Setting], make: Callable[[Setting], Made]) -> Made | None:
    """What ``make`` gives for the first of ``settings`` at which it does not raise DoesNotFit; ``None`` if for none.

    Settings go from generous to sparse. The row is halved rather than walked, since each try sets the whole page; the
    last one is always tried before the page is given up.
    """
    best: Made | None = None
    first, last = 0, len(settings)
    while first < last:
        middle = (first + last) // 2
        try:
            best = make(settings[middle])
            last = middle
        except DoesNotFit:
            first = middle + 1
    return best
