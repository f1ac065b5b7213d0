"""The tables a data pack is built from, as values in memory; every importer ends here and the builder starts here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec

from outreach_app.domain.lawmakers import Lawmaker

ANY_REST = "*"
"""At the end of a postcode in the table of areas: every postcode that begins so and has no row of its own."""


@dataclass(frozen=True)
class Area:
    """One row of the table of areas: a postcode lies, wholly or partly, in a division.

    Attributes:
        postcode: as it is looked up, without spaces or hyphens; ``432*`` stands for all others that begin with 432.
        share: of the postcode's land, 0 to 1; ``None`` where nobody measured it.
        valid_from, valid_until: first and last day this holds; ``None`` for no limit.
    """

    postcode: str
    division_id: str
    share: float | None = None
    valid_from: date | None = None
    valid_until: date | None = None


class PostcodeShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a postcode of the country looks like.

    Attributes:
        pattern: regular expression for the whole of what is typed, after letters are made capitals.
        length: how many letters and digits, counted from the left, the table of areas holds.
        example: an example to show.
        military: beginnings of codes of the armed forces, whose lawmakers depend on the home of record.
    """

    pattern: str
    length: int
    example: str
    military: tuple[str, ...] = ()


class SeatPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many seats of a role each division of a kind has; ``*`` in ``division`` stands within one ``/`` part.

    ``title`` is what their holder is called, by language; the program has the words for the roles of Congress.
    """

    role: str
    division: str
    count: int = 1
    title: dict[str, str] = {}

    def fits(self, division_id: str) -> bool:
        """Whether a division is of this kind."""
        return re.fullmatch(re.escape(self.division).replace(r"\*", "[^/]*"), division_id) is not None


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the tables are: their name, country, source, licence and day, and which seats there should be.

    Attributes:
        country: two small letters, such as ``us``; decides how telephone numbers are checked.
        as_of: the day the list of people was right.
        finder: official page that finds a lawmaker by street address; https.
        seats: from the upper chamber down; people are listed in this order of roles.
        office: what the office of a person's first number is called, by language, such as "Westminster office".
        sample: invented people, for a demonstration.
    """

    title: str
    country: str
    source: str
    licence: str
    as_of: date
    finder: str
    postcode: PostcodeShape
    seats: tuple[SeatPattern, ...]
    office: dict[str, str] = {}
    sample: bool = False

    @property
    def lower_roles(self) -> frozenset[str]:
        """Roles of those who speak for the lowest divisions: under whose division there is no other seat."""
        divisions = {pattern.division for pattern in self.seats}
        return frozenset(
            pattern.role
            for pattern in self.seats
            if not any(division.startswith(f"{pattern.division}/") for division in divisions)
        )

    def expected_seats(self, division_id: str) -> tuple[tuple[str, int], ...]:
        """Role and number of the seats a division should have; empty for a division that has none itself."""
        return tuple((pattern.role, pattern.count) for pattern in self.seats if pattern.fits(division_id))


@dataclass(frozen=True)
class Tables:
    """Everything a pack is built from. People keep their order within a division; ``places`` names divisions."""

    manifest: Manifest
    areas: tuple[Area, ...]
    people: tuple[Lawmaker, ...]
    places: Mapping[str, str] = field(default_factory=dict)


def with_those_above(division_id: str) -> tuple[str, ...]:
    """A division and all that it lies under, highest first: ``a/b/c`` gives ``a``, ``a/b``, ``a/b/c``."""
    parts = division_id.split("/")
    return tuple("/".join(parts[: end + 1]) for end in range(len(parts)))
