"""Undoing the newest pledge within ten minutes, for somebody who asks at once and has no code."""

from __future__ import annotations

from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _, ngettext
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.book import Undoable
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit


class UndoingScreen(StaffScreen):
    """Shows the newest pledge by its number and age, never by name."""

    place = Place.UNDOING
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, book: BookDesk) -> None:
        super().__init__(
            theme,
            _("Undo the newest pledge"),
            _("Only the newest one, and only for ten minutes. Later it takes the person’s withdrawal code."),
        )
        self._book = book
        self._newest: Undoable | None = None
        self._number = Words(theme, "staff_goal")
        self._age = Words(theme, "staff_body", tone="quiet")
        side = theme.space("s6")
        self._card = box("card", column(self._number, 4, self._age, margins=(side, side, side, side)))
        self._undo = Button(theme, "primary", _("Undo it"))
        self._undo.clicked.connect(self._take_back)
        self.lay_out(row(self._card, None), end=(self._undo,))

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._card.hide()
        self._undo.setEnabled(False)
        self._book.look(self._show, self.tell_failure)

    def leave(self) -> None:
        self._newest = None

    def _show(self, figures: DeskFigures) -> None:
        newest = self._newest = figures.newest
        self._card.setVisible(newest is not None)
        self._undo.setEnabled(newest is not None)
        if newest is None:
            self.tell(_("No pledge was signed here in the last ten minutes."))
            return
        minutes = int(newest.seconds_ago // 60)
        ago = ngettext("Signed one minute ago", "Signed {count} minutes ago", minutes)
        self._number.tell(_("No. {number}", number=newest.number))
        self._age.tell(ago if minutes else _("Signed just now"))
        self.say_anew(self)

    def _take_back(self) -> None:
        if self._newest is not None:
            self._undo.setEnabled(False)
            self._book.undo(self._newest.number, self._done, self.tell_failure)

    def _done(self, number: int) -> None:
        self._card.hide()
        self.tell_done(_("Pledge number {number} was taken back. Nothing of it can be read any more.", number=number))
