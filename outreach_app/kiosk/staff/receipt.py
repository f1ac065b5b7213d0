"""The office's receipt: taken from a stick, so that what remains on this device has a day on which it is erased."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.data_words import what_remains
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.kiosk.stick_chooser import StickChooser
from outreach_app.language import _
from outreach_app.look.arranging import column
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.retention import Retention
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.stick import Stick
from outreach_app.visit.visit import Visit


class ReceiptScreen(StaffScreen):
    """Only a receipt that this station's office signed for this very book counts."""

    place = Place.RECEIPT
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, book: BookDesk, find_sticks: Callable[[], tuple[Stick, ...]]) -> None:
        super().__init__(
            theme,
            _("The office’s receipt"),
            _("Once the office has the last copy it gives a receipt on a stick. Plug that stick in."),
        )
        self._book = book
        self._is_busy = False
        self._remains = Words(theme, "staff_body")
        self._sticks = StickChooser(theme, find_sticks, lambda stick: stick.keys_fault)
        self._sticks.judged.connect(self._allow)
        self._take = Button(theme, "primary", _("Take the receipt"), icon="check")
        self._take.clicked.connect(self._begin)
        self.lay_out(column(self._remains, theme.space("s4"), self._sticks), end=(self._take,))

    def enter(self, visit: Visit) -> None:
        self._is_busy = False
        self.tell("")
        self._remains.tell("")
        self._book.look(self._know, self.tell_failure)
        self._sticks.begin()

    def leave(self) -> None:
        self._sticks.rest()

    def _know(self, figures: DeskFigures) -> None:
        self._remains.tell(what_remains(figures))
        self.say_anew(self._remains)

    def _allow(self) -> None:
        self._take.setEnabled(self._sticks.serving is not None and not self._is_busy)

    def _begin(self) -> None:
        stick = self._sticks.serving
        if stick is None or self._is_busy:
            return
        self._is_busy = True
        self._allow()
        self._book.take_receipt(stick, self._done, self._failed)

    def _done(self, _retention: Retention) -> None:
        self._is_busy = False
        self.tell(_("The receipt is taken. It is safe to remove the stick."))
        self._book.look(self._know, self.tell_failure)
        self._allow()

    def _failed(self, error: OutreachError) -> None:
        self._is_busy = False
        self.tell_failure(error)
        self._allow()
