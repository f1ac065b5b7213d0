"""One file that sets up ten more devices: ``FILE.setup``, made from a station and read as if a stranger had sent it.

It is a ZIP file of the plainest kind, nothing in it packed: ``setup.json`` (event, place, PIN hashes, printer, what
staff have chosen), ``office.enrolment``, ``legislators.data`` where there is one, and each campaign's files below
``campaigns/ID/``, with their signature. There is no key in it, no PIN in the clear and no pledge; but whoever has it
can guess at the PINs for as long as they like, so it is to be kept like a staff card. Each device draws its own id.
"""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from outreach_app.campaign.archive import STORED, Entry, NoArchive, open_archive, read_contents
from outreach_app.campaign.names import fault_of_name, folded
from outreach_app.errors import FolderError, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder, storage_error
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.preference_file import PreferenceFile, allowed_values
from outreach_app.visit.preferences import Preferences, Value
from outreach_app.visit.setting_up import StaffDoor, StationSetup
from outreach_app.visit.station_folder import (
    CAMPAIGNS_NAME,
    ENROLMENT_NAME,
    LEGISLATORS_NAME,
    USUAL_PAPER,
    StationFolder,
)

SUFFIX = ".setup"
_MANIFEST = "setup.json"
_MOST_BYTES = 600 * 1024 * 1024
_MOST_ENTRIES = 1_000
_MOST_MANIFEST_BYTES = 65_536
_PIECE = 1024 * 1024
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_CAMPAIGN_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HASH = re.compile(r"\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{16,64}\$[A-Za-z0-9+/]{32,128}")
_TAG = re.compile(r"([0-9a-f]{64})?")


class _Manifest(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal[1]
    event: str
    place: str
    pins: dict[StaffRole, str]
    recovery: str
    campaigns: list[str]
    printer: str = ""
    paper: str = USUAL_PAPER
    preferences: dict[str, bool | int | str] = {}


@dataclass(frozen=True)
class ReadSetUp:
    """What a file held, unpacked: the parts a station is made from, and its door."""

    setup: StationSetup
    door: StaffDoor


def write_set_up_file(station: StationFolder, out: Path) -> Path:
    """Make the file from a station that was set up.

    Raises:
        FolderError: its name ends otherwise, or a part of the station cannot be read.
        StorageFull, StorageFailed: the disk or stick refuses; nothing of that name was made.
    """
    if out.suffix != SUFFIX:
        raise FolderError(_("A set-up file ends in {suffix}. Name it so.", suffix=SUFFIX))
    shelf, settings = station.shelf(), station.settings
    others = [name for name in shelf.ids() if name != shelf.shown]
    values: dict[str, Value] = dict(PreferenceFile(station.path).read().preferences.values)
    manifest = _Manifest(
        1,
        settings.where.event,
        settings.where.place,
        dict(settings.pin_hashes),
        settings.recovery_tag,
        [shelf.shown, *others],
        settings.printer,
        settings.paper,
        values,
    )
    partial = out.with_name(out.name + ".making")
    try:
        _pack(partial, station, manifest)
        _check_whole(partial)
        with partial.open("rb") as file:
            return DurableFolder(out.parent, is_private=True).keep(out.name, _pieces_of(file), lambda _copy: None)
    except OSError as error:
        raise storage_error(error) from error
    finally:
        partial.unlink(missing_ok=True)


def read_set_up_file(file: Path, into: Path) -> ReadSetUp:
    """Unpack a file into an empty folder, having checked every name and size before the first byte is written.

    The parts themselves are judged by whoever sets the station up, as if they had come one by one.

    Args:
        file: the ``.setup`` file.
        into: made if it is missing; belongs to the caller.

    Raises:
        FolderError: the file cannot be read, or holds anything but a set-up.
        StorageFull, StorageFailed: the disk refuses.
    """
    try:
        with open_archive(file, _MOST_BYTES) as archive:
            entries = _sound(read_contents(archive, _MOST_ENTRIES, _MOST_BYTES), file)
            manifest = _read_manifest(archive, entries[_MANIFEST], file)
            _refuse_strays(entries, manifest, file)
            return _unpacked(archive, entries, manifest, into, file)
    except NoArchive as error:
        raise _refusal(file) from error
    except OSError as error:
        if not file.is_file():
            raise FolderError(_("There is no file {file}. Is the stick plugged in?", file=file.name)) from error
        raise storage_error(error) from error


# -- writing -----------------------------------------------------------------------------------------------------------


def _pack(partial: Path, station: StationFolder, manifest: _Manifest) -> None:
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        archive.writestr(_plainly(_MANIFEST), msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        for name in _part_names(station, manifest.campaigns):
            with (station.path / name).open("rb") as source, archive.open(_plainly(name), "w") as target:
                shutil.copyfileobj(source, target, _PIECE)


def _part_names(station: StationFolder, campaigns: list[str]) -> Iterator[str]:
    yield ENROLMENT_NAME
    if station.has_legislators:
        yield LEGISLATORS_NAME
    for campaign in campaigns:
        folder = station.path / CAMPAIGNS_NAME / campaign
        yield from sorted(path.relative_to(station.path).as_posix() for path in folder.rglob("*") if path.is_file())


def _check_whole(partial: Path) -> None:
    """Read it all once more, as the next device will."""
    with zipfile.ZipFile(partial) as archive:
        if archive.testzip() is not None:
            raise StorageFailed(_("The disk gave back something else than was written. Take another."))


def _plainly(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _FIRST_DAY)
    told.create_system, told.external_attr = 3, 0o100600 << 16
    return told


def _pieces_of(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


# -- reading -----------------------------------------------------------------------------------------------------------


def _sound(entries: list[Entry], file: Path) -> dict[str, Entry]:
    held: dict[str, Entry] = {}
    for entry in entries:
        name = folded(entry.name)
        is_plain = entry.method == STORED and entry.packed == entry.size and entry.mode & 0o170000 in (0, 0o100000)
        if not is_plain or entry.flags & 0x2041 or name in held or name != entry.name.casefold():
            raise _refusal(file)
        held[name] = entry
    held = {entry.name: entry for entry in held.values()}
    if not {_MANIFEST, ENROLMENT_NAME} <= held.keys() or held[_MANIFEST].size > _MOST_MANIFEST_BYTES:
        raise _refusal(file)
    return held


def _read_manifest(archive: BinaryIO, entry: Entry, file: Path) -> _Manifest:
    try:
        manifest = msgspec.json.decode(b"".join(_content(archive, entry, file)), type=_Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _refusal(file) from error
    hashes_fit = set(manifest.pins) == set(StaffRole) and all(map(_HASH.fullmatch, manifest.pins.values()))
    ids_fit = manifest.campaigns and all(map(_CAMPAIGN_ID.fullmatch, manifest.campaigns))
    if not hashes_fit or not ids_fit or not _TAG.fullmatch(manifest.recovery):
        raise _refusal(file)
    return manifest


def _refuse_strays(entries: dict[str, Entry], manifest: _Manifest, file: Path) -> None:
    """Nothing is unpacked but the parts, under the names they have."""
    for name in entries.keys() - {_MANIFEST, ENROLMENT_NAME, LEGISLATORS_NAME}:
        folder, _slash, rest = name.partition("/")
        campaign, _slash, inner = rest.partition("/")
        if folder != CAMPAIGNS_NAME or campaign not in manifest.campaigns or fault_of_name(inner) is not None:
            raise _refusal(file)


def _unpacked(archive: BinaryIO, entries: dict[str, Entry], manifest: _Manifest, into: Path, file: Path) -> ReadSetUp:
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, entry in entries.items():
        if name == _MANIFEST:
            continue
        target = into / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with target.open("xb") as out:
            for piece in _content(archive, entry, file):
                out.write(piece)
    shown, *others = (into / CAMPAIGNS_NAME / name for name in manifest.campaigns)
    setup = StationSetup(
        campaign=shown,
        enrolment=into / ENROLMENT_NAME,
        event=manifest.event,
        place=manifest.place,
        legislators=into / LEGISLATORS_NAME if LEGISLATORS_NAME in entries else None,
        more_campaigns=tuple(others),
        printer=manifest.printer,
        paper=manifest.paper,
        preferences=Preferences(allowed_values(manifest.preferences)),
    )
    return ReadSetUp(setup, StaffDoor(manifest.pins, manifest.recovery))


def _content(archive: BinaryIO, entry: Entry, file: Path) -> Iterator[bytes]:
    archive.seek(entry.data_at)
    left, crc = entry.size, 0
    while left:
        piece = archive.read(min(_PIECE, left))
        if not piece:
            raise _refusal(file)
        left -= len(piece)
        crc = zlib.crc32(piece, crc)
        yield piece
    if crc != entry.crc:
        raise _refusal(file)


def _refusal(file: Path) -> FolderError:
    return FolderError(
        _("{file} is not a whole set-up file. Copy it again, or make a new one at the first device.", file=file.name)
    )
