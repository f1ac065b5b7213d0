"""How long a film is, as people say it, and a moment of it, as a clock shows it."""

from __future__ import annotations

from outreach_app.errors import Message
from outreach_app.language import ngettext

_SHORT_SECONDS = 55


def spoken_length(seconds: int) -> Message:
    """The length in seconds where it is under a minute, else in minutes, rounded up so that nobody waits longer."""
    if seconds <= _SHORT_SECONDS:
        return ngettext("{count} second", "{count} seconds", seconds)
    return ngettext("About {count} minute", "About {count} minutes", -(-seconds // 60))


def on_the_clock(seconds: float) -> str:
    """A moment as minutes and seconds, such as ``1:12``."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
