"""New PINs and a new recovery code for a station that has some: for a lead who wants others, or has lost them.

Nothing counts and nothing is on the disk before :meth:`NewDoor.keep`, which puts all three in the place of the old ones
at once. Until then the old ones open, whenever the power goes.
"""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.visit.pins import StaffRole, choose_pin
from outreach_app.visit.staff_gate import StaffGate, new_recovery_code, recovery_tag
from outreach_app.visit.station_folder import StationFolder


class NewDoor:
    """What was chosen so far. Both methods take their time on purpose: call them off the event loop.

    Args:
        random_bytes: for the recovery code.

    Attributes:
        code: the new recovery code, to be shown once.
    """

    def __init__(self, random_bytes: Callable[[int], bytes]) -> None:
        self.code = new_recovery_code(random_bytes)
        self._hashes: dict[StaffRole, str] = {}

    def choose(self, role: StaffRole, pin: str) -> None:
        """Hash a PIN and forget it.

        Raises:
            FolderError: it is short, easy to guess, or the other role's.
        """
        self._hashes[role] = choose_pin(role, pin, self._hashes)

    def keep(self, station: StationFolder, gate: StaffGate) -> None:
        """Let these open from now on, and the old ones no more.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the old ones still open.
        """
        tag = recovery_tag(self.code) or ""
        station.keep_door(self._hashes, tag)
        gate.change_to(self._hashes, tag)
