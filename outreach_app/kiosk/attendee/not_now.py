"""For those whose pledge is not kept: thanks, and everything that asks for nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.action_cards import only_ways_card
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.arranging import column
from outreach_app.look.button import Button
from outreach_app.look.card import CardButton, choice_card
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.acting import open_actions
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import Visit


class NotNowScreen(Screen):
    """Thank you for asking; nothing was kept."""

    place = Place.NOT_NOW
    steps = frozenset(
        {Step.READ_FACTS, Step.ASK_ZIP, Step.SHOW_LAWMAKERS, Step.SEE_OTHER_WAYS, Step.TAKE_IT, Step.BACK}
    )

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._visit: Visit | None = None
        take = choice_card(theme, "printer", _("Take it with you"), _("A page to keep, and where to get help"))
        read = choice_card(theme, "book", _("Get the facts"), _("Each with its source"))
        take.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        read.clicked.connect(lambda: self.emits(Step.READ_FACTS))
        words = column(
            None,
            Words(theme, "h1", _("Thank you for caring about this")),
            theme.by_frame(16, 16, 8),
            Words(theme, "lead", _("We cannot take a pledge from you today. Nothing you entered was kept.")),
            theme.by_frame(16, 16, 8),
            Words(theme, "lead", _("You can still do a lot. Choose what you like."), tone="quiet"),
            None,
        )
        doors = column(*self._ways_to_act(campaign, today(clock)), take, read, gap=theme.by_frame(21, 21, 13))
        direction = QBoxLayout.Direction
        page = QBoxLayout(direction.TopToBottom if theme.is_portrait else direction.LeftToRight)
        page.setSpacing(theme.by_frame(56, 40, 24))
        page.addLayout(words, 1)
        page.addLayout(doors, 1)
        edge = theme.by_frame(56, 48, theme.by_height(20, 8))
        self.arrange(page, top=edge, bottom=edge)
        other = Button(theme, "secondary", _("Other ways to act"), icon="share")
        other.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
        has_others = campaign.asks_lawmakers and bool(open_actions(campaign, today(clock)))
        self.bar.put(start=(self.back_button(),), end=(other,) if has_others else ())

    def _ways_to_act(self, campaign: Campaign, day: date) -> tuple[CardButton, ...]:
        """The door to the lawmakers, or to what the campaign asks of others; none that leads nowhere."""
        if campaign.asks_lawmakers:
            about = _("They speak for you, whatever your age")
            contact = choice_card(self.theme, "capitol", _("Contact your lawmakers"), about)
            contact.clicked.connect(self._find_lawmakers)
            return (contact,)
        if not open_actions(campaign, day):
            return ()
        ways = only_ways_card(self.theme)
        ways.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
        return (ways,)

    def enter(self, visit: Visit) -> None:
        self._visit = visit

    def leave(self) -> None:
        self._visit = None

    def _find_lawmakers(self) -> None:
        if self._visit is not None:
            self.emits(self._visit.lawmaker_step())
