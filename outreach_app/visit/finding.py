"""Finding a visitor's lawmakers by ZIP, and saying honestly how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from outreach_app.domain.campaign import Finder
from outreach_app.domain.lawmakers import Answer, Lawmaker, NoteCode, Role, VacantSeat
from outreach_app.errors import Message
from outreach_app.language import _, ngettext
from outreach_app.visit.ports import Clock, today

_HOUSE_SEATS = frozenset({Role.REPRESENTATIVE, Role.DELEGATE})


class LookUp(Protocol):
    """What the finder needs of a lawmaker data pack."""

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
        finders: official pages that find a lawmaker by street address; shown where the answer leaves a doubt.
        needs_finder: whether the finders come first.
    """

    postcode: str
    answer: Answer | None
    upper: tuple[Lawmaker | VacantSeat, ...]
    lower: tuple[Lawmaker | VacantSeat, ...]
    remarks: tuple[Message, ...]
    finders: tuple[Finder, ...]
    needs_finder: bool

    @property
    def people(self) -> tuple[Lawmaker, ...]:
        """Everyone who can be called or written to."""
        return tuple(seat for seat in (*self.upper, *self.lower) if isinstance(seat, Lawmaker))

    @property
    def is_split(self) -> bool:
        """Whether only one of :attr:`lower` speaks for the visitor."""
        return self.answer is not None and self.answer.is_split

    def upper_heading(self) -> Message:
        """Above the senators."""
        count = len(self.upper)
        return ngettext("Your senator", "Your senators", count) if count != 2 else _("Your two senators")

    def lower_heading(self) -> Message:
        """Above the representatives: never a guess where the ZIP is split."""
        if self.is_split:
            return _("One of these is your representative")
        seat = self.lower[0] if self.lower else None
        if isinstance(seat, Lawmaker) and seat.role == Role.DELEGATE:
            return _("Your delegate")
        return _("Your representative")


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

    def find(self, postcode: str) -> Finding:
        """Everyone who speaks for a ZIP.

        Raises:
            MalformedPostcode: it has not the shape of a ZIP.
        """
        if self._pack is None:
            return self.without_postcode(postcode)
        answer = self._pack.look_up(postcode, today(self._clock))
        lower = [person for person in answer.people if person.role in _HOUSE_SEATS]
        upper = [person for person in answer.people if person.role not in _HOUSE_SEATS]
        vacant_lower = [seat for seat in answer.vacant if seat.role in _HOUSE_SEATS]
        vacant_upper = [seat for seat in answer.vacant if seat.role not in _HOUSE_SEATS]
        order = {division.division_id: place for place, division in enumerate(answer.divisions)}
        seats: list[Lawmaker | VacantSeat] = [*lower, *vacant_lower]
        seats.sort(key=lambda seat: order.get(seat.division_id, len(order)))
        return Finding(
            answer.postcode,
            answer,
            (*upper, *vacant_upper),
            tuple(seats),
            self._remarks(answer),
            self._finders,
            needs_finder=_needs_finder(answer),
        )

    def without_postcode(self, postcode: str = "") -> Finding:
        """What can be offered without a pack, or without a ZIP: the official finders."""
        remark = _(
            "This table has no list of lawmakers today. These official pages find yours; "
            "your own phone asks for the address."
        )
        if self._pack is not None:
            remark = _("These official pages find your lawmakers. Your own phone asks for the address.")
        return Finding(postcode, None, (), (), (remark,), self._finders, needs_finder=True)

    def _remarks(self, answer: Answer) -> tuple[Message, ...]:
        said = {
            NoteCode.SAMPLE_DATA: _("These people are invented, for this demo only."),
            NoteCode.MILITARY: _(
                "This is a military ZIP code. Your lawmakers are those of the home address you vote from; "
                "enter that ZIP code, or use an official page."
            ),
            NoteCode.UNKNOWN_POSTCODE: _(
                "This ZIP code is not in our list. It may be new or belong to one building. "
                "An official page finds your lawmakers by street."
            ),
            NoteCode.BY_PREFIX: _(
                "This ZIP code is not in our list. Its first numbers tell the state, so these are the senators; "
                "an official page finds your representative."
            ),
            NoteCode.SEVERAL_STATES: _("This ZIP code may lie in more than one state. Choose the state you live in."),
            NoteCode.SPLIT: _("Your ZIP code crosses district lines."),
            NoteCode.DELEGATE: _("A delegate speaks for you in the House, without a vote there. No senators here."),
            NoteCode.TERM_ENDED: _("Some terms in this list have ended. An official page knows who serves now."),
        }
        return tuple(sentence for code, sentence in said.items() if code in answer.notes)


def _needs_finder(answer: Answer) -> bool:
    doubtful = {
        NoteCode.SPLIT,
        NoteCode.MILITARY,
        NoteCode.UNKNOWN_POSTCODE,
        NoteCode.BY_PREFIX,
        NoteCode.SEVERAL_STATES,
        NoteCode.TERM_ENDED,
    }
    return not doubtful.isdisjoint(answer.notes) or not answer.people
