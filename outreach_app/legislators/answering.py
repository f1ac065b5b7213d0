"""From what the pack holds about a code to an honest answer; no file is read here.

Rules: every district of a split code is named, never one guess. Nobody whose term has ended vanishes while the list
knows no successor. A seat that should be held and is not is named as vacant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from outreach_app.domain.lawmakers import (
    NO_WORDS,
    Answer,
    DivisionShare,
    Lawmaker,
    LocalOffice,
    NoteCode,
    SeatWords,
    VacantSeat,
)

OLD_AFTER = timedelta(days=30)
"""From this age on a list counts as old: seats change about once a month."""

_NOTE_PLACES = {code: place for place, code in enumerate(NoteCode)}

Seats = Mapping[str, tuple[tuple[str, int], ...]]
"""Role and number of the seats each division should have."""


@dataclass(frozen=True)
class Listed:
    """What a list says of itself, as far as an answer needs it.

    Attributes:
        roles: from the upper chamber down; people are shown in this order.
        seats: by division id.
        upper: divisions whose people speak for several of the lowest divisions, such as states.
        lower_roles: roles of those who speak for the lowest divisions.
        words: what the list itself calls a seat, by division id and role.
    """

    as_of: date
    is_sample: bool
    roles: tuple[str, ...]
    seats: Seats
    upper: frozenset[str]
    lower_roles: frozenset[str]
    words: Mapping[tuple[str, str], SeatWords]


@dataclass(frozen=True)
class Found:
    """What the pack holds for one code.

    Attributes:
        divisions: in the order to show.
        chains: for each of them, itself and those above it, highest first.
        people: by division id, for every division of the chains.
        is_by_prefix: only the beginning of the code is in the table.
    """

    code: str
    divisions: tuple[DivisionShare, ...]
    chains: tuple[tuple[str, ...], ...]
    people: Mapping[str, tuple[Lawmaker, ...]]
    is_by_prefix: bool


def answer(listed: Listed, found: Found, today: date) -> Answer:
    """Everyone who speaks, or may speak, for a code that the pack knows."""
    reached = list(dict.fromkeys(division for chain in found.chains for division in chain))
    people: list[Lawmaker] = []
    vacant: list[VacantSeat] = []
    for division in reached:
        seats = listed.seats.get(division, ())
        if not seats and not found.people[division]:
            continue
        shown = _shown(found.people[division], dict(seats), today)
        people += shown
        for role, count in seats:
            held = sum(person.role == role for person in shown)
            words = listed.words.get((division, role), NO_WORDS)
            vacant += [VacantSeat(division, role, words)] * (count - held)
    rank = {role: number for number, role in enumerate(listed.roles)}
    people.sort(key=lambda person: rank.get(person.role, len(rank)))
    notes = _notes_on_divisions(listed, found) | _notes_on_people(people, vacant, today) | _notes_on_list(listed, today)
    return Answer(
        postcode=found.code,
        divisions=found.divisions,
        people=tuple(people),
        vacant=tuple(vacant),
        notes=_sorted(notes),
        as_of=listed.as_of,
        is_split=bool(notes & {NoteCode.SPLIT, NoteCode.SEVERAL_STATES}),
        is_sample=listed.is_sample,
        lower_roles=listed.lower_roles,
    )


def bare_answer(listed: Listed, code: str, note: NoteCode, today: date) -> Answer:
    """An answer without people, and why."""
    notes = _sorted({note} | _notes_on_list(listed, today))
    return Answer(code, (), (), (), notes, listed.as_of, is_split=False, is_sample=listed.is_sample)


def with_nearest_office_first(person: Lawmaker, beginning: str) -> Lawmaker:
    """A person whose offices are sorted by how much of the beginning of the visitor's postcode theirs share.

    Postcodes are laid out so that neighbours mostly begin alike; where they do not, the list's order stays.
    """
    if len(person.offices) < 2:
        return person

    def alike(office: LocalOffice) -> int:
        count = 0
        for mine, theirs in zip(beginning, office.postcode or "", strict=False):
            if mine != theirs:
                break
            count += 1
        return count

    return replace(person, offices=tuple(sorted(person.offices, key=alike, reverse=True)))


def _shown(people: Iterable[Lawmaker], seats: Mapping[str, int], today: date) -> list[Lawmaker]:
    """Whoever is in office, and whoever's term has ended while no successor is in the list."""
    started = [person for person in people if person.start is None or person.start <= today]
    shown = []
    for person in started:
        if person.term_ended(today) and person.role in seats:
            newer = [other for other in started if other.role == person.role and _outlasts(other, person)]
            if len(newer) >= seats[person.role]:
                continue
        shown.append(person)
    return shown


def _outlasts(other: Lawmaker, person: Lawmaker) -> bool:
    return person.end is not None and (other.end is None or other.end > person.end)


def _notes_on_divisions(listed: Listed, found: Found) -> set[NoteCode]:
    notes = {NoteCode.BY_PREFIX} if found.is_by_prefix and not listed.is_sample else set()
    if len(found.divisions) == 1:
        return notes
    # Of two states alone nobody knows the districts, so no district line is crossed for certain.
    lowest = [division.division_id for division in found.divisions if division.division_id not in listed.upper]
    kinds = [division_id.rpartition("/")[2].partition(":")[0] for division_id in lowest]
    if len(set(kinds)) < len(kinds):
        notes.add(NoteCode.SPLIT)
    if len({_region(listed, chain) for chain in found.chains}) > 1:
        notes.add(NoteCode.SEVERAL_STATES)
    return notes


def _region(listed: Listed, chain: tuple[str, ...]) -> tuple[str, ...]:
    """What decides which state a division lies in: those above it that somebody speaks for, else the one above it."""
    return tuple(division for division in chain if division in listed.upper) or chain[-2:-1]


def _notes_on_people(people: Iterable[Lawmaker], vacant: Iterable[VacantSeat], today: date) -> set[NoteCode]:
    notes = {NoteCode.VACANT} if list(vacant) else set()
    for person in people:
        if not person.is_voting:
            notes.add(NoteCode.DELEGATE)
        if person.term_ended(today):
            notes.add(NoteCode.TERM_ENDED)
    return notes


def _notes_on_list(listed: Listed, today: date) -> set[NoteCode]:
    if listed.is_sample:
        return {NoteCode.SAMPLE_DATA}
    return {NoteCode.OLD_DATA} if today - listed.as_of > OLD_AFTER else set()


def _sorted(notes: set[NoteCode]) -> tuple[NoteCode, ...]:
    return tuple(sorted(notes, key=_NOTE_PLACES.__getitem__))
