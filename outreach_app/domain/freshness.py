"""How old a statement is, who says so, and until when it may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.wording import Wording


@dataclass(frozen=True)
class Freshness:
    """How old a statement is and until when it may be shown.

    Attributes:
        as_of: the day the source speaks of.
        expires: the last day it may be shown; ``None`` for a statement that does not age.
    """

    as_of: date
    expires: date | None

    def is_current(self, today: date) -> bool:
        """Whether it may still be shown."""
        return self.expires is None or today <= self.expires


@dataclass(frozen=True)
class Source:
    """Who says so, and where a visitor can read it."""

    name: Wording
    url: str
