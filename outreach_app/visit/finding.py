"""Finding a visitor's lawmakers by ZIP, and saying honestly how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from outreach_app.domain.campaign import Finder
from outreach_app.domain.lawmakers import UNITED_STATES_ZIP, Answer, CodeShape, Lawmaker, NoteCode, Role
from outreach_app.errors import Message
from outreach_app.language import Sayable, _, ngettext
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.titles import HOUSE, Seat, place_of, title_of

_DOUBTS = frozenset(
    {
        NoteCode.SPLIT,
        NoteCode.MILITARY,
        NoteCode.UNKNOWN_POSTCODE,
        NoteCode.BY_PREFIX,
        NoteCode.SEVERAL_STATES,
        NoteCode.TERM_ENDED,
    }
)
_MAY_BE_OTHERS = frozenset({NoteCode.TERM_ENDED, NoteCode.SEVERAL_STATES, NoteCode.OLD_DATA})
"""Doubts about the names themselves: an official page that is shown at all is then read before the names."""


class LookUp(Protocol):
    """What the finder needs of a lawmaker data pack."""

    @property
    def code_shape(self) -> CodeShape:
        """What is typed to look somebody up."""

    def look_up(self, postcode: str, today: date) -> Answer:
        """Everyone who speaks, or may speak, for a postcode on a day; raises MalformedPostcode."""


@dataclass(frozen=True)
class Finding:
    """What the screens show for one ZIP.

    Attributes:
        answer: the pack's answer; ``None`` without a pack.
        upper: senators, or whoever speaks for the whole state.
        lower: representatives and delegates, or the vacant seat, in the order of the districts.
        remarks: sentences that must be said, most important first.
        finders: official pages that find a lawmaker by street address, the one for this answer's doubt first.
        needs_finder: whether the first finder is shown beside the people.
        finder_first: whether it goes before them, since some of them may not be the visitor's.
        is_zip: whether the code is called a ZIP code.
    """

    postcode: str
    answer: Answer | None
    upper: tuple[Seat, ...]
    lower: tuple[Seat, ...]
    remarks: tuple[Message, ...]
    finders: tuple[Finder, ...]
    needs_finder: bool
    finder_first: bool = False
    is_zip: bool = True

    @property
    def people(self) -> tuple[Lawmaker, ...]:
        """Everyone who can be called or written to."""
        return tuple(seat for seat in (*self.upper, *self.lower) if isinstance(seat, Lawmaker))

    @property
    def is_split(self) -> bool:
        """Whether only one of :attr:`lower` speaks for the visitor."""
        return self.answer is not None and self.answer.is_split

    @property
    def _lies_in_several_states(self) -> bool:
        """Whether some of the people may speak for another state than the visitor's; a heading then names the place."""
        return self.answer is not None and NoteCode.SEVERAL_STATES in self.answer.notes

    def code_line(self) -> Sayable:
        """The code that was looked up, by the name people give it."""
        if not self.postcode:
            return ""
        return _("ZIP code {zip}", zip=self.postcode) if self.is_zip else _("Postcode {code}", code=self.postcode)

    def upper_heading(self) -> Sayable:
        """Above the senators; of two states' senators only one state's are the visitor's."""
        if self._lies_in_several_states and len({seat.division_id for seat in self.upper}) == 1:
            return place_of(self.upper[0])
        if {seat.role for seat in self.upper} != {Role.SENATOR} or self.upper[0].words.title is not None:
            return _heading(self.upper)
        if len({seat.division_id for seat in self.upper}) > 1:
            return _("One state’s senators are yours")
        count = len(self.upper)
        return ngettext("Your senator", "Your senators", count) if count != 2 else _("Your two senators")

    def lower_heading(self) -> Sayable:
        """Above the representatives: never a guess where the ZIP is split."""
        if self._lies_in_several_states and len({seat.division_id for seat in self.lower}) == 1:
            return place_of(self.lower[0])
        roles = {seat.role for seat in self.lower}
        if not roles <= HOUSE or any(seat.words.title is not None for seat in self.lower):
            if self.is_split and len(roles) == 1:
                return _("{title}: one of these is yours", title=title_of(self.lower[0]))
            return _("Some of these speak for you") if self.is_split else _heading(self.lower)
        if self.is_split:
            return _("One of these is your representative")
        return _("Your delegate") if roles == {Role.DELEGATE} else _("Your representative")


class LegislatorFinder:
    """Looks up a ZIP in the station's pack; without a pack it points to the official finders.

    Args:
        pack: the lawmaker data, or ``None``.
        finders: the campaign's official finder pages.
        clock: for what has ended and what is old.
    """

    def __init__(self, pack: LookUp | None, finders: Sequence[Finder], clock: Clock) -> None:
        self._pack = pack
        self._finders = tuple(finders)
        self._clock = clock

    @property
    def has_pack(self) -> bool:
        """Whether there is anything to look up in."""
        return self._pack is not None

    @property
    def code_shape(self) -> CodeShape:
        """What a visitor is asked to type."""
        return self._pack.code_shape if self._pack is not None else UNITED_STATES_ZIP

    def find(self, postcode: str) -> Finding:
        """Everyone who speaks for a ZIP.

        Raises:
            MalformedPostcode: it has not the shape of a ZIP.
        """
        if self._pack is None:
            return self.without_postcode(postcode)
        day = today(self._clock)
        answer = self._pack.look_up(postcode, day)
        seats: tuple[Seat, ...] = (*answer.people, *answer.vacant)
        order = {division.division_id: place for place, division in enumerate(answer.divisions)}
        lower = [seat for seat in seats if seat.role in answer.lower_roles]
        lower.sort(key=lambda seat: order.get(seat.division_id, len(order)))
        upper = [seat for seat in seats if seat.role not in answer.lower_roles]
        needs_finder = not _DOUBTS.isdisjoint(answer.notes) or not answer.people
        return Finding(
            answer.postcode,
            answer,
            _by_state(upper),
            tuple(lower),
            _remarks(answer, is_zip=self.code_shape.is_zip),
            self._fitting_finders(answer, day),
            needs_finder=needs_finder,
            finder_first=needs_finder and bool(answer.people) and not _MAY_BE_OTHERS.isdisjoint(answer.notes),
            is_zip=self.code_shape.is_zip,
        )

    def without_postcode(self, postcode: str = "") -> Finding:
        """What can be offered without a pack, or without a ZIP: the official finders."""
        remark = _(
            "This table has no list of lawmakers today. These official pages find yours; "
            "your own phone asks for the address."
        )
        if self._pack is not None:
            remark = _("These official pages find your lawmakers. Your own phone asks for the address.")
        is_zip = self.code_shape.is_zip
        return Finding(postcode, None, (), (), (remark,), self._finders, needs_finder=True, is_zip=is_zip)

    def _fitting_finders(self, answer: Answer, day: date) -> tuple[Finder, ...]:
        """The official pages, the one that settles this answer's doubts first: of one chamber, or of all."""
        doubtful = {person.role for person in answer.people if person.term_ended(day)}
        if {NoteCode.SPLIT, NoteCode.BY_PREFIX}.intersection(answer.notes):
            doubtful |= answer.lower_roles - {Role.DELEGATE}

        def fits(finder: Finder) -> int:
            if doubtful.issubset(finder.roles):
                return 0
            return 2 if finder.roles else 1

        return tuple(sorted(self._finders, key=fits)) if doubtful else self._finders


def _by_state(upper: list[Seat]) -> tuple[Seat, ...]:
    """Those of one division beside each other, an empty seat after whoever holds the other one."""
    states = list(dict.fromkeys(seat.division_id for seat in upper))
    return tuple(sorted(upper, key=lambda seat: states.index(seat.division_id)))


def _heading(seats: tuple[Seat, ...]) -> Sayable:
    """Above people whose titles the list brings itself."""
    return title_of(seats[0]) if len({seat.role for seat in seats}) == 1 else _("Your lawmakers")


def _remarks(answer: Answer, *, is_zip: bool) -> tuple[Message, ...]:
    said = {
        NoteCode.SAMPLE_DATA: _("These people are invented, for this demo only."),
        NoteCode.TERM_ENDED: _("Some terms in this list have ended. An official page knows who serves now."),
        NoteCode.MILITARY: _(
            "This is a military ZIP code. Your lawmakers are those of the home address you vote from; "
            "enter that ZIP code, or use an official page."
        ),
        NoteCode.UNKNOWN_POSTCODE: _(
            "This ZIP code is not in our list. It may be new or belong to one building. "
            "An official page finds your lawmakers by street."
        ),
        NoteCode.BY_PREFIX: _by_prefix(answer),
        NoteCode.SEVERAL_STATES: _("This ZIP code may lie in more than one state. Choose the state you live in."),
        NoteCode.SPLIT: _("Your ZIP code crosses district lines."),
        NoteCode.DELEGATE: _without_a_vote(answer),
        NoteCode.OLD_DATA: _("This list is some weeks old. Someone new may hold a seat by now."),
    }
    if not is_zip:
        said |= {
            NoteCode.UNKNOWN_POSTCODE: _("This postcode is not in our list. An official page finds your lawmakers."),
            NoteCode.SEVERAL_STATES: _("This postcode may lie in more than one region. Choose the one you live in."),
            NoteCode.SPLIT: _("Your postcode crosses district lines."),
            NoteCode.BY_PREFIX: _("This postcode is not in our list. Its beginning tells who speaks for the area."),
        }
    notes = set(answer.notes)
    if NoteCode.TERM_ENDED in notes or not (answer.people or answer.vacant):
        # The first says as much, and more; of nobody nothing can be old.
        notes.discard(NoteCode.OLD_DATA)
    if {NoteCode.BY_PREFIX, NoteCode.SEVERAL_STATES} <= notes:
        # Numbers that belong to several states tell none.
        notes -= {NoteCode.BY_PREFIX, NoteCode.SPLIT}
    return tuple(sentence for code, sentence in said.items() if code in notes)


def _by_prefix(answer: Answer) -> Message:
    if any(person.role in answer.lower_roles for person in answer.people):
        return _("This ZIP code is not in our list. Its first numbers tell who speaks for the whole area.")
    return _(
        "This ZIP code is not in our list. Its first numbers tell the state, so these are the senators; "
        "an official page finds your representative."
    )


def _without_a_vote(answer: Answer) -> Message:
    """What a delegate is, in a list of Congress; another country's word for such a seat is its title."""
    if any(person.role == Role.SENATOR for person in answer.people):
        return _("A delegate speaks in the House, without a vote there.")
    if any(person.role == Role.DELEGATE for person in answer.people):
        return _("A delegate speaks for you in the House, without a vote there. No senators here.")
    return _("One of these people has no vote.")
