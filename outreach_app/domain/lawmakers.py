"""Who speaks for a postcode, and how sure we are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from outreach_app.domain.wording import Wording


class Role:
    """The roles this program knows titles for; a pack of another country may bring its own."""

    SENATOR = "senator"
    REPRESENTATIVE = "representative"
    DELEGATE = "delegate"


@dataclass(frozen=True)
class SeatWords:
    """What a list of people calls a seat, where it brings words of its own; the program knows those of its roles.

    Attributes:
        title: of whoever holds it, such as "Member of Parliament", in the languages of the list.
        office: where their first number rings, such as "Westminster office".
        place: name of the division, such as "Cities of London and Westminster".
    """

    title: Wording | None = None
    office: Wording | None = None
    place: str | None = None


NO_WORDS = SeatWords()
"""For a seat that the program has the words for."""


@dataclass(frozen=True)
class LocalOffice:
    """A lawmaker's office near home. ``phone`` is ten digits, or ``None`` rather than a doubtful one.

    ``postcode`` is the office's own, from which an answer tells which office lies nearest.
    """

    city: str
    phone: str | None
    address: str | None
    postcode: str | None = None


@dataclass(frozen=True)
class Lawmaker:
    """One person who speaks for a division.

    Attributes:
        division_id: Open Civic Data id, such as ``ocd-division/country:us/state:ca/cd:12``.
        phone: the capital's office, ten digits in the United States.
        contact_url: page with a contact form; ``url`` the person's own site. https with a host, or ``None``.
        start, end: the term; ``end`` is its last day, where known.
        is_voting: false for a delegate who cannot vote on the floor.
        note: anything the data says beside, such as ``special-election``.
        social: names by network, such as ``{"mastodon": "ada@example.org"}``.
        words: what the list itself calls this seat.
    """

    id: str
    name: str
    role: str
    division_id: str
    party: str | None
    phone: str | None
    contact_url: str | None
    url: str | None
    address: str | None
    start: date | None
    end: date | None
    is_voting: bool
    note: str | None
    offices: tuple[LocalOffice, ...] = ()
    social: Mapping[str, str] | None = None
    words: SeatWords = NO_WORDS

    def term_ended(self, today: date) -> bool:
        """Whether the term this list knows of is over. On its last day (noon of 3 January) it counts as over."""
        return self.end is not None and today >= self.end


@dataclass(frozen=True)
class CodeShape:
    """What the postcodes of a list look like to whoever types one.

    Attributes:
        example: one to show, such as ``SW1A 0AA``.
        digits: how many digits it has; ``None`` for one with letters.
        is_zip: whether people call it a ZIP code, as in the United States.
    """

    example: str
    digits: int | None
    is_zip: bool


UNITED_STATES_ZIP = CodeShape("43215", 5, is_zip=True)


@dataclass(frozen=True)
class DivisionShare:
    """A division that a postcode lies in, wholly or partly. ``share`` of its land, 0 to 1; ``None`` if unknown."""

    division_id: str
    share: float | None


@dataclass(frozen=True)
class VacantSeat:
    """A seat that nobody in the list holds."""

    division_id: str
    role: str
    words: SeatWords = NO_WORDS


class NoteCode(Enum):
    """What must be said beside an answer. The values are part of the command line's JSON."""

    UNKNOWN_POSTCODE = "unknown-postcode"
    SPLIT = "split"
    SEVERAL_STATES = "several-states"
    VACANT = "vacant"
    DELEGATE = "delegate"
    MILITARY = "military"
    BY_PREFIX = "by-prefix"
    TERM_ENDED = "term-ended"
    OLD_DATA = "old-data"
    SAMPLE_DATA = "sample-data"


@dataclass(frozen=True)
class Answer:
    """Everyone who speaks, or may speak, for a postcode.

    Attributes:
        postcode: as looked up, such as ``43215``.
        divisions: its lowest divisions (districts), largest known share first.
        people: senators first, then those of ``divisions`` in the same order.
        as_of: the day the list of people was right.
        is_split: several districts, and only one of them is the visitor's.
        is_sample: invented people for a demonstration.
        lower_roles: roles of those who speak for the lowest divisions, such as representatives.
    """

    postcode: str
    divisions: tuple[DivisionShare, ...]
    people: tuple[Lawmaker, ...]
    vacant: tuple[VacantSeat, ...]
    notes: tuple[NoteCode, ...]
    as_of: date
    is_split: bool
    is_sample: bool = False
    lower_roles: frozenset[str] = frozenset()
