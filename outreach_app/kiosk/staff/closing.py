"""Closing the event for good: what it means, then the slip with its counts, on screen and on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.data_words import only_here
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import Message, Sayable, _, ngettext
from outreach_app.look.arranging import box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.visit import Visit


class ClosingScreen(StaffScreen):
    """A tick and a button, since it cannot be taken back."""

    place = Place.CLOSING
    steps = frozenset({Step.BACK, Step.COPY_PLEDGES})

    def __init__(
        self, theme: Theme, *, book: BookDesk, sign: OpenSign, papers: StaffPapers, printing: PrintDesk
    ) -> None:
        super().__init__(
            theme,
            _("Close the event"),
            _("When the day is over. Nothing more can be signed then, and the book is sealed with its last count."),
        )
        self._book, self._sign, self._papers, self._printing = book, sign, papers, printing
        self._slip: ClosingSlip | None = None
        self._sure = Choice(theme, _("The event is over"), _("Closing cannot be undone."))
        self._sure.toggled.connect(self._show_buttons)
        self._rows = QVBoxLayout()
        side = theme.space("s6")
        self._card = box("card", column(self._rows, margins=(side, side, side, side)))
        self._close = Button(theme, "primary", _("Close the event"), icon="leave")
        self._print = Button(theme, "secondary", _("Print the slip"), icon="printer")
        self._copy = Button(theme, "primary", _("Copy now"), icon="stick")
        self._close.clicked.connect(self._close_now)
        self._print.clicked.connect(self._print_slip)
        self._copy.clicked.connect(lambda: self.emits(Step.COPY_PLEDGES))
        self.lay_out(self._sure, self._card, end=(self._print, self._close, self._copy))

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._slip = None
        self._sure.setChecked(False)
        self._show_buttons()
        self._book.look(self._know, self.tell_failure)

    def leave(self) -> None:
        self._slip = None
        empty(self._rows)

    def _know(self, figures: DeskFigures) -> None:
        if figures.slip.is_closed:
            self._show_slip(figures.slip)
        self._warn(figures)

    def _warn(self, figures: DeskFigures) -> None:
        """Whoever closes and leaves would leave the pledges on one device alone."""
        said = only_here(figures)
        if said is not None:
            self.tell(said, is_fault=True)

    def _show_buttons(self) -> None:
        is_closed = self._slip is not None
        self._sure.setVisible(not is_closed)
        self._card.setVisible(is_closed)
        self._close.setVisible(not is_closed)
        self._close.setEnabled(self._sure.isChecked())
        self._copy.setVisible(is_closed)
        self._print.setVisible(is_closed and self._printing.has_printer)

    def _close_now(self) -> None:
        self._close.setEnabled(False)
        self._book.close_event(self._closed, self._failed)

    def _closed(self, slip: ClosingSlip) -> None:
        self._sign.turn(Standing.CLOSED)
        self._show_slip(slip)
        self.tell_done(_("The event is closed. Write the letters down or print the slip, then copy the pledges."))
        self._book.look(self._warn, self.tell_failure)

    def _show_slip(self, slip: ClosingSlip) -> None:
        self._slip = slip
        empty(self._rows)
        for label, value in _lines(slip):
            self._rows.addWidget(self._line(label, value))
        self._show_buttons()
        self.say_anew(self)

    def _line(self, label: Message, value: Sayable) -> QWidget:
        line = row(Words(self.theme, "staff_body", label, tone="quiet"), 16, Words(self.theme, "staff_strong", value))
        line.setStretch(0, 1)
        return holding(line)

    def _print_slip(self) -> None:
        if self._slip is not None:
            self._papers.closing_slip(self.tongue, self._slip, self._send, self.tell_failure)

    def _send(self, pdf: bytes) -> None:
        if self._printing.print_test_page(pdf) is not None:
            self.tell_done(_("The slip is on its way."))
        else:
            self.tell(_("A page is on its way. Try again soon."), is_fault=True)

    def _failed(self, error: OutreachError) -> None:
        self.tell_failure(error)
        self._show_buttons()


def _lines(slip: ClosingSlip) -> list[tuple[Message, Sayable]]:
    pledges = ngettext("one pledge", "{count} pledges", slip.kept)
    return [
        (_("Signed and kept"), pledges),
        (_("Practice, which does not count"), slip.rehearsals),
        (_("Taken back"), slip.withdrawn),
        (_("Station and event"), f"{slip.station} · {slip.event}"),
        (_("Head of the book"), slip.short_head),
    ]
