"""The parts that papers share: head, script, words to share, helplines."""

from __future__ import annotations

from outreach_app.domain.handout import Handout, Leaf, PrintedHelp, PrintedLine, PrintedShare
from outreach_app.handouts.brand import MARK_HEIGHT, MARK_WIDTH, mark, strip
from outreach_app.handouts.cards import Card, card_rows
from outreach_app.handouts.marks import Bar, Block, quiet_zone, stacked
from outreach_app.handouts.scans import centred_scan, scan_block
from outreach_app.handouts.styles import Setting, Styles
from outreach_app.handouts.typesetting import Align, Column, Style

_HELP_GAP = 18.0
_FEWEST_COLUMNS = 2
_COLUMN_GAP = 16.0
_LEAST_ASIDE = 0.27
_MOST_ASIDE = 0.36
_PAUSE_INDENT = 10.0


def page_head(leaf: Leaf, corner: str, setting: Setting, width: float) -> Block:
    """The mark, the wordmark, the corner line and the strip of bars."""
    styles = setting.styles
    scale = max(0.7, styles.wordmark.size / 20)
    left = Column(width * 0.5, setting.manner, x=MARK_WIDTH * scale + 10 * scale)
    left.width -= left.x
    left.say(leaf.wordmark, styles.wordmark)
    right = Column(width * 0.5 - 12, setting.manner, x=width * 0.5 + 12)
    right.say(corner, styles.corner, align=Align.RIGHT)
    height = max(left.y, right.y, MARK_HEIGHT * scale)
    bars = strip(width, scale)
    parts = [(0.0, (height - MARK_HEIGHT * scale) / 2, mark(scale))]
    parts += [(0.0, (height - column.y) / 2, column.block) for column in (left, right)]
    parts.append((0.0, height + 7 * scale, bars))
    return Block(height + 7 * scale + bars.height, parts=tuple(parts))


def headline(handout: Handout, setting: Setting, width: float) -> Block:
    """What this page is about and, where there is room, the ask."""
    column = Column(width, setting.manner)
    column.say(handout.headline, setting.styles.headline)
    if not setting.paper.is_small:
        column.say(handout.ask, setting.styles.ask, before=3)
    return column.block


def script_and_code(handout: Handout, setting: Setting, width: float) -> Block:
    """What to say when calling and what to pass on, and beside it the campaign's own code.

    The code alone has a card across the page.
    """
    share = handout.share if setting.step.has_extras else None
    if not handout.script and share is None:
        return card_rows((Card.of_code(handout.main_code),), setting, width)
    side = setting.step.main_code
    styles = (setting.styles.main_purpose, setting.styles.main_address)
    code_width = side + 2 * quiet_zone(setting.paper.code(handout.main_code.payload), side)
    address_width = min(styles[1].width(handout.main_code.address) + 0.01, width * _MOST_ASIDE)
    aside = max(code_width, address_width, width * _LEAST_ASIDE)
    code = centred_scan(handout.main_code, styles, setting, side, aside)
    text_width = width - aside - _COLUMN_GAP
    words = [script(handout.script_heading, handout.script, setting, text_width)]
    if share is not None:
        words.append(_share(share, setting, text_width))
    text = stacked(words, 12 * setting.air)
    height = max(text.height, code.height)
    return Block(height, parts=((0, 0, text), (width - aside, (height - code.height) / 2, code)))


def script(heading: str, lines: tuple[PrintedLine, ...], setting: Setting, width: float) -> Block:
    """What to say when calling, with what happens in between."""
    styles = setting.styles
    title = Column(width, setting.manner)
    if lines:
        title.say(heading, styles.heading)
    blocks = [title.block]
    for line in lines:
        indent = _PAUSE_INDENT if line.is_pause else 0.0
        column = Column(width - indent, setting.manner, x=indent)
        column.say(line.text, styles.pause if line.is_pause else styles.say)
        bar = (Bar(0, 1, 2, column.y - 2, "line"),) if line.is_pause and column.y else ()
        blocks.append(Block(column.y, bar, ((0.0, 0.0, column.block),)))
    return stacked(blocks, styles.say.size * 0.5 * setting.air)


def _share(share: PrintedShare, setting: Setting, width: float) -> Block:
    column = Column(width, setting.manner)
    column.say(share.heading, setting.styles.heading)
    column.say(share.post, setting.styles.pause, before=2)
    if share.code is None:
        return column.block
    side = setting.step.card_code
    quiet = quiet_zone(setting.paper.code(share.code.payload), side)
    code = scan_block(share.code, setting.styles.address, setting, side, width - quiet)
    return Block(column.y + code.height, parts=((0.0, 0.0, column.block), (quiet, column.y, code)))


def help_foot(heading: str, helplines: tuple[PrintedHelp, ...], setting: Setting, width: float) -> Block:
    """Where to turn for help, under a rule: in one row where the lines are short enough, else in rows of three."""
    title = Column(width, setting.manner, y=9 * setting.air)
    title.say(heading, setting.styles.help_heading)
    rule = Bar(0, 0, width, 1.2, "ink")
    columns = _help_rows(brief(helplines) if setting.step.is_brief else helplines, setting, width)
    parts = ((0.0, 0.0, title.block), (0.0, title.y + 3, columns))
    return Block(title.y + 3 + columns.height, (rule,), parts)


def _help_rows(helplines: tuple[PrintedHelp, ...], setting: Setting, width: float) -> Block:
    widths = [_natural_width(helpline, setting.styles) for helpline in helplines]
    spare = width - sum(widths)
    if len(helplines) > 1 and spare >= _HELP_GAP * (len(helplines) - 1):
        return _help_row(helplines, widths, spare / (len(helplines) - 1), setting)
    # Three columns of broken lines may be higher than two of whole ones, and too narrow for an address.
    grids = []
    for columns in (3, 2):
        equal = (width - _HELP_GAP * (columns - 1)) / columns
        if columns == _FEWEST_COLUMNS or equal >= max(_widest_word(helpline, setting.styles) for helpline in helplines):
            grids.append(_help_grid(helplines, setting, equal, columns))
    return min(grids, key=lambda grid: grid.height)


def _help_grid(helplines: tuple[PrintedHelp, ...], setting: Setting, equal: float, columns: int) -> Block:
    rows = [helplines[start : start + columns] for start in range(0, len(helplines), columns)]
    return stacked([_help_row(row, [equal] * len(row), _HELP_GAP, setting) for row in rows], 8 * setting.air)


def _help_row(helplines: tuple[PrintedHelp, ...], widths: list[float], gap: float, setting: Setting) -> Block:
    parts = []
    height = x = 0.0
    for helpline, width in zip(helplines, widths, strict=True):
        # A line must not part for the last fraction of a point that its own width was rounded by.
        column = Column(width + 0.01, setting.manner)
        column.say(helpline.label, setting.styles.help_label)
        column.say(helpline.headline, setting.styles.help_headline)
        column.say(helpline.note, setting.styles.help_note)
        parts.append((x, 0.0, column.block))
        height = max(height, column.y)
        x += width + gap
    return Block(height, parts=tuple(parts))


def pair_row(label: str, value: str, styles: tuple[Style, Style], setting: Setting, width: float) -> Block:
    """What something is at the left and its value at the right, or below where both are too long for one line."""
    label_width = styles[0].width(label)
    value_width = styles[1].width(value)
    if label_width + value_width + styles[0].size > width:
        column = Column(width, setting.manner)
        column.say(label, styles[0])
        column.say(value, styles[1])
        return column.block
    left, right = Column(width - value_width, setting.manner), Column(width, setting.manner)
    left.say(label, styles[0])
    right.say(value, styles[1], align=Align.RIGHT)
    height = max(left.y, right.y)
    return Block(height, parts=((0.0, height - left.y, left.block), (0.0, height - right.y, right.block)))


def brief(helplines: tuple[PrintedHelp, ...]) -> tuple[PrintedHelp, ...]:
    """Helplines without their notes, but for those that have no number to dial."""
    has_number = [any(letter.isdigit() for letter in helpline.headline) for helpline in helplines]
    return tuple(
        PrintedHelp(helpline.label, helpline.headline, "" if is_number else helpline.note)
        for helpline, is_number in zip(helplines, has_number, strict=True)
    )


def _widest_word(helpline: PrintedHelp, styles: Styles) -> float:
    """Width of what must not be parted, points: with the words of a headline, its numbers and addresses."""
    texts = (
        (helpline.label, styles.help_label),
        (helpline.headline, styles.help_headline),
        (helpline.note, styles.help_note),
    )
    return max(style.width(word) for text, style in texts for word in text.split(" "))


def _natural_width(helpline: PrintedHelp, styles: Styles) -> float:
    """Width of the widest of its three lines when none is broken, points."""
    return max(
        styles.help_label.width(helpline.label),
        styles.help_headline.width(helpline.headline),
        styles.help_note.width(helpline.note),
    )
