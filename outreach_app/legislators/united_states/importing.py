"""Puts the public files together into the tables of a pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from outreach_app.domain.lawmakers import Lawmaker, Role
from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import _
from outreach_app.legislators.tables import Manifest, PostcodeShape, SeatPattern, Tables
from outreach_app.legislators.united_states.areas import read_areas
from outreach_app.legislators.united_states.contacts import read_contact_pages
from outreach_app.legislators.united_states.members import Remarks, read_members
from outreach_app.legislators.united_states.offices import read_offices
from outreach_app.legislators.united_states.social import read_social_names
from outreach_app.legislators.united_states.states import COUNTRY

HOUSE_FINDER = "https://www.house.gov/representatives/find-your-representative"


@dataclass(frozen=True)
class Sources:
    """The files: ``people`` is the list of members, the others add to it; areas in any order."""

    people: Path
    areas: tuple[Path, ...]
    offices: Path | None = None
    contacts: Path | None = None
    social: Path | None = None


@dataclass(frozen=True)
class Imported:
    """The tables, and a sentence for each thing left out because it could not be trusted."""

    tables: Tables
    remarks: tuple[Message, ...]


def congress_manifest(as_of: date) -> Manifest:
    """What a list of Congress says of itself: two senators a state, one member a district, delegates elsewhere."""
    return Manifest(
        title="United States Congress",
        country="us",
        source="unitedstates/congress-legislators; United States Census Bureau",
        licence="CC0 1.0",
        as_of=as_of,
        finder=HOUSE_FINDER,
        postcode=PostcodeShape(
            pattern="[0-9]{5}(?:[- ]?[0-9]{4})?",
            length=5,
            example="43215",
            military=("09", "340", "962", "963", "964", "965", "966"),
        ),
        seats=(
            SeatPattern(Role.SENATOR, f"{COUNTRY}/state:*", 2),
            SeatPattern(Role.REPRESENTATIVE, f"{COUNTRY}/state:*/cd:*"),
            SeatPattern(Role.DELEGATE, f"{COUNTRY}/district:dc/cd:*"),
            SeatPattern(Role.DELEGATE, f"{COUNTRY}/territory:*/cd:*"),
        ),
    )


def import_congress(sources: Sources, as_of: date) -> Imported:
    """Read and join all files.

    Args:
        sources: the files.
        as_of: the day the list of members was right; the files do not say it themselves.

    Raises:
        LegislatorsError: with file and line.
    """
    remarks = Remarks([])
    people = read_people(sources, remarks)
    areas = read_areas(sources.areas, {person.division_id for person in people})
    if not areas:
        raise LegislatorsError(_("The files of areas hold not one ZIP code. Nothing was built."))
    return Imported(Tables(congress_manifest(as_of), areas, people), tuple(remarks.said))


def read_people(sources: Sources, remarks: Remarks) -> tuple[Lawmaker, ...]:
    """The members with their offices, contact pages and social names.

    A page in the list of members itself comes first, then the table of contact pages.

    Raises:
        LegislatorsError: with file and line.
    """
    members = read_members(sources.people, remarks)
    names = {member.id: member.name for member in members}
    offices = read_offices(sources.offices, names, remarks) if sources.offices else {}
    pages = read_contact_pages(sources.contacts, names, remarks) if sources.contacts else {}
    social = read_social_names(sources.social, names, remarks) if sources.social else {}
    return tuple(
        replace(
            member,
            contact_url=member.contact_url or pages.get(member.id),
            offices=offices.get(member.id, ()),
            social=social.get(member.id),
        )
        for member in members
    )
