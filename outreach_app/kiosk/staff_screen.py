"""What the staff's screens share: a heading, what is below it, what is said at the foot, and the way back."""

from __future__ import annotations

from typing import ClassVar

from outreach_app.errors import OutreachError
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.notice_strip import NoticeStrip, Said
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Step


class StaffScreen(Screen):
    """A staff screen but for the desk itself.

    Args:
        theme: sizes and colours.
        title: its heading; ``lead``: what it is for, in one or two sentences.

    Attributes:
        widest: px; lines of text are no longer, so that they can be read while standing.
    """

    widest: ClassVar[int] = 820

    def __init__(self, theme: Theme, title: Message, lead: Message) -> None:
        super().__init__(theme)
        self._title = title
        self._lead = lead
        self.told = NoticeStrip(theme)

    def lay_out(self, *parts: Part, start: tuple[Button, ...] = (), end: tuple[Button, ...] = ()) -> None:
        """Put the parts below the heading, and buttons beside *Back*."""
        theme = self.theme
        inner = column(
            Words(theme, "staff_h1", self._title),
            theme.space("s2"),
            Words(theme, "staff_body", self._lead, tone="quiet"),
            theme.by_frame(24, 24, 12),
            *parts,
            None,
        )
        page = holding(inner)
        page.setMaximumWidth(self.widest)
        across = row(page, None)
        # As wide as it may be, whatever stands on it.
        across.setStretch(0, 100)
        content = column(scrolling(holding(across)))
        content.setStretch(0, 1)
        edge, below = theme.grid.margin, theme.by_frame(14, 14, 8)
        content.setContentsMargins(edge, theme.by_frame(28, 32, 12), edge, theme.by_frame(10, 10, 4))
        # Whatever scrolls, what was said last stands above the bar, or above the keyboard in the bar's place.
        self._foot = holding(column(self.told, margins=(edge, 0, edge, below)))
        self._foot.hide()
        self.fill(content, self._foot, self.bar)
        self.bar.put(start=(self.desk_button(), *start), end=end)

    def desk_button(self) -> Button:
        """The way back."""
        button = Button(self.theme, "secondary", _("Back to the desk"), icon="arrow-left")
        button.clicked.connect(lambda: self.emits(Step.BACK))
        return button

    def tell(self, what: Sayable, *, is_fault: bool = False) -> None:
        """Say at the foot how things stand, or that something is in the way; an empty text takes the strip away."""
        self._say(what, Said.REFUSED if is_fault else Said.NEWS)

    def tell_done(self, what: Sayable) -> None:
        """Say at the foot that it went well."""
        self._say(what, Said.DONE)

    def tell_failure(self, error: OutreachError) -> None:
        """Say what happened and what to do."""
        self.tell(error.message, is_fault=True)

    def _say(self, what: Sayable, kind: Said) -> None:
        self._foot.setVisible(bool(what))
        self.told.put(what, kind, self.tongue)
