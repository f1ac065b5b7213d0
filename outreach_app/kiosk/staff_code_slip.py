"""The withdrawal code of somebody who signed on paper: on a slip, or shown once by a touch, and gone.

No code stands on a staff screen by itself. Who signed on paper has a right to theirs all the same.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame

from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import OutreachError
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.slip_desk import SlipDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _
from outreach_app.look.arranging import column, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak

_WHY = _("It takes this pledge back, and is for nobody but the person who signed.")
_HERE = _("No printer can print it now. Only if the person is here: show it once, and let them write it down.")


class CodeSlip(QFrame):
    """One code at a time; hidden while there is none."""

    def __init__(self, theme: Theme, papers: StaffPapers, printing: PrintDesk) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._papers = papers
        self._slips = SlipDesk(self, papers.lane, printing)
        self._tongue = Tongue(SOURCE_LANGUAGE)
        self._receipt: PledgeReceipt | None = None
        self._title = Words(theme, "staff_title")
        self._said = Words(theme, "staff_body")
        self._code = Words(theme, "staff_goal", wraps=False)
        self._print = Button(theme, "staff", _("Print it on a slip"), icon="printer")
        self._show_it = Button(theme, "staff", _("Show it once"), icon="key")
        self._done = Button(theme, "staff", _("Done with the code"), icon="check")
        self._print.clicked.connect(self._print_slip)
        self._show_it.clicked.connect(self._show_code)
        self._done.clicked.connect(self.forget)
        side, gap = theme.space("s6"), theme.space("s3")
        # Its room is kept, and the code stands below the buttons: none of them moves under a finger. Whoever touches
        # twice must not meet the button that lets the code go.
        buttons = row(self._print, self._show_it, None, self._done, gap=gap)
        self._said.setMinimumHeight(round(2 * theme.line_height("staff_body")))
        lines = column(self._title, 2, self._said, gap, buttons, gap, self._code, margins=(side, gap, side, gap))
        self.setLayout(lines)
        self.hide()

    def offer(self, receipt: PledgeReceipt) -> None:
        """Offer the code of a pledge that was just sealed; the one before goes."""
        self.forget()
        self._receipt = receipt
        self._title.tell(_("The code of pledge no. {number}", number=receipt.number))
        can_print = self._slips.is_offered
        self._tell(_WHY if can_print else _HERE)
        self._print.setVisible(can_print)
        self._show_it.setVisible(not can_print)
        self._done.show()
        self.show()
        speak(self, self._tongue)

    def forget(self) -> None:
        """The code is gone for good; a slip on its way is taken back."""
        self._slips.cancel()
        self._receipt = None
        self._code.tell("")
        self._code.hide()
        self.hide()

    def speak(self, tongue: Tongue) -> None:
        """Remember the language of what is said later."""
        self._tongue = tongue

    def _tell(self, what: Sayable) -> None:
        self._said.tell(what)
        speak(self._said, self._tongue)

    # -- on a slip -------------------------------------------------------------------------------------------------

    def _print_slip(self) -> None:
        if self._receipt is None:
            return
        self._print.hide()
        self._tell(_("The slip is being printed …"))
        make = partial(self._papers.make_code_slip, self._tongue, self._receipt)
        self._slips.print_slip(make, self._printed, self._not_printed)

    def _printed(self, is_printed: bool) -> None:
        if not is_printed:
            self._offer_to_show()
            return
        self._receipt = None
        self._tell(_("The slip was printed, and this program keeps no copy. Give it to the person."))

    def _not_printed(self, _error: OutreachError) -> None:
        self._offer_to_show()

    # -- on the screen ---------------------------------------------------------------------------------------------

    def _offer_to_show(self) -> None:
        self._tell(_HERE)
        self._show_it.setVisible(self._receipt is not None)

    def _show_code(self) -> None:
        receipt, self._receipt = self._receipt, None
        self._show_it.hide()
        if receipt is not None:
            self._code.tell(receipt.withdrawal_code)
            self._code.show()
            self._tell(_("When they have it, touch Done. It is not shown again."))
