"""Who may change what this device is set up for: the lead of its newest event, at that event's own gate."""

from __future__ import annotations

from pathlib import Path

from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.look.background import Lane
from outreach_app.visit.ports import Clock
from outreach_app.visit.station_door import gate_of, newest_station
from outreach_app.visit.station_home import StationHome


class LeadDoor:
    """The gate of the newest station, with its one count of wrong tries; none on a device without stations.

    Args:
        home: the device's stations.
        lane: where PINs are judged.
        clock: the waits are measured by it.
    """

    def __init__(self, home: StationHome, lane: Lane, clock: Clock) -> None:
        self._home, self._lane, self._clock = home, lane, clock
        self._of: Path | None = None
        self._desk: GateDesk | None = None
        self.event = ""

    @property
    def desk(self) -> GateDesk | None:
        """Judges the PINs of the newest station; ``event`` is what that one is called."""
        station = newest_station(self._home)
        if station is None:
            self._of, self._desk, self.event = None, None, ""
        elif station.path != self._of:
            # One gate as long as the window lives: a new one would begin its wait anew, and nobody could end it.
            self._of, self.event = station.path, station.settings.where.event
            self._desk = GateDesk(self._lane, gate_of(station, self._clock), station)
        return self._desk
