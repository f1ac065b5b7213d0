"""A new recovery code, shown once: what the set-up and the staff's own screen share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.code_line import CodeLine
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak


class RecoveryCard(QWidget):
    """The code, a slip where a printer works, and the tick of somebody who has it on paper.

    Signals:
        slip_wanted: it shall be printed.
        ready: whether somebody has it on paper, and no slip is on its way.
    """

    slip_wanted = Signal()
    ready = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tongue = Tongue(SOURCE_LANGUAGE)
        side = theme.by_frame(32, 28, 20)
        self._shown = CodeLine(theme)
        card = box("soft", column(self._shown, margins=(side, 20, side, 20)))
        self._print = Button(theme, "small", _("Print it on a slip"), icon="printer")
        self._print.clicked.connect(self.slip_wanted)
        self._print.hide()
        self._said = Words(theme, "body", "")
        line = row(self._print, 20, column(None, self._said, None))
        line.setStretch(2, 1)
        self._written = Choice(theme, _("I have it on paper"), _("It is not shown again."))
        self._written.toggled.connect(self.ready)
        gap = theme.by_frame(14, 14, 8)
        self.setLayout(column(card, gap, line, gap, self._written))

    def show_code(self, code: str) -> None:
        """Show this one; an empty text shows none any more."""
        self._shown.tell(code)
        self._written.setChecked(False)

    def offer_slip(self, is_offered: bool) -> None:
        """Offer to print it."""
        self._print.setVisible(is_offered)

    def wait(self, *, is_printing: bool) -> None:
        """Nobody goes on while a slip is on its way."""
        self._print.setEnabled(not is_printing)
        self._written.setEnabled(not is_printing)
        self.ready.emit(self._written.isChecked() and not is_printing)

    def tell(self, said: Sayable) -> None:
        """Say how it is with the slip."""
        self._said.tell(said)
        speak(self._said, self._tongue)

    def speak(self, tongue: Tongue) -> None:
        """Remember the language of what is said later."""
        self._tongue = tongue
