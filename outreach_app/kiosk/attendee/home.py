"""The first choice: three doors at the left, the pledge at the right where the hand is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, Film
from outreach_app.kiosk.action_cards import only_ways_card
from outreach_app.kiosk.bars import badge, bar_note
from outreach_app.kiosk.film_length import spoken_length
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, _, ngettext
from outreach_app.look.arranging import column, row
from outreach_app.look.button import Button
from outreach_app.look.card import CardButton, choice_card, theme_margins
from outreach_app.look.icon import Icon
from outreach_app.look.motif import WallCard
from outreach_app.look.signs import chip
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.acting import open_actions
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.playlist import SHOWS_COUNT_FROM
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import Visit


class HomeScreen(Screen):
    """The home screen: what would you like to do."""

    place = Place.HOME
    steps = frozenset(
        {
            Step.WATCH_FILM,
            Step.READ_FACTS,
            Step.START_PLEDGE,
            Step.START_PLEDGE_OF_AGE,
            Step.START_PLEDGE_UNDER_AGE,
            Step.SHOW_THANKS,
            Step.ASK_ZIP,
            Step.SHOW_LAWMAKERS,
            Step.SEE_OTHER_WAYS,
            Step.TAKE_IT,
        }
    )

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock, signed_here: int, shows_badge: bool) -> None:
        super().__init__(theme)
        self._visit: Visit | None = None
        self._form = campaign.pledge
        day = today(clock)
        film = campaign.film_on(day)
        films = (self._film_door(film),) if film is not None else ()
        ways = self._ways_to_act(campaign, day)
        doors = column(*films, self._facts_door(len(campaign.facts_on(day))), *ways, gap=theme.by_frame(21, 21, 13))
        pledge = self._pledge_bar(campaign) if theme.is_large else self._pledge_card(campaign)
        halves = QBoxLayout(QBoxLayout.Direction.BottomToTop if theme.is_portrait else QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(theme.by_frame(24, 24, 16))
        halves.addLayout(doors, 49)
        share = 0 if theme.is_large else 55
        halves.addWidget(pledge, 49 if not theme.is_portrait else share)
        head = [Words(theme, "h1", _("What would you like to do?"))]
        if not theme.drops_second_lines:
            head.append(Words(theme, "lead", _("Take your time. You can stop whenever you like."), tone="quiet"))
        content = column(column(*head, gap=8), theme.by_frame(27, 27, 12), halves)
        content.setStretch(2, 1)
        self.arrange(content, top=theme.by_frame(36, 36, 20), bottom=theme.by_frame(36, 36, 20))
        self._fill_bar(signed_here, shows_badge)

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        # The first fact's code takes as long to make as the rest of its card.
        self.once_seen(lambda: self.nearing.emit(Step.READ_FACTS))

    def leave(self) -> None:
        self._visit = None

    def _film_door(self, film: Film) -> CardButton:
        theme = self.theme
        warns = None if theme.drops_second_lines else chip(theme, _("Notice before it starts"), "open")
        watch = choice_card(theme, "film", _("Watch the film"), spoken_length(film.seconds), chip=warns)
        watch.clicked.connect(lambda: self.emits(Step.WATCH_FILM))
        return watch

    def _facts_door(self, facts: int) -> CardButton:
        about = _("Each with its source") if self.theme.is_compact else _facts_line(facts)
        read = choice_card(self.theme, "book", _("Get the facts"), about)
        read.clicked.connect(lambda: self.emits(Step.READ_FACTS))
        return read

    def _ways_to_act(self, campaign: Campaign, day: date) -> tuple[CardButton, ...]:
        """The door to the lawmakers, or to what the campaign asks of others; none that leads nowhere."""
        theme = self.theme
        if campaign.asks_lawmakers:
            about = _("Find them by ZIP code") if theme.is_compact else _("Find them by ZIP code, call or write")
            contact = choice_card(theme, "capitol", _("Contact your lawmakers"), about)
            contact.clicked.connect(self._find_lawmakers)
            return (contact,)
        if not open_actions(campaign, day):
            return ()
        ways = only_ways_card(theme)
        ways.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
        return (ways,)

    def _pledge_bar(self, campaign: Campaign) -> CardButton:
        """The pledge as the first of the doors, for large text."""
        theme = self.theme
        title = Words(theme, "card_h1", campaign.pledge_title, tone="on_accent")
        signs = (
            Icon(theme, "pencil", color="on_accent", size=44),
            Icon(theme, "arrow-right", color="on_accent", size=40),
        )
        words = column(None, title, None)
        layout = row(signs[0], 24, words, 16, signs[1], margins=theme_margins(theme))
        layout.setStretchFactor(words, 1)
        start = CardButton(theme, layout, (campaign.pledge_title, campaign.pledge_summary), kind="accent-card")
        start.setMinimumHeight(theme.by_frame(120, 120, 96))
        start.clicked.connect(self._start_pledge)
        return start

    def _pledge_card(self, campaign: Campaign) -> WallCard:
        theme = self.theme
        wall = theme.by_frame(theme.by_height(160, 122), 194, 0)
        card = WallCard(theme, wall, (28, theme.by_height(58, 18), 64))
        title = Words(theme, "card_h1", campaign.pledge_title, tone="on_accent")
        summary = Words(theme, "body", campaign.pledge_summary, tone="on_accent_quiet")
        start = Button(theme, "hero", _("Start"), icon="arrow-right", icon_after=True, spread=True)
        start.clicked.connect(self._start_pledge)
        side = theme.by_frame(36, 36, 28)
        layout = column(
            *((None,) if wall else (theme.space("s6"),)),
            title,
            4,
            summary,
            theme.by_frame(22, 22, 16),
            *(() if wall else (None,)),
            start,
        )
        layout.setContentsMargins(side, 0, side, theme.by_frame(32, 32, 28))
        card.setLayout(layout)
        return card

    def _fill_bar(self, signed_here: int, shows_badge: bool) -> None:
        theme = self.theme
        take_words = _("Take something with you") if theme.frame.value == "landscape" else _("Take it with you")
        take = Button(theme, "quiet", take_words, icon="printer")
        take.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        start: tuple[QWidget, ...] = ()
        is_narrow = theme.frame is Frame.PORTRAIT
        if signed_here >= SHOWS_COUNT_FROM and not (theme.is_portrait or theme.is_compact):
            sentence = ngettext(
                "**{count}** person has signed at this table",
                "**{count}** people have signed at this table",
                signed_here,
            )
            start = (bar_note(theme, "flag", Words(theme, "meta", sentence, tone="quiet", strong=Strong.STARRED)),)
        elif shows_badge and (theme.is_portrait or theme.is_compact) and not (is_narrow and theme.is_large):
            start = (badge(theme, in_two_lines=False),)
        self.bar.put(start=start, end=(take,))

    def _start_pledge(self) -> None:
        if self._visit is not None:
            self.emits(self._visit.pledge_step(self._form))

    def _find_lawmakers(self) -> None:
        if self._visit is not None:
            self.emits(self._visit.lawmaker_step())


def _facts_line(facts: int) -> Message:
    return ngettext("{count} fact, with its source", "{count} facts, each with its source", facts)
