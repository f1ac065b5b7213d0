"""District offices, from ``legislators-district-offices`` as CSV or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from outreach_app.domain.lawmakers import LocalOffice
from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators import fields
from outreach_app.legislators.csv_rows import located, open_csv
from outreach_app.legislators.united_states.json_entries import read_entries
from outreach_app.legislators.united_states.members import Remarks, trusted_phone


class _Office(msgspec.Struct):
    city: str
    id: str = ""
    address: str = ""
    building: str = ""
    suite: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""


class _Ids(msgspec.Struct):
    bioguide: str


class _Offices(msgspec.Struct):
    id: _Ids
    offices: list[_Office]


def read_offices(path: Path, names: Mapping[str, str], remarks: Remarks) -> dict[str, tuple[LocalOffice, ...]]:
    """Offices by member id, in the list's order; those of people not in ``names`` (id to name) are passed over.

    Raises:
        LegislatorsError: with file and line.
    """
    entries = _from_json(path) if path.suffix.lower() == ".json" else _from_csv(path)
    offices: dict[str, tuple[LocalOffice, ...]] = {}
    lines: dict[str, int] = {}
    for line, member, office in entries:
        if office.id in lines:
            problem = _("the office {id} stands in line {first} already.", id=office.id, first=str(lines[office.id]))
            raise located(path.name, line, problem)
        if office.id:
            lines[office.id] = line
        if member in names:
            try:
                local = _local_office(office, names[member], remarks)
            except LegislatorsError as error:
                raise located(path.name, line, error.message) from error
            offices[member] = (*offices.get(member, ()), local)
    return offices


def _from_csv(path: Path) -> Iterator[tuple[int, str, _Office]]:
    table = open_csv(path)
    table.require(("bioguide", "city", "phone", "address"))
    for row in table.rows:
        cells = {name: row.text(name).strip() for name in _Office.__struct_fields__}
        yield row.line, row.text("bioguide").strip(), msgspec.convert(cells, _Office)


def _from_json(path: Path) -> Iterator[tuple[int, str, _Office]]:
    for line, entry in read_entries(path, _Offices):
        for office in entry.offices:
            yield line, entry.id.bioguide, office


def _local_office(office: _Office, whose: str, remarks: Remarks) -> LocalOffice:
    city = fields.required(fields.plain_text(office.city), "city")
    suite = f"Suite {office.suite}" if office.suite.isdigit() else office.suite
    street = ", ".join(part for part in (office.building, office.address, suite) if part)
    place = f"{city}, {office.state} {office.zip}".strip(" ,")
    return LocalOffice(
        city=city,
        phone=trusted_phone(office.phone, whose, remarks),
        address=fields.plain_text(f"{street}, {place}") if street else None,
        postcode=office.zip if office.zip.isascii() and office.zip.isdigit() and len(office.zip) == 5 else None,
    )
