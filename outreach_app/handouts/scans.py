"""A code with its words: what it is for beside it, and under it the address that leads to the same place."""

from __future__ import annotations

from outreach_app.domain.handout import PrintedCode
from outreach_app.handouts.marks import Block, Code, quiet_zone
from outreach_app.handouts.styles import Setting
from outreach_app.handouts.typesetting import Align, Column, Style

_LEAST_BESIDE = 52.0
_ROOMY = 150.0
"""Points beside a code in which its address stands better than under it."""


def described(code: PrintedCode, name: str | None = None) -> str:
    """What is said in a code's place when the page is read aloud."""
    return ": ".join(text for text in (code.purpose or name, code.address) if text)


def scan_edge(code: PrintedCode, setting: Setting, side: float) -> float:
    """The quiet zone of a code, points."""
    return quiet_zone(setting.paper.code(code.payload), side)


def scan_block(code: PrintedCode, address: Style, setting: Setting, side: float, width: float) -> Block:
    """A code from the left edge of ``width`` points, its quiet zone to the left of that edge.

    Raises:
        DoesNotFit: words or address would have to be parted.
        HandoutError: the link is too long, or a letter is missing from the typeface.
    """
    matrix = setting.paper.code(code.payload)
    quiet = quiet_zone(matrix, side)
    drawn = Code(0, quiet, side, matrix, "ink", described(code))
    beside = width - side - quiet
    right = Column(max(beside, 0), setting.manner, x=side + quiet)
    under = Column(width, setting.manner)
    is_roomy = beside >= _ROOMY
    (right if beside >= _LEAST_BESIDE else under).say(code.purpose, setting.styles.purpose)
    (right if is_roomy else under).say(code.address, address)
    words_top = quiet + (side - right.y) / 2
    under_top = side + 2 * quiet
    height = under_top + under.y
    return Block(height, (drawn,), ((0, words_top, right.block), (0, under_top, under.block)))


def centred_scan(code: PrintedCode, styles: tuple[Style, Style], setting: Setting, side: float, width: float) -> Block:
    """A code in the middle of ``width`` points, with what it is for and its address below."""
    matrix = setting.paper.code(code.payload)
    quiet = quiet_zone(matrix, side)
    words = Column(width, setting.manner)
    words.say(code.purpose, styles[0], align=Align.CENTRE)
    words.say(code.address, styles[1], align=Align.CENTRE)
    top = side + 2 * quiet
    drawn = Code((width - side) / 2, quiet, side, matrix, "ink", described(code))
    return Block(top + words.y, (drawn,), ((0, top, words.block),))
