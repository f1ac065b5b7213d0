"""Counts for the desk's charts, unlinked to any pledge, small ones left unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEAST_SHOWN = 5
"""A smaller number points at somebody."""


@dataclass(frozen=True)
class Tally:
    """How many signed in one hour (``kind`` is ``hour``, ``value`` ``2026-11-22T21Z``), one language, or on paper.

    For paper ``kind`` is ``source`` and ``value`` ``paper``.

    ``count`` is ``None`` below five, to be shown as "few".
    """

    kind: str
    value: str
    count: int | None


def shown_tallies(rows: Iterable[tuple[str, str, int]]) -> tuple[Tally, ...]:
    """Rows of kind, value and count as they may be shown."""
    return tuple(Tally(kind, value, count if count >= LEAST_SHOWN else None) for kind, value, count in rows)
