"""Setting a station up: every part is checked and copied, and only a whole folder gets its name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from outreach_app.domain.pledge import EventPlace
from outreach_app.errors import CampaignError, FolderError
from outreach_app.language import Listing, _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.durable_files import make_name_durable, storage_error, sync_tree
from outreach_app.pledge_book.enrolment import encode_enrolment, read_enrolment
from outreach_app.pledge_book.letters import spell
from outreach_app.visit.attempt_file import ATTEMPTS_NAME, AttemptFile
from outreach_app.visit.campaign_shelf import CampaignShelf
from outreach_app.visit.last_day import is_over
from outreach_app.visit.pins import StaffRole, hash_pin
from outreach_app.visit.ports import Clock
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import LAST_DAY, Preferences
from outreach_app.visit.staff_gate import recovery_tag
from outreach_app.visit.station_folder import (
    BOOK_NAME,
    CAMPAIGNS_NAME,
    ENROLMENT_NAME,
    LEGISLATORS_NAME,
    SETTINGS_COPY_NAME,
    SETTINGS_NAME,
    USUAL_PAPER,
    StationFolder,
    StationSettings,
    write_settings,
)
from outreach_app.visit.timekeeping import read_clock

_STATION_ID_BYTES = 5
_MOST_LETTERS = 120


@dataclass(frozen=True)
class StationSetup:
    """What a station is made from.

    Attributes:
        campaign: the pack that is shown at first: a folder, a ``.campaign`` file, or a bundled campaign's name.
        enrolment: the office's enrolment file.
        event: what the event is called; goes into sealed pledges alone.
        place: where it is; likewise, and may be empty.
        legislators: the lawmaker data; ``None`` for a table without.
        more_campaigns: other packs, which the staff may choose instead.
        printer: the system's name of the printer; empty for a table without one.
        paper: the paper in it, such as ``letter``.
        preferences: what the staff have chosen already, such as a goal and the event's last day.
    """

    campaign: Path
    enrolment: Path
    event: str
    place: str
    legislators: Path | None
    more_campaigns: tuple[Path, ...] = ()
    printer: str = ""
    paper: str = USUAL_PAPER
    preferences: Preferences = Preferences()  # noqa: RUF009 - frozen, so one empty one serves all


@dataclass(frozen=True)
class StaffDoor:
    """What guards the staff's screens, as it is kept: nothing in the clear.

    Attributes:
        pin_hashes: one for each role, as :func:`~outreach_app.visit.pins.hash_pin` makes them.
        recovery_tag: as :func:`~outreach_app.visit.staff_gate.recovery_tag` makes it; empty where there is no code.
    """

    pin_hashes: Mapping[StaffRole, str]
    recovery_tag: str = ""


def door_of(pins: Mapping[StaffRole, str], recovery_code: str | None = None) -> StaffDoor:
    """The door that these PINs and this code open. Takes about a tenth of a second a PIN, on purpose."""
    tag = None if recovery_code is None else recovery_tag(recovery_code)
    return StaffDoor({role: hash_pin(pin) for role, pin in pins.items()}, tag or "")


def set_up(
    folder: Path, setup: StationSetup, door: StaffDoor, clock: Clock, random_bytes: Callable[[int], bytes]
) -> StationFolder:
    """Make a station's folder and open its event.

    Args:
        folder: where; nothing may be in it.
        setup: the parts.
        door: the hashes of both PINs, and the tag of the recovery code.
        clock: the station's.
        random_bytes: for the station's neutral id.

    Raises:
        FolderError: there is something in the folder already, the event has no name, or its last day is over.
        CampaignError, LegislatorsError, SealingError: a part cannot be used.
        StorageFull, StorageFailed: the disk refuses; no half-made station is left.
    """
    _check_names(setup)
    last_day = setup.preferences.day(LAST_DAY)
    if is_over(last_day, clock.now()):
        raise FolderError(_("The event’s last day, {day}, is over. Give a later day, or none.", day=last_day))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderError(
            _("There is something in {folder} already. It was left as it is. Name another folder.", folder=str(folder))
        )
    enrolment = read_enrolment(setup.enrolment)
    if setup.legislators is not None:
        LegislatorPack.open(setup.legislators).close()
    now = read_clock(clock, clock.now())
    where = EventPlace(setup.event.strip(), setup.place.strip(), spell(random_bytes(_STATION_ID_BYTES)))
    partial = folder.with_name(folder.name + ".partial")
    try:
        _make_afresh(partial)
        shown = _fill_shelf(partial, setup, enrolment.publisher)
        settings = StationSettings(
            where, now.utc, door.pin_hashes, shown, setup.printer, setup.paper, door.recovery_tag
        )
        AttemptFile(partial / ATTEMPTS_NAME).make()
        if setup.preferences.values:
            PreferenceFile(partial).keep(setup.preferences)
        _copy_parts(partial, setup, write_settings(settings), encode_enrolment(enrolment))
        PledgeBook.create(partial / BOOK_NAME, enrolment.recipients, where, now).close()
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise storage_error(error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    make_name_durable(folder)
    return StationFolder(folder)


def _check_names(setup: StationSetup) -> None:
    for text in (setup.event, setup.place):
        if len(text) > _MOST_LETTERS or not text.isprintable():
            raise FolderError(_("The event and the place are one line each, of {most} letters.", most=_MOST_LETTERS))
    if not setup.event.strip():
        raise FolderError(_("The event needs a name, such as State fair, Saturday."))
    if len(setup.printer) > _MOST_LETTERS or not setup.printer.isprintable():
        raise FolderError(_("The printer’s name is one line, as the system lists it."))
    _check_paper(setup.paper)


def _check_paper(name: str) -> None:
    # The papers bring the codes along, which take 20 ms to import.
    from outreach_app.handouts.papers import PAPERS, Purpose, paper_named

    if paper_named(name).purpose is not Purpose.TAKE_HOME:
        names = Listing(tuple(paper.name for paper in PAPERS if paper.purpose is Purpose.TAKE_HOME))
        raise FolderError(_("A page to take home needs one of these papers: {names}.", names=names))


def _make_afresh(partial: Path) -> None:
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700, parents=True)


def _fill_shelf(partial: Path, setup: StationSetup, publisher: str | None) -> str:
    """Take in every pack; returns the id of the one that is shown."""
    shelf = CampaignShelf(partial / CAMPAIGNS_NAME, publisher, "", lambda _shown: None)
    ids = [shelf.add(pack).id for pack in (setup.campaign, *setup.more_campaigns)]
    if len(set(ids)) < len(ids):
        raise CampaignError(_("Two of the campaigns have the same id. Give each of them once."))
    return ids[0]


def _copy_parts(partial: Path, setup: StationSetup, settings: bytes, enrolment: bytes) -> None:
    for name in (SETTINGS_NAME, SETTINGS_COPY_NAME):
        (partial / name).write_bytes(settings)
    (partial / ENROLMENT_NAME).write_bytes(enrolment)
    if setup.legislators is not None:
        shutil.copyfile(setup.legislators, partial / LEGISLATORS_NAME)
    sync_tree(partial)
