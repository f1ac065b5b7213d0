"""Cards: one lawmaker each, with the number to call and the codes that dial it and lead to their page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outreach_app.domain.handout import PrintedCode, PrintedLawmaker
from outreach_app.handouts.marks import Block, Code, Frame, Mark, quiet_zone, stacked
from outreach_app.handouts.scans import described, scan_block, scan_edge
from outreach_app.handouts.styles import Setting
from outreach_app.handouts.typesetting import Column, DoesNotFit, Style

_GAP = 10.0
_PADDING = 13.0
_RADIUS = 8.0
_LINE_WIDTH = 0.75
_LINE_CLEARANCE = 1.2
"""From a card's line to a quiet zone."""
_CORNER_CLEARANCE = 5.0
"""The same to the side of a code that fills its card's height, so that no square corner leaves the round one."""
_LEAST_TEXT_WIDTH = 84.0
_UPRIGHT = 3
"""How many cards stand upright in one row; more go back to two in a row, which keeps names whole and codes large."""


@dataclass(frozen=True)
class Card:
    """What stands on one card; a finder's card has a code and nobody's name."""

    name: str | None
    title: str | None
    phone: str | None
    remark: str | None
    code: PrintedCode | None
    call: PrintedCode | None = None

    @classmethod
    def of_lawmaker(cls, lawmaker: PrintedLawmaker) -> Card:
        """A lawmaker's card."""
        return cls(lawmaker.name, lawmaker.title, lawmaker.phone, lawmaker.remark, lawmaker.code, lawmaker.call)

    @classmethod
    def of_code(cls, code: PrintedCode) -> Card:
        """A card for a code alone: its purpose is its name."""
        return cls(code.purpose, None, None, None, PrintedCode(code.payload, "", code.address))

    @property
    def is_code_alone(self) -> bool:
        """Whether it stands for no person."""
        return self.title is None

    def head(self, setting: Setting, width: float, *, with_phone: bool) -> Block:
        """Who they are and the number to call."""
        styles = setting.styles
        column = Column(width, setting.manner)
        column.say(self.name, styles.name)
        column.say(self.title, styles.title)
        column.say(self.remark, styles.title)
        if with_phone:
            column.say(self.phone, styles.phone, before=5 * setting.air)
        return column.block

    def foot(self, setting: Setting, width: float) -> Block:
        """What the code is for and the address that leads to the same place."""
        column = Column(width, setting.manner)
        if self.code is not None:
            column.say(self.code.purpose, setting.styles.purpose)
            column.say(self.code.address, setting.styles.address)
        return column.block

    def scans(self, setting: Setting) -> list[tuple[PrintedCode, Style]]:
        """Its codes and how the address under each is set: the number to call is larger."""
        codes = [(self.code, setting.styles.address)]
        if setting.step.has_extras:
            codes.insert(0, (self.call, setting.styles.phone))
        return [(code, style) for code, style in codes if code is not None]


def card_rows(cards: tuple[Card, ...], setting: Setting, width: float) -> Block:
    """All cards in rows, each row's cards equally high.

    Up to three stand side by side with their codes below the name; more go back to two in a row with the code at
    the right.

    Raises:
        DoesNotFit: a name or an address would have to be parted.
        HandoutError: a link is too long, or a letter is missing from the typeface.
    """
    gap = _GAP * setting.air
    if not cards:
        return Block(0.0)
    alone = [card for card in cards if card.is_code_alone]
    if len(alone) == 1 < len(cards):
        # What one code leads to is more certain than the names, so it goes before them, across and larger.
        others = tuple(card for card in cards if not card.is_code_alone)
        return stacked((_across(alone[0], setting, width), card_rows(others, setting, width)), gap)
    if len(cards) <= _UPRIGHT:
        return _upright_row(cards, setting, (width - gap * (len(cards) - 1)) / len(cards), gap)
    if setting.step.has_extras:
        raise DoesNotFit
    pairs = (cards[start : start + 2] for start in range(0, len(cards), 2))
    return stacked((_broad_row(pair, setting, (width - gap) / 2, gap) for pair in pairs), gap)


def _across(card: Card, setting: Setting, width: float) -> Block:
    """One card over the whole width, its code as large as the campaign's own, its words in the middle beside it."""
    setting = replace(setting, step=replace(setting.step, card_code_mm=setting.step.main_code_mm))
    parts = _broad_parts(card, setting, width)
    words = stacked((parts.head, parts.foot), 6 * setting.air)
    code = parts.code.standing_at((parts.height - parts.code.side) / 2) if parts.code else None
    left, top = _PADDING * setting.air, (parts.height - words.height) / 2
    return _framed(width, parts.height, (code.mark,) if code else (), [(left, top, words)])


def _upright_row(cards: tuple[Card, ...], setting: Setting, width: float, gap: float) -> Block:
    """Cards with the codes under the name; names, first codes and second codes stand at one height across the row."""
    side, padding = setting.step.card_code, _PADDING * setting.air
    scans = [card.scans(setting) for card in cards]
    edge = max(padding, *(scan_edge(code, setting, side) + _LINE_CLEARANCE for row in scans for code, _style in row), 0)
    inner = width - 2 * edge
    heads = [
        card.head(setting, inner, with_phone=not any(code is card.call for code, _style in row))
        for card, row in zip(cards, scans, strict=True)
    ]
    are_beside = max(map(len, scans)) > 1 and inner >= 2.4 * side + edge
    each = (inner - edge) / 2 if are_beside else inner
    levels = max(map(len, scans))
    # A card with fewer codes than its neighbours has its last code level with theirs.
    blocks = [
        [Block(0.0)] * (levels - len(row)) + [scan_block(code, style, setting, side, each) for code, style in row]
        for row in scans
    ]
    highest = [max(row[level].height for row in blocks) for level in range(levels)]
    top = padding + max(head.height for head in heads) + 2 * setting.air
    tops = [top if are_beside else top + sum(highest[:level]) for level in range(levels)]
    height = top + (max(highest, default=0.0) if are_beside else sum(highest)) + padding
    made = []
    for head, row in zip(heads, blocks, strict=True):
        parts = [(edge, padding, head)]
        for level, block in enumerate(row):
            parts.append((edge + (each + edge) * level * are_beside, tops[level], block))
        made.append(_framed(width, height, (), parts))
    return _side_by_side(made, width + gap)


def _broad_row(cards: tuple[Card, ...], setting: Setting, width: float, gap: float) -> Block:
    """Cards with the code at the right; what it is for stands beside its foot."""
    parts = [_broad_parts(card, setting, width) for card in cards]
    height = max(part.height for part in parts)
    padding = _PADDING * setting.air
    blocks = []
    for part in parts:
        code = part.code.standing_at((height - part.code.side) / 2) if part.code else None
        head = (padding, padding, part.head)
        foot = (padding, height - padding - part.foot.height, part.foot)
        blocks.append(_framed(width, height, (code.mark,) if code else (), [head, foot]))
    return _side_by_side(blocks, width + gap)


@dataclass(frozen=True)
class _PlacedCode:
    mark: Code

    @property
    def side(self) -> float:
        return self.mark.side

    def standing_at(self, y: float) -> _PlacedCode:
        mark = self.mark
        return _PlacedCode(Code(mark.x, y, mark.side, mark.matrix, mark.color, mark.description))


@dataclass(frozen=True)
class _BroadParts:
    head: Block
    foot: Block
    code: _PlacedCode | None
    height: float


def _broad_parts(card: Card, setting: Setting, width: float) -> _BroadParts:
    padding = _PADDING * setting.air
    text_width, code, code_height = width - 2 * padding, None, 0.0
    if card.code is not None:
        matrix, side = setting.paper.code(card.code.payload), setting.step.card_code
        quiet = quiet_zone(matrix, side)
        x = width - max(padding, quiet + _CORNER_CLEARANCE) - side
        text_width = x - quiet - padding
        code = _PlacedCode(Code(x, 0, side, matrix, "ink", described(card.code, card.name)))
        code_height = side + 2 * max(padding, quiet + _LINE_CLEARANCE)
    if text_width < _LEAST_TEXT_WIDTH:
        raise DoesNotFit
    head, foot = card.head(setting, text_width, with_phone=True), card.foot(setting, text_width)
    text_height = head.height + (10 * setting.air + foot.height if foot.height else 0) + 2 * padding
    return _BroadParts(head, foot, code, max(text_height, code_height))


def _framed(width: float, height: float, marks: tuple[Mark, ...], parts: list[tuple[float, float, Block]]) -> Block:
    """A card: its outline, its code and its texts, each text with its place in the card."""
    return Block(height, (Frame(0, 0, width, height, "line", _RADIUS, _LINE_WIDTH), *marks), tuple(parts))


def _side_by_side(blocks: list[Block], pitch: float) -> Block:
    parts = tuple((place * pitch, 0.0, block) for place, block in enumerate(blocks))
    return Block(max(block.height for block in blocks), parts=parts)
