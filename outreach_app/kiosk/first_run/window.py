"""The window before there is a table: a bar, one page, and the only reader of the way through."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from outreach_app.kiosk.bars import LanguageSwitch
from outreach_app.kiosk.first_run.makers import make_page
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn, after
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.look.arranging import empty, row
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Theme, frame_for
from outreach_app.look.words import Words, speak
from outreach_app.theme_tokens import read_tokens

LANGUAGES = ("en", "es")


class Outcome(Enum):
    """What shall happen after this window."""

    QUIT = auto()
    DEMO = auto()
    OPEN = auto()


class FirstRunWindow(QWidget):
    """The welcome, the set-up and the list of events.

    Args:
        services: what the pages work with.
        language: the one it begins in.

    Attributes:
        outcome: what shall happen once it has closed; ``station`` is the folder to open then.
    """

    def __init__(self, services: FirstRunServices, language: str = SOURCE_LANGUAGE) -> None:
        super().__init__()
        self.outcome, self.station = Outcome.QUIT, None
        self._services = services
        self._tongue = Tongue(language if language in LANGUAGES else SOURCE_LANGUAGE)
        self._tokens = read_tokens()
        self._theme = Theme(self._tokens)
        self._place = self._start
        self._page: Page | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setObjectName("kiosk")

    station: Path | None

    @property
    def _start(self) -> FirstPlace:
        return FirstPlace.EVENTS if self._services.home.stations() else FirstPlace.WELCOME

    @property
    def page(self) -> Page:
        """The page that is seen."""
        assert self._page is not None  # noqa: S101 - a window that was shown has one
        return self._page

    def start_over(self) -> None:
        """After a fault: the start again; every answer is on the disk."""
        self._go(self._start)

    def showEvent(self, event: QShowEvent) -> None:
        if self._page is None:
            self._build()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and frame_for(self.size()) is not self._theme.frame:
            self._build()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._services.lane.belong_to(None)
        event.accept()

    # -- pages -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Everything anew, for the window's shape."""
        empty(self._whole)
        self._theme = Theme(self._tokens, frame_for(self.size()))
        self._theme.dress(self)
        self._whole.addWidget(self._top_bar())
        self._page = None
        self._go(self._place)

    def _top_bar(self) -> QWidget:
        theme, bar = self._theme, QWidget()
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setProperty("ground", "top-bar")
        bar.setFixedHeight(theme.grid.top)
        name = Words(theme, "wordmark", _("Pledge station"), tone="accent", wraps=False)
        switch = LanguageSwitch(theme, LANGUAGES)
        switch.show_language(self._tongue.code)
        switch.language_chosen.connect(self.speak_language)
        side = theme.grid.margin
        middle = Qt.AlignmentFlag.AlignVCenter
        bar.setLayout(row(Mark(theme), 13, name, None, switch, margins=(side, 0, side, 0), align=middle))
        speak(bar, self._tongue)
        return bar

    def _go(self, place: FirstPlace) -> None:
        before = self._page
        page = make_page(place, self._theme, self._services)
        page.turned.connect(self._turn)
        page.change_wanted.connect(self._go)
        self._services.lane.belong_to(page)
        self._place, self._page = place, page
        if before is not None:
            self._whole.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._whole.addWidget(page, 1)
        speak(page, self._tongue)
        page.begin()

    def speak_language(self, code: str) -> None:
        """Say everything in another language; what is typed stays."""
        self._tongue = Tongue(code)
        speak(self, self._tongue)

    # -- turns -----------------------------------------------------------------------------------------------------

    def _turn(self, turn: Turn) -> None:
        match turn:
            case Turn.QUIT:
                self._end(Outcome.QUIT)
            case Turn.TRY_DEMO:
                self._end(Outcome.DEMO)
            case Turn.OPEN_STATION:
                made = self._services.made
                self.station = made.path if made is not None else None
                self._end(Outcome.OPEN)
            case _:
                has_stations = bool(self._services.home.stations())
                goal = after(self._place, turn, self._services.draft.step(), has_stations=has_stations)
                # A button must not throw its own page away while it is still being pressed.
                QTimer.singleShot(0, self, lambda: self._go(goal))

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.close()
        QApplication.exit(0)
