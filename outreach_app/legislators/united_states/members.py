"""Members of Congress from ``legislators-current.json``: each one's last term, and what of it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from outreach_app.domain.lawmakers import Lawmaker, Role
from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import _
from outreach_app.legislators import fields
from outreach_app.legislators.csv_rows import located
from outreach_app.legislators.united_states.json_entries import read_entries
from outreach_app.legislators.united_states.states import DELEGATIONS, district_division, state_division


class _Ids(msgspec.Struct):
    bioguide: str


class _Name(msgspec.Struct):
    first: str
    last: str
    suffix: str = ""
    official_full: str = ""


class _Term(msgspec.Struct, rename={"end_type": "end-type"}):
    type: Literal["sen", "rep"]
    start: date
    end: date
    state: str
    party: str = ""
    district: int | None = None
    state_rank: str = ""
    phone: str = ""
    url: str = ""
    contact_form: str = ""
    address: str = ""
    how: str = ""
    end_type: str = ""


class _Member(msgspec.Struct):
    id: _Ids
    name: _Name
    terms: list[msgspec.Raw]


@dataclass
class Remarks:
    """What was left out because it could not be trusted, a sentence each."""

    said: list[Message]

    def leave_out(self, whose: str, problem: LegislatorsError) -> None:
        """Note that something of somebody was left out."""
        self.said.append(_("{name}: left out, since {problem}", name=whose, problem=problem.message))


def read_members(path: Path, remarks: Remarks) -> tuple[Lawmaker, ...]:
    """All members, senior senators first; no offices, no social names yet.

    Raises:
        LegislatorsError: with file and line.
    """
    members: dict[str, tuple[Lawmaker, bool]] = {}
    for line, entry in read_entries(path, _Member):
        try:
            term = _last_term(entry)
            member = _lawmaker(entry, term, remarks)
        except LegislatorsError as error:
            raise located(path.name, line, error.message) from error
        if member.id in members:
            raise located(path.name, line, _("the member {id} is in the list already.", id=member.id))
        members[member.id] = member, term.state_rank == "junior"
    return tuple(member for member, _is_junior in sorted(members.values(), key=lambda pair: pair[1]))


def _last_term(member: _Member) -> _Term:
    if not member.terms:
        raise LegislatorsError(_("this member has no term."))
    try:
        return msgspec.json.decode(member.terms[-1], type=_Term)
    except msgspec.DecodeError as error:
        raise LegislatorsError(_("the last term cannot be used: {detail}.", detail=str(error))) from error


def _lawmaker(member: _Member, term: _Term, remarks: Remarks) -> Lawmaker:
    name = member.name.official_full or f"{member.name.first} {member.name.last} {member.name.suffix}"
    name = fields.required(fields.plain_text(name), "name")
    is_delegate = term.state in DELEGATIONS
    if term.type == "sen":
        role, division = Role.SENATOR, state_division(term.state)
    else:
        role = Role.DELEGATE if is_delegate else Role.REPRESENTATIVE
        division = district_division(term.state, "" if term.district is None else str(term.district))
    return Lawmaker(
        id=fields.required(fields.plain_text(member.id.bioguide), "bioguide"),
        name=name,
        role=role,
        division_id=division,
        party=fields.plain_text(term.party),
        phone=trusted_phone(term.phone, name, remarks),
        contact_url=trusted_link(term.contact_form, name, remarks),
        url=trusted_link(term.url, name, remarks),
        address=fields.plain_text(term.address),
        start=term.start,
        end=term.end,
        is_voting=not is_delegate,
        note=_note(term),
    )


def _note(term: _Term) -> str | None:
    """A term that ends at a special election, an appointment, or the one delegate with a title of their own."""
    if term.end_type:
        return fields.slug(term.end_type)
    if term.how == "appointment":
        return "appointed"
    return "resident-commissioner" if term.state == "PR" else None


def trusted_link(text: str, whose: str, remarks: Remarks) -> str | None:
    """A link that can be shown; another one is left out and remarked."""
    try:
        return fields.link(text)
    except LegislatorsError as error:
        remarks.leave_out(whose, error)
        return None


def trusted_phone(text: str, whose: str, remarks: Remarks) -> str | None:
    """A phone number that can be shown: none rather than a wrong one."""
    try:
        return fields.phone(text, "us")
    except LegislatorsError as error:
        remarks.leave_out(whose, error)
        return None
