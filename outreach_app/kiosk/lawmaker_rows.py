"""A lawmaker as a row: initials, name, seat. No photo, no party colour. A vacant seat is a dashed row, said plainly."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from outreach_app.domain.divisions import state_of
from outreach_app.domain.lawmakers import Lawmaker, VacantSeat
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.card import CardButton, chevron
from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.titles import full_title, initials, seat_of

_SPECIAL_ELECTION = "special-election"


class Avatar(QWidget):
    """The round sign with two letters; dashed and empty for a vacant seat."""

    def __init__(self, theme: Theme, letters: str, *, is_vacant: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._letters = letters
        # The name stands beside it in full. Whatever is passed over loses a font of its own; so painting sets it.
        leave_unread(self)
        self._font = theme.font("avatar" if not theme.is_compact else "label")
        self._is_vacant = is_vacant
        self._side = theme.by_frame(theme.size("avatar"), theme.size("avatar"), 56)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_vacant:
            painter.setPen(QPen(self._theme.color("line_strong"), 2, Qt.PenStyle.DashLine))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawEllipse(self.rect())
        painter.setPen(self._theme.color("ink" if self._is_vacant else "accent"))
        painter.setFont(self._font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def lawmaker_row(theme: Theme, person: Lawmaker, today: date) -> CardButton:
    """One person who can be called or written to."""
    second: Sayable = seat_line(person, today)
    layout = _row(theme, Avatar(theme, initials(person.name)), person.name, second, chevron(theme))
    card = CardButton(theme, layout, (person.name, second))
    card.setMinimumHeight(_row_height(theme))
    return card


def seat_line(person: Lawmaker, today: date) -> Sayable:
    """Title and place, and the end of the term where a visitor should know of it."""
    if person.end is not None and person.term_ended(today):
        return _("{seat}; until {day}", seat=full_title(person), day=person.end)
    if person.end is not None and person.note == _SPECIAL_ELECTION:
        return _("{seat}; until the special election of {day}", seat=seat_of(person), day=person.end)
    return seat_of(person)


def vacant_row(theme: Theme, seat: VacantSeat) -> QWidget:
    """A seat that nobody holds."""
    title = _("{district}: no one holds this seat", district=seat_of(seat))
    is_congress = state_of(seat.division_id) is not None
    why = _("An election will fill it. The office still takes calls.") if is_congress else _("It will be filled again.")
    dashed = box("vacant", _row(theme, Avatar(theme, "–", is_vacant=True), title, why, None))
    dashed.setMinimumHeight(_row_height(theme))
    return dashed


def _row_height(theme: Theme) -> int:
    return theme.by_frame(theme.by_height(112, 104), 108, 66)


def _row(theme: Theme, avatar: Avatar, title: Sayable, second: Sayable, end: QWidget | None) -> QHBoxLayout:
    texts = column(None, Words(theme, "panel_title", title), 1, Words(theme, "min", second, tone="quiet"), None)
    side, top = theme.by_frame(24, 24, 14), theme.by_frame(12, 14, 6)
    parts = (avatar, theme.by_frame(20, 20, 14), texts, 12, end) if end is not None else (avatar, 20, texts)
    layout = row(*parts, margins=(side, top, side, top))
    layout.setStretchFactor(texts, 1)
    return layout
