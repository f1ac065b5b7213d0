"""What stands on a form: sentences, points, boxes to tick, lines to write on, letters to copy."""

from __future__ import annotations

from outreach_app.domain.handout import Blank, Item, Letters, Point, Row, Sentence, TickBox
from outreach_app.handouts.marks import Block, Frame, Mark, Rule
from outreach_app.handouts.parts import pair_row
from outreach_app.handouts.styles import Setting
from outreach_app.handouts.typesetting import Align, Column

_BOX = 13.0
_BOX_INDENT = 22.0
_POINT_INDENT = 16.0
_LINE_ROOM = 27.0
_TALL_LINE_ROOM = 48.0
_LABEL_SHARE = 0.3
_LETTER_WIDTH = 19.0
_LETTER_HEIGHT = 23.0
_ROOMY = 420.0


def item_block(item: Item, setting: Setting, width: float) -> Block:
    """One item, as wide as its column.

    Raises:
        DoesNotFit: a word is too long for it.
        HandoutError: a letter is missing from the typeface.
    """
    match item:
        case Sentence():
            column = Column(width, setting.manner)
            column.say(item.text, setting.styles.note if item.is_small else setting.styles.form_text)
            return column.block
        case Point():
            return _point(item, setting, width)
        case TickBox():
            return _tick_box(item, setting, width)
        case Blank():
            return _blank(item, setting, width)
        case Row():
            return _row(item, setting, width)
        case Letters():
            return _letters(item, setting, width)


def _point(point: Point, setting: Setting, width: float) -> Block:
    sign = Column(_POINT_INDENT, setting.manner)
    sign.say("–" if point.number is None else f"{point.number}.", setting.styles.form_text)
    text = Column(width - _POINT_INDENT, setting.manner, x=_POINT_INDENT)
    text.say(point.text, setting.styles.form_text)
    return Block(text.y, parts=((0.0, 0.0, sign.block), (0.0, 0.0, text.block)))


def _tick_box(box: TickBox, setting: Setting, width: float) -> Block:
    styles = setting.styles
    text = Column(width - _BOX_INDENT, setting.manner, x=_BOX_INDENT)
    text.say(box.title, styles.main_purpose)
    text.say(box.text, styles.form_text)
    frame = Frame(0.5, 1.5, _BOX, _BOX, "ink", 2.0, 1.0)
    return Block(max(text.y, _BOX + 3), (frame,), ((0.0, 0.0, text.block),))


def _blank(blank: Blank, setting: Setting, width: float) -> Block:
    """A label on the line it belongs to, and the room above the line to write in."""
    styles = setting.styles
    room = (_TALL_LINE_ROOM if blank.is_tall else _LINE_ROOM) * max(0.85, min(1.0, setting.air))
    label = Column(width * _LABEL_SHARE, setting.manner)
    label.say(blank.label, styles.main_purpose)
    label.say(blank.note, styles.note)
    height = max(room, label.y)
    line = Rule(width * _LABEL_SHARE + 8, height, width * (1 - _LABEL_SHARE) - 8, 0.0, "ink", 0.75)
    return Block(height + 1, (line,), ((0.0, height - label.y, label.block),))


def _row(row: Row, setting: Setting, width: float) -> Block:
    styles = setting.styles
    if row.value is None:
        return _blank(Blank(row.label, row.note), setting, width)
    pair = pair_row(row.label, row.value, (styles.form_text, styles.form_value), setting, width)
    note = Column(width, setting.manner, y=pair.height)
    note.say(row.note, styles.note)
    line = Rule(0, note.y + 2, width, 0.0, "line", 0.6)
    return Block(note.y + 3, (line,), ((0.0, 0.0, pair), (0.0, 0.0, note.block)))


def _letters(letters: Letters, setting: Setting, width: float) -> Block:
    """A code in large type, or a box for each of its letters."""
    if letters.text is not None:
        column = Column(width, setting.manner)
        column.say(letters.text, setting.styles.form_letters, align=Align.CENTRE)
        return column.block
    boxes = letters.groups
    in_a_row = 2 if width < _ROOMY else len(boxes)
    marks: list[Mark] = []
    y = 0.0
    for start in range(0, len(boxes), in_a_row):
        x = 0.0
        for count in boxes[start : start + in_a_row]:
            for _place in range(count):
                marks.append(Frame(x + 0.5, y + 0.5, _LETTER_WIDTH, _LETTER_HEIGHT, "ink", 2.0, 1.0))
                x += _LETTER_WIDTH + 3
            x += 9
        y += _LETTER_HEIGHT + 6
    return Block(y, tuple(marks))
