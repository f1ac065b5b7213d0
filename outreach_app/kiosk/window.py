"""The one window: the frame of bars around a stack of screens, and the only reader of the flow table."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout

from outreach_app.domain.display import Display
from outreach_app.kiosk.cover import Cover
from outreach_app.kiosk.display_sheet import DisplaySheet
from outreach_app.kiosk.header import Header, lowered_by, room_in
from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.presence import Presence
from outreach_app.kiosk.reading_order import ReadInOrder
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.screen_shelf import ScreenShelf
from outreach_app.kiosk.staff_door import StaffDoor
from outreach_app.kiosk.window_plan import WindowPlan
from outreach_app.language import Tongue
from outreach_app.look.arranging import empty
from outreach_app.look.direction import of_tongue as direction_of_page
from outreach_app.look.field import empty_clipboard
from outreach_app.look.theme import Frame, Theme, load_fonts_for
from outreach_app.look.words import speak
from outreach_app.visit.flow import (
    RESTING_PLACES,
    STAFF_PLACES,
    TIMETABLE,
    UNLOCKING,
    Journey,
    Place,
    Step,
    one_step_from,
)
from outreach_app.visit.happenings import happening_at
from outreach_app.visit.idling import IdleClock, Stillness
from outreach_app.visit.visit import Visit


class KioskWindow(ReadInOrder):
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
        self._presence = Presence(self, self._hear_somebody, plan.clock)
        self._shelf = ScreenShelf(plan.makers, self._welcome, self._presence.unheard)
        self._shelf.currentChanged.connect(self._presence.screen_came)
        self.visit = Visit(plan.first_language, Journey(plan.rest()))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        # A screen must fit the window; the window never grows to fit a screen.
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._header: Header | None = None
        self._cover = Cover(self, self._shelf)
        self._cover.stayed.connect(self._stay)
        self._cover.started_over.connect(self._leave)
        # Not from within the sheet's own signal, which is made anew by this.
        self._cover.display_chosen.connect(self._change_display, Qt.ConnectionType.QueuedConnection)
        self._ribbon = plan.ribbon()
        self._door = StaffDoor(self, plan.clock) if plan.staff_line is not None else None
        if self._door is not None:
            self._door.knocked.connect(self._knock)
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
        self._presence.start()
        self._plan.visit_changed(self.visit)
        self._show(self.visit.journey.at)
        if self._door is not None:
            self._door.listen()
        self._seconds.start()

    def showEvent(self, event: QShowEvent) -> None:
        self.start()
        super().showEvent(event)

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
        self._presence.stop()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._header is not None and self._frame() != (self._theme.frame, self._above):
            self._lay_out_anew()

    def look_in(self, place: Place, visit: Visit) -> None:
        """Show one screen as this visit would find it, for a preview; what was shown before is dropped."""
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
        return room_in(self.size(), is_low=self._display.low)

    def _build_frame(self) -> None:
        """Everything around the screens, for the window's shape and this visitor's eyes and reach."""
        empty(self._whole, keeping=(self._shelf,))
        plan = self._plan
        frame, self._above = self._frame()
        self._theme = Theme(plan.tokens, frame, has_ribbon=self._ribbon is not None, display=self._display)
        self._theme.dress(self)
        self._shelf.lay_out_for(self._theme)
        header = Header(self._theme, plan.wordmark, plan.languages, ribbon=self._ribbon, above=self._above)
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
        self._cover.lay_anew(self._theme, self._tongue(), self._display, may_be_lower=self._may_be_lower)
        self._whole.activate()  # now, so that nothing is seen in its old place first

    # -- screens ---------------------------------------------------------------------------------------------------

    def _welcome(self, screen: Screen) -> None:
        if screen.scheme != "light":
            screen.theme.dress(screen)
        screen.left.connect(lambda step: self._take(step) if screen is self.shown else None)
        screen.nearing.connect(self._prepare)
        screen.did.connect(self._plan.note)
        speak(screen, self._tongue())

    @property
    def shown(self) -> Screen:
        """The screen that is seen."""
        return self._shelf.at(self.visit.journey.at)

    def _show(self, place: Place) -> None:
        with self._presence.unheard():
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
            if place in STAFF_PLACES and self._plan.staff_line is not None:
                self._header.wear_staff(self._plan.staff_line)
        # The rest would hold memory while nobody is there.
        self._shelf.make_ahead(one_step_from(place))

    def _prepare(self, step: Step) -> None:
        """Fill the screen that a step leads to, while the visitor still reads the one before it."""
        place = TIMETABLE.get((self.visit.journey.at, step))
        if place is not None:
            with self._presence.unheard():
                screen = self._shelf.at(place)
                screen.enter(self.visit)
                self._shelf.lay_out(screen)

    # -- steps -----------------------------------------------------------------------------------------------------

    def _take(self, step: Step) -> None:
        """Go one step of the timetable."""
        before = self.visit.journey.at
        if step is Step.LEAVE:
            self._leave()
            return
        if self._cover.sheet is not None:
            # The way to help leads out from under the sheet, too.
            self._stay()
        if step in UNLOCKING:
            self._admit(step)
            return
        after = self.visit.journey.take(step)
        if after in RESTING_PLACES:
            self._leave()
        elif after is not before:
            if (what := happening_at(self.visit)) is not None and step not in (Step.BACK, Step.GET_HELP):
                self._plan.note(what)
            self._show(after)

    def _knock(self) -> None:
        """Show the gate, from any screen of a visitor's; behind it there is nothing to knock at."""
        if self.visit.journey.at not in STAFF_PLACES:
            self._take(Step.OPEN_STAFF_DOOR)

    def _admit(self, step: Step) -> None:
        """Let staff in: whatever a visitor was in the middle of is dropped first."""
        gate = self.visit
        assert gate.role is not None  # noqa: S101 - the gate names whose PIN it was, or does not open
        place = gate.journey.take(step)
        self._display, self._ribbon = self._plan.display, self._plan.ribbon()
        self._begin(Visit(gate.language, gate.journey, role=gate.role))
        self._build_frame()
        self._show(place)

    def _begin(self, visit: Visit) -> None:
        """Nothing of the visit before stays in a sheet, a line, or the clipboard."""
        self._cover.lift(self.shown)
        self._cover.forget_focus()
        self.visit = visit
        self._plan.visit_changed(visit)
        empty_clipboard()

    def _leave(self) -> None:
        """They leave; whoever does so at the loop asks it to stand still."""
        asks_for_rest = self.visit.journey.at is Place.ATTRACT
        self.start_over()
        if asks_for_rest and self.visit.journey.at is Place.ATTRACT:
            self.shown.leave()

    def start_over(self) -> None:
        """Drop the visit and show what waits for the next: nothing stays on screen, in a form, or in the clipboard."""
        rest, ribbon = self._plan.rest(), self._plan.ribbon()
        # What waits for visitors knows nothing of a visit, so it alone stays.
        is_anew = self._display != self._plan.display or ribbon != self._ribbon
        self._begin(Visit(self._plan.first_language, Journey(rest)))
        with self._presence.unheard():
            self._shelf.drop(keeping=rest)
            self._turn_to(self._tongue())
            self._display, self._ribbon = self._plan.display, ribbon
            if is_anew:
                self._build_frame()
            # Those that go need no words in the next visitor's language.
            for part in (self._header, self._shelf.at(rest)):
                if part is not None:
                    speak(part, self._tongue())
        self._show(rest)

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
        is_open = isinstance(self._cover.sheet, DisplaySheet)
        self._stay()
        if not is_open:
            self._cover.offer(self._theme, self._tongue(), self._display, may_be_lower=self._may_be_lower)

    @property
    def _may_be_lower(self) -> bool:
        return lowered_by(self.size()) > 0

    def _change_display(self, display: Display) -> None:
        """Lay everything out as this visitor wants it, with the choices still open."""
        self._display = display
        with self._presence.unheard():
            self._lay_out_anew()

    # -- stillness -------------------------------------------------------------------------------------------------

    def _hear_somebody(self) -> None:
        if not isinstance(self._cover.sheet, IdleSheet):
            self._idle.touched()

    def _look_whether_idle(self) -> None:
        at = self.visit.journey.at
        if at in RESTING_PLACES:
            # The last day may have passed while the table stood: nobody is in the middle of anything.
            if at is not self._plan.rest() or (self._is_changed and self._idle.is_left_alone(at)):
                self.start_over()
            return
        if self.shown.holds_attention:
            self._idle.touched()
        stillness, left = self._idle.look(at)
        if stillness is Stillness.GONE:
            self._leave()
        elif stillness is Stillness.ASKING:
            self.ask_whether_there(left)
        elif isinstance(self._cover.sheet, IdleSheet):
            self._close_sheet()

    @property
    def _is_changed(self) -> bool:
        """Whether somebody left what waits for visitors in another language or display, or under the choices."""
        begins = (self._plan.first_language, self._plan.display)
        return self._cover.sheet is not None or (self.visit.language, self._display) != begins

    def ask_whether_there(self, seconds_left: int) -> None:
        """Cover the screen and show the seconds left."""
        whole = self._idle.count_down_at(self.visit.journey.at)
        self._cover.ask(self._theme, self._tongue(), seconds_left, whole)

    def _stay(self) -> None:
        """Go on where they were: the keyboard writes to the same line again."""
        self._idle.touched()
        self._close_sheet()
        self._cover.give_focus_back(self.shown)

    def _close_sheet(self) -> None:
        self._cover.lift(self.shown)
