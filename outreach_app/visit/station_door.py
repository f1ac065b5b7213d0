"""The door to the staff's screens of one station; and of all stations, the one whose lead sets up the next."""

from __future__ import annotations

from outreach_app.errors import FolderError
from outreach_app.visit.attempt_file import ATTEMPTS_NAME, AttemptFile
from outreach_app.visit.ports import Clock
from outreach_app.visit.staff_gate import StaffGate
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import StationHome


def gate_of(place: StationFolder, clock: Clock) -> StaffGate:
    """The gate of a station's staff area."""
    settings = place.settings
    return StaffGate(
        AttemptFile(place.path / ATTEMPTS_NAME), settings.pin_hashes, settings.recovery_tag, clock.monotonic
    )


def newest_station(home: StationHome) -> StationFolder | None:
    """The station that was set up last, of those whose settings can be read; ``None`` where there is no such one."""
    held: list[StationFolder] = []
    for folder in home.stations():
        try:
            held.append(StationFolder(folder))
        except FolderError:
            # Nobody can tell its PINs, so they guard nothing.
            continue
    return max(held, key=lambda place: place.settings.set_up_at, default=None)
