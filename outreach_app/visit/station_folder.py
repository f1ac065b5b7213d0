"""A station's folder: everything one table is made of, in one place.

=======================  ==================================================================
``station.json``         the station's random id, the event and place, the campaign shown, the day of set-up, PIN hashes
``station.before.json``  its last good copy
``office.enrolment``     whom the pledges are sealed for
``campaigns/ID/``        its copies of campaign packs, one of which is shown
``legislators.data``     its copy of the lawmaker data, where it has one
``pledges.book``         the pledge book
=======================  ==================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.pledge import ClockReading, EventPlace
from outreach_app.errors import FolderError, Message, StorageFailed, StorageFull
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.enrolment import Enrolment, read_enrolment
from outreach_app.pledge_book.upgrading import refuse_upgrade_during_event
from outreach_app.visit.campaign_shelf import CampaignShelf
from outreach_app.visit.kept_twice import KeptTwice
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.ports import Clock
from outreach_app.visit.timekeeping import read_clock

SETTINGS_NAME = "station.json"
SETTINGS_COPY_NAME = "station.before.json"
ENROLMENT_NAME = "office.enrolment"
CAMPAIGNS_NAME = "campaigns"
LEGISLATORS_NAME = "legislators.data"
BOOK_NAME = "pledges.book"
USUAL_PAPER = "letter"
_FROM_COPY = _("The settings file of this event was damaged, so its last good copy is in use.")


@dataclass(frozen=True)
class StationSettings:
    """What ``station.json`` says.

    Attributes:
        where: event, place and the station's random id.
        set_up_at: when the folder was made; a clock that is earlier cannot be trusted.
        pin_hashes: one for each role, as :func:`~outreach_app.visit.pins.hash_pin` makes them.
        campaign: id of the campaign that is shown.
        printer: the system's name of the printer; empty for a table without one.
        paper: the paper in it, which pages are made for.
        recovery_tag: of the printed code that opens a locked staff area; empty where there is none.
    """

    where: EventPlace
    set_up_at: datetime
    pin_hashes: Mapping[StaffRole, str]
    campaign: str
    printer: str = ""
    paper: str = USUAL_PAPER
    recovery_tag: str = ""


class _SettingsFile(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal[1]
    station: str
    event: str
    place: str
    set_up_at: datetime
    pins: dict[StaffRole, str]
    campaign: str
    printer: str = ""
    paper: str = USUAL_PAPER
    recovery: str = ""


def write_settings(settings: StationSettings) -> bytes:
    """The bytes of ``station.json``."""
    where = settings.where
    pins = dict(settings.pin_hashes)
    held = _SettingsFile(
        1,
        where.station,
        where.event,
        where.place,
        settings.set_up_at,
        pins,
        campaign=settings.campaign,
        printer=settings.printer,
        paper=settings.paper,
        recovery=settings.recovery_tag,
    )
    return msgspec.json.format(msgspec.json.encode(held), indent=2) + b"\n"


class StationFolder:
    """A station that was set up. Its parts are read when they are asked for.

    Args:
        path: the folder.

    Attributes:
        settings: what its settings file says, or that file's last good copy.
        notice: what staff should know of that file; ``None`` for nothing.

    Raises:
        FolderError: there is no station there, or neither its settings nor their copy is whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files = KeptTwice(path, SETTINGS_NAME, SETTINGS_COPY_NAME, _understood)
        found = self._files.read()
        if found.value is None:
            raise _lost(path)
        self.settings = found.value
        self.notice: Message | None = _FROM_COPY if found.is_from_copy else None

    def mend(self) -> None:
        """Make the settings and their copy whole again, one from the other.

        Raises:
            StorageFull, StorageFailed: the disk refuses; what can be read is as before.
        """
        self._files.mend()

    @property
    def book_path(self) -> Path:
        """Where the pledge book lies."""
        return self.path / BOOK_NAME

    @property
    def has_legislators(self) -> bool:
        """Whether the station has lawmaker data."""
        return (self.path / LEGISLATORS_NAME).is_file()

    def enrolment(self) -> Enrolment:
        """Whom the pledges are sealed for.

        Raises:
            SealingError: the enrolment is missing or cannot be used.
        """
        return read_enrolment(self.path / ENROLMENT_NAME)

    def shelf(self) -> CampaignShelf:
        """The campaigns here, and which of them is shown.

        Raises:
            SealingError: the enrolment, which may name their publisher, cannot be used.
        """
        return CampaignShelf(
            self.path / CAMPAIGNS_NAME, self.enrolment().publisher, self.settings.campaign, self._keep_shown
        )

    def campaign(self) -> Campaign:
        """The campaign that is shown.

        Raises:
            CampaignError: its copy cannot be used, or is not what the station's publisher signed.
            SealingError: the enrolment, which may name a publisher, cannot be used.
        """
        shelf = self.shelf()
        return shelf.read(shelf.shown)

    def keep_door(self, pin_hashes: Mapping[StaffRole, str], recovery_tag: str) -> None:
        """Put new PINs and a new recovery code in the place of the old ones, all at once or not at all.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the old ones still open.
        """
        self._keep(replace(self.settings, pin_hashes=dict(pin_hashes), recovery_tag=recovery_tag))

    def _keep_shown(self, campaign: str) -> None:
        """Keep the choice of a campaign.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the older choice stays.
        """
        self._keep(replace(self.settings, campaign=campaign))

    def _keep(self, settings: StationSettings) -> None:
        self._files.keep(write_settings(settings))
        self.settings = settings
        # A copy of before would bring replaced PINs back; where the disk refuses now, the next start mends it.
        with suppress(StorageFull, StorageFailed):
            self._files.mend()

    def legislators(self) -> LegislatorPack | None:
        """The lawmaker data, to be closed by whoever asked, or ``None`` where the station has none.

        Raises:
            LegislatorsError: its copy cannot be used.
        """
        return LegislatorPack.open(self.path / LEGISLATORS_NAME) if self.has_legislators else None

    def open_book(self) -> PledgeBook:
        """The pledge book, as :func:`open_book_in` opens it."""
        return open_book_in(self.path)

    def now(self, clock: Clock) -> ClockReading:
        """The time here, and whether the clock can be trusted: not if it is before the set-up."""
        return read_clock(clock, self.settings.set_up_at)


def open_book_in(folder: Path) -> PledgeBook:
    """The pledge book in a station's folder, to be closed by whoever asked. It needs none of the settings.

    Raises:
        PledgeBookError: another program has it, it cannot be used, or the program was renewed during its event.
        SealingError: the enrolment cannot be used.
    """
    path = folder / BOOK_NAME
    refuse_upgrade_during_event(path)
    return PledgeBook.open(path, read_enrolment(folder / ENROLMENT_NAME).recipients)


def _understood(data: bytes) -> StationSettings | None:
    try:
        held = msgspec.json.decode(data, type=_SettingsFile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    where = EventPlace(held.event, held.place, held.station)
    return StationSettings(where, held.set_up_at, held.pins, held.campaign, held.printer, held.paper, held.recovery)


def _lost(path: Path) -> FolderError:
    if not (path / BOOK_NAME).is_file():
        return FolderError(
            _("There is no station in {folder}. Set one up with outreach station new.", folder=str(path))
        )
    return FolderError(
        _(
            "The settings of this event are damaged, or of a newer version of this program, and so is their copy. Its "
            "pledges are safe and sealed. Bring the device to the office: they can be copied from it all the same."
        )
    )
