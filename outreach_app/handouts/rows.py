"""Lawmakers in rows, for half a page: name and address at the left, the number, the code at the right."""

from __future__ import annotations

from outreach_app.handouts.cards import Card
from outreach_app.handouts.marks import Block, Code, Mark, Rule, quiet_zone
from outreach_app.handouts.scans import described
from outreach_app.handouts.styles import Setting
from outreach_app.handouts.typesetting import Align, Column, DoesNotFit

_GAP = 10.0
_LEAST_TEXT_WIDTH = 110.0
_LEAST_ROW_AIR = 5.0


def lawmaker_rows(cards: tuple[Card, ...], setting: Setting, width: float) -> Block:
    """All rows, a light rule under each. Neighbouring codes share the light between them.

    Raises:
        DoesNotFit: a name or an address would have to be parted.
        HandoutError: a link is too long, or a letter is missing from the typeface.
    """
    parts = []
    y = 0.0
    for card in cards:
        row = _row(card, setting, width)
        parts.append((0.0, y, row))
        y += row.height
    return Block(y, parts=tuple(parts))


def _row(card: Card, setting: Setting, width: float) -> Block:
    styles, side = setting.styles, setting.step.card_code
    code = card.code if card.is_code_alone or setting.step.has_people_codes else None
    quiet = quiet_zone(setting.paper.code(code.payload), side) if code is not None else 0.0
    # The quiet zone of a code at the edge lies in the margin, where nothing else may be.
    right = width - side - quiet if code is not None else width
    number = Column(styles.phone.width(card.phone) + 0.01 if card.phone else 0.0, setting.manner)
    number.say(card.phone, styles.phone, align=Align.RIGHT)
    text = Column(right - (number.width + _GAP if card.phone else 0.0), setting.manner)
    if text.width < _LEAST_TEXT_WIDTH:
        raise DoesNotFit
    text.say(card.name, styles.name)
    text.say(card.title, styles.title)
    text.say(card.remark, styles.title)
    if card.code is not None:
        text.say(card.code.purpose, styles.purpose)
        text.say(card.code.address, styles.address)
    height = max(text.y + max(8 * setting.air, _LEAST_ROW_AIR), side + quiet if code is not None else 0.0, number.y)
    marks: list[Mark] = [Rule(0, height, right, 0, "line", 0.75)]
    if code is not None:
        matrix = setting.paper.code(code.payload)
        marks.append(Code(width - side, (height - side) / 2, side, matrix, "ink", described(code, card.name)))
    texts = (0.0, (height - text.y) / 2, text.block), (right - number.width, (height - number.y) / 2, number.block)
    return Block(height + 1.0, tuple(marks), texts)
