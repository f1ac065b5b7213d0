"""A film that does not play, as a line of the staff's checklist."""

from __future__ import annotations

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import Message
from outreach_app.language import _
from outreach_app.look.film_player import FilmTrouble

_SENTENCES: dict[FilmTrouble, tuple[Message, Message]] = {
    FilmTrouble.NO_PLAYER: (
        _("Films cannot play on this device. Visitors see the poster, and the captions where they can be read."),
        _("Run “outreach doctor”: it names what is missing."),
    ),
    FilmTrouble.UNREADABLE: (
        _("A film of the campaign cannot be read. Visitors see its poster, and its captions where they can be read."),
        _("Put the campaign on this device again."),
    ),
    FilmTrouble.STALLED: (
        _("A film stopped in the middle. Its captions went on without it, where they can be read."),
        _("Restart the program. If it happens again, put the campaign on this device again."),
    ),
    FilmTrouble.CUT_SHORT: (
        _("A film ends too early. Its captions went on without it, where they can be read."),
        _("Put the campaign on this device again."),
    ),
    FilmTrouble.NO_CAPTIONS: (
        _("Captions of a film cannot be read, so they are not shown."),
        _("Put the campaign on this device again."),
    ),
}


class FilmNotices:
    """What went wrong with films since the program started, for the staff desk. It knows nothing of any visitor."""

    def __init__(self) -> None:
        self._met: dict[FilmTrouble, None] = {}

    def note(self, trouble: FilmTrouble) -> None:
        """A film did not play."""
        self._met[trouble] = None

    def standing(self) -> tuple[Check, ...]:
        """Each kind of trouble once, in the order it was met."""
        return tuple(Check(trouble.value, CheckLevel.WARN, *_SENTENCES[trouble]) for trouble in self._met)
