"""Copying the pledges to a stick: choose it, watch it, and hear that the copy was read back and is whole."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.data_words import what_remains
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.kiosk.stick_chooser import StickChooser
from outreach_app.language import Message, _
from outreach_app.look.arranging import column
from outreach_app.look.button import Button
from outreach_app.look.signs import Progress
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.stick import Stick
from outreach_app.visit.visit import Visit


class CopyingScreen(StaffScreen):
    """Nothing is lost whatever becomes of the stick: the book stays here as it is."""

    place = Place.COPYING
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, book: BookDesk, find_sticks: Callable[[], tuple[Stick, ...]]) -> None:
        super().__init__(
            theme,
            _("Copy the pledges"),
            _("Plug in the stick for the office. The copy is locked: only the office can open it."),
        )
        self._book = book
        self._figures: DeskFigures | None = None
        self._is_copying = False
        self._sticks = StickChooser(theme, find_sticks, self._fault)
        self._sticks.judged.connect(self._allow)
        self._progress = Progress(theme, _("How far the copying is"))
        self._after = Words(theme, "staff_body", strong=Strong.STARRED)
        book.copied_so_far.connect(self._progress.advance)
        self._copy = Button(theme, "primary", _("Copy now"), icon="stick")
        self._copy.clicked.connect(self._begin)
        self.lay_out(column(self._sticks, theme.space("s4"), self._progress, self._after), end=(self._copy,))

    @property
    def holds_attention(self) -> bool:
        return self._is_copying

    def enter(self, visit: Visit) -> None:
        self._is_copying = False
        self._progress.hide()
        self._after.tell("")
        self.tell("")
        self._book.look(self._know, self.tell_failure)
        self._sticks.begin()

    def leave(self) -> None:
        self._sticks.rest()
        self._figures = None

    def _know(self, figures: DeskFigures) -> None:
        self._figures = figures
        self._sticks.judge()

    def _fault(self, stick: Stick) -> Message | None:
        figures = self._figures
        return None if figures is None else stick.fault(figures.copy_bytes, figures.slip.station)

    def _allow(self) -> None:
        ready = self._figures is not None and not self._is_copying
        self._copy.setEnabled(ready and self._sticks.serving is not None)

    # -- copying ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        stick = self._sticks.serving
        if stick is None or self._is_copying:
            return
        self._is_copying = True
        self._sticks.rest()
        self._allow()
        self._progress.advance(0.0)
        self._progress.show()
        self._after.tell("")
        self.tell(_("Copying. Leave the stick in until it says that it is safe."))
        self._book.copy(stick.path, lambda _copied: self._done(stick), self._failed)

    # What came of it stays below the sticks, whatever is plugged in or pulled, until the next copy or they leave.

    def _done(self, stick: Stick) -> None:
        self._progress.advance(1.0)
        self.tell_done(_("The copy was read back and is whole. It is safe to remove {stick}.", stick=stick.name))
        self._copy.tell(_("Copy again"))
        self.say_anew(self._copy)
        self._book.look(self._say_what_remains, self.tell_failure)
        self._go_on()

    def _say_what_remains(self, figures: DeskFigures) -> None:
        self._know(figures)
        self._after.tell(what_remains(figures))
        self.say_anew(self._after)

    def _failed(self, error: OutreachError) -> None:
        self._progress.hide()
        self.tell_failure(error)
        self._go_on()

    def _go_on(self) -> None:
        self._is_copying = False
        self._sticks.go_on()
