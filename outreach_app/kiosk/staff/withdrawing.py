"""Taking a pledge back for somebody who brings their code."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.staff_typing import StaffTyping
from outreach_app.language import _
from outreach_app.look.arranging import box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_LONGEST = 24


class WithdrawingScreen(StaffTyping):
    """Enters a withdrawal code, and asks once. Nothing of the pledge is shown, since nobody here can read it."""

    place = Place.WITHDRAWING
    steps = frozenset({Step.BACK, Step.ASK_WITHOUT_CODE})

    def __init__(self, theme: Theme, *, book: BookDesk) -> None:
        super().__init__(
            theme,
            _("Take a pledge back"),
            _("Enter the code from the person’s slip. What they signed is overwritten and cannot be brought back."),
        )
        self._book = book
        self._asked_of = ""
        self._code = Field(theme, _("Withdrawal code"), longest=_LONGEST, layout_name="code")
        self._look = Button(theme, "primary", _("Look for it"))
        self._look.clicked.connect(self._find)
        lost = Button(theme, "link", _("They have no code"), icon="mail")
        lost.clicked.connect(lambda: self.emits(Step.ASK_WITHOUT_CODE))
        self._entry = holding(column(self._code, theme.space("s3"), row(lost, None)))
        self._sheet = self._question()
        self.lay_out_typing([self._code], [], self._find, self._entry, self._sheet, end=(self._look,))

    def _question(self) -> QFrame:
        """Which pledge it is, and two choices of the same look: neither is the usual one."""
        theme, side = self.theme, self.theme.space("s6")
        self._asks = Words(theme, "staff_goal")
        self._keep = Button(theme, "secondary", _("Keep it"))
        self._take = Button(theme, "secondary", _("Take it back"))
        self._keep.clicked.connect(self._begin_anew)
        self._take.clicked.connect(self._withdraw)
        line = row(self._keep, self._take, gap=theme.space("s5"))
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        return box("card", column(self._asks, theme.space("s5"), line, margins=(side, side, side, side)))

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._begin_anew()
        self.area.start()

    def leave(self) -> None:
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Ask for a code, with none typed."""
        self._asked_of = ""
        self._code.line.wipe()
        self._sheet.hide()
        self._entry.show()
        self._look.show()
        self._look.setEnabled(True)

    def _find(self) -> None:
        code = self._code.line.text().strip()
        if code and self._look.isEnabled() and self._sheet.isHidden():
            self._look.setEnabled(False)
            self._asked_of = code
            self._book.number_of(code, self._ask, self._failed)

    def _ask(self, number: int) -> None:
        if not self._asked_of:
            return
        self.area.hide()
        self.tell("")
        self._asks.tell(_("This takes pledge no. {number} back for good.", number=number))
        self.say_anew(self._asks)
        self._entry.hide()
        self._look.hide()
        self._take.setEnabled(True)
        self._sheet.show()
        self._keep.setFocus()

    def _withdraw(self) -> None:
        if self._asked_of:
            self._take.setEnabled(False)
            self._book.withdraw(self._asked_of, self._done, self._failed)

    def _done(self, number: int) -> None:
        self._begin_anew()
        self.tell_done(_("Pledge number {number} was taken back. Nothing of it can be read any more.", number=number))

    def _failed(self, error: OutreachError) -> None:
        self._look.setEnabled(True)
        self._take.setEnabled(True)
        self.area.hide()
        self.tell_failure(error)
