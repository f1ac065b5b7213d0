"""The help card: where to turn, four to a sheet, with neither the campaign's name nor a code on it."""

from __future__ import annotations

from outreach_app.domain.handout import HelpCard, PrintedHelp
from outreach_app.errors import HandoutError
from outreach_app.handouts.fitting import largest_that_fits
from outreach_app.handouts.guides import cut_marks
from outreach_app.handouts.marks import Block, Mark, Page, Panel, Rule, mirrored
from outreach_app.handouts.papers import Paper
from outreach_app.handouts.parts import pair_row
from outreach_app.handouts.styles import Setting, Step, styles_at
from outreach_app.handouts.typesetting import Column, DoesNotFit, Manner
from outreach_app.language import _

_STEPS = tuple(
    Step(0, 0, factor, air) for factor, air in ((1.0, 1.0), (0.94, 0.9), (0.88, 0.7), (0.8, 0.5), (0.7, 0.3))
)
_LEAST_GAP = 5.0
_MOST_GAP = 12.0


def help_card_sheet(card: HelpCard, paper: Paper) -> Page:
    """The same card as often as the sheet has room for it, with marks to cut along.

    Raises:
        HandoutError: its texts are too long.
    """
    for may_part_words in (False, True):
        manner = Manner(card.is_right_to_left, may_part_words)
        row = [Setting(paper, step, styles_at(step.type_factor), manner) for step in _STEPS]
        marks = largest_that_fits(row, lambda setting: _set(card, setting))
        if marks is not None:
            if card.is_right_to_left:
                marks = mirrored(marks, paper.panel_width)
            panels = [
                Panel(marks, column * paper.panel_width, row * paper.panel_height)
                for row in range(paper.rows)
                for column in range(paper.columns)
            ]
            return Page(paper.width, paper.height, tuple(panels), cut_marks(paper))
    raise HandoutError(_("The helplines are too long for a card. Shorten their notes."))


def _set(card: HelpCard, setting: Setting) -> tuple[Mark, ...]:
    paper = setting.paper
    width = paper.panel_width - 2 * paper.margin
    head = Column(width, setting.manner)
    head.say(card.heading, setting.styles.phone)
    head.say(card.lead, setting.styles.pause, before=2)
    rows = [_helpline(helpline, setting, width) for helpline in card.helplines]
    room = paper.panel_height - 2 * paper.margin - head.y - sum(row.height for row in rows)
    gap = min(_MOST_GAP, room / max(1, 2 * len(rows)))
    if gap < _LEAST_GAP * setting.air / 2:
        raise DoesNotFit
    marks: list[Mark] = head.block.placed(paper.margin, paper.margin)
    y = paper.margin + head.y
    for row in rows:
        y += gap
        marks.append(Rule(paper.margin, y, width, 0.0, "line", 0.75))
        y += gap
        marks += row.placed(paper.margin, y)
        y += row.height
    return tuple(marks)


def _helpline(helpline: PrintedHelp, setting: Setting, width: float) -> Block:
    styles = setting.styles
    row = pair_row(helpline.label, helpline.headline, (styles.corner, styles.name), setting, width)
    note = Column(width, setting.manner, y=row.height)
    note.say(helpline.note, styles.corner)
    return Block(note.y, parts=((0.0, 0.0, row), (0.0, 0.0, note.block)))
