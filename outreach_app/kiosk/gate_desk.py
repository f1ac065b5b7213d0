"""The gate off the event loop: a PIN takes a tenth of a second to judge, on purpose, and no visitor waits for it."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.visit.new_door import NewDoor
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.staff_gate import GateState, StaffGate
from outreach_app.visit.station_folder import StationFolder


class GateDesk:
    """Hands PINs to the gate in a thread of its own, one at a time.

    Args:
        lane: the gate's thread. What it answers belongs to the visit that asked.
        gate: judges.
        station: keeps new PINs.
    """

    def __init__(self, lane: Lane, gate: StaffGate, station: StationFolder) -> None:
        self._lane, self._gate, self._station = lane, gate, station
        self._is_judging = False

    @property
    def state(self) -> GateState:
        """What the door says."""
        return self._gate.state

    @property
    def is_judging(self) -> bool:
        """Whether a PIN is being looked at."""
        return self._is_judging

    def try_pin(
        self, pin: str, judged: Callable[[StaffRole | None], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """Whose PIN it is; a second one while the first is looked at is dropped, so that no try is spent twice."""
        if self._is_judging:
            return
        self._is_judging = True

        def judge() -> StaffRole | None:
            try:
                return self._gate.try_pin(pin)
            finally:
                self._is_judging = False

        self._lane.do(judge, judged, failed)

    def try_recovery(self, code: str, judged: Callable[[bool], None], failed: Callable[[OutreachError], None]) -> None:
        """Whether this is the printed recovery code."""
        self._lane.do(lambda: self._gate.try_recovery(code), judged, failed)

    # -- new PINs --------------------------------------------------------------------------------------------------

    def new_door(self) -> NewDoor:
        """Begin to choose new PINs and a new recovery code."""
        return NewDoor(secrets.token_bytes)

    def choose(
        self,
        door: NewDoor,
        role: StaffRole,
        pin: str,
        done: Callable[[None], None],
        failed: Callable[[OutreachError], None],
    ) -> None:
        """Hash one of the PINs, or say why it cannot be had."""
        self._lane.do(lambda: door.choose(role, pin), done, failed)

    def keep(self, door: NewDoor, done: Callable[[None], None], failed: Callable[[OutreachError], None]) -> None:
        """Let the new ones open, and the old ones no more."""
        self._lane.do(lambda: door.keep(self._station, self._gate), done, failed)
