"""What the window is told by the station."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from outreach_app.domain.display import USUAL, Display
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Sayable
from outreach_app.look.theme import Theme
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.flow import Place
from outreach_app.visit.happenings import Happening
from outreach_app.visit.ports import Clock
from outreach_app.visit.visit import Visit


@dataclass(frozen=True)
class WindowPlan:
    """What the window is told by the station.

    Attributes:
        wordmark, languages: of the campaign.
        ribbon: the sentence of the strip above everything; ``None`` shows the badge instead.
        makers: how each place's screen is made.
        visit_changed: called with the new visit when one person's visit ends and the next begins.
        choose_language: the language a visit begins in, asked anew for each.
        choose_display: how a visit's screen begins, likewise; a visitor may change both for theirs.
        rest: where visits begin and end now: the loop, or the closed screen.
        note: told what visitors do, to count it.
        staff_line: what stands above the staff's screens; ``None`` for a table without a staff area.
        clock: the time between two touches of the hidden corner.
    """

    tokens: ThemeTokens
    wordmark: Sayable
    languages: tuple[str, ...]
    choose_language: Callable[[], str]
    ribbon: Callable[[], Sayable | None]
    makers: Mapping[Place, Callable[[Theme], Screen]]
    visit_changed: Callable[[Visit], None]
    clock: Clock
    choose_display: Callable[[], Display] = lambda: USUAL
    rest: Callable[[], Place] = lambda: Place.ATTRACT
    staff_line: Callable[[], Sayable] | None = None
    note: Callable[[Happening], None] = lambda _what: None

    @property
    def first_language(self) -> str:
        """The language that a visit begins in now."""
        return self.choose_language()

    @property
    def display(self) -> Display:
        """How a visit's screen begins now."""
        return self.choose_display()
