"""What the pages of the first run ask of the device. Tests hand in folders and printers of their own."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.errors import Message
from outreach_app.kiosk.first_run.lead_door import LeadDoor
from outreach_app.kiosk.first_run.other_programs import fetch_lawmakers
from outreach_app.kiosk.first_run.turns import Turn
from outreach_app.look.background import Lane
from outreach_app.look.stick_finder import find_sticks
from outreach_app.printing.cups import queues
from outreach_app.printing.printer import Printer
from outreach_app.visit.ports import Clock, SystemClock
from outreach_app.visit.set_up_draft import SetUpDraft
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import StationHome
from outreach_app.visit.stick import Stick
from outreach_app.visit.sticks import usual_folders


@dataclass
class FirstRunServices:
    """What a set-up works with.

    Attributes:
        home: the device's stations.
        find_printer: the printer of a name, with a paper in it.
        lane: where slow work is done: reading, hashing, asking printers.
        find_sticks: the plugged-in sticks.
        folders: other places to look for files.
        fetch_lawmakers: renews a list over the internet; told the language to speak.
        printers: the names of the system's printers; ``None`` where its print service does not answer.
        draft: the answers so far.
        door: who may change what is set up.
        wanted: what waits for the lead PIN.
        made: the station, once it is made.
        notice: why a table could not be opened, for the list of events.
    """

    home: StationHome
    find_printer: Callable[[str, str], Printer]
    lane: Lane
    clock: Clock = field(default_factory=SystemClock)
    random_bytes: Callable[[int], bytes] = secrets.token_bytes
    find_sticks: Callable[[], Sequence[Stick]] = find_sticks
    folders: Callable[[], Sequence[Path]] = usual_folders
    fetch_lawmakers: Callable[[Path, str], None] = fetch_lawmakers
    printers: Callable[[], list[str] | None] = queues
    made: StationFolder | None = None
    notice: Message | None = None
    wanted: Turn | None = None

    def __post_init__(self) -> None:
        self.draft = SetUpDraft(self.home)
        self.door = LeadDoor(self.home, self.lane, self.clock)

    def places(self) -> list[Path]:
        """Where files may lie: sticks first."""
        return [*(stick.path for stick in self.find_sticks()), *self.folders()]
