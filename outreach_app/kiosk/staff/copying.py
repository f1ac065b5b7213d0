"""Copying the pledges to a stick: choose it, watch it, and hear that the copy was read back and is whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.data_words import megabytes, what_remains
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.arranging import column, empty
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.signs import Progress
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.pledge_book.copying_out import CopiedOut
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.stick import Stick
from outreach_app.visit.visit import Visit

_LOOK_EVERY_MS = 1_500
_GROWTH = 1.5
"""A copy is text, and so larger than the book's own file."""


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
        self._book, self._find_sticks = book, find_sticks
        self._figures: DeskFigures | None = None
        self._sticks: tuple[Stick, ...] | None = None
        self._chosen: Stick | None = None
        self._is_copying = False
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space("s3"))
        self._progress = Progress(theme)
        self._progress.hide()
        self._after = Words(theme, "staff_body", strong=Strong.STARRED)
        book.copied_so_far.connect(self._progress.advance)
        self._copy = Button(theme, "primary", _("Copy now"), icon="stick")
        self._copy.clicked.connect(self._begin)
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look_for_sticks)
        self.lay_out(column(self._list, theme.space("s4"), self._progress, self._after), end=(self._copy,))

    @property
    def holds_attention(self) -> bool:
        return self._is_copying

    def enter(self, visit: Visit) -> None:
        self._sticks = self._chosen = None
        self._is_copying = False
        self._progress.hide()
        self._after.tell("")
        self.tell("")
        self._book.look(self._know, self.tell_failure)
        self._looks.start()
        self._look_for_sticks()

    def leave(self) -> None:
        self._looks.stop()
        self._sticks = self._chosen = self._figures = None

    def _know(self, figures: DeskFigures) -> None:
        self._figures = figures
        self._judge()

    # -- choosing the stick ----------------------------------------------------------------------------------------

    def _look_for_sticks(self) -> None:
        if self._is_copying:
            return
        found = self._find_sticks()
        before = [stick.path for stick in self._sticks or ()]
        if self._sticks is not None and before == [stick.path for stick in found]:
            return
        self._sticks = found
        self._chosen = found[0] if len(found) == 1 else None
        empty(self._list)
        for stick in found:
            self._list.addWidget(self._choice(stick))
        self.say_anew(self)
        self._judge()

    def _choice(self, stick: Stick) -> Choice:
        free = _("{free} free", free=megabytes(stick.free_bytes))
        choice = Choice(self.theme, stick.name, free, is_one_of_several=True)
        choice.setAutoExclusive(True)
        choice.setChecked(stick is self._chosen)
        choice.toggled.connect(lambda is_on: self._choose(stick) if is_on else None)
        return choice

    def _choose(self, stick: Stick) -> None:
        self._chosen = stick
        self._judge()

    def _judge(self) -> None:
        """Say what is in the way, or that it can begin."""
        if self._is_copying or self._sticks is None:
            return
        self._copy.setEnabled(False)
        if self._figures is None:
            return
        if not self._sticks:
            self.tell(_("No stick is plugged in. Plug one in; it shows here by itself."))
            return
        if self._chosen is None:
            self.tell(_("More than one stick is plugged in. Touch the one for the office."))
            return
        fault = self._chosen.fault(round(self._figures.book_bytes * _GROWTH))
        if fault is not None:
            self.tell(fault, is_fault=True)
            return
        if not self._progress.isVisible():
            self.tell("")
        self._copy.setEnabled(True)

    # -- copying ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._chosen is None or self._is_copying:
            return
        self._is_copying = True
        self._copy.setEnabled(False)
        self._progress.advance(0.0)
        self._progress.show()
        self._after.tell("")
        self.tell(_("Copying. Leave the stick in until it says that it is safe."))
        self._book.copy(self._chosen.path, self._done, self._failed)

    def _done(self, copied: CopiedOut) -> None:
        self._is_copying = False
        self._progress.advance(1.0)
        name = self._chosen.name if self._chosen is not None else ""
        self.tell_done(_("The copy was read back and is whole. It is safe to remove {stick}.", stick=name))
        self._copy.tell(_("Copy again"))
        self.say_anew(self._copy)
        self._copy.setEnabled(True)
        self._book.look(self._say_what_remains, self.tell_failure)

    def _say_what_remains(self, figures: DeskFigures) -> None:
        self._figures = figures
        self._after.tell(what_remains(figures))
        self.say_anew(self._after)

    def _failed(self, error: OutreachError) -> None:
        self._is_copying = False
        self._progress.hide()
        self.tell_failure(error)
        self._sticks = None
        QTimer.singleShot(_LOOK_EVERY_MS, self, self._allow_again)

    def _allow_again(self) -> None:
        """Whoever puts the stick back, or another one, may try again; the sentence stays until they do."""
        self._copy.setEnabled(self._chosen is not None and self._chosen.path.is_dir())
