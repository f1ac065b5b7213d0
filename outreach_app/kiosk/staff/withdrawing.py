"""Taking a pledge back for somebody who brings their code."""

from __future__ import annotations

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.staff_typing import StaffTyping
from outreach_app.language import _
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_LONGEST = 24


class WithdrawingScreen(StaffTyping):
    """Enters a withdrawal code. Nothing of the pledge is shown, since nobody here can read it."""

    place = Place.WITHDRAWING
    steps = frozenset({Step.BACK, Step.ASK_WITHOUT_CODE})

    def __init__(self, theme: Theme, *, book: BookDesk) -> None:
        super().__init__(
            theme,
            _("Take a pledge back"),
            _("Enter the code from the person’s slip. What they signed is overwritten and cannot be brought back."),
        )
        self._book = book
        self._code = Field(theme, _("Withdrawal code"), longest=_LONGEST)
        self._take = Button(theme, "primary", _("Take it back"))
        self._take.clicked.connect(self._withdraw)
        lost = Button(theme, "link", _("They have no code"), icon="mail")
        lost.clicked.connect(lambda: self.emits(Step.ASK_WITHOUT_CODE))
        parts = (self._code, theme.space("s3"), row(lost, None))
        self.lay_out_typing([self._code], [self._code], self._withdraw, *parts, end=(self._take,))

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._take.setEnabled(True)
        self._code.line.wipe()
        self.area.start()

    def leave(self) -> None:
        self._code.line.wipe()

    def _withdraw(self) -> None:
        code = self._code.line.text().strip()
        if code and self._take.isEnabled():
            self._take.setEnabled(False)
            self._book.withdraw(code, self._done, self._failed)

    def _done(self, number: int) -> None:
        self._take.setEnabled(True)
        self._code.line.wipe()
        self.area.hide()
        self.tell(_("Pledge number {number} was taken back. Nothing of it can be read any more.", number=number))

    def _failed(self, error: OutreachError) -> None:
        self._take.setEnabled(True)
        self.area.hide()
        self.tell_failure(error)
