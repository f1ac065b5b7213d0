"""What visitors did, counted and nothing more: no time, no order, no person. Apart from the pledge book.

Kept now and then, not at each touch: a count that is a little behind after a power cut harms nobody.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.tallying import LEAST_SHOWN
from outreach_app.visit.flow import Place
from outreach_app.visit.visit import Visit

HAPPENINGS_NAME = "happenings.json"
_MOST_BYTES = 16_384


class Happening(Enum):
    """What is counted. The values stand in the file."""

    FILM_WATCHED = "film-watched"
    FACTS_READ = "facts-read"
    LAWMAKERS_FOUND = "lawmakers-found"
    CALL_OPENED = "call-opened"
    WRITE_OPENED = "write-opened"
    SHARE_OPENED = "share-opened"
    PAGE_SAVED = "page-saved"


def happening_at(visit: Visit) -> Happening | None:
    """What has happened by coming to where a visit is now."""
    if visit.journey.at is Place.LAWMAKERS:
        return Happening.LAWMAKERS_FOUND if visit.finding is not None and visit.finding.people else None
    return _BY_PLACE.get(visit.journey.at)


_BY_PLACE = {
    Place.FILM: Happening.FILM_WATCHED,
    Place.FACTS: Happening.FACTS_READ,
    # Its first tab is the call; the others are told of when they are opened.
    Place.ACT: Happening.CALL_OPENED,
}


class Happenings:
    """Counts in memory, and their file.

    Args:
        folder: the station's; ``None`` where nothing is kept, as in a demo.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._counts = Counter(_read(folder / HAPPENINGS_NAME) if folder is not None else {})
        self._kept = dict(self._counts)

    def note(self, what: Happening) -> None:
        """It happened once more."""
        self._counts[what] += 1

    def shown(self) -> Mapping[Happening, int | None]:
        """Each with its count; ``None`` from one to four, to be shown as "few"."""
        return {what: _shown(self._counts[what]) for what in Happening}

    def keep(self) -> None:
        """Write what is new; takes milliseconds of disk, so call it off the event loop.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the counts go on in memory.
        """
        counts = dict(self._counts)
        if self._folder is None or counts == self._kept:
            return
        data = json.dumps({what.value: count for what, count in counts.items()}, sort_keys=True).encode("ascii") + b"\n"

        def check(file: BinaryIO) -> None:
            if file.read() != data:
                raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

        DurableFolder(self._folder, is_private=True).keep(HAPPENINGS_NAME, [data], check)
        self._kept = counts


def _shown(count: int) -> int | None:
    return None if 0 < count < LEAST_SHOWN else count


def _read(path: Path) -> dict[Happening, int]:
    """The counts as they were kept; a file that is not whole starts them anew."""
    try:
        with path.open("rb") as file:
            held = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    known = {what.value: what for what in Happening}
    items = held.items() if isinstance(held, dict) else ()
    return {
        known[name]: count
        for name, count in items
        if name in known and isinstance(count, int) and not isinstance(count, bool) and count > 0
    }
