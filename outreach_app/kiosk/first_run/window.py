"""The window before there is a table: a bar, one page, and the only reader of the way through."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from outreach_app.kiosk.bars import LanguageSwitch
from outreach_app.kiosk.first_run.makers import make_page
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import GUARDED, FirstPlace, Turn, after
from outreach_app.kiosk.reading_order import ReadInOrder
from outreach_app.kiosk.second_tap import TOUCHES, SecondTap
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.look.arranging import empty, row
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Theme, frame_for
from outreach_app.look.words import Words, speak
from outreach_app.theme_tokens import read_tokens

LANGUAGES = ("en", "es")
LOCK_AFTER_SECONDS = 300
"""Without a touch or a key, what took the lead PIN is left again: long enough to fetch a stick and compare a sheet."""

_SIGNS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})
_UNGUARDED = frozenset({FirstPlace.WELCOME, FirstPlace.EVENTS})


class Outcome(Enum):
    """What shall happen after this window."""

    QUIT = auto()
    DEMO = auto()
    OPEN = auto()


class FirstRunWindow(ReadInOrder):
    """The welcome, the set-up and the list of events.

    Args:
        services: what the pages work with.
        language: the one it begins in, unless somebody has begun a set-up in another.

    Attributes:
        outcome: what shall happen once it has closed; ``station`` is the folder to open then.
    """

    def __init__(self, services: FirstRunServices, language: str = SOURCE_LANGUAGE) -> None:
        super().__init__()
        self.outcome, self.station = Outcome.QUIT, None
        self._may_close = False
        self._lock = QTimer(self, interval=LOCK_AFTER_SECONDS * 1_000)
        self._lock.timeout.connect(self._lock_again)
        self._services = services
        spoken = services.draft.answers.language or language
        self._tongue = Tongue(spoken if spoken in LANGUAGES else SOURCE_LANGUAGE)
        self._second_tap = SecondTap(self, services.clock)
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
            # Wherever it lands, a touch means that somebody is there.
            application = QApplication.instance()
            if application is not None:
                application.installEventFilter(self)
            self._lock.start()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SIGNS:
            self._lock.start()
        return kind in TOUCHES and watched is self.windowHandle() and self._second_tap.swallows(event)

    def _lock_again(self) -> None:
        """Every answer is on the disk, so whoever comes back with the PIN goes on where it was left."""
        if self._is_guarded and self._place not in _UNGUARDED and not self.page.is_at_work:
            self._go(self._start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and frame_for(self.size()) is not self._theme.frame:
            self._build()

    def allow_close(self) -> None:
        """Let the window be closed like any other: for one on the desktop."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self._is_guarded:
            event.ignore()
            self._turn(Turn.QUIT)
            return
        self._services.lane.belong_to(None)
        # Another window follows in the same program; its touches are none of ours.
        self._lock.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
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
        # At once, not with the next layout: what is hidden cannot take the focus.
        page.show()
        self._second_tap.screen_came()
        speak(page, self._tongue)
        page.begin()

    def speak_language(self, code: str) -> None:
        """Say everything in another language; what is typed stays."""
        self._tongue = Tongue(code)
        speak(self, self._tongue)
        # A disk that refuses it will refuse the next answer too, which says so.
        services = self._services
        services.lane.do(lambda: services.draft.speak(code), lambda _kept: None, lambda _error: None)

    # -- turns -----------------------------------------------------------------------------------------------------

    @property
    def _is_guarded(self) -> bool:
        return self._services.door.desk is not None

    def _turn(self, turn: Turn) -> None:
        services = self._services
        if turn in GUARDED and self._is_guarded:
            services.wanted = turn
            self._go_soon(FirstPlace.GATE)
            return
        if turn is Turn.UNLOCKED and services.wanted is not None:
            turn = services.wanted
        self._take(turn)

    def _take(self, turn: Turn) -> None:
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
                self._go_soon(goal)

    def _go_soon(self, goal: FirstPlace) -> None:
        """A button must not throw its own page away while it is still being pressed."""
        QTimer.singleShot(0, self, lambda: self._go(goal))

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._may_close = True
        self.close()
        QApplication.exit(0)
