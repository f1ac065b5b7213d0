"""Setting text: styles, line breaks, and lines stacked into a column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from outreach_app.handouts.fonts import Face, width_of
from outreach_app.handouts.marks import Block, Mark, TextLine

LEAST_SIZE = 8.5
"""Points; nothing on paper is smaller."""

# A no-break space is meant to hold its words together, so str.split() would be wrong.
_SPACES = re.compile(r"[ \t\r\n\f\v]+")

# An address parts best after a slash; where that does not do, also before any other mark, so that no line ends in
# what looks like a hyphen or the full stop of a sentence.
_AFTER_SLASHES = re.compile(r"(?<=/)(?=[^/])")
_AT_ANY_MARK = re.compile(r"(?<=/)(?=[^/])|(?=[.?&=#%_~-])")

_EVEN_ENOUGH = 4.0
"""Points by which a broken text may be wider than it needs to be."""


class DoesNotFit(Exception):
    """The text needs more room than it has; a smaller step of the layout may do."""


class Align(Enum):
    """Where a line stands in its column: the share of the free room to its left."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, eq=False)
class Style:
    """How a kind of text is set: ``size`` and ``tracking`` in points, ``leading`` in ems, ``color`` a role.

    Compared by identity, since there are a few dozen and each is a key of kept line breaks.
    """

    face: Face
    size: float
    color: str = "ink"
    leading: float = 1.2
    tracking: float = 0.0
    is_address: bool = False

    def times(self, factor: float) -> Style:
        """The same style larger or smaller, but never below the least size."""
        return replace(self, size=max(LEAST_SIZE, round(self.size * factor, 2)))

    def width(self, text: str) -> float:
        """Width of one line, points."""
        return width_of(text, self.face) * self.size + self.tracking * max(0, len(text) - 1)


@lru_cache(maxsize=16384)
def measured_lines(text: str, style: Style, width: float, *, may_part_words: bool) -> tuple[tuple[str, float], ...]:
    """Text broken into lines no wider than ``width`` points, each with its width. Kept, for most texts come again.

    Raises:
        DoesNotFit: a single word, or a piece of an address, is wider than that and must not be parted.
        HandoutError: the typeface lacks a letter.
    """
    set_lines = _address_lines if style.is_address else _even_lines
    lines = set_lines(text, style, width, may_part_words=may_part_words)
    return tuple((line, style.width(line)) for line in lines)


def _even_lines(text: str, style: Style, width: float, *, may_part_words: bool) -> tuple[str, ...]:
    """Words in as few lines as may be, evenly filled so that no word ends up alone."""
    words = tuple(_SPACES.split(text.strip()))
    lines = _filled(words, " ", style, width, may_part_words=may_part_words)
    if len(lines) == 1:
        return lines
    narrow, wide = width / 2, width
    while wide - narrow > _EVEN_ENOUGH:
        middle = (narrow + wide) / 2
        try:
            is_enough = len(_filled(words, " ", style, middle, may_part_words=False)) <= len(lines)
        except DoesNotFit:
            is_enough = False
        narrow, wide = (narrow, middle) if is_enough else (middle, wide)
    return _filled(words, " ", style, wide, may_part_words=may_part_words)


def _address_lines(text: str, style: Style, width: float, *, may_part_words: bool) -> tuple[str, ...]:
    """An address in as few lines as may be, parted after slashes alone if that takes no more of them."""
    pieces = tuple(_AT_ANY_MARK.split(text))
    lines = _filled(pieces, "", style, width, may_part_words=may_part_words)
    try:
        better = _filled(tuple(_AFTER_SLASHES.split(text)), "", style, width, may_part_words=False)
    except DoesNotFit:
        return lines
    return better if len(better) <= len(lines) else lines


def _filled(parts: tuple[str, ...], glue: str, style: Style, width: float, *, may_part_words: bool) -> tuple[str, ...]:
    """Lines filled with parts one after the other."""
    lines: list[str] = []
    line = ""
    for part in parts:
        longer = line + glue + part if line else part
        if style.width(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = part
        while style.width(line) > width:
            if not may_part_words:
                raise DoesNotFit
            head = _longest_head(line, style, width)
            lines.append(head)
            line = line[len(head) :]
    if line:
        lines.append(line)
    return tuple(lines)


def _longest_head(word: str, style: Style, width: float) -> str:
    """As much of a word as fits, at least one letter."""
    length = len(word) - 1
    while length > 1 and style.width(word[:length]) > width:
        length -= 1
    return word[:length]


@dataclass
class Column:
    """Lines stacked downwards within ``width`` points; ``y`` is where the next one starts."""

    width: float
    may_part_words: bool
    x: float = 0.0
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def say(self, text: str | None, style: Style, before: float = 0.0, align: Align = Align.LEFT) -> None:
        """Set a text below what is there, ``before`` points apart; an empty text takes no room at all."""
        lines = measured_lines(text, style, self.width, may_part_words=self.may_part_words) if text else ()
        if not lines:
            return
        self.y += before
        for line, width in lines:
            x = self.x + (self.width - width) * align.value
            baseline = self.y + style.size * (style.leading / 2 + 0.33)
            self.marks.append(TextLine(x, baseline, line, width, style.face, style.size, style.color, style.tracking))
            self.y += style.size * style.leading

    @property
    def block(self) -> Block:
        """What has been set so far."""
        return Block(self.y, tuple(self.marks))
