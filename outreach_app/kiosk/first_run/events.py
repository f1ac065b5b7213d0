"""The device's events: open one, or begin the next with the same office, campaign and PINs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from outreach_app.kiosk.event_words import copy_line, counts_line, state_sign
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.look.arranging import Part, box, column, empty, row
from outreach_app.look.button import Button
from outreach_app.look.signs import chip
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import EventRecord


class EventsPage(Page):
    """The history with its counts, newest first."""

    place = FirstPlace.EVENTS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.by_frame(14, 14, 8))
        self.onward.tell(_("New event"), icon="plus")
        demo = Button(theme, "quiet", _("Try the demo"), icon="play")
        demo.clicked.connect(lambda: self.turned.emit(Turn.TRY_DEMO))
        leave = Button(theme, "quiet", _("Quit"), icon="leave")
        leave.clicked.connect(lambda: self.turned.emit(Turn.QUIT))
        self.lay_out(
            _("Events on this device"),
            _("Open one, or begin the next. Counts only; nobody can read a name here."),
            self._rows,
            beside=(leave, demo),
        )
        for button in self.bar.findChildren(Button):
            if button not in (leave, demo, self.onward):
                button.hide()

    def begin(self) -> None:
        self.work(self.services.home.events, self._show)

    def _show(self, records: list[EventRecord]) -> None:
        self.show_fault(self.services.notice)
        empty(self._rows)
        for record in records:
            self._rows.addWidget(self._card(record))
        if self.draft.has_begun:
            self.onward.tell(_("Go on with the set-up"), icon="arrow-right")
        self.say_anew(self)

    def _card(self, record: EventRecord) -> QFrame:
        theme = self.theme
        title = Words(theme, "title", record.event or record.folder.name)
        to_do = copy_line(record)
        notes: list[Part] = [2, Words(theme, "min", to_do, tone="warn")] if to_do is not None else []
        texts = column(title, 2, Words(theme, "min", counts_line(record), tone="quiet"), *notes, None)
        state = state_sign(record)
        button = Button(theme, "small", _("Open"), icon="arrow-right", icon_after=True)
        button.clicked.connect(lambda: self._open(record))
        if not record.can_be_opened:
            # Never the other way round: shown before it stands on the page, it would be a window of its own.
            button.hide()
        side = theme.by_frame(28, 24, 18)
        sign = column(None, chip(theme, state[0], state[1]), None)
        line = row(texts, 16, sign, 16, button, margins=(side, 12, side, 12), align=Qt.AlignmentFlag.AlignVCenter)
        line.setStretch(0, 1)
        return box("card", line)

    def _open(self, record: EventRecord) -> None:
        def choose() -> StationFolder:
            self.services.home.remember(record.folder)
            return StationFolder(record.folder)

        self.work(choose, self._opened)

    def _opened(self, station: StationFolder) -> None:
        self.services.made = station
        self.turned.emit(Turn.OPEN_STATION)

    def go_on(self) -> None:
        self.turned.emit(Turn.NEW_EVENT)
