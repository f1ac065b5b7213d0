"""What staff have set at this table: read once, changed one by one, on the disk before it counts."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.errors import Message, OutreachError
from outreach_app.look.background import Lane
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import Preference, Preferences, Value


class PreferenceDesk:
    """The table's preferences. Whoever asks :attr:`now` each time follows a change at once.

    Args:
        file: where they lie.
    """

    def __init__(self, file: PreferenceFile) -> None:
        self._file = file
        read = file.read()
        self._now, self._notice = read.preferences, read.notice

    @property
    def now(self) -> Preferences:
        """What is set now."""
        return self._now

    @property
    def notice(self) -> Message | None:
        """What staff should know of the file; ``None`` once they have changed something, since that is whole again."""
        return self._notice

    def put(
        self,
        lane: Lane,
        preference: Preference,
        value: Value,
        done: Callable[[None], None],
        failed: Callable[[OutreachError], None],
    ) -> None:
        """Set one of them; it counts once it is on the disk.

        Args:
            lane: where it is written.
            preference: which.
            value: one that it allows.
            done: told once it is kept.
            failed: told why it was not; then it does not count.
        """
        wanted = self._now.having(preference, value)

        def keep() -> None:
            self._file.keep(wanted)
            self._now, self._notice = wanted, None

        lane.do(keep, done, failed)
