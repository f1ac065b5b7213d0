"""The loop for passers-by: the wall with its gap, the pack's playlist turn by turn, and the bar that came down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from outreach_app.domain.campaign import Campaign, LoopPart
from outreach_app.kiosk.attract_film import AttractFilm
from outreach_app.kiosk.attract_sizes import FittingWords, fitting_words, usual_type
from outreach_app.kiosk.attract_turns import TurnWords
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Tongue, _, ngettext
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.card import CardButton
from outreach_app.look.direction import is_turned
from outreach_app.look.film_player import FilmTrouble
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.wall import ATTRACT_WALL, Bar, laid_wall, paint_bars
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.playlist import SHOWS_COUNT_FROM, Playlist, Turn
from outreach_app.visit.ports import Clock
from outreach_app.visit.visit import Visit

_REST_MS = 60_000
_WIDE_BAR_PX, _NARROW_BAR_PX = 600, 496
"""Width of the bar to touch where words may be larger."""

_ABOVE_THE_WORDS, _ABOVE_THE_WORDS_UNDER_A_RIBBON = 490, 450
"""Height of the wall's place in portrait, px."""


class AttractScreen(Screen):
    """Touching anywhere starts a visit; *Leave* here stills the loop for a minute."""

    place = Place.ATTRACT
    steps = frozenset({Step.BEGIN})
    scheme = "attract"

    def __init__(
        self,
        theme: Theme,
        *,
        campaign: Campaign,
        clock: Clock,
        signed_here: Callable[[], int],
        report: Callable[[FilmTrouble], None],
        wants_loop: Callable[[], bool] = lambda: True,
    ) -> None:
        # The loop is for whoever passes, not for one visitor, and its words are large as they are. Below larger bars,
        # or where the screen begins lower, it has the height of a low window.
        frame = Frame.COMPACT if theme.scrolls else theme.frame
        super().__init__(replace(theme.at_usual_size(), frame=frame).in_scheme("attract"))
        self._playlist = Playlist(campaign, clock, signed_here)
        self._film = self._make_film(campaign, report)
        self._wants_loop = wants_loop
        self._wall: tuple[Bar, ...] = ()
        # What one visitor asked for need not change the loop, but it never makes its words smaller than they are.
        self._fits = theme.scrolls
        self._words = fitting_words(theme, campaign) if self._fits else TurnWords(self.theme, campaign)
        kind = usual_type(theme)
        # Lower down nobody knows yet how wide the window is, so the bar keeps its size.
        grows = theme.is_large and not theme.display.low
        self._begin = _BeginBar(replace(kind, display=theme.display) if grows else kind, campaign)
        self._begin.clicked.connect(lambda: self.emits(Step.BEGIN))
        self.bar.hide()
        self._signed_here = signed_here
        self._number = Words(kind, "counter", "", wraps=False)
        self._people = Words(kind, "invite_second", "", tone="quiet", wraps=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        count = row(self._number, self._people, None, gap=20, align=middle, margins=(0, 16, 0, 0))
        if self._fits:
            self._arrange_by_height(holding(count), kind)
        elif self.theme.is_portrait:
            self._arrange_portrait(count)
        else:
            self._arrange_landscape(count)
        for words in (self._number, self._people, self._words):
            keeps_place = words.sizePolicy()
            keeps_place.setRetainSizeWhenHidden(True)
            words.setSizePolicy(keeps_place)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def enter(self, visit: Visit) -> None:
        """Show the number of those who have signed by now; the loop goes on wherever it comes into sight."""
        count = self._signed_here()
        self._number.tell(count)
        self._people.tell(ngettext("person has signed\nat this table", "people have signed\nat this table", count))

    def leave(self) -> None:
        """Still the loop for a minute."""
        if self._film is not None:
            self._film.stand_still()
        self._timer.start(_REST_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the loop, also when no more than a sheet was taken away from over it."""
        super().showEvent(event)
        self._take_turn()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if self._film is not None:
            self._film.end_turn()

    def _take_turn(self) -> None:
        """Show what comes next, for as long as it stands."""
        # Staff may switch it off while the table is open; it counts from the next turn on.
        self._playlist.plays_film = self._film is not None and not self._film.has_failed and self._wants_loop()
        self.show_turn(self._playlist.next())

    def show_turn(self, turn: Turn) -> None:
        """Show one turn for as long as it stands; then the playlist goes on."""
        self._words.show_turn(turn)
        for words in (self._number, self._people):
            words.setVisible(self._signed_here() >= SHOWS_COUNT_FROM and not self._words.shows_goal)
        self.say_anew(self)
        if self._film is not None and turn.part is LoopPart.FILM:
            self._timer.stop()
            self._place_film()
            self._film.take_turn()
            return
        if self._film is not None:
            self._film.end_turn()
        if not self.theme.is_still:
            self._timer.start(turn.seconds * 1000)

    def _go_on(self) -> None:
        """The turn is over, or the minute of rest."""
        if self._film is not None and self._film.has_turn:
            self._film.go_on()
        else:
            self._take_turn()

    # -- the film --------------------------------------------------------------------------------------------------

    def _make_film(self, campaign: Campaign, report: Callable[[FilmTrouble], None]) -> AttractFilm | None:
        """The quiet loop; none for a campaign without one, nor for whoever wants nothing to move."""
        if campaign.loop is None or self.theme.is_still:
            return None
        language = campaign.fallback_language
        film = AttractFilm(self, self.theme, campaign.loop, fallback_language=language, report=report)
        film.over.connect(self._take_turn)
        film.came.connect(self._make_room)
        return film

    def _place_film(self) -> None:
        """Over the whole screen, where the bar of our own loop comes down to the button; in portrait over the words."""
        if self._film is not None:
            area = self.rect()
            if self.theme.is_portrait:
                area = QRect(0, 0, self.width(), self._above_the_words())
            self._film.place(area, self._begin.geometry())

    def _make_room(self, is_there: bool) -> None:
        """No words stand on the film but its captions."""
        if not self.theme.is_portrait:
            self._words.setVisible(not is_there)
            for words in (self._number, self._people):
                words.setVisible(not is_there and self._signed_here() >= SHOWS_COUNT_FROM)

    def _arrange_landscape(self, count: QHBoxLayout) -> None:
        theme = self.theme
        self._begin.setFixedSize(
            theme.by_frame(496, 0, 440), theme.size("button_attract") - (0 if not theme.is_compact else 16)
        )
        words = column(None, self._words, theme.by_frame(9, 0, 6))
        foot = row(column(None, count, None), None, self._begin)
        content = column(words, foot)
        content.setStretch(0, 1)
        content.setContentsMargins(theme.by_frame(44, 0, 26), 0, theme.grid.margin, theme.by_frame(52, 0, 32))
        self.setLayout(content)

    def _arrange_portrait(self, count: QHBoxLayout) -> None:
        self._begin.setFixedHeight(self.theme.size("button_attract"))
        # The two bars of the language switch come first, so the wall hangs in the space above the words.
        content = column(None, self._words, 28, count, 28, self._begin)
        content.setContentsMargins(34, self._above_the_words(), self.theme.grid.margin, 48)
        self.setLayout(content)

    def _arrange_by_height(self, count: QWidget, kind: Theme) -> None:
        """Words and button beside each other where the window is wide, so that lower down there is height for both."""
        theme, is_tall = self.theme, kind.frame is Frame.PORTRAIT
        grows = self._begin.is_large
        width = _WIDE_BAR_PX if grows and not kind.is_compact else _NARROW_BAR_PX
        # Room for the tails of letters half as large again.
        self._begin.setFixedSize(width, theme.size("button_attract") + (16 if grows else 0))
        words: list[Part] = [self._words]
        if theme.display.low:
            # The number gives way to the words.
            count.setParent(self)
            count.hide()
        else:
            words += [6, count]
        left = column(*words)
        left.setStretch(0, 1)
        content: QBoxLayout = column(left, 20, self._begin) if is_tall else row(left, 20, column(None, self._begin))
        content.setStretch(0, 1)
        if is_tall:
            content.setAlignment(self._begin, Qt.AlignmentFlag.AlignRight)
        content.setContentsMargins(26, 12, theme.grid.margin, 32)
        self.setLayout(content)

    def _above_the_words(self) -> int:
        return self.theme.by_height(_ABOVE_THE_WORDS, _ABOVE_THE_WORDS_UNDER_A_RIBBON)

    # -- touching anywhere -----------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.emits(Step.BEGIN)

    # -- the wall --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wall = ()
        self._place_film()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Its bars are kept, not a picture of them: that would be as large as the window for as long as the loop plays.
        self._wall = self._wall or tuple(self._lay_wall())
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.color("paper"))
        if is_turned(self):
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_bars(painter, self._wall, ATTRACT_WALL)
        painter.end()

    def _lay_wall(self) -> Iterator[Bar]:
        shades = self.theme.tokens.motif["attract"]
        width, step = self.width(), ATTRACT_WALL.bar + ATTRACT_WALL.gap
        if self.theme.is_portrait:
            area = QRectF(-60, 16, width + 120, self.theme.by_height(8, 7) * step - ATTRACT_WALL.gap)
            gap = QRectF(22, 16 + 3 * step - 5, width - 44, 2 * step)
            return laid_wall(area, gap, shades, ATTRACT_WALL)
        rows = (self.height() - 4 - self.theme.by_frame(194, 0, 150)) // step
        # Beside the widest words, where they are larger than a low window has them.
        beside = 46 + self._words.width_px if isinstance(self._words, FittingWords) else 0
        area = QRectF(max(width * 0.44, beside), 4, width, rows * step - ATTRACT_WALL.gap)
        button = self._begin.width()
        left = width - self.theme.grid.margin - button - 10
        gap = QRectF(left, 4 + (rows // 3) * step - 5, button + 20, 2 * step)
        return laid_wall(area, gap, shades, ATTRACT_WALL, ragged=90)


class _BeginBar(CardButton):
    """The bar that has come down: it says "touch to begin" in the language spoken, and below in the others."""

    def __init__(self, theme: Theme, campaign: Campaign) -> None:
        self.is_large = theme.is_large
        self._first = Words(theme, "invite", "", tone="on_dawn")
        self._others = Words(theme, "invite_second", "", tone="on_dawn")
        self._languages = campaign.languages
        words = column(None, self._first, 2, self._others, None)
        layout = row(words, 16, Icon(theme, "arrow-right", color="on_dawn", size=40), margins=(32, 8, 34, 8))
        layout.setStretchFactor(words, 1)
        super().__init__(theme, layout, (_("Touch to begin"),))
        self.setProperty("kind", "hero")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """The spoken language first, the campaign's others below."""
        super().speak(tongue)
        invitation = _("Touch to begin")
        self._first.tell(tongue.say(invitation))
        others = [Tongue(code).say(invitation) for code in self._languages if code != tongue.code]
        self._others.tell(" · ".join(others))
