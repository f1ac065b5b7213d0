"""Where to cut and where to fold: short lines at the edges, kept clear of everything that is read."""

from __future__ import annotations

from outreach_app.handouts.marks import Mark, Rule
from outreach_app.handouts.papers import Paper

_LENGTH = 14.0
_WEIGHT = 0.6


def cut_marks(paper: Paper) -> tuple[Mark, ...]:
    """Marks at the edges between panels, and a cross where four of them meet."""
    marks: list[Mark] = []
    downs = [column * paper.panel_width for column in range(1, paper.columns)]
    acrosses = [row * paper.panel_height for row in range(1, paper.rows)]
    for x in downs:
        marks += [_down(x, 0.0, _LENGTH), _down(x, paper.height - _LENGTH, _LENGTH)]
        marks += [_down(x, y - _LENGTH / 2, _LENGTH) for y in acrosses]
    for y in acrosses:
        marks += [_across(0.0, y, _LENGTH), _across(paper.width - _LENGTH, y, _LENGTH)]
        marks += [_across(x - _LENGTH / 2, y, _LENGTH) for x in downs]
    return tuple(marks)


def fold_marks(paper: Paper) -> tuple[Mark, ...]:
    """Dashes at both edges where the sheet is folded."""
    y = paper.panel_height
    return (_across(0.0, y, 2 * _LENGTH, dash=3.0), _across(paper.width - 2 * _LENGTH, y, 2 * _LENGTH, dash=3.0))


def _down(x: float, y: float, length: float) -> Rule:
    return Rule(x, y, 0.0, length, "ink", _WEIGHT)


def _across(x: float, y: float, length: float, dash: float = 0.0) -> Rule:
    return Rule(x, y, length, 0.0, "ink", _WEIGHT, dash)
