"""What may stand on a page, placed: lines of text, rules, bars, frames and codes.

All measures are points from the top left corner of the page, y downwards. A layout makes marks in the order in which
the page is read; drawing keeps that order, so the text copies out as it reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from outreach_app.handouts.codes import QUIET_ZONE, CodeMatrix
from outreach_app.handouts.fonts import Face

ASCENT = 0.87
"""Height of an accented capital above the baseline, in ems."""

DESCENT = 0.22
"""Depth of a descender below the baseline, in ems."""


@dataclass(frozen=True, slots=True)
class Box:
    """The place a mark takes up."""

    x: float
    y: float
    width: float
    height: float


class Part(Enum):
    """What a text is in the structure of a page, for those who have it read aloud. The values are PDF's own names."""

    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text; ``x`` is its left end and ``y`` its baseline. ``color`` is a role.

    Attributes:
        begins: what begins with this line; ``None`` for a further line of the same text.
    """

    x: float
    y: float
    text: str
    width: float
    face: Face
    size: float
    color: str
    tracking: float = 0.0
    is_right_to_left: bool = False
    begins: Part | None = Part.PARAGRAPH

    def at(self, x: float, y: float) -> TextLine:
        """The same line elsewhere; a page has a hundred of them, and this is quicker than ``replace``."""
        return TextLine(
            x,
            y,
            self.text,
            self.width,
            self.face,
            self.size,
            self.color,
            self.tracking,
            self.is_right_to_left,
            self.begins,
        )

    @property
    def bounds(self) -> Box:
        """From the top of an accented capital to the foot of a descender."""
        return Box(self.x, self.y - ASCENT * self.size, self.width, (ASCENT + DESCENT) * self.size)


@dataclass(frozen=True, slots=True)
class Bar:
    """A small filled bar with rounded corners: a rule, or a piece of the mark."""

    x: float
    y: float
    width: float
    height: float
    color: str
    radius: float = 0.0

    @property
    def bounds(self) -> Box:
        """The bar itself."""
        return Box(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Frame:
    """A light outline: of a card, or of a box to tick. Other marks may stand inside it, never across its line."""

    x: float
    y: float
    width: float
    height: float
    color: str
    radius: float
    line_width: float

    @property
    def bounds(self) -> Box:
        """The inside of the outline's stroke."""
        inset = self.line_width / 2
        return Box(self.x + inset, self.y + inset, self.width - 2 * inset, self.height - 2 * inset)


@dataclass(frozen=True, slots=True)
class Code:
    """A code; ``x`` and ``y`` are the top left of its dark modules and ``side`` their extent.

    Attributes:
        description: what is said in its place when the page is read aloud.
    """

    x: float
    y: float
    side: float
    matrix: CodeMatrix
    color: str
    description: str = ""

    @property
    def width(self) -> float:
        """The same as ``side``."""
        return self.side

    @property
    def bounds(self) -> Box:
        """The code with its quiet zone, into which nothing may reach."""
        quiet = quiet_zone(self.matrix, self.side)
        return Box(self.x - quiet, self.y - quiet, self.side + 2 * quiet, self.side + 2 * quiet)


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, level or upright, ``weight`` points thick, from its top left end; dashed with ``dash`` points."""

    x: float
    y: float
    width: float
    height: float
    color: str
    weight: float
    dash: float = 0.0

    @property
    def bounds(self) -> Box:
        """The line with its thickness."""
        half = self.weight / 2
        return Box(self.x - half, self.y - half, self.width + self.weight, self.height + self.weight)


Mark = TextLine | Bar | Frame | Code | Rule


def quiet_zone(matrix: CodeMatrix, side: float) -> float:
    """Width of the quiet zone, in the unit of ``side``."""
    return QUIET_ZONE * side / matrix.size


@dataclass(frozen=True)
class Block:
    """Marks that belong together, placed from (0, 0), and the height they take up.

    ``parts`` are further blocks as (x, y, block), read after the marks. Nothing is moved until the whole page is
    known to fit, since most steps of a layout are thrown away.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    parts: tuple[tuple[float, float, Block], ...] = ()

    def placed(self, x: float, y: float) -> list[Mark]:
        """All marks as they stand with the block's corner at (x, y), in reading order."""
        marks: list[Mark] = []
        self.place(x, y, marks)
        return marks

    def place(self, x: float, y: float, marks: list[Mark]) -> None:
        """The same, added to what is there."""
        for mark in self.marks:
            if isinstance(mark, TextLine):
                marks.append(mark.at(mark.x + x, mark.y + y))
            else:
                marks.append(replace(mark, x=mark.x + x, y=mark.y + y))
        for part_x, part_y, part in self.parts:
            part.place(x + part_x, y + part_y, marks)


def stacked(blocks: Iterable[Block], gap: float) -> Block:
    """Blocks below each other; an empty one takes no room."""
    parts = []
    y = 0.0
    for block in blocks:
        if block.height:
            y += gap if y else 0.0
            parts.append((0.0, y, block))
            y += block.height
    return Block(y, parts=tuple(parts))


def mirrored(marks: Iterable[Mark], width: float) -> tuple[Mark, ...]:
    """A page ``width`` points wide as it stands in a language that is read from right to left.

    Places change sides; what stands in them, a line of text or a code, does not.
    """
    return tuple(replace(mark, x=width - mark.x - mark.width) for mark in marks)


@dataclass(frozen=True)
class Panel:
    """Marks with a place on a sheet: its corner in points, and whether it stands on its head there."""

    marks: tuple[Mark, ...]
    x: float = 0.0
    y: float = 0.0
    is_on_its_head: bool = False


@dataclass(frozen=True)
class Page:
    """One side of a sheet, measures in points; ``guides`` are the printer's: where to cut and fold."""

    width: float
    height: float
    panels: tuple[Panel, ...]
    guides: tuple[Mark, ...] = ()
