"""The table is not open: a friendly word for whoever comes by. Get help is still there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import Message
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.arranging import column, row
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.visit import Visit

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SAID: dict[Standing, tuple[Message, Message]] = {
    Standing.OPEN: (_("One moment"), _("This table opens in a moment.")),
    Standing.PAUSED: (_("Back soon"), _("This table takes a short break. Please come by again, or ask our staff.")),
    Standing.NOT_READY: (
        _("Not open yet"),
        _("Our staff are getting this table ready. Please come by a little later."),
    ),
    Standing.OVER: (_("Thank you"), _("This table is closed for today. Our staff are glad to answer questions.")),
    Standing.CLOSED: (_("Thank you"), _("This table is closed for today. Our staff are glad to answer questions.")),
}


class PausedScreen(Screen):
    """Says that the table is not open, and why."""

    place = Place.PAUSED
    steps = frozenset[Step]()

    def __init__(self, theme: Theme, *, sign: OpenSign, campaign: Campaign) -> None:
        super().__init__(theme)
        self._sign = sign
        self._title = Words(theme, "h1", align=_CENTRE)
        self._line = Words(theme, "lead", align=_CENTRE, tone="quiet")
        help_line = Words(theme, "lead", _("If you need to talk to somebody now, touch Get help above."), align=_CENTRE)
        name = Words(theme, "h2", campaign.name, align=_CENTRE, tone="accent")
        content = column(
            None,
            row(None, Mark(theme), None),
            20,
            name,
            theme.by_frame(40, 40, 20),
            self._title,
            12,
            self._line,
            theme.by_frame(40, 40, 20),
            help_line,
            None,
        )
        self.arrange(content, top=theme.by_frame(40, 40, 20), bottom=theme.by_frame(40, 40, 20))
        self.bar.hide()

    def enter(self, visit: Visit) -> None:
        title, line = _SAID[self._sign.standing]
        self._title.tell(title)
        self._line.tell(line)
        self.say_anew(self)
