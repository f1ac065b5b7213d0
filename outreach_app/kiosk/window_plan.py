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
from outreach_app.visit.visit import Visit


@dataclass(frozen=True)
class WindowPlan:
    """What the window is told by the station.

    Attributes:
        wordmark, languages, first_language: of the campaign.
        is_demo: shows the ribbon instead of the badge.
        makers: how each place's screen is made.
        visit_changed: called with the new visit when one person's visit ends and the next begins.
        display: how each visit's screen begins; a visitor may change it for theirs.
    """

    tokens: ThemeTokens
    wordmark: Sayable
    languages: tuple[str, ...]
    first_language: str
    is_demo: bool
    makers: Mapping[Place, Callable[[Theme], Screen]]
    visit_changed: Callable[[Visit], None]
    display: Display = USUAL
