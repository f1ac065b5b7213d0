"""One thing that was looked at on a device or a station, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from outreach_app.errors import Message


class CheckLevel(Enum):
    """How a check came out. The values are part of the command line's JSON."""

    OK = "ok"
    WARN = "warn"
    """Something works less well, and the rest goes on."""
    FAIL = "fail"
    """A table cannot be opened like this."""


@dataclass(frozen=True)
class Check:
    """One line of a checklist.

    Attributes:
        code: short neutral name that scripts may rely on, such as ``disk-space``.
        text: what was found, as a sentence.
        remedy: what to do about it; ``None`` when all is well.
    """

    code: str
    level: CheckLevel
    text: Message
    remedy: Message | None = None
