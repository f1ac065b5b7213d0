"""The staff's desk: how the day goes, what to look at, and everything that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.kiosk import desk_cards as cards
from outreach_app.kiosk.data_words import only_here
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.staff_services import StaffServices
from outreach_app.language import Message, _
from outreach_app.look.arranging import column, empty, holding, of_height
from outreach_app.look.button import Button
from outreach_app.look.scrolling import scrolling
from outreach_app.look.signs import banner
from outreach_app.look.theme import Frame, Theme
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.opening_checks import OpeningList
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.visit import Visit

_AGAIN_MS = 15_000
_LEAST_HEIGHTS = (236, 254)
"""Px of the two rows of cards, which fill the window of 1280 x 800."""

_SLOTS = ("banner", "pledges", "printer", "data", "opening", "table", "counts")
_MARKS: dict[Standing, tuple[Message, str]] = {
    Standing.OPEN: (_("Open now"), "good"),
    Standing.PAUSED: (_("Paused"), "warn"),
    Standing.NOT_READY: (_("Not open yet"), "warn"),
    Standing.OVER: (_("Its days are over"), "warn"),
    Standing.CLOSED: (_("Closed"), "plain"),
}
_NOT_KEPT: dict[Standing, Message] = {
    Standing.OPEN: _("The table is open. This device did not keep that, so after a restart it is paused again."),
    Standing.PAUSED: _("The table is paused. This device did not keep that, so after a restart it is open again."),
}
_CALM: dict[Standing, Message] = {
    Standing.OPEN: _("The table is open for visitors."),
    Standing.PAUSED: _("The table is paused. Visitors see a closed screen."),
    Standing.CLOSED: _("The event is closed. Nothing more can be signed."),
}
_SHUT: dict[Standing, Message] = {
    Standing.NOT_READY: _("**The table is not open yet.** Look through the list, then open."),
    Standing.OVER: _("**The last day of this event is over,** so the table stays shut. Look through the list."),
}


class DeskScreen(Screen):
    """Volunteers see all of it; what only a lead may do is named to them, not offered."""

    place = Place.DESK
    steps = frozenset(
        {
            Step.CHECK_TABLE,
            Step.SEE_PRINTER,
            Step.COPY_PLEDGES,
            Step.CLOSE_EVENT,
            Step.TAKE_PLEDGE_BACK,
            Step.UNDO_NEWEST,
            Step.ENTER_PAPER_SHEET,
            Step.PRACTISE,
            Step.PAUSE,
            Step.CHANGE_SETTINGS,
            Step.SEE_EVENTS,
            Step.TAKE_RECEIPT,
        }
    )

    def __init__(self, theme: Theme, *, services: StaffServices) -> None:
        super().__init__(theme)
        self._services = services
        self._visit: Visit | None = None
        self._figures: DeskFigures | None = None
        self._found: OpeningList | None = None
        self._slots = {name: QVBoxLayout() for name in _SLOTS}
        self._lay_out()
        services.printing.changed.connect(self._printer_changed)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._look)
        back = Button(theme, "primary", _("Back to visitors"), icon="arrow-left")
        back.clicked.connect(lambda: self.emits(Step.LEAVE))
        self._pause = Button(theme, "secondary", _("Pause"), icon="pause")
        self._pause.clicked.connect(self._turn_sign)
        self._close = Button(theme, "secondary", _("Close event"), icon="leave")
        self._close.clicked.connect(lambda: self.emits(Step.CLOSE_EVENT))
        self.bar.put(start=(back,), end=(self._pause, self._close))

    def _lay_out(self) -> None:
        theme, slots = self.theme, self._slots
        gap = theme.by_frame(14, 16, 12)
        grid = QGridLayout()
        grid.setSpacing(gap)
        for name, (line, place, lines, places) in self._places().items():
            grid.addLayout(slots[name], line, place, lines, places)
        if theme.frame is not Frame.PORTRAIT:
            for place, share in enumerate((110, 100, 100)):
                grid.setColumnStretch(place, share)
            # A card that says more than before moves no button: a finger is on its way to one.
            for line, height in enumerate(_LEAST_HEIGHTS):
                grid.setRowMinimumHeight(line, height)
        side = theme.by_frame(32, 24, 20)
        # The banner's place is kept while there is none.
        above = of_height(holding(column(slots["banner"])), theme.by_frame(76, 96, 76))
        inner = column(above, gap, grid, gap, slots["counts"], margins=(0, 0, 0, gap))
        inner.setStretch(2, 1)
        content = column(scrolling(holding(inner)))
        self.arrange(content, top=theme.by_frame(10, 18, 10), bottom=0, side=side)

    def _places(self) -> dict[str, tuple[int, int, int, int]]:
        """Where each card stands: line, column, and how many of them. A table without a printer has no card for one."""
        has_printer = self._services.printing.has_printer
        if self.theme.frame is Frame.PORTRAIT:
            if has_printer:
                others = {"printer": (1, 0, 1, 1), "data": (1, 1, 1, 1), "opening": (2, 0, 1, 1), "table": (2, 1, 1, 1)}
            else:
                others = {"data": (1, 0, 1, 1), "table": (1, 1, 1, 1), "opening": (2, 0, 1, 2)}
            return {"pledges": (0, 0, 1, 2), **others}
        others = {"printer": (0, 1, 1, 1), "opening": (1, 1, 1, 1)} if has_printer else {"opening": (0, 1, 2, 1)}
        return {"pledges": (0, 0, 2, 1), "data": (0, 2, 1, 1), "table": (1, 2, 1, 1), **others}

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._figures = self._found = None
        self._show_all()
        self._look()
        self._services.checks.look(self._show_found, self._fail)
        self._again.start()

    def leave(self) -> None:
        self._visit = None
        self._again.stop()

    @property
    def _is_lead(self) -> bool:
        return self._visit is not None and self._visit.role is StaffRole.LEAD

    def _look(self) -> None:
        if self.isVisible() or self._figures is None:
            self._services.book.look(self._show_figures, self._fail)

    # While staff are at another screen nothing is built here: a new button could take the focus from where they type.

    def _printer_changed(self) -> None:
        if self.isVisible():
            self._show_printer()

    def _show_figures(self, figures: DeskFigures) -> None:
        if not self.isVisible():
            return
        self._figures = figures
        for show in (self._show_banner, self._show_pledges, self._show_data, self._show_table, self._show_counts):
            show()

    def _show_found(self, found: OpeningList) -> None:
        if not self.isVisible():
            return
        self._found = found
        self._show_opening()

    def _fail(self, error: OutreachError) -> None:
        self._put("banner", cards.card(self.theme, cards.head(self.theme, error.message)))

    # -- the cards -------------------------------------------------------------------------------------------------

    def _put(self, name: str, *widgets: QWidget) -> None:
        empty(self._slots[name])
        for widget in widgets:
            self._slots[name].addWidget(widget)
            self.say_anew(widget)

    def _show_all(self) -> None:
        for name in ("pledges", "data", "counts"):
            self._put(name)
        self._show_banner()
        self._show_printer()
        self._show_opening()
        self._show_table()
        self._show_bar()

    def _button(self, what: Message, step: Step, *, kind: str = "staff") -> Button:
        button = Button(self.theme, kind, what)
        button.clicked.connect(lambda: self.emits(step))
        return button

    def _show_banner(self) -> None:
        standing = self._services.sign.standing
        damaged = self._services.preferences.notice
        lacking = only_here(self._figures) if self._figures is not None else None
        if standing in _SHUT:
            button = self._button(_("See the list"), Step.CHECK_TABLE, kind="staff-primary")
            shown = banner(self.theme, "notice", _SHUT[standing], button)
        elif self._services.pledges.is_rehearsal:
            button = self._button(_("Practice"), Step.PRACTISE, kind="staff-primary")
            told = _("**Practice is on.** What is signed now does not count. End it before you open.")
            shown = banner(self.theme, "notice", told, button)
        elif damaged is not None:
            mend = self._button(_("Settings"), Step.CHANGE_SETTINGS) if self._is_lead else None
            shown = banner(self.theme, "notice", damaged, mend)
        elif lacking is not None:
            copy = self._button(_("Copy now"), Step.COPY_PLEDGES, kind="staff-primary") if self._is_lead else None
            shown = banner(self.theme, "stick", lacking, copy)
        else:
            icon = "check" if standing is Standing.OPEN else "pause" if standing is Standing.PAUSED else "lock"
            shown = banner(self.theme, icon, _CALM[standing], None, kind="card")
        self._put("banner", shown)

    def _show_pledges(self) -> None:
        if self._figures is not None:
            self._put("pledges", cards.pledges_card(self.theme, self._figures, self._services.goal()))

    def _show_printer(self) -> None:
        services = self._services
        if not services.printing.has_printer:
            return
        resume = Button(self.theme, "staff", _("Resume"))
        resume.clicked.connect(services.printing.resume)
        resume.setEnabled(services.printing.notice is not None)
        buttons = [resume, self._button(_("Paper and test"), Step.SEE_PRINTER)]
        self._put("printer", cards.printer_card(self.theme, services.printing, services.printer_name, buttons))

    def _show_data(self) -> None:
        if self._figures is not None:
            buttons = [self._button(_("Copy to a stick"), Step.COPY_PLEDGES)] if self._is_lead else []
            sticks = self._services.find_sticks()
            self._put("data", cards.data_card(self.theme, self._figures, sticks, buttons))

    def _show_opening(self) -> None:
        buttons = [self._button(_("See the list"), Step.CHECK_TABLE)]
        has_printer = self._services.printing.has_printer
        self._put("opening", cards.opening_card(self.theme, self._found, buttons, is_beside_a_printer=has_printer))

    def _show_table(self) -> None:
        standing = self._services.sign.standing
        is_closed = standing is Standing.CLOSED
        offered = [] if is_closed else [(_("Practice"), Step.PRACTISE)]
        if self._is_lead and not is_closed:
            offered += [
                (_("Undo newest"), Step.UNDO_NEWEST),
                (_("Take back"), Step.TAKE_PLEDGE_BACK),
                (_("Paper sheet"), Step.ENTER_PAPER_SHEET),
            ]
        elif self._is_lead:
            offered.append((_("Office’s receipt"), Step.TAKE_RECEIPT))
        if self._is_lead:
            offered += [(_("Settings"), Step.CHANGE_SETTINGS), (_("Events"), Step.SEE_EVENTS)]
        note = "" if self._is_lead else _("Undo, paper sheets, copying, closing and settings need the lead PIN.")
        mark = (_("Practice"), "warn") if self._services.pledges.is_rehearsal else _MARKS[standing]
        buttons = [self._button(what, step) for what, step in offered]
        self._put("table", cards.table_card(self.theme, mark, note, buttons))

    def _show_counts(self) -> None:
        if self._figures is not None:
            self._put("counts", cards.counts_card(self.theme, self._figures, self._services.happenings.shown()))

    # -- pausing ---------------------------------------------------------------------------------------------------

    def _show_bar(self) -> None:
        standing = self._services.sign.standing
        words = {Standing.PAUSED: _("Resume visits"), Standing.NOT_READY: _("Open"), Standing.OVER: _("Open")}
        self._pause.tell(words.get(standing, _("Pause")), icon="pause" if standing is Standing.OPEN else "play")
        self._pause.setVisible(standing is not Standing.CLOSED)
        self._close.setVisible(self._is_lead)
        self._close.tell(_("Close event") if standing is not Standing.CLOSED else _("Closing slip"))
        for button in (self._pause, self._close):
            self.say_anew(button)

    def _turn_sign(self) -> None:
        standing, turning = self._services.sign.standing, self._services.turning
        if standing is Standing.OPEN:
            turning.pause(lambda _kept: self.emits(Step.PAUSE), self._tell_not_kept)
        elif standing is Standing.PAUSED:
            turning.open(lambda _ended: self.emits(Step.LEAVE), self._tell_not_kept)
        else:
            self.emits(Step.CHECK_TABLE)

    def _tell_not_kept(self, _error: OutreachError) -> None:
        """It counts all the same; whoever restarts the device has to know that it will be forgotten."""
        self._show_bar()
        self._show_table()
        self._put("banner", banner(self.theme, "notice", _NOT_KEPT[self._services.sign.standing], None))
