"""The pledge's own questions: one choice on a page, then the boxes to tick. Nothing is ticked for anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QStackedLayout, QWidget

from outreach_app.domain.campaign import Campaign, PledgeField, PledgeFieldKind
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, _
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.icon import Icon
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import question_pages, stage
from outreach_app.visit.pledging import TICKED, PledgeDesk
from outreach_app.visit.visit import Visit


class QuestionsScreen(Screen):
    """Page by page; *Continue* says what is missing where the pack requires an answer."""

    place = Place.QUESTIONS
    steps = frozenset({Step.GIVE_DETAILS, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, desk: PledgeDesk) -> None:
        super().__init__(theme)
        self._desk = desk
        self._visit: Visit | None = None
        self._pages = question_pages(campaign.pledge)
        self._answers: dict[tuple[str, str], Choice] = {}
        self._fault = Words(theme, "fault", tone="warn")
        self._said: Message | None = None
        self._stack = QStackedLayout()
        for page in self._pages:
            asked = self._page(page)
            # The first is shown as it is added: without a parent it would be a window of its own, and take the keys.
            asked.setParent(self)
            self._stack.addWidget(asked)
        sign = Icon(theme, "notice", color="warn", size=22)
        self._fault_row = holding(row(sign, 8, self._fault, None, align=Qt.AlignmentFlag.AlignVCenter))
        self._fault_row.hide()
        content = column(self._stack, theme.by_frame(16, 16, 8), self._fault_row, None)
        self.arrange(content, top=theme.by_frame(36, 36, 12), bottom=theme.by_frame(20, 28, 6))
        on = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        on.clicked.connect(self._go_on)
        steps = Steps(theme, *stage(campaign.pledge, self.place))
        self.bar.put(start=(self.back_button(),), middle=steps, end=(on,))

    # -- building --------------------------------------------------------------------------------------------------

    def _page(self, fields: tuple[PledgeField, ...]) -> QWidget:
        theme = self.theme
        first = fields[0]
        is_choice = first.kind is PledgeFieldKind.CHOICE
        title: Sayable = first.label if is_choice and first.label is not None else _("A little more")
        parts = [Words(theme, "h1", title)]
        if not any(field.is_required for field in fields):
            parts.append(Words(theme, "lead", _("You can leave this open."), tone="quiet"))
        answers = self._choices(first) if is_choice else column(*map(self._box, fields), gap=theme.by_frame(14, 14, 8))
        return holding(column(column(*parts, gap=6), theme.by_frame(26, 26, 12), answers, None))

    def _choices(self, field: PledgeField) -> QLayout:
        """The answers, in two columns where the window is wide."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.by_frame(14, 14, 8))
        columns = 1 if self.theme.is_portrait else 2
        for number, answer in enumerate(field.choices):
            choice = Choice(self.theme, answer.label, is_one_of_several=True)
            choice.clicked.connect(lambda is_on, given=answer.id: self._choose(field, given, is_on))
            self._answers[field.id, answer.id] = choice
            grid.addWidget(choice, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def _box(self, field: PledgeField) -> Choice:
        choice = Choice(self.theme, field.label or "", _("Needed to sign") if field.is_required else _("Optional"))
        choice.clicked.connect(lambda is_on: self._choose(field, TICKED, is_on))
        self._answers[field.id, TICKED] = choice
        return choice

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        if visit is not self._visit:
            # Whoever comes back from Get help finds the page they were on.
            self._turn_to(0)
        self._visit = visit
        self._show_answers()

    def leave(self) -> None:
        self._visit = None

    def carried(self) -> tuple[int, Message | None]:
        return self._stack.currentIndex(), self._said

    def resume(self, carried: object) -> None:
        if isinstance(carried, tuple):
            page, fault = carried
            self._turn_to(page)
            self._say(fault)

    def emits(self, step: Step) -> None:
        """*Back* turns the pages first."""
        if step is Step.BACK and self._stack.currentIndex() > 0:
            self._turn_to(self._stack.currentIndex() - 1)
            return
        super().emits(step)

    def _turn_to(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self._say(None)

    def _say(self, fault: Message | None) -> None:
        self._said = fault
        self._fault_row.setVisible(fault is not None)
        self.say_fault(self._fault, fault if fault is not None else "")

    def _choose(self, field: PledgeField, answer: str, is_on: bool) -> None:
        if self._visit is None:
            return
        if is_on:
            self._visit.draft.answers[field.id] = answer
        else:
            self._visit.draft.answers.pop(field.id, None)
        self._show_answers()

    def _show_answers(self) -> None:
        given = self._visit.draft.answers if self._visit is not None else {}
        for (field, answer), choice in self._answers.items():
            choice.setChecked(given.get(field) == answer)

    def _go_on(self) -> None:
        if self._visit is None:
            return
        fault = self._desk.question_fault(self._visit.draft, self._pages[self._stack.currentIndex()])
        self._say(fault)
        if fault is not None:
            return
        if self._stack.currentIndex() + 1 < len(self._pages):
            self._turn_to(self._stack.currentIndex() + 1)
        else:
            self.emits(Step.GIVE_DETAILS)
