"""The one window: the frame of bars around a stack of screens, and the only reader of the flow table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from outreach_app.domain.display import Display
from outreach_app.kiosk.display_sheet import DisplaySheet, changed_between
from outreach_app.kiosk.header import Header, lowered_by
from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.screen_shelf import ScreenShelf
from outreach_app.kiosk.window_plan import WindowPlan
from outreach_app.language import Tongue
from outreach_app.look.arranging import empty
from outreach_app.look.direction import of_tongue as direction_of_page
from outreach_app.look.field import empty_clipboard
from outreach_app.look.focus_ring import MOVES_BY_KEY
from outreach_app.look.theme import Frame, Theme, frame_for, load_fonts_for
from outreach_app.look.words import speak
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
        self._display = plan.display
        self._shelf = ScreenShelf(plan.makers, self._welcome, self._not_listening)
        self.visit = Visit(plan.first_language)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        # A screen must fit the window; the window never grows to fit a screen.
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._header: Header | None = None
        self._sheet: IdleSheet | DisplaySheet | None = None
        self._focus_before: QWidget | None = None
        self._seconds = QTimer(self, interval=500)
        self._seconds.timeout.connect(self._look_whether_idle)
        self.setObjectName("kiosk")

    # -- starting and ending ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Lay out for the size the window has now, and show the loop for passers-by. Showing the window does this."""
        if self._header is not None:
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
        if self._header is not None and self._frame() != (self._theme.frame, self._above):
            self._lay_out_anew()
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

    def _frame(self) -> tuple[Frame, int]:
        """The layout for the room there is, and how many px above it stay empty."""
        above = lowered_by(self.size()) if self._display.low else 0
        return frame_for(QSize(self.width(), self.height() - above)), above

    def _build_frame(self) -> None:
        """Everything around the screens, for the window's shape and this visitor's eyes and reach."""
        empty(self._whole, keeping=(self._shelf,))
        plan = self._plan
        frame, self._above = self._frame()
        self._theme = Theme(plan.tokens, frame, has_ribbon=plan.is_demo, display=self._display)
        self._theme.dress(self)
        self._shelf.lay_out_for(self._theme)
        header = Header(self._theme, plan.wordmark, plan.languages, is_demo=plan.is_demo, above=self._above)
        header.help_wanted.connect(lambda: self._take(Step.GET_HELP))
        header.leave_wanted.connect(self._leave)
        header.display_wanted.connect(self._turn_display_sheet)
        header.language_chosen.connect(self.speak_language)
        speak(header, self._tongue())
        self._header = header
        self._whole.addWidget(header)
        self._whole.addWidget(self._shelf, 1)

    def _lay_out_anew(self) -> None:
        """Build everything for another shape; what the visitor has typed, and was told about it, stays."""
        carried = self.shown.carried()
        self._build_frame()
        self._show(self.visit.journey.at)
        self.shown.resume(carried)
        # Laid out now, so that nothing is seen in its old place first.
        self._whole.activate()

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
            # Whoever moves by key starts where the new screen asks something, or at its top.
            (screen.focusWidget() or screen).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._header is not None:
            self._header.wear(screen.scheme)
            self._header.show_language(self.visit.language)
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
            if self._display != self._plan.display:
                self._display = self._plan.display
                self._build_frame()
            # Those that go need no words in the next visitor's language.
            for part in (self._header, self._shelf.at(Place.ATTRACT)):
                if part is not None:
                    speak(part, self._tongue())
        self._show(Place.ATTRACT)
        if asks_for_rest:
            self.shown.leave()

    # -- language --------------------------------------------------------------------------------------------------

    def speak_language(self, code: str) -> None:
        """Say everything in another language; what is typed stays."""
        self.visit.language = code
        self._speak(self._tongue())
        if self._header is not None:
            self._header.show_language(code)

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

    # -- display ---------------------------------------------------------------------------------------------------

    def _turn_display_sheet(self) -> None:
        """Show the choices, or put them away."""
        is_open = isinstance(self._sheet, DisplaySheet)
        self._stay()
        if not is_open:
            self._open_display_sheet(None)

    def _open_display_sheet(self, focused: str | None) -> None:
        sheet = DisplaySheet(self._theme, self._display, may_be_lower=lowered_by(self.size()) > 0)
        sheet.chosen.connect(self._change_display, Qt.ConnectionType.QueuedConnection)
        sheet.done.connect(self._stay)
        self._cover_with(sheet)
        sheet.take_focus(focused)

    def _change_display(self, display: Display) -> None:
        """Lay everything out as this visitor wants it, with the choices still open."""
        changed = changed_between(self._display, display)
        self._close_sheet()
        self._display = display
        with self._not_listening():
            self._lay_out_anew()
            self._open_display_sheet(changed)

    def _cover_with(self, sheet: IdleSheet | DisplaySheet) -> None:
        """Lay a sheet over the screen, so that nothing of it can be read or reached."""
        self._focus_before = QApplication.focusWidget()
        self._close_sheet()
        sheet.setParent(self)
        sheet.setGeometry(self._shelf.geometry())
        speak(sheet, self._tongue())
        sheet.show()
        sheet.raise_()
        self._shelf.cover()
        self._sheet = sheet

    # -- stillness -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESENCE and not isinstance(self._sheet, IdleSheet):
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
        elif isinstance(self._sheet, IdleSheet):
            self._close_sheet()

    def ask_whether_there(self, seconds_left: int) -> None:
        """Cover the screen and show the seconds left."""
        if not isinstance(self._sheet, IdleSheet):
            sheet = IdleSheet(self._theme)
            sheet.stayed.connect(self._stay)
            sheet.started_over.connect(self._leave)
            self._cover_with(sheet)
            sheet.take_focus()
        else:
            sheet = self._sheet
        sheet.show_left(seconds_left, self._idle.count_down_at(self.visit.journey.at))

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
