"""Other ways to act: what anybody can do, with no ZIP code, no list of lawmakers and at any age."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from outreach_app.domain.action import Action, ActionKind
from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.action_cards import action_row, aside, code_card, lines_card, post_note, said_line, text_card
from outreach_app.kiosk.screen import Screen
from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _, language_name
from outreach_app.look.arranging import Part, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.scrolling import bring_into_sight, scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.acting import goal_scan, open_actions, script_of
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import Visit

_SCAN_FOR = {
    ActionKind.CALL: _("Scan to dial"),
    ActionKind.EMAIL: _("Scan to write the email on your phone"),
    ActionKind.LETTER: _("Scan to read more"),
    ActionKind.PETITION: _("Scan to read it first, and to sign if you like"),
    ActionKind.SHARE: _("Scan to open the page, then share it"),
}


class OtherWaysScreen(Screen):
    """A list of actions, and beside it all that is needed for the chosen one."""

    place = Place.OTHER_WAYS
    steps = frozenset({Step.TAKE_IT, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._campaign, self._clock = campaign, clock
        self._visit: Visit | None = None
        self._actions: tuple[Action, ...] = ()
        self._chosen = 0
        self._in_english = False
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._detail = QVBoxLayout()
        for part in (self._list, self._detail):
            # Held by a widget of its own, a layout keeps the style's margins, and stands beside the heading's line.
            part.setContentsMargins(0, 0, 0, 0)
        title = _("Other ways to act") if campaign.asks_lawmakers else _("What you can do")
        head: list[Part] = [Words(theme, "h2" if theme.is_compact else "h1", title)]
        if not theme.is_compact and campaign.asks_lawmakers:
            head.append(Words(theme, "lead", _("For everyone. No ZIP code is needed."), tone="quiet"))
        choices = scrolling(holding(self._list))
        # In a short window what belongs to the chosen one stands right below it, so that some of it is seen at once.
        self._room = holding(self._detail) if theme.is_short else None
        if theme.is_short:
            page: QBoxLayout = column(choices)
        elif theme.is_portrait:
            page = column(choices, 20, self._detail)
            page.setStretch(0, 4)
        else:
            page = row(choices, theme.by_frame(32, 0, 20), self._detail)
            page.setStretch(0, 536)
        page.setStretch(2, 5 if theme.is_portrait else 632)
        content = column(column(*head, gap=6), theme.by_frame(20, 20, 8), page)
        content.setStretch(2, 1)
        self.arrange(content, top=theme.by_frame(28, 32, 8), bottom=theme.by_frame(20, 20, 8))
        take = Button(theme, "secondary", _("Take it with you"), icon="printer")
        take.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        self.bar.put(start=(self.back_button(),), end=(take,))

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        if visit is self._visit:
            # Whoever comes back from Get help, or from the page to take home, goes on with what they had chosen.
            return
        self._visit = visit
        self._actions = open_actions(self._campaign, today(self._clock))
        self._in_english = False
        self._fill()
        self._show(0)

    def emits(self, step: Step) -> None:
        """Whoever goes back begins anew the next time."""
        if step is Step.BACK:
            self._visit = None
        super().emits(step)

    def carried(self) -> tuple[int, bool]:
        return self._chosen, self._in_english

    def resume(self, carried: object) -> None:
        if isinstance(carried, tuple) and carried[0] < len(self._actions):
            self._chosen, self._in_english = carried
            self._group.buttons()[self._chosen].setChecked(True)
            self._choose(self._chosen)

    def leave(self) -> None:
        self._visit = None
        self._empty_list()
        empty(self._detail)

    def speak(self, tongue: Tongue) -> None:
        """In another language the switch to English comes or goes, and codes may lead elsewhere."""
        is_new = tongue.code != self.tongue.code
        super().speak(tongue)
        if is_new and self._detail.count():
            self._in_english = False
            self._show(self._chosen)

    def _empty_list(self) -> None:
        empty(self._list, keeping=(self._room,) if self._room is not None else ())

    def _fill(self) -> None:
        self._empty_list()
        self._group = QButtonGroup(self)
        for number, action in enumerate(self._actions):
            card = action_row(self.theme, action)
            card.setProperty("kind", "choice")
            card.setCheckable(True)
            card.setAutoExclusive(True)
            card.setChecked(number == 0)
            card.setMinimumHeight(self.theme.by_frame(100, 96, 68))
            card.clicked.connect(lambda _on=False, number=number: self._choose(number))
            self._group.addButton(card)
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._list.setSpacing(self.theme.by_frame(14, 12, 8))

    def _choose(self, number: int) -> None:
        self._show(number)
        if self._room is not None:
            for part in (*self._group.buttons()[number : number + 1], self._room):
                bring_into_sight(part)

    def _show(self, number: int) -> None:
        if number >= len(self._actions):
            return
        if number != self._chosen:
            self._in_english = False
        self._chosen = number
        empty(self._detail)
        if self._room is not None:
            self._list.removeWidget(self._room)
            self._list.insertWidget(number + 1, self._room)
        for card in self._cards(self._actions[number]):
            self._detail.addWidget(card, 0 if card.property("box") == "card" else 1)
        self._detail.setSpacing(self.theme.by_frame(16, 14, 8))
        self.say_anew(self)

    # -- the chosen one --------------------------------------------------------------------------------------------

    def _cards(self, action: Action) -> list[QWidget]:
        scan = goal_scan(action, self.tongue.code)
        lines = self._lines(action)
        parts: list[QWidget] = []
        if scan is not None:
            hint = _SCAN_FOR.get(action.kind, _("Scan to open it on your phone, or type this address."))
            parts.append(code_card(self.theme, scan, self._whom(action), hint, is_large=not lines))
        if action.address is not None:
            parts.append(lines_card(self.theme, _("Address of the letter"), [action.address]))
        if lines:
            parts.append(holding(column(text_card(self.theme, lines))))
        else:
            parts.append(holding(column(None)))
        return parts

    @staticmethod
    def _whom(action: Action) -> Sayable:
        return _("To: {target}", target=action.target) if action.target is not None else action.title

    def _lines(self, action: Action) -> list[QWidget]:
        theme = self.theme
        lines: list[QWidget] = [aside(theme, action.hint)] if action.hint is not None else []
        said = script_of(self._campaign, action, None, today(self._clock))
        if said and self.tongue.code != SOURCE_LANGUAGE:
            back = _("Back to {language}", language=language_name(self.tongue.code))
            turn = Button(theme, "small", back if self._in_english else _("In English"))
            turn.clicked.connect(self._turn_english)
            lines.append(holding(row(turn, None)))
        lines += [said_line(theme, line, in_english=self._in_english) for line in said]
        if action.post is not None:
            lines.append(post_note(theme, action.post))
        return lines

    def _turn_english(self) -> None:
        self._in_english = not self._in_english
        self._show(self._chosen)
