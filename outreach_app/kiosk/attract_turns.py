"""What stands on the attract screen's wall, turn by turn: the motto with a sentence, one fact, or the goal."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, Fact, LoopPart
from outreach_app.language import Month, _
from outreach_app.look.arranging import Part, column, holding
from outreach_app.look.signs import Progress
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.playlist import Turn

_WIDEST_NUMBER = 7
"""Characters of a bare number that fit at the largest size; all else is set as words."""


class TurnWords(QWidget):
    """The words of the turn that is shown. All turns share one place, so nothing else moves when they change.

    ``width``, px, where it is not the frame's own.
    """

    def __init__(self, theme: Theme, campaign: Campaign, width: int | None = None) -> None:
        super().__init__()
        self._width = width
        self._slide = _Slide(theme, campaign, width)
        self._fact = _FactTurn(theme, width)
        self._goal = _GoalTurn(theme, width)
        # The first page is shown as it is added; in a layout without a widget it would be a window of its own.
        self._stack = QStackedLayout(self)
        for page in (self._slide, self._fact, self._goal):
            self._stack.addWidget(page)

    def show_turn(self, turn: Turn) -> None:
        """Show a turn of words; the film is not among them."""
        if turn.part is LoopPart.FACTS and turn.fact is not None:
            self._fact.show_fact(turn.fact)
            self._stack.setCurrentWidget(self._fact)
        elif turn.part is LoopPart.GOAL:
            self._goal.show_goal(turn.signed, turn.goal)
            self._stack.setCurrentWidget(self._goal)
        else:
            self._slide.show_slide(turn)
            self._stack.setCurrentWidget(self._slide)

    def needed(self) -> QSize:
        """The room that the turn takes at its width."""
        page = self._stack.currentWidget()
        layout = page.layout() if page is not None else None
        if layout is None or self._width is None:
            return self.sizeHint()
        is_flowing = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(self._width) if is_flowing else layout.totalSizeHint().height()
        return QSize(max(self._width, layout.totalMinimumSize().width()), height)

    @property
    def shows_goal(self) -> bool:
        """Whether the number of pledges stands here now, large."""
        return self._stack.currentWidget() is self._goal


def _foot(theme: Theme, width: int | None, *parts: Part) -> QVBoxLayout:
    """Parts at the foot of the place, held to the width that the wall leaves."""
    for part in parts:
        if isinstance(part, QWidget):
            part.setMaximumWidth(width if width is not None else theme.by_frame(520, 16_777_215, 410))
    return column(None, *parts)


class _Slide(QWidget):
    def __init__(self, theme: Theme, campaign: Campaign, width: int | None) -> None:
        super().__init__()
        motto = Words(theme, "display", campaign.motto)
        self._words = Words(theme, "slide")
        if width is not None:
            motto.setFixedWidth(width)
            self._words.setFixedWidth(width)
        elif not theme.is_portrait:
            motto.setFixedWidth(theme.by_frame(560, 0, 420))
            self._words.setFixedWidth(theme.by_frame(500, 0, 400))
            # Three lines are kept free for the slides, so that the motto stands still while they take turns.
            self._words.setFixedHeight(round(3 * theme.line_height("slide")))
        self.setLayout(column(None, motto, self._words))

    def show_slide(self, turn: Turn) -> None:
        self._words.tell(turn.slide if turn.slide is not None else "")


class _FactTurn(QWidget):
    """A fact for passers-by: never without its source and the month it is from."""

    def __init__(self, theme: Theme, width: int | None) -> None:
        super().__init__()
        self._large = Words(theme, "figure", wraps=False)
        self._small = Words(theme, "figure_words")
        self._sentence = Words(theme, "slide")
        self._source = Words(theme, "min", tone="quiet")
        gap = theme.by_frame(18, 18, 10)
        self.setLayout(_foot(theme, width, self._large, self._small, gap, self._sentence, gap, self._source))

    def show_fact(self, fact: Fact) -> None:
        figure = fact.figure if fact.figure is not None else ""
        is_large = " " not in str(figure) and str(figure)[:1].isdigit() and len(str(figure)) <= _WIDEST_NUMBER
        self._large.tell(figure)
        self._small.tell(figure)
        self._large.setVisible(is_large)
        self._small.setVisible(bool(figure) and not is_large)
        self._sentence.tell(fact.sentence)
        month = Month(fact.freshness.as_of)
        self._source.tell(_("Source: {name}. As of {month}.", name=fact.source.name, month=month))


class _GoalTurn(QWidget):
    """How far the table has come, in words and as a bar."""

    def __init__(self, theme: Theme, width: int | None) -> None:
        super().__init__()
        self._number = Words(theme, "figure", wraps=False)
        self._words = Words(theme, "slide")
        self._bar = Progress(theme, _("How close the goal is"))
        gap = theme.by_frame(18, 18, 10)
        bar = holding(column(self._bar, margins=(0, 4, 0, 4)))
        self.setLayout(_foot(theme, width, self._number, gap, self._words, gap, bar, gap))

    def show_goal(self, signed: int, goal: int) -> None:
        self._number.tell(signed)
        if signed < goal:
            said = _("people have signed at this table. Today we hope for {goal}.", goal=goal)
        else:
            said = _("people have signed at this table. We hoped for {goal}. Thank you.", goal=goal)
        self._words.tell(said)
        self._bar.advance(signed / goal)
