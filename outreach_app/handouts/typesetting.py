"""Setting text: styles, line breaks, and lines stacked into a column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from outreach_app.handouts.fonts import Face
from outreach_app.handouts.marks import Block, Part, TextLine
from outreach_app.handouts.shaping import has_right_to_left, shaped, width_of

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
    part: Part = Part.PARAGRAPH

    def times(self, factor: float) -> Style:
        """The same style larger or smaller, but never below the least size."""
        return replace(self, size=max(LEAST_SIZE, round(self.size * factor, 2)), tracking=self.tracking * factor)

    def width(self, text: str) -> float:
        """Width of one line, points."""
        return width_of(text, self.face) * self.size + self.tracking * max(0, len(text) - 1)

    @property
    def space(self) -> float:
        """From the end of one word to the beginning of the next, points."""
        return width_of(" ", self.face) * self.size + 2 * self.tracking


def measured_lines(
    text: str, style: Style, width: float, *, may_part_words: bool, is_right_to_left: bool
) -> tuple[TextLine, ...]:
    """Text broken into lines no wider than ``width`` points, at (0, 0).

    Raises:
        DoesNotFit: a single word, or a piece of an address, is wider than that and must not be parted.
        HandoutError: the typeface lacks a letter.
    """
    if has_right_to_left(text) and style.tracking:
        style = replace(style, tracking=0.0)
    set_lines = _address_lines if style.is_address else _even_lines
    lines = set_lines(text, style, width, may_part_words=may_part_words)
    face, size, is_first = style.face, style.size, True
    made = []
    for line in lines:
        wide = shaped(line, face, is_right_to_left=is_right_to_left).width * size + style.tracking * (len(line) - 1)
        part = style.part if is_first else None
        made.append(TextLine(0, 0, line, wide, face, size, style.color, style.tracking, is_right_to_left, part))
        is_first = False
    return tuple(made)


def _even_lines(text: str, style: Style, width: float, *, may_part_words: bool) -> tuple[str, ...]:
    """Words in as few lines as may be, evenly filled so that no word ends up alone."""
    words = tuple(_SPACES.split(text.strip()))
    widths = tuple(style.width(word) for word in words)
    if sum(widths) + style.space * (len(words) - 1) <= width:
        return (" ".join(words),) if words != ("",) else ()
    if max(widths) > width:
        if not may_part_words:
            raise DoesNotFit
        return _filled(words, " ", style, width, may_part_words=True)
    space, fewest = style.space, _line_count(widths, style.space, width)
    narrow, wide = max(*widths, width / 2), width
    while wide - narrow > _EVEN_ENOUGH:
        middle = (narrow + wide) / 2
        is_enough = _line_count(widths, space, middle) <= fewest
        narrow, wide = (narrow, middle) if is_enough else (middle, wide)
    return _broken(words, widths, space, wide)


def _line_count(widths: tuple[float, ...], space: float, width: float) -> int:
    lines, used = 1, -space
    for word in widths:
        used += space + word
        if used > width:
            lines, used = lines + 1, word
    return lines


def _broken(words: tuple[str, ...], widths: tuple[float, ...], space: float, width: float) -> tuple[str, ...]:
    lines: list[list[str]] = [[]]
    used = -space
    for word, wide in zip(words, widths, strict=True):
        used += space + wide
        if used > width:
            lines.append([])
            used = wide
        lines[-1].append(word)
    return tuple(" ".join(line) for line in lines)


def _address_lines(text: str, style: Style, width: float, *, may_part_words: bool) -> tuple[str, ...]:
    """An address in as few lines as may be, parted after slashes alone if that takes no more of them."""
    if style.width(text) <= width:
        return (text,)
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


@dataclass(frozen=True)
class Manner:
    """How a leaf is set: its direction, and whether words may be parted where nothing else helps."""

    is_right_to_left: bool = False
    may_part_words: bool = False


@dataclass
class Column:
    """Lines stacked downwards within ``width`` points; ``y`` is where the next one starts."""

    width: float
    manner: Manner
    x: float = 0.0
    y: float = 0.0
    parts: list[tuple[float, float, Block]] = field(default_factory=list)

    def say(self, text: str | None, style: Style, before: float = 0.0, align: Align = Align.LEFT) -> None:
        """Set a text below what is there, ``before`` points apart; an empty text takes no room at all."""
        if not text:
            return
        block = _paragraph(text, style, self.width, self.manner, align)
        if not block.height:
            return
        self.y += before
        self.parts.append((self.x, self.y, block))
        self.y += block.height

    @property
    def block(self) -> Block:
        """What has been set so far."""
        return Block(self.y, parts=tuple(self.parts))


@lru_cache(maxsize=16384)
def _paragraph(text: str, style: Style, width: float, manner: Manner, align: Align) -> Block:
    """A text in its lines. Kept: nearly all of a page's texts come again on the next one."""
    lines = measured_lines(
        text, style, width, may_part_words=manner.may_part_words, is_right_to_left=manner.is_right_to_left
    )
    down, leading = style.size * (style.leading / 2 + 0.33), style.size * style.leading
    share = align.value
    marks = tuple(line.at((width - line.width) * share, at * leading + down) for at, line in enumerate(lines))
    return Block(len(lines) * leading, marks)
