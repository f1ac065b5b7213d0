"""The pledge as a sheet to be agreed to, where a campaign asks for no signature: its words, a name and the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame

from outreach_app.domain.campaign import PledgeForm
from outreach_app.kiosk.pledge_review import asking_note
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import box, column, holding, row
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class PledgePaper(QFrame):
    """Stands where the pad would. Words that are longer than the sheet scroll on it."""

    def __init__(self, theme: Theme, form: PledgeForm) -> None:
        super().__init__()
        self.setProperty("box", "pad")
        self._signer = Words(theme, "min", tone="quiet")
        self._day = Words(theme, "min", tone="quiet", wraps=False)
        line = box("strong-rule", column())
        line.setFixedHeight(2)
        under = row(self._signer, 12, self._day)
        under.setStretch(0, 1)
        side, gap = theme.by_frame(40, 32, 24), theme.by_frame(20, 20, 12)
        title = Words(theme, "panel_title", _("The pledge"))
        text = Words(theme, "pledge_text", form.text)
        words = column(title, gap, text, gap, asking_note(theme, form), None, margins=(0, 0, 8, 0))
        whole = column(
            *(scrolling(holding(words)), gap, line, theme.by_frame(16, 16, 6), under),
            margins=(side, theme.by_frame(32, 28, 14), side, theme.by_frame(32, 28, 12)),
        )
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def name(self, signer: Sayable, day: date) -> None:
        """Say who agrees, and when."""
        self._signer.tell(signer)
        self._day.tell(day)
