"""The one window: the frame of bars around a stack of screens, and the only reader of the flow table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from outreach_app.kiosk.bars import TopBar, demo_ribbon
from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.screen_shelf import ScreenShelf
from outreach_app.language import Sayable, Tongue
from outreach_app.look.arranging import empty
from outreach_app.look.direction import of_tongue as direction_of_page
from outreach_app.look.field import empty_clipboard
from outreach_app.look.focus_ring import MOVES_BY_KEY
from outreach_app.look.theme import Theme, frame_for, load_fonts_for
from outreach_app.look.words import speak
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.flow import TIMETABLE, Place, Step
from outreach_app.visit.idling import IdleClock, Stillness
from outreach_app.visit.visit import Visit

_PRESENCE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


@dataclass(frozen=True)
class WindowPlan:
    """What the window is told by the station.

    Attributes:
        wordmark, languages, first_language: of the campaign.
        is_demo: shows the ribbon instead of the badge.
        makers: how each place's screen is made.
        visit_changed: called with the new visit when one person's visit ends and the next begins.
    """

    tokens: ThemeTokens
    wordmark: Sayable
    languages: tuple[str, ...]
    first_language: str
    is_demo: bool
    makers: Mapping[Place, Callable[[Theme], Screen]]
    visit_changed: Callable[[Visit], None]


class KioskWindow(QWidget):
    """The kiosk. Screens are made when first needed and thrown away with the visit."""

    def __init__(self, plan: WindowPlan, idle: IdleClock) -> None:
        super().__init__()
        self._plan = plan
        self._idle = idle
        self._may_close = False
        load_fonts_for(plan.languages)
        self._tongues = {code: Tongue(code) for code in plan.languages}
        self._theme = Theme(plan.tokens)
        self._bars: dict[str, TopBar] = {}
        self._shelf = ScreenShelf(plan.makers, self._welcome, self._not_listening)
        self.visit = Visit(plan.first_language)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        # A screen must fit the window; the window never grows to fit a screen.
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._top: QWidget | None = None
        self._sheet: IdleSheet | None = None
        self._focus_before: QWidget | None = None
        self._seconds = QTimer(self, interval=500)
        self._seconds.timeout.connect(self._look_whether_idle)
        self.setObjectName("kiosk")

    # -- starting and ending ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Lay out for the size the window has now, and show the loop for passers-by. Showing the window does this."""
        if self._top is not None:
            return
        self._turn_to(self._tongue())
        self._build_frame()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._plan.visit_changed(self.visit)
        self._show(Place.ATTRACT)
        self._seconds.start()

    def showEvent(self, event: QShowEvent) -> None:
        self.start()
        super().showEvent(event)

    def start_over(self) -> None:
        """Drop the visit and show the loop, as when somebody leaves: after a fault, nothing half done is kept."""
        self._leave()

    def allow_close(self) -> None:
        """Let the next close through: for the demo's window and for staff."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            return
        self._seconds.stop()
        self._shelf.drop()
        self._shelf.sweep()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._top is not None and frame_for(self.size()) is not self._theme.frame:
            self._build_frame()
            self._show(self.visit.journey.at)
        if self._sheet is not None:
            self._sheet.setGeometry(self._shelf.geometry())

    def look_in(self, place: Place, visit: Visit) -> None:
        """Show one screen as this visit would find it, for a preview; whatever was shown before is dropped."""
        self._close_sheet()
        self._shelf.drop()
        visit.journey.at = place
        self.visit = visit
        self._plan.visit_changed(visit)
        self._speak(self._tongue())
        self._show(place)

    # -- the frame -------------------------------------------------------------------------------------------------

    def _build_frame(self) -> None:
        """Everything around the screens, for the window's shape."""
        empty(self._whole, keeping=(self._shelf,))
        self._theme = Theme(self._plan.tokens, frame_for(self.size()), has_ribbon=self._plan.is_demo)
        self._theme.dress(self)
        self._shelf.lay_out_for(self._theme)
        top = QWidget()
        choices = QStackedLayout(top)
        self._bars = {}
        for scheme in ("light", "attract"):
            bar = self._top_bar(self._theme.in_scheme(scheme))
            self._bars[scheme] = bar
            choices.addWidget(bar)
        top.setFixedHeight(self._theme.grid.top)
        self._choose_bar = choices.setCurrentWidget
        self._top = top
        self._frame_parts: list[QWidget] = list(self._bars.values())
        if self._plan.is_demo:
            ribbon = demo_ribbon(self._theme)
            speak(ribbon, self._tongue())
            self._whole.addWidget(ribbon)
            self._frame_parts.append(ribbon)
        self._whole.addWidget(top)
        self._whole.addWidget(self._shelf, 1)

    def _top_bar(self, theme: Theme) -> TopBar:
        plan = self._plan
        bar = TopBar(theme, plan.wordmark, plan.languages, shows_badge=not plan.is_demo)
        theme.dress(bar)
        bar.help_wanted.connect(lambda: self._take(Step.GET_HELP))
        bar.leave_wanted.connect(self._leave)
        bar.language_chosen.connect(self.speak_language)
        speak(bar, self._tongue())
        return bar

    # -- screens ---------------------------------------------------------------------------------------------------

    def _welcome(self, screen: Screen) -> None:
        if screen.scheme != "light":
            screen.theme.dress(screen)
        screen.left.connect(self._take)
        screen.nearing.connect(self._prepare)
        speak(screen, self._tongue())

    @property
    def shown(self) -> Screen:
        """The screen that is seen."""
        return self._shelf.at(self.visit.journey.at)

    def _show(self, place: Place) -> None:
        with self._not_listening():
            screen = self._shelf.at(place)
            screen.enter(self.visit)
            self._shelf.setCurrentWidget(screen)
        focus = QApplication.focusWidget()
        if focus is None or not screen.isAncestorOf(focus):
            # Whoever moves by key starts at the top of the new screen.
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose_bar(self._bars["attract" if screen.scheme == "attract" else "light"])
        for bar in self._bars.values():
            bar.show_language(self.visit.language)
        self._shelf.make_ahead()

    def _prepare(self, step: Step) -> None:
        """Fill the screen that a step leads to, while the visitor still reads the one before it."""
        place = TIMETABLE.get((self.visit.journey.at, step))
        if place is not None:
            with self._not_listening():
                screen = self._shelf.at(place)
                screen.resize(self._shelf.size())
                screen.enter(self.visit)

    @contextmanager
    def _not_listening(self) -> Iterator[None]:
        """Build without hearing each of the thousands of events that building sends: none of them is a person."""
        application = QApplication.instance()
        assert application is not None  # noqa: S101 - a window has one
        application.removeEventFilter(self)
        try:
            yield
        finally:
            application.installEventFilter(self)

    # -- steps -----------------------------------------------------------------------------------------------------

    def _take(self, step: Step) -> None:
        """Go one step of the timetable."""
        before = self.visit.journey.at
        if step is Step.LEAVE:
            self._leave()
            return
        if self._sheet is not None:
            # The way to help leads out from under the sheet, too.
            self._stay()
        after = self.visit.journey.take(step)
        if after is Place.ATTRACT:
            self._leave()
        elif after is not before:
            self._show(after)

    def _leave(self) -> None:
        """The visit is over: nothing of it stays on the screen, in a form, or in the clipboard."""
        asks_for_rest = self.visit.journey.at is Place.ATTRACT
        self._close_sheet()
        self._focus_before = None
        self.visit = Visit(self._plan.first_language)
        self._plan.visit_changed(self.visit)
        empty_clipboard()
        with self._not_listening():
            # The loop for passers-by knows nothing of a visit, so it alone stays.
            self._shelf.drop(keeping=Place.ATTRACT)
            self._turn_to(self._tongue())
            # Those that go need no words in the next visitor's language.
            for part in (*self._frame_parts, self._shelf.at(Place.ATTRACT)):
                speak(part, self._tongue())
        self._show(Place.ATTRACT)
        if asks_for_rest:
            self.shown.leave()

    # -- language --------------------------------------------------------------------------------------------------

    def speak_language(self, code: str) -> None:
        """Say everything in another language; what is typed stays."""
        self.visit.language = code
        self._speak(self._tongue())
        for bar in self._bars.values():
            bar.show_language(code)

    def _tongue(self) -> Tongue:
        return self._tongues[self.visit.language]

    def _speak(self, tongue: Tongue) -> None:
        self._turn_to(tongue)
        speak(self, tongue)

    def _turn_to(self, tongue: Tongue) -> None:
        """Let the page run as this language does; what is typed stays."""
        direction = direction_of_page(tongue)
        if self.layoutDirection() is not direction:
            self.setLayoutDirection(direction)

    # -- stillness -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESENCE and self._sheet is None:
            self._idle.touched()
        if kind == QEvent.Type.KeyPress and event.spontaneous():
            # Only a real keyboard moves by key; ours sends its keys without this sign.
            self.setProperty(MOVES_BY_KEY, True)
        elif kind == QEvent.Type.MouseButtonPress:
            self.setProperty(MOVES_BY_KEY, False)
        return False

    def _look_whether_idle(self) -> None:
        if self.shown.holds_attention:
            self._idle.touched()
        stillness, left = self._idle.look(self.visit.journey.at)
        if stillness is Stillness.GONE:
            self._leave()
        elif stillness is Stillness.ASKING:
            self.ask_whether_there(left)
        else:
            self._close_sheet()

    def ask_whether_there(self, seconds_left: int) -> None:
        """Cover the screen and show the seconds left."""
        if self._sheet is None:
            focus = QApplication.focusWidget()
            sheet = IdleSheet(self._theme)
            sheet.setParent(self)
            sheet.setGeometry(self._shelf.geometry())
            sheet.stayed.connect(self._stay)
            sheet.started_over.connect(self._leave)
            speak(sheet, self._tongue())
            sheet.show()
            sheet.raise_()
            self._shelf.cover()
            sheet.take_focus()
            self._sheet = sheet
            self._focus_before = focus
        self._sheet.show_left(seconds_left, self._idle.count_down)

    def _stay(self) -> None:
        """Go on where they were: the keyboard writes to the same line again."""
        self._idle.touched()
        self._close_sheet()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._shelf.setCurrentWidget(self.shown)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
