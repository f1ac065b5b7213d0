"""A staff screen with fields: the keyboard comes with the focus and takes the bottom bar's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from outreach_app.errors import Message
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.look.arranging import Part
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme


class StaffTyping(StaffScreen):
    """Ties fields to the on-screen keyboard."""

    def __init__(self, theme: Theme, title: Message, lead: Message) -> None:
        super().__init__(theme, title, lead)
        self.area = TypingArea(theme, self.bar, self)

    def lay_out_typing(
        self,
        fields: Sequence[Field],
        capitals: Sequence[Field],
        completed: Callable[[], None],
        *parts: Part,
        end: tuple[Button, ...] = (),
        left: Callable[[Field], None] = lambda _field: None,
    ) -> None:
        """Lay the screen out around its fields.

        Args:
            fields: in the order they are filled.
            capitals: those that begin with a capital.
            completed: *Continue* in the last one.
            parts: what stands below the heading.
            end: buttons at the right of the bar.
            left: hears of each field that was left.
        """
        self.area.take(fields, capitals, left)
        self.area.completed.connect(completed)
        self.area.went_back.connect(self.area.hide)
        self.lay_out(*parts, end=end)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - it was just laid out
        layout.removeWidget(self.bar)
        layout.addWidget(self.area.keyboard)
        layout.addWidget(self.bar)
