"""What the station has for the staff's screens, and how it is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.pledge import EventPlace
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.check_desk import CheckDesk
from outreach_app.kiosk.event_desk import EventDesk
from outreach_app.kiosk.gate_desk import GateDesk
from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.saving_desk import SavingDesk
from outreach_app.kiosk.sign_desk import SignDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.look.background import Lane
from outreach_app.look.stick_finder import find_sticks
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.printing.cups import queues
from outreach_app.visit.battery import Battery, read_battery
from outreach_app.visit.clock_watch import ClockWatch
from outreach_app.visit.happenings import Happenings
from outreach_app.visit.open_sign import OpenSign
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.ports import Clock
from outreach_app.visit.staff_gate import StaffGate
from outreach_app.visit.stick import Stick

if TYPE_CHECKING:
    from outreach_app.visit.station_folder import StationFolder


@dataclass(frozen=True)
class StaffParts:
    """What a table with a staff area is made from, beyond :class:`~outreach_app.kiosk.station.StationParts`.

    Attributes:
        folder: the station's.
        gate: judges PINs.
        sign: whether visitors are let in.
        happenings: what visitors did.
        watch: whether the clock can be trusted.
        preferences: what staff have set, and how they set it.
        find_sticks: the sticks that are plugged in now; ``make_folder`` writes to one.
        read_battery: the device's battery.
        find_printers: the names of the system's printers; ``None`` where its print service does not answer.
    """

    folder: StationFolder
    gate: StaffGate
    sign: OpenSign
    happenings: Happenings
    watch: ClockWatch
    preferences: PreferenceDesk
    find_sticks: Callable[[], tuple[Stick, ...]] = find_sticks
    make_folder: Callable[[Path], DurableFolder] = DurableFolder
    read_battery: Callable[[], Battery | None] = field(default=read_battery)
    find_printers: Callable[[], list[str] | None] = queues


@dataclass(frozen=True)
class StaffServices:
    """What the staff's screens are given.

    Attributes:
        sign: how the table stands; ``turning`` turns it.
        goal: pledges hoped for at this event; 0 for none.
    """

    campaign: Campaign
    where: EventPlace
    clock: Clock
    gate: GateDesk
    book: BookDesk
    checks: CheckDesk
    papers: StaffPapers
    saving: SavingDesk
    printing: PrintDesk
    printer_name: str
    paper_name: str
    pledges: PledgeDesk
    sign: OpenSign
    turning: SignDesk
    happenings: Happenings
    find_sticks: Callable[[], tuple[Stick, ...]]
    preferences: PreferenceDesk
    events: EventDesk
    paper_lane: Lane
    goal: Callable[[], int]
    find_printers: Callable[[], list[str] | None]
