"""A strip from a receipt printer: as long as its text, pure black, codes on whole dots."""

from __future__ import annotations

import math

from outreach_app.domain.handout import Handout, PrintedHelp
from outreach_app.handouts.brand import MARK_HEIGHT, MARK_WIDTH, mark
from outreach_app.handouts.cards import Card
from outreach_app.handouts.marks import Block, Code, Mark, Page, Panel, Rule, mirrored, quiet_zone
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import pair_row, script
from outreach_app.handouts.scans import described
from outreach_app.handouts.styles import STRIP_STEP, Setting, strip_styles
from outreach_app.handouts.typesetting import Align, Column, Manner, Style

_HEAVY = 1.6
_DASH = 3.0
_GAP = 8.0
_MARK_SCALE = 0.8


def take_home_strip(handout: Handout, paper: Paper) -> Page:
    """Everything on the strip, in reading order.

    Raises:
        HandoutError: a link is too long to scan, or a letter is missing.
    """
    # A strip grows with its text, so a long word is parted rather than refused.
    setting = Setting(paper, STRIP_STEP, strip_styles(), Manner(handout.is_right_to_left, may_part_words=True))
    strip = Strip(setting)
    strip.add(_head(handout, setting, strip.width))
    strip.rule()
    strip.say_heading(handout.lawmakers_heading, handout.lawmakers_note)
    for extra in handout.extra_codes:
        strip.add_words(extra.purpose, setting.styles.name, before=4)
        strip.add_code(Card.of_code(extra), STRIP_STEP.card_code)
    for lawmaker in map(Card.of_lawmaker, handout.lawmakers):
        strip.add(_person(lawmaker, setting, strip.width), 4)
        strip.rule(_DASH)
    strip.add_words(handout.list_note, setting.styles.note, before=3)
    if handout.script:
        strip.add(script(handout.script_heading, handout.script, setting, strip.width), _GAP)
    strip.add_words(handout.main_code.purpose, setting.styles.main_purpose, before=_GAP, align=Align.CENTRE)
    strip.add_code(Card.of_code(handout.main_code), STRIP_STEP.main_code)
    strip.rule()
    strip.say_heading(handout.help_heading, None)
    for helpline in handout.helplines:
        strip.add(_help(helpline, setting, strip.width), 3)
    return strip.page()


class Strip:
    """Blocks stacked on a roll of paper, from the top."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.width = setting.paper.width - 2 * setting.paper.margin
        self._y = setting.paper.margin
        self._marks: list[Mark] = []

    def add(self, block: Block, before: float = 0.0) -> None:
        """A block below what is there, ``before`` points apart."""
        self._y += before
        self._marks += block.placed(self.setting.paper.margin, self._y)
        self._y += block.height

    def add_words(self, text: str | None, style: Style, before: float = 0.0, align: Align = Align.LEFT) -> None:
        """A text below what is there."""
        column = Column(self.width, self.setting.manner)
        column.say(text, style, align=align)
        if column.y:
            self.add(column.block, before)

    def say_heading(self, heading: str, note: str | None) -> None:
        """A heading and what is to be known under it."""
        self.add_words(heading, self.setting.styles.heading, before=2)
        self.add_words(note, self.setting.styles.pause, before=1)

    def rule(self, dash: float = 0.0) -> None:
        """A line across the strip."""
        self._y += 5
        weight = 0.8 if dash else _HEAVY
        self._marks.append(Rule(self.setting.paper.margin, self._y, self.width, 0.0, "ink", weight, dash))
        self._y += 4

    def add_code(self, card: Card, most_side: float) -> None:
        """A code in the middle, on whole dots of the printer, with its address below."""
        if card.code is None:
            return
        paper = self.setting.paper
        matrix = paper.code(card.code.payload)
        side = paper.whole_dots(matrix, most_side)
        quiet, dot = quiet_zone(matrix, side), 72 / paper.dots_per_inch
        x, y = (paper.width - side) / 2 // dot * dot, math.ceil((self._y + quiet) / dot) * dot
        self._marks.append(Code(x, y, side, matrix, "ink", described(card.code, card.name)))
        self._y = y + side + quiet
        self.add_words(card.code.address, self.setting.styles.main_address, align=Align.CENTRE)

    def page(self) -> Page:
        """The strip, cut a margin below its last line."""
        paper, marks = self.setting.paper, tuple(self._marks)
        if self.setting.manner.is_right_to_left:
            marks = mirrored(marks, paper.width)
        dot = 72 / paper.dots_per_inch
        height = math.ceil((self._y + paper.margin) / dot) * dot
        return Page(paper.width, height, (Panel(marks),))


def _head(handout: Handout, setting: Setting, width: float) -> Block:
    """Mark and name in the middle, and what this is about."""
    styles = setting.styles
    return name_and_headline(handout.wordmark, handout.headline, (styles.wordmark, styles.headline), setting, width)


def name_and_headline(name: str, headline: str, styles: tuple[Style, Style], setting: Setting, width: float) -> Block:
    """The mark and a name in the middle of ``width`` points, and a headline under them."""
    mark_width, mark_height = (MARK_WIDTH + 8) * _MARK_SCALE, MARK_HEIGHT * _MARK_SCALE
    words = Column(min(width - mark_width, styles[0].width(name) + 0.01), setting.manner)
    words.say(name, styles[0])
    left = (width - mark_width - words.width) / 2
    height = max(words.y, mark_height)
    below = Column(width, setting.manner)
    below.say(headline, styles[1], align=Align.CENTRE)
    parts = (
        (left, (height - mark_height) / 2, mark(_MARK_SCALE)),
        (left + mark_width, (height - words.y) / 2, words.block),
        (0.0, height + 4, below.block),
    )
    return Block(height + 4 + below.y, parts=parts)


def _person(card: Card, setting: Setting, width: float) -> Block:
    column = Column(width, setting.manner)
    styles = setting.styles
    column.say(card.name, styles.name)
    column.say(card.title, styles.title)
    column.say(card.remark, styles.title)
    column.say(card.phone, styles.phone)
    if card.code is not None:
        column.say(card.code.address, styles.address)
    return column.block


def _help(helpline: PrintedHelp, setting: Setting, width: float) -> Block:
    styles = setting.styles
    row = pair_row(helpline.label, helpline.headline, (styles.help_label, styles.help_headline), setting, width)
    note = Column(width, setting.manner, y=row.height)
    note.say(helpline.note, styles.help_note)
    return Block(note.y, parts=((0.0, 0.0, row), (0.0, 0.0, note.block)))
