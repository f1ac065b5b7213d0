"""The generic form: a folder with ``manifest.toml``, ``people.csv`` and ``areas.csv``, for any country.

Three more tables may lie beside them: ``offices.csv`` (``person_id,city,phone,address,postcode``), ``social.csv``
(``person_id,network,handle``) and ``divisions.csv`` (``division_id,name``), which says what people call each division.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec

from outreach_app.domain.lawmakers import Lawmaker, LocalOffice
from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators import fields
from outreach_app.legislators.csv_rows import CsvFile, Row, located, open_csv, read_text
from outreach_app.legislators.tables import Area, Manifest, Tables, with_those_above

PEOPLE_COLUMNS = (
    "id", "name", "role", "division_id", "party", "phone", "contact_url", "url", "address", "start_date", "end_date",
    "voting", "note",
)  # fmt: skip
AREA_COLUMNS = ("postcode", "division_id", "share", "valid_from", "valid_until")
OFFICE_COLUMNS = ("person_id", "city", "phone", "address", "postcode")
SOCIAL_COLUMNS = ("person_id", "network", "handle")
DIVISION_COLUMNS = ("division_id", "name")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_table_folder(folder: Path) -> Tables:
    """Read and check a folder of tables.

    Raises:
        LegislatorsError: with file, line and what to mend.
    """
    manifest = read_manifest(folder / "manifest.toml")
    people = _People(manifest.country)
    people.add_all(_opened(folder / "people.csv", ("id", "name", "role", "division_id"), PEOPLE_COLUMNS))
    if (folder / "offices.csv").exists():
        people.add_offices(_opened(folder / "offices.csv", ("person_id", "city"), OFFICE_COLUMNS))
    if (folder / "social.csv").exists():
        people.add_handles(_opened(folder / "social.csv", SOCIAL_COLUMNS, SOCIAL_COLUMNS))
    listed = people.finished()
    areas = _read_areas(_opened(folder / "areas.csv", AREA_COLUMNS[:2], AREA_COLUMNS), manifest, listed)
    return Tables(manifest, areas, listed, _read_places(folder / "divisions.csv"))


def read_manifest(path: Path) -> Manifest:
    """Read ``manifest.toml``.

    Raises:
        LegislatorsError: it is missing, is no TOML, or a key is missing, unknown or of the wrong kind.
    """
    text = read_text(path)
    try:
        manifest = msgspec.convert(tomllib.loads(text), Manifest)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LegislatorsError(_("{file}: {detail}.", file=path.name, detail=str(error))) from error
    try:
        check_manifest(manifest)
    except LegislatorsError as error:
        raise LegislatorsError(_("{file}: {detail}", file=path.name, detail=error.message)) from error
    return manifest


def check_manifest(manifest: Manifest) -> None:
    """Make sure that what the manifest says can work.

    Raises:
        LegislatorsError: a wrong country, finder, pattern, example or count.
    """
    if not re.fullmatch("[a-z]{2}", manifest.country):
        raise LegislatorsError(_("country should be two small letters, such as us."))
    fields.required(fields.plain_text(manifest.title), "title")
    fields.required(fields.link(manifest.finder), "finder")
    for pattern in manifest.seats:
        fields.required(fields.slug(pattern.role), "role")
        fields.required(fields.division(pattern.division), "division")
        if pattern.count < 1:
            raise LegislatorsError(_("count should be 1 or more."))
        _check_words(pattern.title, "title")
    _check_words(manifest.office, "office")
    shape = manifest.postcode
    try:
        example_fits = re.fullmatch(shape.pattern, shape.example) is not None
    except re.error as error:
        raise LegislatorsError(_("the pattern of the postcode cannot be used: {detail}.", detail=str(error))) from error
    if not example_fits or shape.length < 1:
        raise LegislatorsError(_("the example of a postcode does not fit its own pattern."))


def _check_words(words: dict[str, str], key: str) -> None:
    """Words by language: each has a language and says something."""
    for language, text in words.items():
        if not _LANGUAGE.fullmatch(language):
            raise LegislatorsError(_("{language} is no language; write it as en.", language=language[:40]))
        fields.required(fields.plain_text(text), key)


def _read_places(path: Path) -> dict[str, str]:
    """What each division is called, if anybody says so."""
    places: dict[str, str] = {}
    if not path.exists():
        return places
    for row in _opened(path, DIVISION_COLUMNS, DIVISION_COLUMNS).rows:
        division, name = row.read(_place)
        if division in places:
            raise located(row.file, row.line, _("the division {division} stands here twice.", division=division))
        places[division] = name
    return places


def _place(row: Row) -> tuple[str, str]:
    division = fields.required(fields.division(row.text("division_id")), "division_id")
    return division, fields.required(fields.plain_text(row.text("name")), "name")


def _opened(path: Path, needed: tuple[str, ...], known: tuple[str, ...]) -> CsvFile:
    table = open_csv(path)
    table.require(needed, known)
    return table


class _People:
    """People as they are gathered from up to three tables."""

    def __init__(self, country: str) -> None:
        self._country = country
        self._people: dict[str, tuple[Lawmaker, int]] = {}
        self._offices: dict[str, list[LocalOffice]] = {}
        self._handles: dict[str, dict[str, str]] = {}

    def add_all(self, table: CsvFile) -> None:
        for row in table.rows:
            person = row.read(self._person)
            if person.id in self._people:
                first = str(self._people[person.id][1])
                problem = _("the id {id} stands in line {first} already.", id=person.id, first=first)
                raise located(row.file, row.line, problem)
            self._people[person.id] = person, row.line

    def add_offices(self, table: CsvFile) -> None:
        for row in table.rows:
            self._offices.setdefault(row.read(self._known_id), []).append(row.read(self._office))

    def add_handles(self, table: CsvFile) -> None:
        for row in table.rows:
            handles = self._handles.setdefault(row.read(self._known_id), {})
            network, handle = row.read(_handle)
            if network in handles:
                raise located(row.file, row.line, _("this person's {network} stands twice.", network=network))
            handles[network] = handle

    def finished(self) -> tuple[Lawmaker, ...]:
        return tuple(
            replace(person, offices=tuple(self._offices.get(id_, ())), social=self._handles.get(id_))
            for id_, (person, _line) in self._people.items()
        )

    def _known_id(self, row: Row) -> str:
        id_ = row.text("person_id").strip()
        if id_ not in self._people:
            raise LegislatorsError(_("nobody in people.csv has the id {id}.", id=id_))
        return id_

    def _office(self, row: Row) -> LocalOffice:
        return LocalOffice(
            city=fields.required(fields.plain_text(row.text("city")), "city"),
            phone=fields.phone(row.text("phone"), self._country),
            address=fields.plain_text(row.text("address")),
            postcode=fields.postcode(row.text("postcode")) if row.text("postcode").strip() else None,
        )

    def _person(self, row: Row) -> Lawmaker:
        start, end = fields.day(row.text("start_date")), fields.day(row.text("end_date"))
        if start is not None and end is not None and end < start:
            raise LegislatorsError(_("the term ends before it starts."))
        return Lawmaker(
            id=fields.required(fields.plain_text(row.text("id")), "id"),
            name=fields.required(fields.plain_text(row.text("name")), "name"),
            role=fields.required(fields.slug(row.text("role")), "role"),
            division_id=fields.required(fields.division(row.text("division_id")), "division_id"),
            party=fields.plain_text(row.text("party")),
            phone=fields.phone(row.text("phone"), self._country),
            contact_url=fields.link(row.text("contact_url")),
            url=fields.link(row.text("url")),
            address=fields.plain_text(row.text("address")),
            start=start,
            end=end,
            is_voting=fields.yes_or_no(row.text("voting")),
            note=fields.slug(row.text("note")),
        )


def _handle(row: Row) -> tuple[str, str]:
    network = fields.required(fields.slug(row.text("network")), "network")
    return network, fields.required(fields.handle(row.text("handle")), "handle")


def _read_areas(table: CsvFile, manifest: Manifest, people: Iterable[Lawmaker]) -> tuple[Area, ...]:
    """The areas, each once, and each in a division for which somebody stands or a seat is expected."""
    peopled = {person.division_id for person in people}
    spoken_for: dict[str, bool] = {}
    lines: dict[tuple[str, str, date | None], int] = {}
    areas = []
    for row in table.rows:
        area = row.read(_area)
        if area.division_id not in spoken_for:
            chain = with_those_above(area.division_id)
            spoken_for[area.division_id] = any(each in peopled or manifest.expected_seats(each) for each in chain)
        if not spoken_for[area.division_id]:
            problem = _("neither a person nor a seat is known for {division}.", division=area.division_id)
            raise located(row.file, row.line, problem)
        first = lines.setdefault((area.postcode, area.division_id, area.valid_from), row.line)
        if first != row.line:
            problem = _("this postcode and division stand in line {first} already.", first=str(first))
            raise located(row.file, row.line, problem)
        areas.append(area)
    return tuple(areas)


def _area(row: Row) -> Area:
    valid_from, valid_until = fields.day(row.text("valid_from")), fields.day(row.text("valid_until"))
    if valid_from is not None and valid_until is not None and valid_until < valid_from:
        raise LegislatorsError(_("valid_until lies before valid_from."))
    return Area(
        postcode=fields.postcode(row.text("postcode")),
        division_id=fields.required(fields.division(row.text("division_id")), "division_id"),
        share=fields.share(row.text("share")),
        valid_from=valid_from,
        valid_until=valid_until,
    )
