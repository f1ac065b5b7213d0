"""Where this device keeps its stations: a folder for each event, which was opened last, and a set-up under way.

=====================  =====================================================================
``stations/NAME/``     the folder of one event, as ``station_folder`` tells it
``opened-last``        the name of the one that opens again after a power cut
``set-up/``            the answers of a set-up that is not finished
``in-use``             held while the program runs, so that a second copy is refused
=====================  =====================================================================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import platformdirs

from outreach_app.errors import Message, OutreachError, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder, storage_error
from outreach_app.pledge_book.letters import spell
from outreach_app.visit.copy_note import is_wholly_copied, read_copy_note
from outreach_app.visit.station_folder import BOOK_NAME, SETTINGS_COPY_NAME, SETTINGS_NAME, StationFolder

HOME_VARIABLE = "OUTREACH_HOME"
_STATIONS, _OPENED, _DRAFT = "stations", "opened-last", "set-up"
_PARTS = (SETTINGS_NAME, SETTINGS_COPY_NAME, BOOK_NAME)
"""Whatever of these is left, the folder is a station's, and its pledges are not to be forgotten."""

_ID_BYTES = 5
_LONGEST_NAME = 40


@dataclass(frozen=True)
class EventRecord:
    """One event of this device, as its history tells it. Counts only, never names.

    Attributes:
        folder: the station's.
        event, place: what the staff called them; empty where the folder cannot be read.
        set_up_at: when it was made; ``None`` where that cannot be read.
        pledges, withdrawn: how many count, and how many were taken back, as its closing slip says it.
        is_closed: whether it takes nothing more.
        is_copied: whether all of it is in a copy that was read back, or there is nothing to copy.
        is_erased: whether the sealed pledges were erased after the office's receipt.
        fault: why it cannot be read; ``None`` if it can.
    """

    folder: Path
    event: str
    place: str
    set_up_at: datetime | None
    pledges: int
    withdrawn: int
    is_closed: bool
    is_copied: bool
    is_erased: bool
    fault: Message | None

    @property
    def can_be_opened(self) -> bool:
        """Whether a table can stand on it: a closed one shows visitors a closed screen, and staff their desk."""
        return self.fault is None

    @property
    def waits_to_be_copied(self) -> bool:
        """Whether pledges are on this device alone."""
        return self.fault is None and not self.is_copied


class StationHome:
    """The device's stations.

    Args:
        root: where they lie; made when something is first kept.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def draft_folder(self) -> Path:
        """Where an unfinished set-up keeps its answers."""
        return self.root / _DRAFT

    def make(self) -> None:
        """Make the folder.

        Raises:
            StorageFull, StorageFailed: the disk refuses.
        """
        try:
            (self.root / _STATIONS).mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error) from error

    def stations(self) -> list[Path]:
        """The folders of all stations, by name; those half-made are not among them."""
        try:
            found = [path for path in (self.root / _STATIONS).iterdir() if _is_a_station(path)]
        except OSError:
            return []
        return sorted(path for path in found if path.suffix != ".partial")

    def events(self, besides: Path | None = None) -> list[EventRecord]:
        """The history, newest first. Opens each book for a moment, so it belongs off the event loop.

        Args:
            besides: a station whose book is open here already; it is told without counts.
        """
        records = [record_of(folder, opens_book=folder != besides) for folder in self.stations()]
        return sorted(records, key=lambda each: each.set_up_at.timestamp() if each.set_up_at else 0.0, reverse=True)

    def opened_last(self) -> Path | None:
        """The station that was opened last and is still there."""
        try:
            name = (self.root / _OPENED).read_text(encoding="utf-8")[:200].strip()
        except (OSError, UnicodeDecodeError):
            name = ""
        stations = self.stations()
        named = [path for path in stations if path.name == name]
        if named:
            return named[0]
        return stations[0] if len(stations) == 1 else None

    def remember(self, station: Path) -> None:
        """Keep which station was opened, so that the same one opens after a power cut.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the one before stays.
        """
        content = station.name.encode("utf-8")

        def check(file: object) -> None:
            read = getattr(file, "read", bytes)
            if read() != content:
                raise StorageFailed(_("The disk gave back something else than was written. Take another."))

        DurableFolder(self.root, is_private=True).keep(_OPENED, [content], check)

    def new_folder(self, event: str, day: date, random_bytes: Callable[[int], bytes]) -> Path:
        """A folder for a new station, not there yet: the day, the event in plain letters, and some at random."""
        plain = unicodedata.normalize("NFKD", event).encode("ascii", "ignore").decode().lower()
        words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME]
        parts = (day.isoformat(), words, spell(random_bytes(_ID_BYTES)).lower())
        return self.root / _STATIONS / "-".join(filter(None, parts))


def _is_a_station(path: Path) -> bool:
    return any((path / name).is_file() for name in _PARTS)


def home_folder(environment: Mapping[str, str]) -> Path:
    """Where this user's stations lie: what ``OUTREACH_HOME`` says, or the system's place for a user's data."""
    given = environment.get(HOME_VARIABLE, "")
    return Path(given) if given else platformdirs.user_data_path("outreach", appauthor=False)


def home_of(station: Path) -> StationHome | None:
    """The home that a station lies in; ``None`` for one that lies elsewhere."""
    return StationHome(station.parent.parent) if station.parent.name == _STATIONS else None


def record_of(folder: Path, *, opens_book: bool) -> EventRecord:
    """One station as the history tells it; without its counts where its book is open here already."""
    event, place, set_up_at = "", "", None
    try:
        station = StationFolder(folder)
        where = station.settings.where
        event, place, set_up_at = where.event, where.place, station.settings.set_up_at
        if not opens_book:
            return EventRecord(folder, event, place, set_up_at, 0, 0, False, True, False, None)
        with closing(station.open_book()) as book:
            slip, retention = book.slip, book.retention
    except OutreachError as error:
        return EventRecord(folder, event, place, set_up_at, 0, 0, False, True, False, error.message)
    return EventRecord(
        folder,
        event,
        place,
        set_up_at,
        slip.kept,
        slip.withdrawn,
        slip.is_closed,
        is_copied=retention.is_erased or is_wholly_copied(slip, read_copy_note(folder, slip.event)),
        is_erased=retention.is_erased,
        fault=None,
    )
