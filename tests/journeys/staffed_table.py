"""A real station with a staff area: its folder set up as a lead does it, its window open, its sticks folders."""

from __future__ import annotations

import functools
import secrets
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.staff_services import StaffParts
from outreach_app.kiosk.station import Station
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.table import sign_of
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.printing.plan import PrinterPlan
from outreach_app.visit.clock_watch import ClockWatch, watch_from_start
from outreach_app.visit.happenings import Happenings
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import Preferences
from outreach_app.visit.setting_up import StaffDoor, StationSetup, door_of, set_up
from outreach_app.visit.station_door import gate_of
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.stick import Stick
from tests.kiosk.table import prepare_application, settle, wait_until
from tests.visit.table import HandClock

LEAD_PIN, VOLUNTEER_PIN = "271828", "314159"
RECOVERY_CODE = "0000-0000-0000-0000-0"
PLENTY = 12_000_000_000


@functools.cache
def _door() -> StaffDoor:
    return door_of({StaffRole.LEAD: LEAD_PIN, StaffRole.VOLUNTEER: VOLUNTEER_PIN}, RECOVERY_CODE)


def make_station(folder: Path, clock: HandClock, **more: object) -> StationFolder:
    """A station's folder with both PINs and the recovery code of this file."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    office = folder.with_name("office.enrolment")
    recipients = throwaway_recipients(secrets.token_bytes)
    office.write_bytes(encode_enrolment(Enrolment("Office", recipients, secrets.token_hex(32))))
    setup = StationSetup(bundled_campaign(), office, "Lincoln Park Fall Fair", "Table 2", None, **more)
    return set_up(folder, setup, _door(), clock, secrets.token_bytes)


class StaffedTable:
    """A table with its staff's area open to whoever has the PIN.

    Args:
        folder: throwaway.
        standing: how the sign on the door stands at first.
        printer: a table has none by default; ``printers`` are the names of those that the device has.
        preferences: what the staff have set.
        make_folder: writes to a stick; a test may pull it.
        rewrite: what another campaign's people would change.
    """

    def __init__(
        self,
        folder: Path,
        *,
        size: tuple[int, int] = (1280, 800),
        language: str = "en",
        standing: Standing = Standing.OPEN,
        printer: PrinterPlan | None = None,
        printers: tuple[str, ...] = (),
        preferences: Preferences | None = None,
        moment: datetime | None = None,
        make_folder: Callable[[Path], DurableFolder] = DurableFolder,
        rewrite: Callable[[Campaign], Campaign] = lambda campaign: campaign,
    ) -> None:
        prepare_application()
        self.folder, self.size = folder, size
        self.clock = HandClock(moment) if moment is not None else HandClock()
        booth = folder / "booth"
        self.place = StationFolder(booth) if booth.exists() else make_station(booth, self.clock)
        self.campaign = rewrite(self.place.campaign())
        self.sticks: list[Stick] = []
        self.happenings = Happenings(booth)
        self.watch = ClockWatch(booth, self.clock, self.place.settings.set_up_at)
        watch_from_start(self.watch)
        self.gate = gate_of(self.place, self.clock)
        if preferences is not None:
            PreferenceFile(booth).keep(preferences)
        self.preferences = PreferenceDesk(PreferenceFile(booth))
        self.sign = sign_of(standing, self.preferences, self.clock)
        self.station = Station(
            StationParts(
                campaign=self.campaign,
                saved_pages=booth / "pages",
                open_book=self.place.open_book,
                where=self.place.settings.where,
                read_now=self.watch.read,
                open_pack=lambda: None,
                clock=self.clock,
                first_language=language,
                is_demo=False,
                printer=printer,
                printer_name="Brother HL-L2350" if printer is not None else "",
                preferences=lambda: self.preferences.now,
                staff=StaffParts(
                    self.place,
                    self.gate,
                    self.sign,
                    self.happenings,
                    self.watch,
                    self.preferences,
                    find_sticks=lambda: tuple(self.sticks),
                    make_folder=make_folder,
                    read_battery=lambda: None,
                    find_printers=lambda: list(printers),
                ),
            )
        )
        self._is_closed = False
        self.window = self.station.window()
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.start()
        wait_until(self.window.isActiveWindow, "the window to be the active one")

    def plug_in(self, name: str, *, free: int = PLENTY, is_writable: bool = True) -> Path:
        """A stick with this name."""
        path = self.folder / "sticks" / name
        path.mkdir(parents=True, exist_ok=True)
        self.sticks.append(Stick(path, name, free, is_writable))
        return path

    def pull(self, name: str) -> None:
        """Take a stick out, with all that is on it."""
        self.sticks = [stick for stick in self.sticks if stick.name != name]
        shutil.rmtree(self.folder / "sticks" / name)

    def close(self) -> None:
        """Close the window, let go of the book, and leave no widget behind; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        self.window.allow_close()
        self.window.close()
        self.station.close()
        self.window.deleteLater()
        settle()
