"""The device's events with their counts, and the way to another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.kiosk.event_desk import EventDesk
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import Sayable, _, ngettext
from outreach_app.look.arranging import box, column, empty, row
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
            line = Words(theme, "staff_body", _("Open at this table now") if is_this else _told(record), tone="quiet")
            text, kind = _state(record, is_this=is_this)
            sign = chip(theme, text, kind)
            side = theme.by_frame(24, 20, 16)
            texts = column(title, 2, line)
            card = row(texts, 16, sign, margins=(side, 12, side, 12), align=Qt.AlignmentFlag.AlignVCenter)
            card.setStretch(0, 1)
            self._rows.addWidget(box("card", card))
        self.say_anew(self)


def _told(record: EventRecord) -> Sayable:
    if record.fault is not None:
        return record.fault
    pledges = ngettext("{count} pledge", "{count} pledges", record.pledges)
    day = record.set_up_at.date() if record.set_up_at is not None else ""
    if record.place:
        return _("{pledges} · {day} · {place}", pledges=pledges, day=day, place=record.place)
    return _("{pledges} · {day}", pledges=pledges, day=day)


def _state(record: EventRecord, *, is_this: bool) -> tuple[Sayable, str]:
    if is_this:
        return _("Still open"), "open"
    if record.fault is not None:
        return _("Look at it"), "warn"
    if record.is_erased:
        return _("The office has it"), "good"
    return (_("Closed"), "plain") if record.is_closed else (_("Still open"), "open")
