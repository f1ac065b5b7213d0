"""The type and measures of a page to take home, and the steps by which they give way to long texts.

Sizes are points at type factor 1, read from the drawing of the Letter page; smaller papers begin at a smaller factor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from outreach_app.handouts.fonts import Face
from outreach_app.handouts.marks import Part
from outreach_app.handouts.papers import POINTS_PER_MM, Paper
from outreach_app.handouts.typesetting import Manner, Style


@dataclass(frozen=True)
class Step:
    """How generous a page is.

    Attributes:
        card_code_mm: side of the codes on cards, without quiet zone.
        main_code_mm: side of the campaign's own code, without quiet zone.
        type_factor: what the sizes of type are multiplied by.
        air: what paddings and gaps are multiplied by; quiet zones never shrink.
        has_extras: whether there are codes that dial, and the words to share.
        is_brief: whether helplines that have a number go without their note.
        has_people_codes: whether lawmakers have codes, or their number and address alone.
    """

    card_code_mm: float
    main_code_mm: float
    type_factor: float
    air: float
    has_extras: bool = False
    is_brief: bool = False
    has_people_codes: bool = True

    @property
    def card_code(self) -> float:
        """Points."""
        return self.card_code_mm * POINTS_PER_MM

    @property
    def main_code(self) -> float:
        """Points."""
        return self.main_code_mm * POINTS_PER_MM


FULL_STEPS = (
    Step(36, 50, 1.06, 1.0, has_extras=True),
    Step(33, 46, 1.00, 1.0, has_extras=True),
    Step(30, 40, 1.00, 1.0, has_extras=True),
    Step(30, 36, 0.96, 0.8, has_extras=True),
    Step(28, 34, 0.92, 0.7, has_extras=True),
    Step(26, 32, 0.88, 0.6, has_extras=True),
    Step(25, 30, 0.84, 0.5, has_extras=True),
    Step(25, 28, 0.80, 0.4, has_extras=True),
    Step(46, 58, 1.12, 1.0),
    Step(44, 54, 1.06, 1.0),
    Step(42, 50, 1.00, 1.0),
    Step(38, 46, 1.00, 1.0),
    Step(35, 43, 1.00, 1.0),
    Step(32, 40, 1.00, 1.0),
    Step(30, 38, 1.00, 0.9),
    Step(30, 36, 0.94, 0.8),
    Step(30, 34, 0.88, 0.7),
    Step(30, 32, 0.82, 0.6),
    Step(28, 30, 0.79, 0.6),
    Step(28, 30, 0.76, 0.5),
    Step(25, 28, 0.73, 0.5),
    Step(25, 26, 0.70, 0.4),
    Step(25, 25, 0.66, 0.3),
)
"""Largest first, on a full page: codes that dial where they fit, then codes as large as may be, then type."""

SMALL_STEPS = (
    Step(32, 42, 1.16, 1.0),
    Step(30, 38, 1.10, 0.9),
    Step(28, 34, 1.05, 0.8),
    Step(26, 30, 1.00, 0.7),
    Step(25, 28, 0.96, 0.6),
    Step(25, 26, 0.92, 0.5),
    Step(25, 25, 0.88, 0.4),
    Step(25, 28, 0.96, 0.4, is_brief=True),
    Step(25, 25, 0.88, 0.3, is_brief=True),
    Step(25, 25, 0.80, 0.2, is_brief=True),
    Step(25, 30, 1.00, 0.5, is_brief=True, has_people_codes=False),
    Step(25, 28, 0.92, 0.4, is_brief=True, has_people_codes=False),
    Step(25, 25, 0.84, 0.2, is_brief=True, has_people_codes=False),
    Step(25, 25, 0.76, 0.1, is_brief=True, has_people_codes=False),
)
"""The same on half a page."""

STRIP_STEP = Step(25, 42, 0.8, 0.7)
"""A strip is as long as its text, so nothing on it gives way."""


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
    form_text: Style
    form_value: Style
    form_letters: Style


_FULL_SIZE = Styles(
    wordmark=Style(Face.BOLD, 20, "accent"),
    corner=Style(Face.REGULAR, 11, "ink_quiet"),
    headline=Style(Face.BOLD, 33, leading=1.1, tracking=-0.4, part=Part.TITLE),
    ask=Style(Face.REGULAR, 14, "ink_quiet", leading=1.3),
    heading=Style(Face.BOLD, 16, leading=1.25, part=Part.HEADING),
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
    help_heading=Style(Face.BOLD, 12, leading=1.3, part=Part.HEADING),
    help_label=Style(Face.REGULAR, 9.5, "ink_quiet"),
    help_headline=Style(Face.BOLD, 11.5),
    help_note=Style(Face.REGULAR, 9.5, "ink_quiet"),
    form_text=Style(Face.REGULAR, 12, leading=1.32),
    form_value=Style(Face.BOLD, 13, leading=1.3),
    form_letters=Style(Face.BOLD, 18, leading=1.4, tracking=0.6),
)


@cache
def styles_at(factor: float) -> Styles:
    """All styles, larger or smaller by one factor."""
    return Styles(**{role: style.times(factor) for role, style in vars(_FULL_SIZE).items()})


@cache
def small_styles(factor: float) -> Styles:
    """All styles of half a page, larger or smaller by one factor."""
    page = _FULL_SIZE
    changed = replace(
        page,
        wordmark=replace(page.wordmark, size=14.5),
        corner=replace(page.corner, size=9.5),
        headline=replace(page.headline, size=21, tracking=-0.2),
        heading=replace(page.heading, size=12),
        note=replace(page.note, size=8.5),
        name=replace(page.name, size=12.5),
        title=replace(page.title, size=9.5),
        phone=replace(page.phone, size=15),
        purpose=replace(page.purpose, size=9.5),
        address=replace(page.address, size=9.5),
        say=replace(page.say, size=10.3, leading=1.3),
        pause=replace(page.pause, size=9.3, leading=1.3),
        main_purpose=replace(page.main_purpose, size=10),
        main_address=replace(page.main_address, size=10),
        help_heading=replace(page.help_heading, size=10.5),
        help_label=replace(page.help_label, size=8.5),
        help_headline=replace(page.help_headline, size=9.5),
        help_note=replace(page.help_note, size=8.5),
    )
    return Styles(**{role: style.times(factor) for role, style in vars(changed).items()})


@cache
def strip_styles() -> Styles:
    """The styles of a strip of paper: no larger than its printer draws well, and all of them ink."""
    small = styles_at(STRIP_STEP.type_factor)
    changed = replace(
        small,
        headline=replace(_FULL_SIZE.headline, size=18, leading=1.12, tracking=0),
        heading=replace(_FULL_SIZE.heading, size=12.5),
        address=replace(_FULL_SIZE.address, size=9.5, face=Face.REGULAR),
        title=replace(_FULL_SIZE.title, size=10),
        say=replace(_FULL_SIZE.say, size=11, leading=1.3),
        pause=replace(_FULL_SIZE.pause, size=10, leading=1.3),
        help_label=replace(_FULL_SIZE.help_label, size=9.5),
        help_headline=replace(_FULL_SIZE.help_headline, size=10),
    )
    return Styles(**{role: replace(style, color="ink") for role, style in vars(changed).items()})


@dataclass(frozen=True)
class Setting:
    """How one page is being set: on which paper, at which step, in which styles and manner."""

    paper: Paper
    step: Step
    styles: Styles
    manner: Manner

    @property
    def air(self) -> float:
        """What paddings and gaps are multiplied by."""
        return self.step.air
