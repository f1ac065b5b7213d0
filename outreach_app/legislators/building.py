"""Builds a data pack from tables: one file, made whole in memory and put in place in one step.

The file is an SQLite database with the SHA-256 of its bytes behind it (SQLite goes by the page count in the header and
does not look there). It is the same for the same tables, byte for byte. Whatever goes wrong, the pack that was there
stays.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import apsw
import msgspec

from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators.tables import ANY_REST, Tables, with_those_above

APPLICATION_ID = 0x4F4C4157
"""Marks the file as ours (SQLite's header, offset 68): "OLAW"."""
FORMAT = 2
"""Version of the layout; a program reads its own and older ones. 2 brought names of divisions and titles of seats."""
DIGEST_BYTES = 32

_LAYOUT = f"""
PRAGMA page_size = 4096;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE division (number INTEGER PRIMARY KEY, id TEXT NOT NULL, parent INTEGER, name TEXT);
CREATE TABLE seat (division INTEGER, role TEXT, seats INTEGER NOT NULL, PRIMARY KEY (division, role)) WITHOUT ROWID;
CREATE TABLE person (
    number INTEGER PRIMARY KEY, division INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
    party TEXT, phone TEXT, contact_url TEXT, url TEXT, address TEXT, start_date TEXT, end_date TEXT,
    voting INTEGER NOT NULL, note TEXT, offices TEXT, social TEXT);
CREATE INDEX person_by_division ON person (division);
CREATE TABLE area (
    postcode TEXT, division INTEGER, valid_from TEXT, share REAL, valid_until TEXT,
    PRIMARY KEY (postcode, division, valid_from)) WITHOUT ROWID;
"""


def build_pack(tables: Tables, out: Path) -> None:
    """Build a pack and put it in place of what was there, if anything.

    Raises:
        LegislatorsError: the tables hold nobody or no area, or the file cannot be written.
    """
    if not tables.people or not tables.areas:
        raise LegislatorsError(_("There are no people or no areas in the tables. Nothing was built."))
    content = _pack_bytes(tables)
    try:
        _put_in_place(content, out)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LegislatorsError(_("{file} cannot be written: {reason}.", file=str(out), reason=reason)) from error


def digest_of(database: bytes) -> bytes:
    """What stands behind the database in the file."""
    return hashlib.sha256(database).digest()


def _pack_bytes(tables: Tables) -> bytes:
    connection = apsw.Connection(":memory:")
    try:
        connection.execute(_LAYOUT)
        with connection:
            numbers = _write_divisions(connection, tables)
            _write_people(connection, tables.people, numbers)
            connection.executemany("INSERT INTO area VALUES (?, ?, ?, ?, ?)", _area_rows(tables, numbers))
            about = {
                "manifest": msgspec.json.encode(tables.manifest).decode(),
                "prefix_lengths": msgspec.json.encode(_prefix_lengths(tables)).decode(),
            }
            connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        connection.execute("VACUUM")
        database = connection.serialize("main")
        return database + digest_of(database)
    finally:
        connection.close()


def _write_divisions(connection: apsw.Connection, tables: Tables) -> dict[str, int]:
    """Every division that an area, a person or a seat names, with all above it and the seats it should have."""
    named = {area.division_id for area in tables.areas} | {person.division_id for person in tables.people}
    named |= {pattern.division for pattern in tables.manifest.seats if "*" not in pattern.division}
    divisions = sorted({above for division in named for above in with_those_above(division)}, key=_by_number)
    numbers = {division: number for number, division in enumerate(divisions, start=1)}
    rows = (
        (numbers[division], division, numbers.get(division.rpartition("/")[0]), tables.places.get(division))
        for division in divisions
    )
    connection.executemany("INSERT INTO division VALUES (?, ?, ?, ?)", rows)
    seats = (
        (numbers[division], role, count)
        for division in divisions
        for role, count in tables.manifest.expected_seats(division)
    )
    connection.executemany("INSERT INTO seat VALUES (?, ?, ?)", seats)
    return numbers


def _write_people(connection: apsw.Connection, people: Iterable[Lawmaker], numbers: dict[str, int]) -> None:
    """Offices and social names lie in the person's row as JSON, so that one step fetches all there is to show."""
    rows = (
        (
            number, numbers[person.division_id], person.id, person.name, person.role, person.party, person.phone,
            person.contact_url, person.url, person.address, _iso(person.start), _iso(person.end), int(person.is_voting),
            person.note, _json(person.offices), _json(person.social),
        )
        for number, person in enumerate(people, start=1)
    )  # fmt: skip
    connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _area_rows(tables: Tables, numbers: dict[str, int]) -> Iterable[tuple[str, int, str, float | None, str | None]]:
    """Areas as they are stored; where two sources say the same, the first one stays."""
    rows: dict[tuple[str, int, str], tuple[str, int, str, float | None, str | None]] = {}
    for area in tables.areas:
        key = area.postcode, numbers[area.division_id], _iso(area.valid_from) or ""
        rows.setdefault(key, (*key, area.share, _iso(area.valid_until)))
    return rows.values()


def _prefix_lengths(tables: Tables) -> list[int]:
    """How long the beginnings are that stand for every postcode without a row, longest first."""
    codes = {area.postcode for area in tables.areas}
    return sorted({len(code) - len(ANY_REST) for code in codes if code.endswith(ANY_REST)}, reverse=True)


def _by_number(division_id: str) -> list[tuple[int, str]]:
    """Sorts district 9 before district 12; divisions are numbered in this order, and shown in it."""
    parts = re.findall("[0-9]+|[^0-9]+", division_id)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _json(value: object) -> str | None:
    return msgspec.json.encode(value).decode() if value else None


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _put_in_place(content: bytes, out: Path) -> None:
    """Write beside, make sure it is on the disk, then rename; at every moment ``out`` is the old file or the new.

    What a program that was killed half-way has left beside it goes with the next build.
    """
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(out)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    for left in out.parent.glob(f".{glob.escape(out.name)}.*.part"):
        with suppress(OSError):
            left.unlink()
    _flush_folder(out.parent)


def _flush_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut; Windows has no such call for folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
