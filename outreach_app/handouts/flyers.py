"""One code for everybody: the four-up flyer, the tent card and the poster."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from outreach_app.domain.handout import Flyer
from outreach_app.errors import HandoutError
from outreach_app.handouts.brand import MARK_HEIGHT, MARK_WIDTH, mark, wall
from outreach_app.handouts.fitting import largest_that_fits
from outreach_app.handouts.guides import cut_marks, fold_marks
from outreach_app.handouts.marks import Bar, Block, Code, Mark, Page, Panel, mirrored, quiet_zone
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import help_foot, page_head
from outreach_app.handouts.scans import described
from outreach_app.handouts.styles import Setting, Step, Styles, styles_at
from outreach_app.handouts.typesetting import Align, Column, DoesNotFit, Manner
from outreach_app.language import _

_FLYER_STEPS = (
    Step(0, 44, 1.0, 1.0, is_brief=True),
    Step(0, 40, 0.94, 0.9, is_brief=True),
    Step(0, 36, 0.88, 0.8, is_brief=True),
    Step(0, 32, 0.82, 0.7, is_brief=True),
    Step(0, 30, 0.76, 0.6, is_brief=True),
    Step(0, 28, 0.70, 0.5, is_brief=True),
    Step(0, 25, 0.64, 0.4, is_brief=True),
)
_TENT_STEPS = (
    Step(0, 72, 1.5, 1.0, is_brief=True),
    Step(0, 68, 1.35, 0.9, is_brief=True),
    Step(0, 64, 1.2, 0.8, is_brief=True),
    Step(0, 60, 1.05, 0.7, is_brief=True),
    Step(0, 60, 0.95, 0.6, is_brief=True),
    Step(0, 60, 0.85, 0.5, is_brief=True),
)
_POSTER_STEPS = (
    Step(0, 150, 2.15, 1.0, is_brief=True),
    Step(0, 142, 2.0, 1.0, is_brief=True),
    Step(0, 134, 1.85, 1.0, is_brief=True),
    Step(0, 126, 1.7, 0.9, is_brief=True),
    Step(0, 118, 1.6, 0.8, is_brief=True),
    Step(0, 110, 1.5, 0.7, is_brief=True),
    Step(0, 100, 1.4, 0.6, is_brief=True),
    Step(0, 100, 1.2, 0.5, is_brief=True),
)
"""Largest first; the code never falls below the least side of its paper."""

_WALL_SHARE = 0.2
_FRAME_MM = 4.2

Set = Callable[[Flyer, Setting], tuple[Mark, ...]]


@cache
def _styles(factor: float) -> Styles:
    """The type of a flyer: fewer words than a page to take home, and larger."""
    page = styles_at(1.0)
    made = replace(
        page,
        wordmark=replace(page.wordmark, size=15),
        headline=replace(page.headline, size=27, leading=1.1, tracking=-0.3),
        ask=replace(page.ask, size=12.5),
        main_purpose=replace(page.main_purpose, size=12.5),
        main_address=replace(page.main_address, size=13),
        help_heading=replace(page.help_heading, size=10),
        help_label=replace(page.help_label, size=8.5, color="ink"),
        help_headline=replace(page.help_headline, size=9.5),
        help_note=replace(page.help_note, size=8.5, color="ink"),
    )
    return Styles(**{role: style.times(factor) for role, style in vars(made).items()})


def flyer_sheet(flyer: Flyer, paper: Paper) -> Page:
    """The same flyer as often as the sheet has room for it, with marks to cut along.

    Raises:
        HandoutError: its texts or its link are too long.
    """
    marks = _largest(flyer, paper, _FLYER_STEPS, _flyer)
    panels = [
        Panel(marks, column * paper.panel_width, row * paper.panel_height)
        for row in range(paper.rows)
        for column in range(paper.columns)
    ]
    return Page(paper.width, paper.height, tuple(panels), cut_marks(paper))


def tent_card(flyer: Flyer, paper: Paper) -> Page:
    """Two faces, head to head at the fold, so that both stand upright on the table.

    Raises:
        HandoutError: its texts or its link are too long.
    """
    marks = _largest(flyer, paper, _TENT_STEPS, _tent_face)
    far = Panel(marks, paper.width, paper.panel_height, is_on_its_head=True)
    near = Panel(marks, 0.0, paper.panel_height)
    return Page(paper.width, paper.height, (far, near), fold_marks(paper))


def poster(flyer: Flyer, paper: Paper) -> Page:
    """One code to scan from a metre away, under the wall.

    Raises:
        HandoutError: its texts or its link are too long.
    """
    return Page(paper.width, paper.height, (Panel(_largest(flyer, paper, _POSTER_STEPS, _poster)),))


def _largest(flyer: Flyer, paper: Paper, steps: Iterable[Step], set_marks: Set) -> tuple[Mark, ...]:
    """The marks of one panel at the largest step at which all of it fits."""
    for may_part_words in (False, True):
        manner = Manner(flyer.is_right_to_left, may_part_words)
        row = [Setting(paper, step, _styles(step.type_factor), manner) for step in steps]
        marks = largest_that_fits(row, lambda setting: set_marks(flyer, setting))
        if marks is not None:
            return mirrored(marks, paper.panel_width) if flyer.is_right_to_left else marks
    raise HandoutError(_("The texts of this flyer are too long. Shorten the title or the sentence under it."))


def _placed(blocks: list[Block], setting: Setting, gaps: tuple[float, ...]) -> tuple[Mark, ...]:
    """Blocks from the top margin down, the last one at the foot; spare room is shared out between them."""
    paper = setting.paper
    room = paper.panel_height - 2 * paper.margin - sum(block.height for block in blocks)
    least = sum(gaps) * setting.air
    if room < least:
        raise DoesNotFit
    spread = (room - least) / len(gaps)
    marks: list[Mark] = []
    y = paper.margin
    for block, gap in zip(blocks, (*gaps, 0.0), strict=True):
        marks += block.placed(paper.margin, y)
        y += block.height + gap * setting.air + spread
    return tuple(marks)


def _flyer(flyer: Flyer, setting: Setting) -> tuple[Mark, ...]:
    width = setting.paper.panel_width - 2 * setting.paper.margin
    title = Column(width, setting.manner)
    title.say(flyer.headline, setting.styles.headline)
    title.say(flyer.line, setting.styles.ask, before=3)
    blocks = [
        page_head(flyer, "", setting, width),
        title.block,
        _code_and_words(flyer, setting, width),
        help_foot(flyer.help_heading, flyer.helplines, setting, width),
    ]
    return _placed(blocks, setting, (9.0, 4.0, 4.0))


def _code_and_words(flyer: Flyer, setting: Setting, width: float) -> Block:
    """The code at the left, what it is for and its address beside it."""
    matrix = setting.paper.code(flyer.code.payload)
    side = setting.step.main_code
    quiet = quiet_zone(matrix, side)
    words = Column(width - side - quiet - 4, setting.manner, x=side + quiet + 4)
    _say_scan(flyer, setting, words, Align.LEFT)
    height = max(side + 2 * quiet, words.y)
    code = Code(0, (height - side) / 2, side, matrix, "ink", described(flyer.code))
    return Block(height, (code,), ((0.0, (height - words.y) / 2, words.block),))


def _say_scan(flyer: Flyer, setting: Setting, words: Column, align: Align) -> None:
    words.say(flyer.code.purpose, setting.styles.main_purpose, align=align)
    words.say(flyer.scan_words, setting.styles.ask, before=4 * setting.air, align=align)
    words.say(flyer.code.address, setting.styles.main_address, align=align)


def _tent_face(flyer: Flyer, setting: Setting) -> tuple[Mark, ...]:
    """Words at the left, the code at the right, helplines along the foot."""
    paper = setting.paper
    width = paper.panel_width - 2 * paper.margin
    matrix = paper.code(flyer.code.payload)
    side = setting.step.main_code
    quiet = quiet_zone(matrix, side)
    aside = side + quiet
    text = Column(width - aside - 14, setting.manner)
    text.say(flyer.headline, setting.styles.headline)
    text.say(flyer.line, setting.styles.ask, before=5)
    words = Column(text.width, setting.manner)
    _say_scan(flyer, setting, words, Align.LEFT)
    height = max(side + quiet, text.y + 10 * setting.air + words.y)
    code = Code(width - side, (height - side) / 2, side, matrix, "ink", described(flyer.code))
    middle = Block(height, (code,), ((0.0, 0.0, text.block), (0.0, height - words.y, words.block)))
    blocks = [
        page_head(flyer, "", setting, width),
        middle,
        help_foot(flyer.help_heading, flyer.helplines, setting, width),
    ]
    return _placed(blocks, setting, (10.0, 6.0))


def _poster(flyer: Flyer, setting: Setting) -> tuple[Mark, ...]:
    paper = setting.paper
    width = paper.width - 2 * paper.margin
    wall_height = paper.height * _WALL_SHARE
    title = Column(width, setting.manner)
    title.say(flyer.headline, setting.styles.headline, align=Align.CENTRE)
    title.say(flyer.line, setting.styles.ask, before=6, align=Align.CENTRE)
    words = Column(width, setting.manner)
    _say_scan(flyer, setting, words, Align.CENTRE)
    blocks = [
        Block(wall_height - paper.margin),
        title.block,
        _framed_code(flyer, setting, width),
        words.block,
        help_foot(flyer.help_heading, flyer.helplines, setting, width),
    ]
    marks = _placed(blocks, setting, (22.0, 16.0, 14.0, 16.0))
    return (*_name_in_the_wall(flyer, setting, wall_height), *marks)


def _name_in_the_wall(flyer: Flyer, setting: Setting, height: float) -> tuple[Mark, ...]:
    """The wall across the sheet, with mark and wordmark in its opening."""
    paper = setting.paper
    opening = paper.width * 0.66
    # The opening is rows three and four of five.
    top, room = height * 0.416, height * 0.376
    scale = room * 0.5 / MARK_HEIGHT
    style = replace(setting.styles.wordmark, size=room * 0.5)
    mark_width = (MARK_WIDTH + 9) * scale
    size = min(style.size, style.size * (opening * 0.92 - mark_width) / style.width(flyer.wordmark))
    style = replace(style, size=size)
    words = Column(style.width(flyer.wordmark) + 0.01, setting.manner)
    words.say(flyer.wordmark, style)
    left = (paper.width - mark_width - words.width) / 2
    name = Block(
        room,
        parts=(
            (0.0, (room - MARK_HEIGHT * scale) / 2, mark(scale)),
            (mark_width, (room - words.y) / 2, words.block),
        ),
    )
    return (*wall(paper.width, height, opening).placed(0, 0), *name.placed(left, top))


def _framed_code(flyer: Flyer, setting: Setting, width: float) -> Block:
    """The code on white in a frame of the one bright colour."""
    matrix = setting.paper.code(flyer.code.payload)
    side = setting.step.main_code
    edge = _FRAME_MM * 72 / 25.4
    inner = side + 2 * quiet_zone(matrix, side)
    whole = inner + 2 * edge
    if whole > width:
        raise DoesNotFit
    left = (width - whole) / 2
    sides = (
        Bar(left, 0, whole, edge, "dawn"),
        Bar(left, whole - edge, whole, edge, "dawn"),
        Bar(left, edge, edge, inner, "dawn"),
        Bar(left + whole - edge, edge, edge, inner, "dawn"),
    )
    code = Code((width - side) / 2, (whole - side) / 2, side, matrix, "ink", described(flyer.code))
    return Block(whole, (*sides, code))
