"""The type and measures of the take-home page, and the steps by which they give way to long texts.

Sizes are points at step factor 1, read from the drawing of the Letter page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from outreach_app.handouts.fonts import Face
from outreach_app.handouts.papers import POINTS_PER_MM
from outreach_app.handouts.typesetting import Style


@dataclass(frozen=True)
class Step:
    """How generous a page is.

    Attributes:
        card_code_mm: side of the codes on cards, without quiet zone.
        main_code_mm: side of the campaign's own code, without quiet zone.
        type_factor: what the sizes of type are multiplied by.
        air: what paddings and gaps are multiplied by; quiet zones never shrink.
    """

    card_code_mm: float
    main_code_mm: float
    type_factor: float
    air: float

    @property
    def card_code(self) -> float:
        """Points."""
        return self.card_code_mm * POINTS_PER_MM

    @property
    def main_code(self) -> float:
        """Points."""
        return self.main_code_mm * POINTS_PER_MM


STEPS = (
    Step(46, 58, 1.12, 1.0),
    Step(44, 54, 1.06, 1.0),
    Step(42, 50, 1.00, 1.0),
    Step(38, 46, 1.00, 1.0),
    Step(35, 43, 1.00, 1.0),
    Step(32, 40, 1.00, 1.0),
    Step(30, 38, 1.00, 0.9),
    Step(30, 36, 0.94, 0.8),
    Step(30, 35, 0.91, 0.7),
    Step(30, 34, 0.88, 0.7),
    Step(30, 33, 0.85, 0.6),
    Step(30, 32, 0.82, 0.6),
    Step(28, 30, 0.79, 0.6),
    Step(28, 30, 0.76, 0.5),
    Step(25, 30, 0.76, 0.5),
    Step(25, 28, 0.73, 0.5),
    Step(25, 26, 0.70, 0.4),
    Step(25, 25, 0.66, 0.3),
)
"""Largest first: codes as large as the page allows, then type. 25 mm is the least that scans well in the hand."""


@dataclass(frozen=True)
class Styles:
    """One style for each kind of text on the page."""

    wordmark: Style
    corner: Style
    headline: Style
    ask: Style
    heading: Style
    note: Style
    name: Style
    title: Style
    phone: Style
    purpose: Style
    address: Style
    say: Style
    pause: Style
    main_purpose: Style
    main_address: Style
    help_heading: Style
    help_label: Style
    help_headline: Style
    help_note: Style


_FULL_SIZE = Styles(
    wordmark=Style(Face.BOLD, 20, "accent"),
    corner=Style(Face.REGULAR, 11, "ink_quiet"),
    headline=Style(Face.BOLD, 33, leading=1.1, tracking=-0.4),
    ask=Style(Face.REGULAR, 14, "ink_quiet", leading=1.3),
    heading=Style(Face.BOLD, 16, leading=1.25),
    note=Style(Face.REGULAR, 10, "ink_quiet", leading=1.3),
    name=Style(Face.BOLD, 15),
    title=Style(Face.REGULAR, 11, "ink_quiet"),
    phone=Style(Face.BOLD, 19),
    purpose=Style(Face.REGULAR, 10.5, "ink_quiet"),
    address=Style(Face.SEMIBOLD, 10.5, "accent", is_address=True),
    say=Style(Face.REGULAR, 14, leading=1.35),
    pause=Style(Face.REGULAR, 12, "ink_quiet", leading=1.35),
    main_purpose=Style(Face.SEMIBOLD, 12, leading=1.3),
    main_address=Style(Face.BOLD, 12, "accent", leading=1.3, is_address=True),
    help_heading=Style(Face.BOLD, 12, leading=1.3),
    help_label=Style(Face.REGULAR, 9.5, "ink_quiet"),
    help_headline=Style(Face.BOLD, 11.5),
    help_note=Style(Face.REGULAR, 9.5, "ink_quiet"),
)


@cache
def styles_at(factor: float) -> Styles:
    """All styles, larger or smaller by one factor."""
    return Styles(**{role: style.times(factor) for role, style in vars(_FULL_SIZE).items()})
