"""Sheets of words, boxes to tick and lines to write on: staff card, pledge sheet, and the slips on a roll."""

from __future__ import annotations

from collections.abc import Iterable

from outreach_app.domain.handout import Form, Section
from outreach_app.errors import HandoutError
from outreach_app.handouts.fitting import largest_that_fits
from outreach_app.handouts.form_items import item_block
from outreach_app.handouts.marks import Block, Mark, Page, Panel, mirrored, stacked
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import page_head
from outreach_app.handouts.strips import Strip, name_and_headline
from outreach_app.handouts.styles import STRIP_STEP, Setting, Step, strip_styles, styles_at
from outreach_app.handouts.typesetting import Column, DoesNotFit, Manner
from outreach_app.language import _

_STEPS = tuple(
    Step(0, 0, factor, air)
    for factor, air in (
        (1.0, 1.15),
        (1.0, 1.0),
        (0.96, 0.9),
        (0.92, 0.8),
        (0.88, 0.7),
        (0.84, 0.6),
        (0.8, 0.5),
        (0.75, 0.4),
    )
)
_SECTION_GAP = 16.0
_ITEM_GAP = 6.0
_MOST_SPREAD = 14.0


def form_pages(form: Form, paper: Paper) -> tuple[Page, ...]:
    """Every side of the form.

    Raises:
        HandoutError: a side holds more than fits on the paper.
    """
    if paper.is_roll:
        return (_strip(form, paper),)
    for may_part_words in (False, True):
        manner = Manner(form.is_right_to_left, may_part_words)
        row = [Setting(paper, step, styles_at(step.type_factor), manner) for step in _STEPS]
        sides = largest_that_fits(row, lambda setting: _sides(form, setting))
        if sides is not None:
            return tuple(_page(marks, form, paper) for marks in sides)
    raise HandoutError(_("The texts of this form are too long for the paper. Shorten them."))


def _page(marks: tuple[Mark, ...], form: Form, paper: Paper) -> Page:
    placed = mirrored(marks, paper.width) if form.is_right_to_left else marks
    return Page(paper.width, paper.height, (Panel(placed),))


def _sides(form: Form, setting: Setting) -> list[tuple[Mark, ...]]:
    """All sides at one step, so that back and front look alike."""
    return [_side(form, sections, setting, is_first=not at) for at, sections in enumerate(form.pages)]


def _side(form: Form, sections: Iterable[Section], setting: Setting, *, is_first: bool) -> tuple[Mark, ...]:
    paper, styles = setting.paper, setting.styles
    width = paper.width - 2 * paper.margin
    blocks = [page_head(form, form.corner, setting, width)]
    title = Column(width, setting.manner)
    if is_first:
        title.say(form.heading, styles.headline)
        title.say(form.lead, styles.ask, before=3)
        blocks.append(title.block)
    blocks += [_section(section, setting, width) for section in sections]
    room = paper.height - 2 * paper.margin - sum(block.height for block in blocks)
    gaps = len(blocks) - 1
    gap = min(_SECTION_GAP * setting.air + _MOST_SPREAD, room / max(1, gaps))
    if gap < _SECTION_GAP * setting.air:
        raise DoesNotFit
    return tuple(stacked(blocks, gap).placed(paper.margin, paper.margin))


def _section(section: Section, setting: Setting, width: float) -> Block:
    heading = Column(width, setting.manner)
    heading.say(section.heading, setting.styles.heading)
    blocks = [heading.block] if section.heading else []
    blocks += [item_block(item, setting, width) for item in section.items]
    return stacked(blocks, _ITEM_GAP * setting.air)


def _strip(form: Form, paper: Paper) -> Page:
    """The form on a roll, as long as it is."""
    styles = strip_styles()
    setting = Setting(paper, STRIP_STEP, styles, Manner(form.is_right_to_left, may_part_words=True))
    strip = Strip(setting)
    strip.add(name_and_headline(form.wordmark, form.heading, (styles.wordmark, styles.headline), setting, strip.width))
    strip.add_words(form.lead, styles.pause, before=4)
    for sections in form.pages:
        for section in sections:
            strip.rule()
            strip.add(_section(section, setting, strip.width), 2)
    return strip.page()
