"""The page to take home, full or half: who speaks for you, what to say, where to turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from outreach_app.domain.handout import Handout
from outreach_app.errors import HandoutError
from outreach_app.handouts.cards import Card, card_rows
from outreach_app.handouts.fitting import largest_that_fits
from outreach_app.handouts.marks import Block, Mark, Page, Panel, mirrored
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import headline, help_foot, page_head, script_and_code
from outreach_app.handouts.rows import lawmaker_rows
from outreach_app.handouts.styles import FULL_STEPS, SMALL_STEPS, Setting, small_styles, styles_at
from outreach_app.handouts.typesetting import Column, DoesNotFit, Manner
from outreach_app.language import _

_LEAST_GAPS = (14.0, 13.0, 14.0, 12.0)
"""Points above headline, lawmakers, script and helplines when the page is full."""

_MOST_SPREAD = 26.0
"""Points by which an emptier page may widen each gap; what is left stands above the helplines."""


def take_home_page(handout: Handout, paper: Paper) -> Page:
    """Everything on the page, placed, in reading order.

    The largest step at which all of it fits is taken. Words are parted only when no step keeps them whole.

    Raises:
        HandoutError: the texts are too long for one page, a link too long to scan, or a letter is missing.
    """
    has_extras = handout.share is not None or any(lawmaker.call for lawmaker in handout.lawmakers)
    for row in rows_of_settings(paper, is_right_to_left=handout.is_right_to_left):
        if row[0].step.has_extras and not has_extras:
            continue
        marks = largest_that_fits(row, lambda setting: _set(handout, setting))
        if marks is not None:
            placed = mirrored(marks, paper.width) if handout.is_right_to_left else marks
            return Page(paper.width, paper.height, (Panel(placed),))
    raise HandoutError(
        _("The texts of this handout are too long for one page. Shorten the call script or the help notes.")
    )


def rows_of_settings(paper: Paper, *, is_right_to_left: bool) -> Iterator[list[Setting]]:
    """How a page may be set: rows of steps, each from generous to sparse, the best row first."""
    steps, styles = (SMALL_STEPS, small_styles) if paper.is_small else (FULL_STEPS, styles_at)
    for may_part_words in (False, True):
        manner = Manner(is_right_to_left, may_part_words)
        for _kind, row in groupby(steps, key=lambda step: (step.has_extras, step.is_brief, step.has_people_codes)):
            yield [Setting(paper, step, styles(step.type_factor), manner) for step in row]


def _set(handout: Handout, setting: Setting) -> tuple[Mark, ...]:
    paper = setting.paper
    width = paper.width - 2 * paper.margin
    room = paper.height - 2 * paper.margin - sum(_LEAST_GAPS) * setting.air
    # The cards first: they are what most often does not fit, and the rest is then not worth setting.
    makers: tuple[Callable[[], Block], ...] = (
        lambda: _lawmakers(handout, setting, width),
        lambda: script_and_code(handout, setting, width),
        lambda: help_foot(handout.help_heading, handout.helplines, setting, width),
        lambda: headline(handout, setting, width),
        lambda: page_head(handout, handout.corner, setting, width),
    )
    parts: list[Block] = []
    for make in makers:
        parts.append(make())
        room -= parts[-1].height
        if room < 0:
            raise DoesNotFit
    cards, script, foot, title, head = parts
    spread = min(_MOST_SPREAD, room / len(_LEAST_GAPS))
    marks = list(head.placed(paper.margin, paper.margin))
    y = paper.margin + head.height
    for gap, part in zip(_LEAST_GAPS, (title, cards, script), strict=False):
        y += gap * setting.air + spread
        marks += part.placed(paper.margin, y)
        y += part.height
    marks += foot.placed(paper.margin, paper.height - paper.margin - foot.height)
    return tuple(marks)


def _lawmakers(handout: Handout, setting: Setting, width: float) -> Block:
    """The heading, a note where one is needed, a card each, and how old the list is."""
    styles = setting.styles
    # An official page is there because the names are not certain, so it is read before them.
    cards = tuple(map(Card.of_code, handout.extra_codes)) + tuple(map(Card.of_lawmaker, handout.lawmakers))
    set_cards = lawmaker_rows if setting.paper.is_small else card_rows
    rows = set_cards(cards, setting, width)
    above = Column(width, setting.manner)
    above.say(handout.lawmakers_heading, styles.heading)
    above.say(handout.lawmakers_note, styles.pause, before=2)
    below = Column(width, setting.manner)
    below.say(handout.list_note, styles.note)
    rows_top = above.y + (7 * setting.air if rows.height else 0)
    below_top = rows_top + rows.height + 5
    parts = ((0.0, 0.0, above.block), (0.0, rows_top, rows), (0.0, below_top, below.block))
    return Block(below_top + below.y, parts=parts)
