"""Cards: one lawmaker each, with the number to call and the code to write to them."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_app.domain.handout import PrintedCode, PrintedLawmaker
from outreach_app.errors import HandoutError
from outreach_app.handouts.codes import CodeMatrix, code_matrix
from outreach_app.handouts.marks import Block, Code, Frame, quiet_zone, stacked
from outreach_app.handouts.styles import Step, Styles
from outreach_app.handouts.typesetting import Column, DoesNotFit
from outreach_app.language import _

DENSEST_VERSION = 8
"""The densest code a page in the hand bears: 49 modules a side, 0.5 mm each on the smallest card."""

_GAP = 10.0
_PADDING = 13.0
_RADIUS = 8.0
_LINE_WIDTH = 0.75
_LINE_CLEARANCE = 1.2
"""From a card's line to a quiet zone."""
_CORNER_CLEARANCE = 5.0
"""The same to the side of a code that fills its card's height, so that no square corner leaves the round one."""
_LEAST_TEXT_WIDTH = 84.0


def scannable(code: PrintedCode) -> CodeMatrix:
    """The modules of a code on a page.

    Raises:
        HandoutError: the link is too long to scan well at this size.
    """
    matrix = code_matrix(code.payload)
    if matrix.version > DENSEST_VERSION:
        raise HandoutError(
            _("A link is too long for a code that scans well on paper. Use a link of at most 150 letters.")
        )
    return matrix


@dataclass(frozen=True)
class CardSetting:
    """How cards are set on this page."""

    step: Step
    styles: Styles
    may_part_words: bool

    @property
    def padding(self) -> float:
        """Between a card's line and its text, points."""
        return _PADDING * self.step.air

    @property
    def gap(self) -> float:
        """Between cards, points."""
        return _GAP * self.step.air


@dataclass(frozen=True)
class Card:
    """What stands on one card; a finder's card has a code and nobody's name."""

    name: str | None
    title: str | None
    phone: str | None
    remark: str | None
    code: PrintedCode | None

    @classmethod
    def of_lawmaker(cls, lawmaker: PrintedLawmaker) -> Card:
        """A lawmaker's card."""
        return cls(lawmaker.name, lawmaker.title, lawmaker.phone, lawmaker.remark, lawmaker.code)

    @classmethod
    def of_code(cls, code: PrintedCode) -> Card:
        """A card for a code alone: its purpose is its name."""
        return cls(code.purpose, None, None, None, PrintedCode(code.payload, "", code.address))

    def head(self, setting: CardSetting, width: float) -> Block:
        """Who they are and the number to call."""
        styles = setting.styles
        column = Column(width, setting.may_part_words)
        column.say(self.name, styles.name)
        column.say(self.title, styles.title)
        column.say(self.remark, styles.title)
        column.say(self.phone, styles.phone, before=5 * setting.step.air)
        return column.block

    def foot(self, setting: CardSetting, width: float) -> Block:
        """What the code is for and the address that leads to the same place."""
        column = Column(width, setting.may_part_words)
        if self.code is not None:
            column.say(self.code.purpose, setting.styles.purpose)
            column.say(self.code.address, setting.styles.address)
        return column.block


def card_rows(cards: tuple[Card, ...], setting: CardSetting, width: float) -> Block:
    """All cards in rows, each row's cards equally high.

    Up to two stand side by side with the code at the right of the text; three stand with the code below the text;
    more go back to two in a row, which keeps names whole and codes large.

    Raises:
        DoesNotFit: a name or an address would have to be parted.
        HandoutError: a link is too long, or a letter is missing from the typeface.
    """
    in_a_row = len(cards) if len(cards) <= 3 else 2
    if not in_a_row:
        return Block(0.0)
    card_width = (width - setting.gap * (in_a_row - 1)) / in_a_row
    set_row = _upright_row if in_a_row == 3 else _broad_row
    rows = [set_row(cards[start : start + in_a_row], setting, card_width) for start in range(0, len(cards), in_a_row)]
    return stacked(rows, setting.gap)


def _upright_row(cards: tuple[Card, ...], setting: CardSetting, width: float) -> Block:
    """Cards with the code under the name; codes stand at one height across the row."""
    matrices = [scannable(card.code) if card.code else None for card in cards]
    side = setting.step.card_code
    quiet = max((quiet_zone(matrix, side) for matrix in matrices if matrix), default=0.0)
    edge = max(setting.padding, quiet + _LINE_CLEARANCE)
    if any(matrices) and side + 2 * edge > width:
        raise DoesNotFit
    inner = width - 2 * edge
    heads = [card.head(setting, inner) for card in cards]
    feet = [card.foot(setting, inner) for card in cards]
    code_top = setting.padding + max(head.height for head in heads) + max(quiet, 6.0)
    foot_top = code_top + side + max(quiet, 6.0) if any(matrices) else code_top
    height = foot_top + max(foot.height for foot in feet) + setting.padding
    blocks = []
    for matrix, head, foot in zip(matrices, heads, feet, strict=True):
        code = Code(edge, code_top, side, matrix, "ink") if matrix else None
        blocks.append(_framed(width, height, code, (edge, setting.padding, head), (edge, foot_top, foot)))
    return _side_by_side(blocks, width + setting.gap)


def _broad_row(cards: tuple[Card, ...], setting: CardSetting, width: float) -> Block:
    """Cards with the code at the right; what it is for stands beside its foot."""
    parts = [_broad_parts(card, setting, width) for card in cards]
    height = max(part.height for part in parts)
    blocks = []
    for part in parts:
        code_y = (height - part.code_side) / 2
        code = Code(part.code_x, code_y, part.code_side, part.matrix, "ink") if part.matrix else None
        head = (setting.padding, setting.padding, part.head)
        foot = (setting.padding, height - setting.padding - part.foot.height, part.foot)
        blocks.append(_framed(width, height, code, head, foot))
    return _side_by_side(blocks, width + setting.gap)


@dataclass(frozen=True)
class _BroadParts:
    head: Block
    foot: Block
    matrix: CodeMatrix | None
    code_x: float
    code_side: float
    height: float


def _broad_parts(card: Card, setting: CardSetting, width: float) -> _BroadParts:
    matrix = scannable(card.code) if card.code else None
    side = setting.step.card_code if matrix else 0.0
    quiet = quiet_zone(matrix, side) if matrix else 0.0
    code_x = width - max(setting.padding, quiet + _CORNER_CLEARANCE) - side
    text_width = code_x - quiet - setting.padding if matrix else width - 2 * setting.padding
    if text_width < _LEAST_TEXT_WIDTH:
        raise DoesNotFit
    head, foot = card.head(setting, text_width), card.foot(setting, text_width)
    text_height = head.height + (10 * setting.step.air + foot.height if foot.height else 0) + 2 * setting.padding
    code_height = side + 2 * max(setting.padding, quiet + _LINE_CLEARANCE) if matrix else 0.0
    return _BroadParts(head, foot, matrix, code_x, side, max(text_height, code_height))


def _framed(width: float, height: float, code: Code | None, *texts: tuple[float, float, Block]) -> Block:
    """A card: its outline, its code and its texts, each text with its place in the card."""
    frame = Frame(0, 0, width, height, "line", _RADIUS, _LINE_WIDTH)
    return Block(height, (frame, code) if code else (frame,), texts)


def _side_by_side(blocks: list[Block], pitch: float) -> Block:
    parts = tuple((place * pitch, 0.0, block) for place, block in enumerate(blocks))
    return Block(max(block.height for block in blocks), parts=parts)
