"""The loop for passers-by: the wall with its gap, the motto, slides that take turns, and the bar that came down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Tongue, _, ngettext
from outreach_app.look.arranging import column, row
from outreach_app.look.card import CardButton
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.wall import ATTRACT_WALL, paint_wall
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_SLIDE_MS = 8_000
_REST_MS = 60_000
_SHOWS_COUNT_FROM = 25


class AttractScreen(Screen):
    """Touching anywhere starts a visit; *Leave* here stills the slides for a minute."""

    place = Place.ATTRACT
    steps = frozenset({Step.BEGIN})
    scheme = "attract"

    def __init__(self, theme: Theme, *, campaign: Campaign, signed_here: Callable[[], int]) -> None:
        super().__init__(theme.in_scheme("attract"))
        self._slides = campaign.slides
        self._slide_at = 0
        self._wall = QPixmap()
        self._motto = Words(self.theme, "display", campaign.motto)
        self._slide = Words(self.theme, "slide", campaign.slides[0] if campaign.slides else "")
        self._begin = _BeginBar(self.theme, campaign)
        self._begin.clicked.connect(lambda: self.emits(Step.BEGIN))
        self.bar.hide()
        self._signed_here = signed_here
        self._number = Words(self.theme, "counter", "", wraps=False)
        self._people = Words(self.theme, "invite_second", "", tone="quiet", wraps=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        count = row(self._number, self._people, None, gap=20, align=middle, margins=(0, 16, 0, 0))
        if self.theme.is_portrait:
            self._arrange_portrait(count)
        else:
            self._arrange_landscape(count)
        self._turn = QTimer(self, interval=_SLIDE_MS)
        self._turn.timeout.connect(self._next_slide)
        self._turn.start()

    def enter(self, visit: Visit) -> None:
        """Show how many have signed by now."""
        count = self._signed_here()
        self._number.tell(count)
        self._people.tell(ngettext("person has signed\nat this table", "people have signed\nat this table", count))
        for words in (self._number, self._people):
            words.speak(self.tongue)
            words.setVisible(count >= _SHOWS_COUNT_FROM)

    def leave(self) -> None:
        """Still the slides for a minute."""
        self._turn.start(_REST_MS)

    def _arrange_landscape(self, count: QHBoxLayout) -> None:
        theme = self.theme
        self._motto.setFixedWidth(theme.by_frame(560, 0, 420))
        self._slide.setFixedWidth(theme.by_frame(500, 0, 400))
        self._begin.setFixedSize(
            theme.by_frame(496, 0, 440), theme.size("button_attract") - (0 if not theme.is_compact else 16)
        )
        # Three lines are kept free for the slides, so that the motto stands still while they take turns.
        self._slide.setFixedHeight(round(3 * theme.line_height("slide")))
        words = column(None, self._motto, self._slide, theme.by_frame(9, 0, 6))
        foot = row(column(None, count, None), None, self._begin)
        content = column(words, foot)
        content.setStretch(0, 1)
        content.setContentsMargins(theme.by_frame(44, 0, 26), 0, theme.grid.margin, theme.by_frame(52, 0, 32))
        self.setLayout(content)

    def _arrange_portrait(self, count: QHBoxLayout) -> None:
        self._begin.setFixedHeight(self.theme.size("button_attract"))
        # The two bars of the language switch come first, so the wall hangs in the space above the words.
        content = column(None, self._motto, self._slide, 28, count, 28, self._begin)
        content.setContentsMargins(34, 490, self.theme.grid.margin, 48)
        self.setLayout(content)

    def _next_slide(self) -> None:
        self._turn.setInterval(_SLIDE_MS)
        if self._slides:
            self._slide_at = (self._slide_at + 1) % len(self._slides)
            self._slide.tell(self._slides[self._slide_at])

    # -- touching anywhere -----------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.emits(Step.BEGIN)

    # -- the wall --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wall = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wall.isNull():
            self._wall = self._draw_wall()
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._wall)
        painter.end()

    def _draw_wall(self) -> QPixmap:
        picture = QPixmap(self.size())
        picture.fill(self.theme.color("paper"))
        painter = QPainter(picture)
        width, step = self.width(), ATTRACT_WALL.bar + ATTRACT_WALL.gap
        if self.theme.is_portrait:
            area = QRectF(-60, 16, width + 120, 8 * step - ATTRACT_WALL.gap)
            gap = QRectF(22, 16 + 3 * step - 5, width - 44, 2 * step)
            paint_wall(painter, area, gap, self.theme.tokens.motif["attract"], ATTRACT_WALL)
        else:
            rows = (self.height() - 4 - self.theme.by_frame(194, 0, 150)) // step
            area = QRectF(width * 0.44, 4, width, rows * step - ATTRACT_WALL.gap)
            button = self._begin.width()
            left = width - self.theme.grid.margin - button - 10
            gap = QRectF(left, 4 + (rows // 3) * step - 5, button + 20, 2 * step)
            paint_wall(painter, area, gap, self.theme.tokens.motif["attract"], ATTRACT_WALL, ragged=90)
        painter.end()
        return picture


class _BeginBar(CardButton):
    """The bar that has come down: it says "touch to begin" in the language spoken, and below in the others."""

    def __init__(self, theme: Theme, campaign: Campaign) -> None:
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
