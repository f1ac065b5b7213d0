"""The data pack, opened for reading: who speaks for a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

import apsw
import msgspec

from outreach_app.domain.lawmakers import (
    NO_WORDS,
    Answer,
    CodeShape,
    DivisionShare,
    Lawmaker,
    LocalOffice,
    NoteCode,
    SeatWords,
)
from outreach_app.domain.wording import Wording
from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators.answering import Found, Listed, Seats, answer, bare_answer, with_nearest_office_first
from outreach_app.legislators.building import APPLICATION_ID, DIGEST_BYTES, FORMAT, digest_of
from outreach_app.legislators.postcodes import PostcodeReader
from outreach_app.legislators.tables import ANY_REST, Area, Manifest

_SQLITE = b"SQLite format 3\0"
_PEOPLE = """
SELECT start_date, end_date, voting, offices, social, id, name, role, party, phone, contact_url, url, address, note
FROM person WHERE division = ? ORDER BY number"""
_DIVISIONS = "SELECT number, id, parent, name FROM division"
_DIVISIONS_BEFORE_NAMES = "SELECT number, id, parent, NULL FROM division"
_AREAS = "SELECT division, share, valid_from, valid_until FROM area WHERE postcode = ?"
_OFFICES = msgspec.json.Decoder(tuple[LocalOffice, ...])
_NEAR_CHARACTERS = 3
"""What a neighbourhood shares: the first three digits of a ZIP code are one sorting centre of the post."""
_SOCIAL = msgspec.json.Decoder(dict[str, str])
UNITED_STATES = "us"
_NAMES_SINCE = 2
"""The layout that brought a name for each division."""


class LegislatorPack:
    """One data pack. Any thread may ask: it never changes, and its connection is asked one question at a time."""

    def __init__(self, database: bytes) -> None:
        """Take over a database whose digest was found right; :meth:`open` is the way in."""
        self._connection = apsw.Connection(":memory:")
        self._asking = Lock()
        self._connection.deserialize("main", database)
        about = dict(self._ask("SELECT name, value FROM about"))
        self.manifest = msgspec.json.decode(about["manifest"], type=Manifest)
        self._prefix_lengths = msgspec.json.decode(about["prefix_lengths"], type=list[int])
        self._division_ids: dict[int, str] = {}
        self._above: dict[int, int | None] = {}
        self._places: dict[int, str | None] = {}
        divisions = _DIVISIONS if int.from_bytes(database[60:64], "big") >= _NAMES_SINCE else _DIVISIONS_BEFORE_NAMES
        for number, division_id, parent, place in self._ask(divisions):
            self._division_ids[number], self._above[number], self._places[number] = division_id, parent, place
        self._titles = {pattern.role: _wording(pattern.title) for pattern in self.manifest.seats}
        self._office = _wording(self.manifest.office)
        self._people_by_division: dict[int, tuple[Lawmaker, ...]] = {}
        self._people_by_place: dict[tuple[int, str], tuple[Lawmaker, ...]] = {}
        self._postcodes = PostcodeReader(self.manifest.postcode)
        self._listed = self._what_is_listed()

    @classmethod
    def open(cls, path: Path) -> LegislatorPack:
        """Read a pack file whole; from then on the file may be replaced or its medium pulled out.

        Raises:
            LegislatorsError: it is missing, damaged, another program's, or newer than this program.
        """
        database = _checked_database(path)
        try:
            return cls(database)
        except (apsw.Error, LookupError, ValueError, re.error, msgspec.MsgspecError) as error:
            raise _damaged(path) from error

    def __enter__(self) -> LegislatorPack:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._connection.close()

    @property
    def title(self) -> str:
        """What the list is called, such as "United States Congress"."""
        return self.manifest.title

    @property
    def as_of(self) -> date:
        """The day the list of people was right."""
        return self.manifest.as_of

    @property
    def is_sample(self) -> bool:
        """Invented people, for a demonstration."""
        return self.manifest.sample

    @property
    def finder_url(self) -> str:
        """Official page that finds a lawmaker by street address."""
        return self.manifest.finder

    @property
    def code_shape(self) -> CodeShape:
        """What is typed to look somebody up."""
        example = self.manifest.postcode.example
        digits = len(example) if example.isdecimal() else None
        return CodeShape(example, digits, is_zip=self.manifest.country == UNITED_STATES)

    def look_up(self, postcode: str, today: date) -> Answer:
        """Everyone who speaks, or may speak, for a postcode on a day.

        Raises:
            MalformedPostcode: it has not the shape of the country's postcodes.
        """
        code = self._postcodes.read(postcode)
        if self._postcodes.is_military(code):
            return bare_answer(self._listed, code, NoteCode.MILITARY, today)
        areas, is_by_prefix = self._areas_of(code, today)
        if not areas:
            return bare_answer(self._listed, code, NoteCode.UNKNOWN_POSTCODE, today)
        order = sorted(areas, key=lambda number: (-(areas[number] or 0.0), areas[number] is None, number))
        chains = [self._chain(number) for number in order]
        ids = self._division_ids
        found = Found(
            code=code,
            divisions=tuple(DivisionShare(ids[number], areas[number]) for number in order),
            chains=tuple(tuple(ids[number] for number in chain) for chain in chains),
            people={ids[number]: self._people_near(number, code) for chain in chains for number in chain},
            is_by_prefix=is_by_prefix,
        )
        return answer(self._listed, found, today)

    def people(self) -> Iterator[Lawmaker]:
        """Everybody in the list."""
        for number in self._division_ids:
            yield from self._people_of(number)

    def areas(self) -> Iterator[Area]:
        """The whole table of areas."""
        for postcode, number, valid_from, share, valid_until in self._ask(
            "SELECT postcode, division, valid_from, share, valid_until FROM area"
        ):
            limits = _day(valid_from), _day(valid_until)
            yield Area(postcode, self._division_ids[number], share, *limits)

    def seats(self) -> Iterator[tuple[str, str, int]]:
        """Division id, role and number of every kind of seat there should be."""
        for division_id, seats in self._listed.seats.items():
            for role, count in seats:
                yield division_id, role, count

    def _what_is_listed(self) -> Listed:
        seats: dict[str, tuple[tuple[str, int], ...]] = {}
        for number, role, count in self._ask("SELECT division, role, seats FROM seat"):
            division_id = self._division_ids[number]
            seats[division_id] = (*seats.get(division_id, ()), (role, count))
        parents = {self._division_ids[number] for number in self._above.values() if number is not None}
        return Listed(
            as_of=self.manifest.as_of,
            is_sample=self.manifest.sample,
            roles=tuple(dict.fromkeys(pattern.role for pattern in self.manifest.seats)),
            seats=seats,
            upper=frozenset(parents.intersection(seats)),
            lower_roles=self.manifest.lower_roles,
            words=self._words_of_seats(seats),
        )

    def _words_of_seats(self, seats: Seats) -> dict[tuple[str, str], SeatWords]:
        """The list's own words for each of its seats; empty for a list that brings none, as that of Congress."""
        if self._office is None and not any(self._titles.values()) and not any(self._places.values()):
            return {}
        numbers = {division_id: number for number, division_id in self._division_ids.items()}
        return {
            (division_id, role): self._words(numbers[division_id], role)
            for division_id, each in seats.items()
            for role, _count in each
        }

    def _words(self, division: int, role: str) -> SeatWords:
        """What the list itself calls a seat."""
        title, place = self._titles.get(role), self._places[division]
        return SeatWords(title, self._office, place) if title or place or self._office else NO_WORDS

    def _areas_of(self, code: str, today: date) -> tuple[dict[int, float | None], bool]:
        """Share by number of division for a code, on a day; and whether only the code's beginning is known."""
        exact = self._valid_areas(code, today)
        if exact:
            return exact, False
        for length in self._prefix_lengths:
            areas = self._valid_areas(code[:length] + ANY_REST, today) if length < len(code) else {}
            if areas:
                return areas, True
        return {}, False

    def _valid_areas(self, key: str, today: date) -> dict[int, float | None]:
        day = today.isoformat()
        return {
            number: share
            for number, share, valid_from, valid_until in self._ask(_AREAS, (key,))
            if valid_from <= day and (valid_until is None or day <= valid_until)
        }

    def _chain(self, number: int) -> tuple[int, ...]:
        """A division and those above it, highest first."""
        chain = [number]
        while (above := self._above[chain[-1]]) is not None:
            chain.append(above)
        return tuple(reversed(chain))

    def _people_near(self, number: int, code: str) -> tuple[Lawmaker, ...]:
        """The people of one division, the offices nearest to a code first; sorted once for each beginning of a code."""
        key = number, code[:_NEAR_CHARACTERS]
        people = self._people_by_place.get(key)
        if people is None:
            people = tuple(with_nearest_office_first(person, key[1]) for person in self._people_of(number))
            self._people_by_place[key] = people
        return people

    def _people_of(self, number: int) -> tuple[Lawmaker, ...]:
        """The people of one division; each is read once, since the file cannot change."""
        people = self._people_by_division.get(number)
        if people is None:
            people = tuple(self._person(number, row) for row in self._ask(_PEOPLE, (number,)))
            self._people_by_division[number] = people
        return people

    def _person(self, division: int, row: tuple[Any, ...]) -> Lawmaker:
        start, end, voting, offices, social, *rest = row
        id_, name, role, party, phone, contact_url, url, address, note = rest
        return Lawmaker(
            id=id_,
            name=name,
            role=role,
            division_id=self._division_ids[division],
            party=party,
            phone=phone,
            contact_url=contact_url,
            url=url,
            address=address,
            start=_day(start),
            end=_day(end),
            is_voting=bool(voting),
            note=note,
            offices=_OFFICES.decode(offices) if offices else (),
            social=_SOCIAL.decode(social) if social else None,
            words=self._words(division, role),
        )

    def _ask(self, sql: str, values: tuple[int | str, ...] = ()) -> list[tuple[Any, ...]]:
        with self._asking:
            return self._connection.execute(sql, values).fetchall()


def _checked_database(path: Path) -> bytes:
    """The database in a file, after its header (SQLite's file format, section 1.3) and its digest were found right."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LegislatorsError(
            _("The lawmaker list {file} cannot be read: {reason}.", file=str(path), reason=reason)
        ) from error
    if not content.startswith(_SQLITE) or int.from_bytes(content[68:72], "big") != APPLICATION_ID:
        raise LegislatorsError(
            _(
                "{file} is not a lawmaker list of this program. Build one with: outreach legislators build.",
                file=str(path),
            )
        )
    if int.from_bytes(content[60:64], "big") > FORMAT:
        raise LegislatorsError(
            _(
                "The lawmaker list {file} was made by a newer version of this program. Update the program.",
                file=str(path),
            )
        )
    database = content[:-DIGEST_BYTES]
    if digest_of(database) != content[-DIGEST_BYTES:]:
        raise _damaged(path)
    return database


def _damaged(path: Path) -> LegislatorsError:
    return LegislatorsError(_("The lawmaker list {file} is damaged. Copy it again or build it anew.", file=str(path)))


def _wording(versions: dict[str, str]) -> Wording | None:
    return Wording(versions, next(iter(versions))) if versions else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
