"""Setting a station up: every part is checked and copied, and only a whole folder gets its name."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.pledge import EventPlace
from outreach_app.errors import FolderError
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.durable_files import make_name_durable, storage_error, sync_tree
from outreach_app.pledge_book.enrolment import encode_enrolment, read_enrolment
from outreach_app.pledge_book.letters import spell
from outreach_app.visit.pins import StaffRole, hash_pin
from outreach_app.visit.ports import Clock
from outreach_app.visit.station_folder import (
    BOOK_NAME,
    CAMPAIGN_NAME,
    ENROLMENT_NAME,
    LEGISLATORS_NAME,
    SETTINGS_NAME,
    StationFolder,
    StationSettings,
    write_settings,
)
from outreach_app.visit.timekeeping import read_clock

_STATION_ID_BYTES = 5
_MOST_LETTERS = 120
_SETUP_KEYS = {"campaign", "enrolment", "event", "place", "legislators", "pin_file"}


@dataclass(frozen=True)
class StationSetup:
    """What a station is made from.

    Attributes:
        campaign: the pack's folder.
        enrolment: the office's enrolment file.
        event: what the event is called; goes into sealed pledges alone.
        place: where it is; likewise, and may be empty.
        legislators: the lawmaker data; ``None`` for a table without.
        pin_file: a file with both PINs; ``None`` where somebody else brings them.
    """

    campaign: Path
    enrolment: Path
    event: str
    place: str
    legislators: Path | None
    pin_file: Path | None


def read_setup(path: Path) -> StationSetup:
    """Read a ``.setup`` file: TOML with the parts' paths, which start from the file's own folder.

    The campaign may also be the name of one that comes with the program.

    Raises:
        FolderError: it cannot be read, or a line is missing or strange.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FolderError(_("The setup file {file} cannot be read. It must be a TOML file.", file=path.name)) from error
    if not all(isinstance(value, str) for value in held.values()) or not set(held) <= _SETUP_KEYS:
        known = ", ".join(sorted(_SETUP_KEYS))
        raise FolderError(_("The setup file {file} may hold these texts only: {known}.", file=path.name, known=known))
    missing = [name for name in ("campaign", "enrolment", "event") if name not in held]
    if missing:
        raise FolderError(
            _("The setup file {file} does not say: {missing}.", file=path.name, missing=", ".join(missing))
        )
    here = path.parent
    campaign = here / held["campaign"]
    return StationSetup(
        campaign=campaign if campaign.exists() else pack_at(Path(held["campaign"])),
        enrolment=here / held["enrolment"],
        event=held["event"],
        place=held.get("place", ""),
        legislators=here / held["legislators"] if "legislators" in held else None,
        pin_file=here / held["pin_file"] if "pin_file" in held else None,
    )


def set_up(
    folder: Path, setup: StationSetup, pins: Mapping[StaffRole, str], clock: Clock, random_bytes: Callable[[int], bytes]
) -> StationFolder:
    """Make a station's folder and open its event.

    Args:
        folder: where; nothing may be in it.
        setup: the parts.
        pins: both PINs, in the clear; only their hashes are kept.
        clock: the station's.
        random_bytes: for the station's neutral id.

    Raises:
        FolderError: there is something in the folder already, or the event has no name.
        CampaignError, LegislatorsError, SealingError: a part cannot be used.
        StorageFull, StorageFailed: the disk refuses; no half-made station is left.
    """
    _check_names(setup)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderError(
            _("There is something in {folder} already. It was left as it is. Name another folder.", folder=str(folder))
        )
    enrolment = read_enrolment(setup.enrolment)
    read_campaign(setup.campaign)
    if setup.legislators is not None:
        LegislatorPack.open(setup.legislators).close()
    now = read_clock(clock, clock.now())
    where = EventPlace(setup.event.strip(), setup.place.strip(), spell(random_bytes(_STATION_ID_BYTES)))
    settings = StationSettings(where, now.utc, {role: hash_pin(pin) for role, pin in pins.items()})
    partial = folder.with_name(folder.name + ".partial")
    try:
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


def _copy_parts(partial: Path, setup: StationSetup, settings: bytes, enrolment: bytes) -> None:
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700, parents=True)
    (partial / SETTINGS_NAME).write_bytes(settings)
    (partial / ENROLMENT_NAME).write_bytes(enrolment)
    _copy_folder(setup.campaign, partial / CAMPAIGN_NAME)
    if setup.legislators is not None:
        shutil.copyfile(setup.legislators, partial / LEGISLATORS_NAME)
    sync_tree(partial)


def _copy_folder(source: Path, target: Path) -> None:
    """Copy a pack's files, their contents alone."""
    # Not with shutil.copytree, which says only that some copies failed, and not that the disk is full.
    target.mkdir()
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            shutil.copyfile(path, copy)
