"""Before you open: the station's checklist for the staff, and what of it keeps the door shut.

Only what would harm visitors does: nobody could read their pledges, or nothing could be kept, the event is over, or the
helplines shown may be wrong. A lead may open in spite of the helplines, never in spite of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from outreach_app.campaign.ageing import unverified_helplines
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import OutreachError, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.battery import Battery
from outreach_app.visit.clock_watch import DOUBTED_DATE
from outreach_app.visit.last_day import LAST_DAY_CODE
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.pause_note import is_paused
from outreach_app.visit.ports import Clock
from outreach_app.visit.station_check import OpenBookState, check_station
from outreach_app.visit.station_folder import StationFolder

HELPLINES = "helplines"
CLOCK = "clock"
EVENT = "event"
_HARMFUL = frozenset({"book", "enrolment", "campaign", "writing", EVENT, LAST_DAY_CODE})
_LOW_BATTERY = 50
_TRIAL_NAME = "can-write"
_TRIAL = b"outreach\n"
_ACCEPTED_NAME = "helplines-accepted"
_LONGEST = 32


@dataclass(frozen=True)
class OpeningList:
    """The rows, those to look at first."""

    checks: tuple[Check, ...]

    @property
    def to_look_at(self) -> int:
        """How many rows are not well."""
        return sum(1 for check in self.checks if check.level is not CheckLevel.OK)

    @property
    def harmful(self) -> tuple[Check, ...]:
        """What keeps the door shut, whoever asks."""
        return tuple(check for check in self.checks if check.code in _HARMFUL and check.level is CheckLevel.FAIL)

    @property
    def blocking(self) -> tuple[Check, ...]:
        """What has to be seen to before anybody opens: what is harmful, the helplines, and a clock that is wrong."""
        return tuple(check for check in self.checks if _is_blocking(check))

    @property
    def needs_lead(self) -> bool:
        """Whether only a lead may open: the helplines were not verified lately."""
        return any(check.code == HELPLINES and check.level is not CheckLevel.OK for check in self.checks)


def look_before_opening(
    station: StationFolder,
    clock: Clock,
    book: OpenBookState,
    known: Sequence[Check],
    read_battery: Callable[[], Battery | None],
) -> OpeningList:
    """Look at everything; takes about a second, so call it off the event loop.

    Args:
        station: its folder.
        clock: the time.
        book: what the open book says.
        known: rows that the program itself knows, such as how its clock, its printer and its films are.
        read_battery: the device's battery.
    """
    # What the running program knows of its clock goes before what the folder tells.
    told = [row for row in check_station(station, clock, None, book) if row.code != "clock"]
    rows = [
        *_event(book),
        _writing(station),
        *told,
        *known,
        *_power(read_battery()),
    ]
    rank = {CheckLevel.FAIL: 0, CheckLevel.WARN: 1, CheckLevel.OK: 2}

    def turn(row: Check) -> tuple[bool, int, bool]:
        # A wrong date makes much else look stale, so it is read before that.
        return not _is_blocking(row), rank[row.level], row.code != DOUBTED_DATE

    return OpeningList(tuple(sorted(rows, key=turn)))


def _is_blocking(check: Check) -> bool:
    # A clock that lies puts a wrong time under every pledge, and nobody can mend that later.
    is_grave = check.code in (HELPLINES, CLOCK, DOUBTED_DATE) and check.level is CheckLevel.WARN
    return check.level is CheckLevel.FAIL or is_grave


def standing_at_start(folder: Path, campaign: Campaign, today: date, *, is_closed: bool) -> Standing:
    """How a table stands when its program starts: open, unless that would harm visitors, or staff have paused it.

    Whether the event's last day has passed is asked by the sign itself, at each moment.
    """
    if is_closed:
        return Standing.CLOSED
    if unverified_helplines(campaign, today) and not _were_accepted(folder, today):
        return Standing.NOT_READY
    return Standing.PAUSED if is_paused(folder) else Standing.OPEN


def accept_helplines(folder: Path, today: date) -> None:
    """A lead opens in spite of the helplines: it holds for this day, also after a power cut.

    Raises:
        StorageFull, StorageFailed: it was not kept.
    """
    data = today.isoformat().encode("ascii")

    def check(file: BinaryIO) -> None:
        if file.read() != data:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    DurableFolder(folder, is_private=True).keep(_ACCEPTED_NAME, [data], check)


def _were_accepted(folder: Path, today: date) -> bool:
    try:
        with (folder / _ACCEPTED_NAME).open("rb") as file:
            return file.read(_LONGEST) == today.isoformat().encode("ascii")
    except OSError:
        return False


def _event(book: OpenBookState) -> list[Check]:
    if not book.slip.is_closed:
        return []
    text = _("This event is closed, so nothing more can be signed.")
    return [Check(EVENT, CheckLevel.FAIL, text, _("Open a new event for the next day."))]


def _writing(station: StationFolder) -> Check:
    def check(file: BinaryIO) -> None:
        if file.read() != _TRIAL:
            raise ValueError("the disk gave back something else")

    try:
        DurableFolder(station.path, is_private=True).keep(_TRIAL_NAME, [_TRIAL], check).unlink()
    except OutreachError as error:
        return Check("writing", CheckLevel.FAIL, error.message, _("Free some space, or take another device."))
    except (OSError, ValueError):
        text = _("This device does not keep what is written to it.")
        return Check("writing", CheckLevel.FAIL, text, _("Take another device."))
    return Check("writing", CheckLevel.OK, _("Pledges can be written to this device."))


def _power(battery: Battery | None) -> list[Check]:
    if battery is None:
        return []
    if battery.is_plugged_in:
        return [
            Check("battery", CheckLevel.OK, _("The device is plugged in. Battery {percent}%.", percent=battery.percent))
        ]
    text = _("The device runs on its battery, {percent}% full.", percent=battery.percent)
    if battery.percent >= _LOW_BATTERY:
        return [Check("battery", CheckLevel.OK, text)]
    return [Check("battery", CheckLevel.WARN, text, _("Please plug it in."))]
