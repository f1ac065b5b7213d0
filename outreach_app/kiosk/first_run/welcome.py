"""The welcome: try the demo, or set this device up."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from outreach_app.kiosk.bars import bar_note
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Message, _
from outreach_app.look.arranging import Part, box, column
from outreach_app.look.button import Button
from outreach_app.look.card import icon_tile
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class WelcomePage(Page):
    """Two doors, as large as each other."""

    place = FirstPlace.WELCOME

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        demo = self._door("play", "secondary", _("Try the demo"), _demo_line(), Turn.TRY_DEMO)
        has_begun = self.draft.has_begun
        title = _("Go on with the set-up") if has_begun else _("Set up this station")
        line = _go_on_line() if has_begun else _set_up_line()
        own = self._door("sliders", "primary", title, line, Turn.SET_UP)
        doors = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme.is_portrait else QBoxLayout.Direction.LeftToRight)
        doors.setSpacing(24)
        doors.addWidget(demo, 1)
        doors.addWidget(own, 1)
        edge, top = theme.grid.margin, theme.by_frame(36, 40, 14)
        content = column(
            Words(theme, "h1", _("Welcome")),
            theme.by_frame(10, 10, 2),
            Words(theme, "lead", _("This device is not set up yet. What would you like to do?"), tone="quiet"),
            theme.by_frame(28, 28, 12),
            doors,
            *((theme.space("s4"), self._note()) if theme.is_portrait else ()),
            margins=(edge, top, edge, theme.by_frame(24, 24, 8)),
        )
        content.setStretch(4, 1)
        whole = column(content, self.bar)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._fill_bar()

    def _fill_bar(self) -> None:
        theme = self.theme
        file = Button(theme, "quiet", _("Use a set-up file"), icon="document")
        file.clicked.connect(lambda: self.turned.emit(Turn.USE_FILE))
        leave = Button(theme, "quiet", _("Quit"), icon="leave")
        leave.clicked.connect(lambda: self.turned.emit(Turn.QUIT))
        # A narrow bar has no room for it.
        self.bar.put(start=(file,), middle=None if theme.is_portrait else self._note(), end=(leave,))

    def _note(self) -> QWidget:
        said = _("Works without internet. Everything stays on this device.")
        return bar_note(self.theme, "lock", Words(self.theme, "badge", said, tone="quiet"))

    def _door(self, icon: str, kind: str, title: Message, line: Message, turn: Turn) -> QFrame:
        theme = self.theme
        side, tile = theme.by_frame(40, 36, 24), theme.by_frame(72, 72, 56)
        way_in = Button(theme, kind, title, icon="arrow-right", icon_after=True, spread=True)
        way_in.clicked.connect(lambda: self.turned.emit(turn))
        shown: tuple[Part, ...] = () if theme.is_compact else (icon_tile(theme, icon, tile), 24)
        parts = (*shown, Words(theme, "h2", title), 8, Words(theme, "lead", line, tone="quiet"), None, 12, way_in)
        return box("card", column(*parts, margins=(side, side, side, side)))


def _demo_line() -> Message:
    return _("A sample campaign with invented people. Nothing is kept or sent. Leave the demo whenever you like.")


def _set_up_line() -> Message:
    return _("Choose the office’s file, a campaign, two staff PINs and a printer. About 5 minutes.")


def _go_on_line() -> Message:
    return _("Your answers so far are kept. Go on where you left off.")
