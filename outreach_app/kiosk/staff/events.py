"""The device's events with their counts, and the way to another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.kiosk.event_desk import EventDesk
from outreach_app.kiosk.event_words import copy_line, counts_line, state_sign
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.arranging import Part, box, column, empty, row
from outreach_app.look.button import Button
from outreach_app.look.signs import chip
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.station_home import EventRecord
from outreach_app.visit.visit import Visit


class EventsScreen(StaffScreen):
    """The history. This table's own event stands in it without a count: the desk shows that."""

    place = Place.EVENTS
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, desk: EventDesk) -> None:
        super().__init__(
            theme,
            _("Events on this device"),
            _("Counts only. Before another event opens here, this table is closed. Nothing is lost by that."),
        )
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.by_frame(12, 12, 8))
        other = Button(theme, "primary", _("Open or begin another event"))
        other.clicked.connect(desk.leave)
        other.setVisible(desk.can_leave)
        self.lay_out(self._rows, end=(other,))

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._desk.look(self._show, self.tell_failure)

    def leave(self) -> None:
        empty(self._rows)

    def _show(self, records: list[EventRecord]) -> None:
        empty(self._rows)
        theme = self.theme
        for record in records:
            is_this = record.folder == self._desk.folder
            title = Words(theme, "staff_title", record.event or record.folder.name)
            line = Words(theme, "staff_body", _("At this table now") if is_this else counts_line(record), tone="quiet")
            text, kind = (_("This table"), "open") if is_this else state_sign(record)
            sign = chip(theme, text, kind)
            side = theme.by_frame(24, 20, 16)
            to_do = copy_line(record)
            notes: list[Part] = [2, Words(theme, "staff_strong", to_do, tone="warn")] if to_do is not None else []
            texts = column(title, 2, line, *notes)
            card = row(texts, 16, sign, margins=(side, 12, side, 12), align=Qt.AlignmentFlag.AlignVCenter)
            card.setStretch(0, 1)
            self._rows.addWidget(box("card", card))
        self.say_anew(self)
