"""One fact at a time: figure, sentence, bars from zero, source, date, and a code to read the source."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from outreach_app.domain.campaign import Bar, Campaign, Fact
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Month, Tongue, _
from outreach_app.look.arranging import Part, box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.signs import StepDots
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.reading_list import reading_list
from outreach_app.visit.visit import Visit

_LONGEST_BAR_PX, _LONGEST_NARROW_BAR_PX = 400, 190
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class FactsScreen(Screen):
    """The facts that may be shown today, and the bills. No source, no card."""

    place = Place.FACTS
    steps = frozenset(
        {Step.START_PLEDGE, Step.START_PLEDGE_OF_AGE, Step.START_PLEDGE_UNDER_AGE, Step.SHOW_THANKS, Step.BACK}
    )

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._list = reading_list(campaign, today(clock))
        self._facts = self._list.cards
        self._visit: Visit | None = None
        self._shown: int | None = None
        self._form = campaign.pledge
        self._room = column()
        self._frame = box("card", self._room)
        self._dots = StepDots(theme, 1, max(len(self._facts), 1), marks_passed=False, name=self._where(0))
        self._count = Words(theme, "meta", tone="quiet", wraps=False)
        before = Button(theme, "round", _("Fact before"), icon="chevron-left", shows_word=False)
        after = Button(theme, "round", _("Next fact"), icon="chevron-right", shows_word=False)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        if theme.frame is Frame.PORTRAIT:
            turning = row(None, before, 32, self._dots, 32, after, None, align=Qt.AlignmentFlag.AlignVCenter)
            self._lay_out_above(turning)
        else:
            middle = Qt.AlignmentFlag.AlignVCenter
            content_row = row(before, theme.by_frame(24, 24, 16), self._frame, theme.by_frame(24, 24, 16), after)
            content_row.setAlignment(before, middle)
            content_row.setAlignment(after, middle)
            content_row.setStretch(2, 1)
            self.arrange(content_row, top=theme.by_frame(40, 40, 16), bottom=theme.by_frame(40, 40, 16))
        sign = Button(theme, "primary", campaign.pledge_title, icon="arrow-right", icon_after=True)
        sign.clicked.connect(self._sign)
        dots: tuple[Part, ...] = () if theme.frame is Frame.PORTRAIT else (self._dots, 14)
        note = holding(row(*dots, self._count, align=Qt.AlignmentFlag.AlignVCenter))
        self.bar.put(start=(self.back_button(),), middle=note, end=(sign,))

    def _lay_out_above(self, turning: QHBoxLayout) -> None:
        """The card above what turns to the next; where the card is too long it scrolls, and the arrows stand still."""
        edge = self.theme.grid.margin
        if self.theme.is_short:
            turning.setContentsMargins(edge, 12, edge, 16)
            self.fill(column(self._frame, margins=(edge, 24, edge, 16)), holding(turning), self.bar)
            return
        content = column(self._frame, 20, turning)
        content.setStretch(0, 1)
        self.arrange(content, top=36, bottom=28)

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._show()

    def leave(self) -> None:
        self._visit = None

    def _turn(self, by: int) -> None:
        if self._visit is not None and self._facts:
            self._visit.fact = (self._visit.fact + by) % len(self._facts)
            self._show()

    def _sign(self) -> None:
        if self._visit is not None:
            self.emits(self._visit.pledge_step(self._form))

    def _show(self) -> None:
        at = self._visit.fact if self._visit is not None else 0
        if at == self._shown:
            return
        self._shown = at
        empty(self._room)
        if self._facts:
            self._room.addWidget(FactCard(self.theme, self._facts[at]))
        self._dots.stand_at(at + 1, max(len(self._facts), 1), self._where(at))
        self._count.tell(self._where(at))
        self.say_anew(self)

    def _where(self, at: int) -> Message:
        facts, bills = len(self._list.facts), len(self._list.bills)
        if at < facts:
            return _("Fact {current} of {total}", current=at + 1, total=facts)
        return _("Bill {current} of {total}", current=at + 1 - facts, total=bills)


class FactCard(QFrame):
    """One fact."""

    def __init__(self, theme: Theme, fact: Fact) -> None:
        super().__init__()
        figure: list[Part] = []
        if fact.figure is not None:
            role = "figure" if any(character.isdigit() for character in str(fact.figure)) else "figure_words"
            figure += [Words(theme, role, fact.figure, tone="accent"), theme.by_frame(0, 6, 0)]
        sentence = Words(theme, "fact_small" if fact.bars or theme.has_ribbon else "fact", fact.sentence)
        gap = theme.by_frame(theme.by_height(28, 18), 32, 10)
        below = [_bars(theme, fact.bars)] if fact.bars else []
        code = column(None, self._code(theme, fact))
        side, top = theme.by_frame(48, 28, 20), theme.by_frame(theme.by_height(36, 8), 24, 2)
        margins = (side, top, theme.by_frame(28, 18, 12), theme.by_frame(10, 16, 2))
        if theme.is_portrait:
            # Bars have the whole width: beside the code the longest was cut, and two figures looked alike.
            foot = row(self._source(theme, fact), 16, code)
            above: list[Part] = [*figure, sentence, gap, *below, None]
        else:
            # A code must not lose one row of modules, so it stands beside the sentence, not in what that leaves below.
            foot = row(column(sentence, gap, *below, None, self._source(theme, fact)), 16, code)
            above = figure
        foot.setStretch(0, 1)
        whole = column(*above, foot, margins=margins)
        whole.setStretch(whole.count() - 1, 1)
        self.setLayout(whole)

    @staticmethod
    def _source(theme: Theme, fact: Fact) -> QWidget:
        name = Words(theme, "h3" if not theme.is_compact else "label", _("Source: {name}", name=fact.source.name))
        as_of = Words(theme, "min", _("As of {month}.", month=Month(fact.freshness.as_of)), tone="quiet")
        if fact.checked_by is not None and fact.checked_on is not None:
            as_of.tell(
                _(
                    "As of {month}. Checked by {who} on {day}.",
                    month=Month(fact.freshness.as_of),
                    who=fact.checked_by,
                    day=fact.checked_on,
                )
            )
        return holding(column(None, name, 2, as_of, theme.by_frame(30, 30, 10)))

    @staticmethod
    def _code(theme: Theme, fact: Fact) -> QWidget:
        plate = CodePlate(theme, fact.source.url, _("Code that leads to the source"), 150, bordered=True)
        label = Words(theme, "meta", _("Read the source"), tone="quiet", align=_CENTRE, wraps=False)
        return holding(column(plate, 6, label, align=_CENTRE))


def _bars(theme: Theme, bars: tuple[Bar, ...]) -> QWidget:
    """Comparison bars, all from zero and to one scale; the last one is the one the figure speaks of."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(12)
    most = max(bar.value for bar in bars)
    for line, bar in enumerate(bars):
        is_last = line == len(bars) - 1
        label = Words(theme, "min", bar.label, tone="quiet", wraps=False)
        number = Words(theme, "label" if is_last else "min", bar.value, wraps=False)
        drawn = row(_BarPicture(theme, bar, bar.value / most, is_last=is_last), 16, number, None)
        if theme.is_large:
            grid.addLayout(column(label, 4, drawn), line, 1)
        else:
            grid.addWidget(label, line, 0)
            grid.addLayout(drawn, line, 1)
    grid.setColumnMinimumWidth(0, 0 if theme.is_large else theme.by_frame(186, 170, 160))
    grid.setColumnStretch(1, 1)
    return holding(grid)


class _BarPicture(QWidget):
    """One bar; its number stands beside it in words."""

    reads_as = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, bar: Bar, share: float, *, is_last: bool) -> None:
        super().__init__()
        self._bar = bar
        self._color = theme.color("accent" if is_last else "line_strong")
        longest = _LONGEST_BAR_PX if not (theme.drops_second_lines or theme.scrolls) else _LONGEST_NARROW_BAR_PX
        self._width = round(longest * share)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 28)

    def speak(self, tongue: Tongue) -> None:
        """Name what it stands for."""
        self.setAccessibleName(f"{tongue.say(self._bar.label)}: {tongue.say(self._bar.value)}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawRoundedRect(QRectF(0, 0, self._width, 28), 4, 4)
        painter.end()
