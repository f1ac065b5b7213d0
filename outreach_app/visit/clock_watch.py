"""Whether the table's clock can be trusted, as far as a table without a network can tell.

It is trusted while it goes on from the last moment that was trusted: not back behind it, and no more than a day ahead
of what has passed since. A battery that died sets a clock back; a mistyped year sets it forward; a table that was off
for a week looks the same as the latter, so a lead is asked whether the date is right. The moment is kept on the disk,
and what has passed is measured by a clock that only grows.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.domain.pledge import ClockReading
from outreach_app.errors import OutreachError, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.ports import Clock
from outreach_app.visit.timekeeping import read_clock

SEEN_NAME = "clock-seen"
DOUBTED_DATE = "clock-doubted"
_LONGEST = 64
_BACK = timedelta(minutes=2)
_AHEAD = timedelta(days=1)
_KEPT_EVERY = timedelta(minutes=10)


class ClockWatch:
    """Watches one station's clock while its program runs, and remembers it when it does not.

    Args:
        folder: the station's.
        clock: the table's.
        set_up_at: when the station was made; no earlier moment is ever trusted.
    """

    def __init__(self, folder: Path, clock: Clock, set_up_at: datetime) -> None:
        self._folder, self._clock, self._set_up_at = folder, clock, set_up_at
        self._kept = self._read()
        self._anchor = (self._kept or set_up_at, clock.monotonic())

    def read(self) -> ClockReading:
        """The time as a pledge records it, with an honest word on whether it could be trusted."""
        now = read_clock(self._clock, self._set_up_at)
        last, since = self._anchor
        seconds = self._clock.monotonic()
        ahead = now.utc - last - timedelta(seconds=seconds - since)
        is_trusted = now.is_trusted and now.utc >= last - _BACK and ahead <= _AHEAD
        if is_trusted and now.utc > last:
            self._anchor = (now.utc, seconds)
        return replace(now, is_trusted=is_trusted)

    def note(self) -> None:
        """Keep the moment, if it is trusted and some time has passed since the one that is kept.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the one before stays.
        """
        now = self.read()
        if now.is_trusted and (self._kept is None or now.utc - self._kept >= _KEPT_EVERY):
            self._keep(now.utc)

    def confirm(self) -> None:
        """A lead says that the date is right: trust the clock from here on.

        Raises:
            StorageFull, StorageFailed: it was not kept, so it does not count.
        """
        now = read_clock(self._clock, self._set_up_at).utc
        self._keep(now)
        self._anchor = (now, self._clock.monotonic())

    def check(self) -> Check:
        """The clock's line of the list before opening."""
        now = self.read()
        today = self._clock.now().date()
        if now.is_trusted:
            return Check("clock", CheckLevel.OK, _("The clock says {day}.", day=today))
        if now.utc < self._set_up_at:
            text = _("The clock is earlier than the day this station was set up.")
            return Check("clock", CheckLevel.WARN, text, _("Set the date and time of the device."))
        last = self._anchor[0].astimezone(self._clock.now().tzinfo).date()
        text = _("The clock says {day}, and the last day it was sure of is {last}.", day=today, last=last)
        remedy = _("Is that today’s date? A lead confirms it here, or sets the clock. Until then it is not trusted.")
        return Check(DOUBTED_DATE, CheckLevel.WARN, text, remedy)

    # -- disk ------------------------------------------------------------------------------------------------------

    def _keep(self, moment: datetime) -> None:
        data = moment.isoformat().encode("ascii")

        def check(file: BinaryIO) -> None:
            if file.read() != data:
                raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

        DurableFolder(self._folder, is_private=True).keep(SEEN_NAME, [data], check)
        self._kept = moment

    def _read(self) -> datetime | None:
        """What is kept; nothing for what cannot be a moment with its zone."""
        with suppress(OSError, ValueError), (self._folder / SEEN_NAME).open("rb") as file:
            moment = datetime.fromisoformat(file.read(_LONGEST).decode("ascii"))
            return None if moment.tzinfo is None else moment.astimezone(UTC)
        return None


def watch_from_start(watch: ClockWatch) -> ClockReading:
    """The time as a table opens; a disk that refuses to keep it is no reason to stay shut."""
    with suppress(OutreachError):
        watch.note()
    return watch.read()
