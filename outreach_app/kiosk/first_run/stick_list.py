"""The sticks that are plugged in, to choose one from: the only one is chosen by itself, of several none is."""

from __future__ import annotations

from collections.abc import Sequence

from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.language import _
from outreach_app.look.theme import Theme
from outreach_app.visit.said_size import said_size
from outreach_app.visit.stick import Stick


class StickList(OptionList):
    """Cards with the names of the sticks and the room on them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sticks: tuple[Stick, ...] = ()

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Show these; what was chosen stays chosen while it is plugged in."""
        chosen = self.key
        self._sticks = tuple(sticks)
        options = [
            Option(stick.path, stick.name, _("{free} free", free=said_size(stick.free_bytes))) for stick in sticks
        ]
        is_there = any(stick.path == chosen for stick in sticks)
        self.fill(options, chosen if is_there else sticks[0].path if len(sticks) == 1 else None)

    @property
    def stick(self) -> Stick | None:
        """The one that is chosen."""
        return next((stick for stick in self._sticks if stick.path == self.key), None)
