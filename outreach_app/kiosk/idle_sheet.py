"""Still there? An opaque sheet, so that nobody reads the last person's form, with the seconds that are left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from outreach_app.language import Tongue, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.countdown import CountdownRing
from outreach_app.look.shadow import cast_shadow
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class IdleSheet(QWidget):
    """Covers everything below the top bar.

    Attributes:
        left: the seconds that are shown, and those of the whole countdown.

    Signals:
        stayed: somebody is still there.
        started_over: they want to start anew.
    """

    stayed = Signal()
    started_over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._tongue = Tongue("en")
        self.left = (0, 0)
        self._ring = CountdownRing(theme)
        self._sentence = Words(theme, "lead", tone="quiet", align=_CENTRE)
        over = Button(theme, "secondary", _("Start over"))
        stay = Button(theme, "primary", _("I am still here"))
        for button in (over, stay):
            button.setFixedHeight(theme.size("button_hero"))
        over.clicked.connect(self.started_over)
        stay.clicked.connect(self.stayed)
        self._stay_button = stay
        buttons = row(over, stay, gap=16)
        for place in range(buttons.count()):
            buttons.setStretch(place, 1)
        side, top = theme.by_frame(56, 40, 40), theme.by_frame(60, 60, 28)
        inner = column(
            row(None, self._ring, None),
            theme.by_frame(28, 28, 12),
            Words(theme, "h1", _("Still there?"), align=_CENTRE),
            10,
            self._sentence,
            theme.by_frame(30, 30, 18),
            buttons,
            margins=(side, top, side, theme.by_frame(48, 48, 28)),
        )
        card = box("card", inner)
        card.setFixedWidth(theme.by_frame(720, 680, 680))
        cast_shadow(card, theme)
        self.setLayout(row(None, column(None, card, None), None))

    def speak(self, tongue: Tongue) -> None:
        """Remember the language for the seconds."""
        self._tongue = tongue

    def take_focus(self) -> None:
        """So that Enter means "I am still here"."""
        self._stay_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_left(self, seconds: int, whole: int) -> None:
        """Show the seconds left of the whole countdown."""
        self.left = (seconds, whole)
        self._ring.show_left(seconds, whole)
        self._sentence.tell(_("Starting over in {seconds} s. What you typed will be cleared.", seconds=seconds))
        self._sentence.speak(self._tongue)
