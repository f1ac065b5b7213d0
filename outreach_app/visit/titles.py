"""What lawmakers and seats are called, in words a visitor knows."""

from __future__ import annotations

from outreach_app.domain.divisions import district_of, state_of
from outreach_app.domain.lawmakers import Lawmaker, Role
from outreach_app.errors import Message
from outreach_app.language import Sayable, _


def form_of_address(lawmaker: Lawmaker) -> Sayable:
    """The title before a name: "Senator"."""
    known = {
        Role.SENATOR: _("Senator"),
        Role.REPRESENTATIVE: _("Representative"),
        Role.DELEGATE: _("Delegate"),
    }
    return known.get(lawmaker.role, lawmaker.role)


def seat_of(lawmaker: Lawmaker) -> Sayable:
    """Title and place on one line: "Senator, Ohio"; "Ohio District 3"."""
    place = state_of(lawmaker.division_id)
    if place is None:
        return form_of_address(lawmaker)
    if lawmaker.role == Role.SENATOR:
        return _("Senator, {state}", state=place)
    if lawmaker.role == Role.DELEGATE:
        return _("Delegate, {place}", place=place)
    return district_name(lawmaker.division_id)


def district_name(division_id: str) -> Message:
    """A congressional district: "Ohio District 3", or "Representative, Alaska" where it is the whole state."""
    place = state_of(division_id) or division_id.rsplit("/", 1)[-1]
    number = district_of(division_id)
    if number is None:
        return _("Representative, {state}", state=place)
    return _("{state} District {number}", state=place, number=number)


def full_title(lawmaker: Lawmaker) -> Sayable:
    """Title and place for paper, where it stands alone: "Representative, Ohio District 3"."""
    if lawmaker.role == Role.REPRESENTATIVE and district_of(lawmaker.division_id) is not None:
        return _("Representative, {district}", district=district_name(lawmaker.division_id))
    return seat_of(lawmaker)


def initials(name: str) -> str:
    """Two letters for the round sign beside a name: of the first and the last word."""
    words = [
        word
        for word in name.split()
        if word[:1].isalpha() and word.rstrip(".").lower() not in ("jr", "sr", "ii", "iii")
    ]
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
