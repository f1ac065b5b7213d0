"""Before the film: what it is about and how long, and two ways on that look the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from outreach_app.campaign.captions import find_captions
from outreach_app.domain.campaign import Campaign, Film
from outreach_app.domain.wording import Wording
from outreach_app.kiosk.film_length import spoken_length
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.card import CardButton, choice_card
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step


class FilmNoticeScreen(Screen):
    """Nobody meets the film unasked. *Skip* stands first, and is as large as *Play*."""

    place = Place.FILM_NOTICE
    steps = frozenset({Step.SKIP_FILM, Step.PLAY_FILM, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, film: Film) -> None:
        super().__init__(theme)
        head = [Words(theme, "h1", _("Before the film"))]
        if not theme.is_compact:
            head.append(Words(theme, "lead", _("So you can choose. Either choice is fine."), tone="quiet"))
        # Promised is what can be read in whichever language is chosen.
        home = campaign.fallback_language
        self._has_captions = all(find_captions(film, code, home).cues for code in campaign.languages)
        said = column(*self._lines(campaign.film_notice, film), None, gap=theme.by_frame(28, 26, 14))
        self._lay_out(column(*head, gap=8), said, self._ways(film))
        self.bar.put(start=(self.back_button(),))

    def _lay_out(self, head: QBoxLayout, said: QBoxLayout, cards: tuple[CardButton, ...]) -> None:
        theme = self.theme
        top, bottom = theme.by_frame(40, 36, 20), theme.by_frame(24, 36, 12)
        if theme.is_short:
            self._lay_out_above(column(head, theme.by_frame(28, 28, 12), said), cards)
            return
        ways = column(*cards, gap=theme.by_frame(24, 24, 16))
        halves = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_portrait else QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(theme.by_frame(56, 40, 24))
        halves.addLayout(said, 1)
        halves.addLayout(column(ways, None) if not theme.is_portrait else ways, 1)
        content = column(head, theme.by_frame(34, 36, 16), halves)
        content.setStretch(2, 1)
        self.arrange(content, top=top, bottom=bottom)

    def _lay_out_above(self, said: QBoxLayout, cards: tuple[CardButton, ...]) -> None:
        """What it is about scrolls; the two ways on stand still below it, or nobody would see that they may skip."""
        theme = self.theme
        edge, top = theme.grid.margin, theme.by_frame(28, 28, 12)
        said.setContentsMargins(edge, top, edge, 12)
        gap = theme.by_frame(24, 16, 16)
        ways: QBoxLayout = column(*cards, gap=gap) if theme.frame is Frame.PORTRAIT else row(*cards, gap=gap)
        ways.setContentsMargins(edge, theme.by_frame(12, 16, 4), edge, theme.by_frame(16, 20, 8))
        self.fill(said, holding(ways), self.bar)

    def _lines(self, notice: Wording | None, film: Film) -> list[QHBoxLayout]:
        captioned = _("{length}, with captions", length=spoken_length(film.seconds))
        plain = _("{length} long", length=spoken_length(film.seconds))
        lines = [
            self._line("clock", captioned if self._has_captions else plain, _("You can pause or leave at any moment.")),
            self._line("help", _("Help is always one touch away"), _("“Get help” stays at the top of the screen.")),
        ]
        if notice is not None:
            lines.insert(0, self._line("info", _("What it is about"), notice))
        return lines

    def _line(self, icon: str, title: Sayable, text: Sayable) -> QHBoxLayout:
        theme = self.theme
        words = column(Words(theme, "h3", title), Words(theme, "min", text, tone="quiet"), gap=theme.by_frame(2, 4, 0))
        top = Qt.AlignmentFlag.AlignTop
        parts: tuple[Part, ...] = (Icon(theme, icon, size=32), theme.by_frame(20, 20, 16), words)
        layout = row(*parts, align=top)
        layout.setStretchFactor(words, 1)
        return layout

    def _ways(self, film: Film) -> tuple[CardButton, ...]:
        theme = self.theme
        captioned = _("{length}, captions on", length=spoken_length(film.seconds))
        skip = choice_card(theme, "arrow-right", _("Skip the film"), _("Go straight to the facts"), kind="offer")
        play = choice_card(
            theme,
            "play",
            _("Play the film"),
            captioned if self._has_captions else spoken_length(film.seconds),
            kind="offer",
        )
        skip.clicked.connect(lambda: self.emits(Step.SKIP_FILM))
        play.clicked.connect(lambda: self.emits(Step.PLAY_FILM))
        for card in (skip, play):
            card.setMinimumHeight(theme.by_frame(96, 96, 84) if theme.is_short else theme.by_frame(166, 166, 120))
        return skip, play
