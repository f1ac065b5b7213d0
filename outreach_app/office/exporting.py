"""Exports: the ledger as the tools a campaign already uses want it.

A preset is a list of columns and a rule for who is in it. A new one is an entry in ``PRESETS``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from outreach_app.domain.campaign import ConsentBox
from outreach_app.domain.pledge import ConsentGiven, DrawnSignature, Pledge, TypedSignature
from outreach_app.errors import FolderError, StorageFailed
from outreach_app.language import _
from outreach_app.office.ledger import Ledger
from outreach_app.office.people import Person, people
from outreach_app.pledge_book.durable_files import DurableFolder

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@dataclass(frozen=True)
class Column:
    """One column: its header and what stands in it."""

    header: str
    value: Callable[[Person], str]


@dataclass(frozen=True)
class Preset:
    """How a tool wants its file.

    Attributes:
        name: as ``--preset`` names it.
        columns: from left to right.
        choose: who is in it, from everybody in the order of signing.
        is_for_spreadsheets: whether cells that a spreadsheet would take for formulas are defused, and the file starts
            with a byte order mark, which Excel needs to read UTF-8. Without it the file is exact, for machines.
    """

    name: str
    columns: tuple[Column, ...]
    choose: Callable[[Iterable[Person]], Iterable[Person]]
    is_for_spreadsheets: bool


@dataclass(frozen=True)
class Exported:
    """What was written: the file, its rows, and how many people the preset left out."""

    path: Path
    rows: int
    left_out: int


def consent(pledge: Pledge, box: ConsentBox) -> ConsentGiven | None:
    """What a person answered to one box, if it was asked."""
    return next((given for given in pledge.consents if given.box is box), None)


def has_agreed(pledge: Pledge, box: ConsentBox) -> bool:
    """Whether a person ticked a box."""
    given = consent(pledge, box)
    return given is not None and given.is_given


def export(ledger: Ledger, preset: Preset, path: Path, *, with_rehearsal: bool) -> Exported:
    """Write a preset's file, quoted, in UTF-8, whole or not at all.

    Raises:
        FolderError: there is no such folder.
        StorageFull, StorageFailed: it could not be written.
    """
    if not path.parent.is_dir():
        raise FolderError(_("There is no folder {folder}.", folder=str(path.parent)))
    everybody = list(people(ledger, with_rehearsal=with_rehearsal))
    chosen = list(preset.choose(everybody))
    content = b"".join(_lines(preset, chosen))

    def check(file: BinaryIO) -> None:
        if file.read() != content:
            raise StorageFailed(_("The disk gave back something else than was written. Take another."))

    DurableFolder(path.parent, is_private=True).keep(path.name, [content], check)
    return Exported(path, len(chosen), len(everybody) - len(chosen))


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe goes before a first character that would start a formula."""
    first = cell.lstrip(" ")[:1]
    return "'" + cell if first and first in _FORMULA_STARTS else cell


def _lines(preset: Preset, chosen: Iterable[Person]) -> Iterator[bytes]:
    if preset.is_for_spreadsheets:
        yield _BYTE_ORDER_MARK
    yield _line([column.header for column in preset.columns])
    for person in chosen:
        cells = [column.value(person) for column in preset.columns]
        yield _line([defused(cell) for cell in cells] if preset.is_for_spreadsheets else cells)


def _line(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _everybody(everybody: Iterable[Person]) -> Iterable[Person]:
    return everybody


def _newest_who_agreed_to_email(everybody: Iterable[Person]) -> Iterable[Person]:
    """One row for each address; what its person said last counts, also where that was no."""
    newest: dict[str, Person] = {}
    for person in everybody:
        if person.pledge.email:
            newest[person.pledge.email.casefold()] = person
    return [person for person in newest.values() if has_agreed(person.pledge, ConsentBox.EMAIL)]


def _text_of(name: str) -> Column:
    return Column(name, lambda person: getattr(person.pledge, name) or "")


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _consent_text_ids(person: Person) -> str:
    return " ".join(given.text_id for given in person.pledge.consents if given.is_given)


def _signature(person: Person) -> str:
    match person.pledge.signature:
        case TypedSignature(name):
            return name
        case DrawnSignature(strokes):
            return json.dumps(strokes, separators=(",", ":"))
        case None:
            return ""


_CONSENTS = (
    Column("consent_email", lambda person: _yes(has_agreed(person.pledge, ConsentBox.EMAIL))),
    Column("consent_sms", lambda person: _yes(has_agreed(person.pledge, ConsentBox.TEXTS))),
    Column("consent_text_id", _consent_text_ids),
    Column("consent_at", lambda person: person.pledge.signed_at.utc.isoformat()),
)
_RAW = (
    Column("id", lambda person: person.id),
    Column("duplicate_of", lambda person: person.duplicate_of or ""),
    *(
        _text_of(name)
        for name in (
            "given_name",
            "family_name",
            "email",
            "postcode",
            "mobile",
            "country",
            "language",
            "campaign_id",
            "campaign_version",
            "text_id",
            "text_sha256",
        )
    ),
    Column("choices", lambda person: json.dumps(person.pledge.choices, ensure_ascii=False)),
    Column("signature", _signature),
    *_CONSENTS,
    Column("consent_named", lambda person: _yes(has_agreed(person.pledge, ConsentBox.NAMED))),
    Column("signed_at", lambda person: person.pledge.signed_at.utc.isoformat()),
    Column("zone", lambda person: person.pledge.signed_at.zone),
    Column("clock_trusted", lambda person: _yes(person.pledge.signed_at.is_trusted)),
    Column("event", lambda person: person.pledge.where.event),
    Column("place", lambda person: person.pledge.where.place),
    Column("station", lambda person: person.pledge.where.station),
    Column("app_version", lambda person: person.pledge.app_version),
    Column("from_paper", lambda person: _yes(person.pledge.is_from_paper)),
    Column("rehearsal", lambda person: _yes(person.pledge.is_rehearsal)),
)
_ACTION_NETWORK = (
    Column("email", lambda person: person.pledge.email or ""),
    Column("first_name", lambda person: person.pledge.given_name),
    Column("last_name", lambda person: person.pledge.family_name or ""),
    Column("zip_code", lambda person: person.pledge.postcode or ""),
    Column("tags", lambda person: person.pledge.campaign_id),
    *_CONSENTS,
)

PRESETS = {
    preset.name: preset
    for preset in (
        Preset("raw", _RAW, _everybody, is_for_spreadsheets=False),
        Preset("action-network", _ACTION_NETWORK, _newest_who_agreed_to_email, is_for_spreadsheets=True),
    )
}
"""Every preset by its name."""
