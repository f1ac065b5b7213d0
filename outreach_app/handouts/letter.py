"""The take-home page on Letter and A4: who speaks for you, what to say, where to turn."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_app.domain.handout import Handout
from outreach_app.errors import HandoutError
from outreach_app.handouts.cards import Card, CardSetting, card_rows
from outreach_app.handouts.marks import Block, Mark
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import headline, help_foot, page_head, script_and_code
from outreach_app.handouts.styles import STEPS, styles_at
from outreach_app.handouts.typesetting import Column, DoesNotFit
from outreach_app.language import _

_LEAST_GAPS = (14.0, 13.0, 14.0, 12.0)
"""Points above headline, lawmakers, script and helplines when the page is full."""

_MOST_SPREAD = 26.0
"""Points by which an emptier page may widen each gap; what is left stands above the helplines."""


def take_home_page(handout: Handout, paper: Paper) -> tuple[Mark, ...]:
    """Everything on the page, placed, in reading order.

    The largest step at which all of it fits is taken. Words are parted only when no step keeps them whole.

    Raises:
        HandoutError: the texts are too long for one page, a link too long to scan, or a letter is missing.
    """
    for setting in _settings():
        try:
            return _set(handout, paper, setting)
        except DoesNotFit:
            continue
    raise HandoutError(
        _("The texts of this handout are too long for one page. Shorten the call script or the help notes.")
    )


def _settings() -> Iterator[CardSetting]:
    for may_part_words in (False, True):
        for step in STEPS:
            yield CardSetting(step, styles_at(step.type_factor), may_part_words)


def _set(handout: Handout, paper: Paper, setting: CardSetting) -> tuple[Mark, ...]:
    width = paper.width - 2 * paper.margin
    room = paper.height - 2 * paper.margin - sum(_LEAST_GAPS) * setting.step.air
    parts: list[Block] = []
    # The cards first: they are what most often does not fit, and the rest is then not worth setting.
    for make in (_lawmakers, script_and_code, help_foot, headline, page_head):
        parts.append(make(handout, setting, width))
        room -= parts[-1].height
        if room < 0:
            raise DoesNotFit
    cards, script, foot, title, head = parts
    spread = min(_MOST_SPREAD, room / len(_LEAST_GAPS))
    marks = list(head.placed(paper.margin, paper.margin))
    y = paper.margin + head.height
    for gap, part in zip(_LEAST_GAPS, (title, cards, script), strict=False):
        y += gap * setting.step.air + spread
        marks += part.placed(paper.margin, y)
        y += part.height
    marks += foot.placed(paper.margin, paper.height - paper.margin - foot.height)
    return tuple(marks)


def _lawmakers(handout: Handout, setting: CardSetting, width: float) -> Block:
    """The heading, a note where one is needed, a card each, and how old the list is."""
    styles = setting.styles
    cards = tuple(map(Card.of_lawmaker, handout.lawmakers)) + tuple(map(Card.of_code, handout.extra_codes))
    rows = card_rows(cards, setting, width)
    above = Column(width, setting.may_part_words)
    above.say(handout.lawmakers_heading, styles.heading)
    above.say(handout.lawmakers_note, styles.pause, before=2)
    below = Column(width, setting.may_part_words)
    below.say(handout.list_note, styles.note)
    rows_top = above.y + (7 if rows.height else 0)
    below_top = rows_top + rows.height + 5
    parts = ((0.0, rows_top, rows), (0.0, below_top, below.block))
    return Block(below_top + below.y, tuple(above.marks), parts)
