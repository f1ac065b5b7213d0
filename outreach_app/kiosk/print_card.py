"""The card of the page to take home: what happens to it, in words, with the one or two buttons that fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.language import Message, Tongue, _, ngettext
from outreach_app.look.arranging import box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.card import icon_tile
from outreach_app.look.signs import Progress
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.taking import CAN_SAVE, TakeState

_ROUND_TO_SECONDS = 5
_FINGER_RESTS_MS = 1200
"""Cancel stands where Print stood: until then it takes the second tap of the finger that printed for nothing."""


@dataclass(frozen=True)
class _Face:
    title: Message
    line: Message


_FACES: Mapping[TakeState, _Face] = MappingProxyType(
    {
        TakeState.MAKING: _Face(_("Your page"), _("Making your page ...")),
        TakeState.PRINT: _Face(_("Print your page"), _("One sheet of paper. You pick it up at the table.")),
        TakeState.WAIT: _Face(_("Print your page"), _("The printer is just finishing. It is ready in a moment.")),
        TakeState.PRINTING: _Face(_("Printing your page"), _("Pick it up at the table.")),
        TakeState.SLOW: _Face(
            _("Printing your page"), _("This takes a little longer than usual. Pick it up at the table.")
        ),
        TakeState.CANCELLING: _Face(_("Stopping the printer"), _("A page that has begun may still come out.")),
        TakeState.PRINTED: _Face(_("Your page is printed"), _("Pick it up at the table. It is yours to keep.")),
        TakeState.CALL_STAFF: _Face(
            _("Your page did not come out"),
            _("Please tell staff. Save your page, and they can print it."),
        ),
        TakeState.OUT_OF_ORDER: _Face(
            _("The printer is resting"), _("Save your page, and staff can print it when the printer is back.")
        ),
        TakeState.OUT_OF_SHEETS: _Face(
            _("The printer has no paper"), _("Please tell staff. Save your page, and they can print it.")
        ),
        TakeState.CAP_REACHED: _Face(
            _("No more pages here today"), _("All pages of this event are given out. The code leads you on your way.")
        ),
        TakeState.SAVE: _Face(_("Your page"), _("It is ready. Save it, and staff can print it.")),
        TakeState.NOT_MADE: _Face(_("Your page"), _("Your page could not be made. The code works without it.")),
    }
)
"""A title and a line for each state."""


class PrintCard(QWidget):
    """Shows one :class:`TakeState`.

    Signals:
        print_wanted, cancel_wanted, save_wanted: a button was touched.
    """

    print_wanted = Signal()
    cancel_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.state = TakeState.MAKING
        self._tongue = Tongue("en")
        self._title = Words(theme, "panel_title", _("Your page"))
        self._line = Words(theme, "min", tone="quiet")
        self.print_button = Button(theme, "small", _("Print my page"), icon="printer")
        self.print_button.clicked.connect(self._ask_to_print)
        self.cancel_button = Button(theme, "small", _("Cancel"))
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self._rest = QTimer(self, singleShot=True, interval=_FINGER_RESTS_MS)
        self._rest.timeout.connect(lambda: self.cancel_button.setEnabled(True))
        self.save_button = Button(theme, "small", _("Save my page"))
        self.save_button.clicked.connect(self.save_wanted)
        self._bar = Progress(theme, _("How far the printing is"))
        self._bar_room = holding(column(theme.by_frame(18, 16, 8), self._bar))
        side = theme.by_frame(72, 72, 56)
        self._tiles = {name: icon_tile(theme, name, side) for name in ("printer", "document", "check")}
        texts = column(None, self._title, 1, self._line, None)
        buttons = column(None, self.print_button, self.cancel_button, self.save_button, None)
        tile = holding(row(*self._tiles.values(), 24))
        line = row(tile, texts, 16, buttons)
        if theme.is_large and theme.frame is Frame.PORTRAIT:
            # Beside a button of large words the sentence needs its width.
            tile.hide()
        line.setStretchFactor(texts, 1)
        inner = column(line, self._bar_room)
        edge, top = theme.by_frame(30, 26, 14), theme.by_frame(18, 22, 10)
        inner.setContentsMargins(edge, top, edge, top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box("card", inner))
        self._arrange()

    def speak(self, tongue: Tongue) -> None:
        """Remember the language for what is said later."""
        self._tongue = tongue

    def show_state(self, state: TakeState, *, line: Message | None = None) -> None:
        """Show a state; ``line`` stands in place of its own line."""
        self.state = state
        face = _FACES[state]
        for words, sentence in ((self._title, face.title), (self._line, line or face.line)):
            words.tell(sentence)
            words.speak(self._tongue)
        self._arrange()

    def show_progress(self, done: float, expected_seconds: float) -> None:
        """Fill the bar to a share (0 to 1) and say about how long the page takes."""
        self._bar.advance(done)
        if self.state is TakeState.PRINTING:
            seconds = _ROUND_TO_SECONDS * max(round(expected_seconds / _ROUND_TO_SECONDS), 1)
            self._line.tell(
                ngettext(
                    "About {count} second. Pick it up at the table.",
                    "About {count} seconds. Pick it up at the table.",
                    seconds,
                )
            )
            self._line.speak(self._tongue)

    def _ask_to_print(self) -> None:
        # A second tap of the same finger finds both asleep.
        self.print_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self._rest.start()
        self.print_wanted.emit()

    def _arrange(self) -> None:
        state = self.state
        tile = "document" if state in (TakeState.MAKING, TakeState.SAVE, TakeState.NOT_MADE) else "printer"
        tile = "check" if state is TakeState.PRINTED else tile
        for name, widget in self._tiles.items():
            widget.setVisible(name == tile)
        is_printing = state in (TakeState.PRINTING, TakeState.SLOW)
        self.print_button.setVisible(state in (TakeState.PRINT, TakeState.WAIT))
        self.print_button.setEnabled(state is TakeState.PRINT)
        self.cancel_button.setVisible(is_printing)
        self.save_button.setVisible(state in CAN_SAVE)
        self._bar_room.setVisible(is_printing)
