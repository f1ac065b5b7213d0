"""What lawmakers and seats are called, in words a visitor knows.

A list of people may bring words of its own (another country's titles and places); they go before the program's.
"""

from __future__ import annotations

from outreach_app.domain.divisions import district_of, readable_division, state_of
from outreach_app.domain.lawmakers import Lawmaker, Role, VacantSeat
from outreach_app.language import Sayable, _
from outreach_app.visit.state_names import STATE_NAMES

HOUSE = frozenset({Role.REPRESENTATIVE, Role.DELEGATE})
"""Who may sit for a district of the House."""

_RESIDENT_COMMISSIONER = "resident-commissioner"
_HONORIFICS = ("jr", "sr", "ii", "iii", "iv")


Seat = Lawmaker | VacantSeat


def form_of_address(lawmaker: Lawmaker) -> Sayable:
    """The title before a name: "Senator"."""
    if lawmaker.note == _RESIDENT_COMMISSIONER:
        return _("Resident Commissioner")
    known = {
        Role.SENATOR: _("Senator"),
        Role.REPRESENTATIVE: _("Representative"),
        Role.DELEGATE: _("Delegate"),
    }
    return known.get(lawmaker.role, title_of(lawmaker)) if lawmaker.words.title is None else lawmaker.words.title


def title_of(seat: Seat) -> Sayable:
    """What a list calls whoever holds a seat; without a word for it, the role itself, readable."""
    return seat.words.title if seat.words.title is not None else seat.role.replace("-", " ").capitalize()


def seat_of(seat: Seat) -> Sayable:
    """Title and place on one line: "Senator, Ohio"; "Ohio District 3"."""
    if seat.words.title is None and seat.role == Role.REPRESENTATIVE and district_of(seat.division_id) is not None:
        return place_of(seat)
    return full_title(seat)


def full_title(seat: Seat) -> Sayable:
    """Title and place for paper, where it stands alone: "Representative, Ohio District 3".

    Whole sentences, since a language may have no word of one gender for "Senator".
    """
    place = place_of(seat)
    if isinstance(seat, Lawmaker) and seat.note == _RESIDENT_COMMISSIONER:
        return _("Resident Commissioner, {place}", place=place)
    if seat.words.title is None and seat.role == Role.SENATOR:
        return _("Senator, {state}", state=place)
    if seat.words.title is None and seat.role == Role.REPRESENTATIVE:
        return _("Representative, {district}", district=place)
    if seat.words.title is None and seat.role == Role.DELEGATE:
        return _("Delegate, {place}", place=place)
    return _("{title}, {place}", title=title_of(seat), place=place)


def place_of(seat: Seat) -> Sayable:
    """The division a seat stands for: "Ohio", "Ohio District 3", or what the list calls it."""
    if seat.words.place is not None:
        return seat.words.place
    state = STATE_NAMES.get(state_of(seat.division_id) or "")
    if state is None:
        return readable_division(seat.division_id)
    number = district_of(seat.division_id)
    return _("{state} District {number}", state=state, number=number) if number is not None else state


def first_office(lawmaker: Lawmaker) -> Sayable:
    """Where the first number rings: "Washington office" for Congress."""
    if lawmaker.words.office is not None:
        return lawmaker.words.office
    return _("Washington office") if state_of(lawmaker.division_id) is not None else _("Main office")


def initials(name: str) -> str:
    """Two letters for the round sign beside a name: of the first and the last word."""
    words = [word for word in name.split() if word[:1].isalpha() and word.rstrip(".").lower() not in _HONORIFICS]
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
