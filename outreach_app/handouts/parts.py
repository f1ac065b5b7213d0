"""The parts of a take-home page that every size of it shares: head, script, helplines."""

from __future__ import annotations

from outreach_app.domain.handout import Handout, PrintedCode, PrintedHelp, PrintedLine
from outreach_app.handouts.brand import MARK_HEIGHT, MARK_WIDTH, mark, strip
from outreach_app.handouts.cards import Card, CardSetting, card_rows, scannable
from outreach_app.handouts.marks import Bar, Block, Code, quiet_zone, stacked
from outreach_app.handouts.styles import Styles
from outreach_app.handouts.typesetting import Align, Column

_HELP_GAP = 18.0
_COLUMN_GAP = 16.0
_LEAST_ASIDE = 0.27
_PAUSE_INDENT = 10.0


def page_head(handout: Handout, setting: CardSetting, width: float) -> Block:
    """The mark, the wordmark, the corner line and the strip of bars."""
    styles = setting.styles
    left = Column(width * 0.5, setting.may_part_words, x=MARK_WIDTH + 10)
    left.width -= left.x
    left.say(handout.wordmark, styles.wordmark)
    right = Column(width * 0.5 - 12, setting.may_part_words, x=width * 0.5 + 12)
    right.say(handout.corner, styles.corner, align=Align.RIGHT)
    height = max(left.y, right.y, MARK_HEIGHT)
    bars = strip(width)
    parts = [(0.0, (height - MARK_HEIGHT) / 2, mark())]
    parts += [(0.0, (height - column.y) / 2, column.block) for column in (left, right)]
    parts.append((0.0, height + 7, bars))
    return Block(height + 7 + bars.height, parts=tuple(parts))


def headline(handout: Handout, setting: CardSetting, width: float) -> Block:
    """What this page is about, and the ask."""
    column = Column(width, setting.may_part_words)
    column.say(handout.headline, setting.styles.headline)
    column.say(handout.ask, setting.styles.ask, before=3)
    return column.block


def script_and_code(handout: Handout, setting: CardSetting, width: float) -> Block:
    """What to say when calling, and beside it the campaign's own code; the code alone has a card across the page."""
    if not handout.script:
        return card_rows((Card.of_code(handout.main_code),), setting, width)
    matrix = scannable(handout.main_code)
    aside = max(setting.step.main_code + 2 * quiet_zone(matrix, setting.step.main_code), width * _LEAST_ASIDE)
    code = _main_code(handout.main_code, setting, aside)
    words = _script(handout.script_heading, handout.script, setting, width - aside - _COLUMN_GAP)
    height = max(words.height, code.height)
    return Block(height, parts=((0, 0, words), (width - aside, (height - code.height) / 2, code)))


def _main_code(code: PrintedCode, setting: CardSetting, width: float) -> Block:
    matrix = scannable(code)
    side = setting.step.main_code
    quiet = quiet_zone(matrix, side)
    label = Column(width, setting.may_part_words)
    label.say(code.purpose, setting.styles.main_purpose, align=Align.CENTRE)
    label.say(code.address, setting.styles.main_address, align=Align.CENTRE)
    label_top = side + 2 * quiet
    drawn = Code((width - side) / 2, quiet, side, matrix, "ink")
    return Block(label_top + label.y, (drawn,), ((0, label_top, label.block),))


def _script(heading: str, lines: tuple[PrintedLine, ...], setting: CardSetting, width: float) -> Block:
    styles = setting.styles
    title = Column(width, setting.may_part_words)
    title.say(heading, styles.heading)
    blocks = [title.block]
    for line in lines:
        indent = _PAUSE_INDENT if line.is_pause else 0.0
        column = Column(width - indent, setting.may_part_words, x=indent)
        column.say(line.text, styles.pause if line.is_pause else styles.say)
        bar = (Bar(0, 1, 2, column.y - 2, "line"),) if line.is_pause and column.y else ()
        blocks.append(Block(column.y, (*bar, *column.marks)))
    return stacked(blocks, styles.say.size * 0.5 * setting.step.air)


def help_foot(handout: Handout, setting: CardSetting, width: float) -> Block:
    """Where to turn for help, under a rule: in one row where the lines are short enough, else in rows of three."""
    title = Column(width, setting.may_part_words, y=9 * setting.step.air)
    title.say(handout.help_heading, setting.styles.help_heading)
    rule = Bar(0, 0, width, 1.2, "ink")
    columns = _help_rows(handout.helplines, setting, width)
    return Block(title.y + 3 + columns.height, (rule, *title.marks), ((0, title.y + 3, columns),))


def _help_rows(helplines: tuple[PrintedHelp, ...], setting: CardSetting, width: float) -> Block:
    widths = [_natural_width(helpline, setting.styles) for helpline in helplines]
    spare = width - sum(widths)
    if len(helplines) > 1 and spare >= _HELP_GAP * (len(helplines) - 1):
        return _help_row(helplines, widths, spare / (len(helplines) - 1), setting)
    in_a_row = len(helplines) if len(helplines) in (1, 2, 4) else 3
    equal = (width - _HELP_GAP * (in_a_row - 1)) / in_a_row
    starts = range(0, len(helplines), in_a_row)
    rows = [helplines[start : start + in_a_row] for start in starts]
    return stacked([_help_row(row, [equal] * len(row), _HELP_GAP, setting) for row in rows], 8 * setting.step.air)


def _help_row(helplines: tuple[PrintedHelp, ...], widths: list[float], gap: float, setting: CardSetting) -> Block:
    parts = []
    height = x = 0.0
    for helpline, width in zip(helplines, widths, strict=True):
        # A line must not part for the last fraction of a point that its own width was rounded by.
        column = Column(width + 0.01, setting.may_part_words)
        column.say(helpline.label, setting.styles.help_label)
        column.say(helpline.headline, setting.styles.help_headline)
        column.say(helpline.note, setting.styles.help_note)
        parts.append((x, 0.0, column.block))
        height = max(height, column.y)
        x += width + gap
    return Block(height, parts=tuple(parts))


def _natural_width(helpline: PrintedHelp, styles: Styles) -> float:
    """Width of the widest of its three lines when none is broken, points."""
    return max(
        styles.help_label.width(helpline.label),
        styles.help_headline.width(helpline.headline),
        styles.help_note.width(helpline.note),
    )
