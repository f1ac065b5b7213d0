"""Builds a newer list of Congress from the published files, beside the list in use, and compares before it swaps.

What the publisher does not offer is kept from the list in use, person by person: contact pages always, offices and
social names where their file is not published. The areas stay as they are unless new files are given.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import _
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.tables import Area, Tables
from outreach_app.legislators.united_states.areas import read_areas
from outreach_app.legislators.united_states.downloading import Downloader, NotPublished
from outreach_app.legislators.united_states.importing import Sources, congress_manifest, read_people
from outreach_app.legislators.united_states.members import Remarks

PUBLISHED_AT = "https://unitedstates.github.io/congress-legislators/"
PEOPLE = "legislators-current.json"
OFFICES = "legislators-district-offices.json"
SOCIAL = "legislators-social-media.json"
LARGEST_DROP = 0.05
"""Part of the people or postcodes that may vanish between two lists; more looks like a broken source."""


@dataclass(frozen=True)
class Updated:
    """The day of the new list, and a sentence for whatever was left out or kept from the old one."""

    as_of: date
    remarks: tuple[Message, ...]


@dataclass(frozen=True)
class _InUse:
    """What the list in use holds."""

    as_of: date
    people: tuple[Lawmaker, ...]
    areas: tuple[Area, ...]


def update_congress(
    out: Path, source: str, area_files: tuple[Path, ...], downloader: Downloader, today: date, *, is_forced: bool
) -> Updated:
    """Fetch, compare, build and swap; until the swap the list in use is not touched.

    Args:
        out: the list to renew; it may be missing if ``area_files`` are given.
        source: address of the folder with the published files.
        area_files: files of areas in place of those in the list in use.
        downloader: how files are fetched.
        today: for a list whose publisher does not say when it was changed.
        is_forced: swap even if much less is in the new list.

    Raises:
        LegislatorsError: something could not be fetched, read or trusted; the list in use is as before.
    """
    in_use = _open_in_use(out)
    if in_use is None and not area_files:
        raise LegislatorsError(
            _("There is no list at {file} to take the ZIP codes from. Name their files with --areas.", file=str(out))
        )
    remarks = Remarks([])
    with tempfile.TemporaryDirectory() as folder:
        changed, sources = _fetch(Path(folder), source, area_files, downloader, remarks)
        as_of = min(changed or today, today)
        people = read_people(sources, remarks)
    if in_use is not None:
        people = _with_what_was_known(people, in_use.people, sources)
    divisions = {person.division_id for person in people}
    areas = read_areas(area_files, divisions) if area_files or in_use is None else in_use.areas
    if in_use is not None and as_of < in_use.as_of:
        remarks.said.append(
            _("The published list is of {day}; the one in use was of {old_day}.", day=as_of, old_day=in_use.as_of)
        )
    if in_use is not None and not is_forced:
        _refuse_a_drop(in_use, people, areas)
    build_pack(Tables(congress_manifest(as_of), areas, people), out)
    return Updated(as_of, tuple(remarks.said))


def _open_in_use(out: Path) -> _InUse | None:
    if not out.exists():
        return None
    with LegislatorPack.open(out) as pack:
        if pack.is_sample or pack.manifest.country != "us":
            raise LegislatorsError(
                _("{file} is not a list of the United States Congress. Name another --out.", file=str(out))
            )
        return _InUse(pack.as_of, tuple(pack.people()), tuple(pack.areas()))


def _fetch(
    folder: Path, source: str, area_files: tuple[Path, ...], downloader: Downloader, remarks: Remarks
) -> tuple[date | None, Sources]:
    base = source if source.endswith("/") else f"{source}/"
    changed = downloader.fetch(base + PEOPLE, folder / PEOPLE)
    found: dict[str, Path] = {}
    for name in (OFFICES, SOCIAL):
        try:
            downloader.fetch(base + name, folder / name)
        except NotPublished:
            remarks.said.append(_("{file} is not published there; what was known stays.", file=name))
        else:
            found[name] = folder / name
    return changed, Sources(folder / PEOPLE, area_files, offices=found.get(OFFICES), social=found.get(SOCIAL))


def _with_what_was_known(
    people: tuple[Lawmaker, ...], before: Iterable[Lawmaker], sources: Sources
) -> tuple[Lawmaker, ...]:
    """The new people, with what only the list in use knows of the same person in the same seat."""
    known = {person.id: person for person in before}
    return tuple(
        replace(
            person,
            contact_url=person.contact_url or old.contact_url,
            offices=person.offices if sources.offices else old.offices,
            social=person.social if sources.social else old.social,
        )
        if (old := known.get(person.id)) is not None and old.division_id == person.division_id
        else person
        for person in people
    )


def _refuse_a_drop(in_use: _InUse, people: tuple[Lawmaker, ...], areas: tuple[Area, ...]) -> None:
    _compare("people", len(in_use.people), len(people))
    _compare("ZIP codes", len({area.postcode for area in in_use.areas}), len({area.postcode for area in areas}))
    before, now = (Counter(person.role for person in each) for each in (in_use.people, people))
    for role in sorted(before):
        # Six delegates are so few that one seat falling vacant is more than the part that may vanish.
        _compare(role, before[role], now[role], always_allowed=2)


def _compare(what: str, before: int, now: int, always_allowed: int = 0) -> None:
    if before - now > max(before * LARGEST_DROP, always_allowed):
        raise LegislatorsError(
            _(
                "The new list has {now} {what}, the list in use {before}. That looks like a broken source, so nothing "
                "was changed. If it is right, use --force.",
                now=now,
                what=what,
                before=before,
            )
        )
