"""A station's folder: everything one table is made of, in one place.

=====================  ====================================================================
``station.json``       the station's random id, the event and place, the campaign shown, when it was set up, PIN hashes
``office.enrolment``   whom the pledges are sealed for
``campaigns/ID/``      its copies of campaign packs, one of which is shown
``legislators.data``   its copy of the lawmaker data, where it has one
``pledges.book``       the pledge book
=====================  ====================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.pledge import ClockReading, EventPlace
from outreach_app.errors import FolderError, StorageFailed
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.enrolment import Enrolment, read_enrolment
from outreach_app.pledge_book.upgrading import refuse_upgrade_during_event
from outreach_app.visit.campaign_shelf import CampaignShelf
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.ports import Clock
from outreach_app.visit.timekeeping import read_clock

SETTINGS_NAME = "station.json"
ENROLMENT_NAME = "office.enrolment"
CAMPAIGNS_NAME = "campaigns"
LEGISLATORS_NAME = "legislators.data"
BOOK_NAME = "pledges.book"
USUAL_PAPER = "letter"
_MOST_BYTES = 65_536


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

    Raises:
        FolderError: there is no station there, or its settings are not whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.settings = _read_settings(path)

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
        content = write_settings(settings)

        def check(file: BinaryIO) -> None:
            if file.read() != content:
                raise StorageFailed(_("The disk gave back something else than was written. Take another."))

        DurableFolder(self.path, is_private=True).keep(SETTINGS_NAME, [content], check)
        self.settings = settings

    def legislators(self) -> LegislatorPack | None:
        """The lawmaker data, to be closed by whoever asked, or ``None`` where the station has none.

        Raises:
            LegislatorsError: its copy cannot be used.
        """
        return LegislatorPack.open(self.path / LEGISLATORS_NAME) if self.has_legislators else None

    def open_book(self) -> PledgeBook:
        """The pledge book, to be closed by whoever asked.

        Raises:
            PledgeBookError: another program has it, it cannot be used, or the program was renewed during its event.
            SealingError: the enrolment cannot be used.
        """
        refuse_upgrade_during_event(self.book_path)
        return PledgeBook.open(self.book_path, self.enrolment().recipients)

    def now(self, clock: Clock) -> ClockReading:
        """The time here, and whether the clock can be trusted: not if it is before the set-up."""
        return read_clock(clock, self.settings.set_up_at)


def _read_settings(path: Path) -> StationSettings:
    try:
        with (path / SETTINGS_NAME).open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError as error:
        raise FolderError(
            _("There is no station in {folder}. Set one up with outreach station new.", folder=str(path))
        ) from error
    try:
        held = msgspec.json.decode(data, type=_SettingsFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FolderError(
            _(
                "The settings of the station in {folder} are not whole, or of a newer version of this program. "
                "Its pledges are safe in {book}.",
                folder=str(path),
                book=BOOK_NAME,
            )
        ) from error
    where = EventPlace(held.event, held.place, held.station)
    return StationSettings(where, held.set_up_at, held.pins, held.campaign, held.printer, held.paper, held.recovery)
