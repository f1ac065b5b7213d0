"""What the staff's screens share: a heading, what is below it, and the way back to the desk."""

from __future__ import annotations

from outreach_app.errors import OutreachError
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.flow import Step

_WIDEST = 820
"""Px: lines of text are no longer, so that they can be read while standing."""


class StaffScreen(Screen):
    """A staff screen but for the desk itself.

    Args:
        theme: sizes and colours.
        title: its heading; ``lead``: what it is for, in one or two sentences.
    """

    def __init__(self, theme: Theme, title: Message, lead: Message) -> None:
        super().__init__(theme)
        self._title = title
        self._lead = lead
        self.told = Words(theme, "staff_strong", strong=Strong.STARRED)

    def lay_out(self, *parts: Part, start: tuple[Button, ...] = (), end: tuple[Button, ...] = ()) -> None:
        """Put the parts below the heading, and buttons beside *Back*."""
        theme = self.theme
        inner = column(
            Words(theme, "staff_h1", self._title),
            theme.space("s2"),
            Words(theme, "staff_body", self._lead, tone="quiet"),
            theme.by_frame(24, 24, 12),
            *parts,
            theme.space("s3"),
            self.told,
            None,
        )
        page = holding(inner)
        page.setMaximumWidth(_WIDEST)
        across = row(page, None)
        # As wide as it may be, whatever stands on it.
        across.setStretch(0, 100)
        content = column(scrolling(holding(across)))
        content.setStretch(0, 1)
        self.arrange(content, top=theme.by_frame(28, 32, 12), bottom=theme.by_frame(16, 16, 6))
        self.bar.put(start=(self.desk_button(), *start), end=end)

    def desk_button(self) -> Button:
        """The way back."""
        button = Button(self.theme, "secondary", _("Back to the desk"), icon="arrow-left")
        button.clicked.connect(lambda: self.emits(Step.BACK))
        return button

    def tell(self, what: Sayable, *, is_fault: bool = False) -> None:
        """Say one sentence below the rest."""
        self.told.wear("warn" if is_fault else "good")
        self.told.tell(what)
        self.say_anew(self.told)

    def tell_failure(self, error: OutreachError) -> None:
        """Say what happened and what to do."""
        self.tell(error.message, is_fault=True)
