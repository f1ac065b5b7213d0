"""ZIP codes and the districts they lie in, from every public file we know; each is recognised by its header.

In order of preference, ZIP by ZIP: the Census relationship file (with shares of land); lists of ZIP codes by
district; and for a ZIP that none of them has, the state of its first three digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators.csv_rows import CsvFile, Row, located, open_csv, read_text
from outreach_app.legislators.tables import ANY_REST, Area
from outreach_app.legislators.united_states.states import (
    NOT_OURS,
    abbreviation_of,
    district_division,
    state_division,
)

_UNDEFINED = "ZZ"
"""In Census files: water or land outside every district."""


@dataclass
class _Gathered:
    """What the files said, by ZIP or by first three digits."""

    measured: dict[str, list[Area]] = field(default_factory=dict)
    listed: dict[str, list[Area]] = field(default_factory=dict)
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_areas(paths: Sequence[Path], districts_with_people: Iterable[str]) -> tuple[Area, ...]:
    """All areas of all files.

    Args:
        paths: the files, in any order.
        districts_with_people: division ids that members stand for; with them and the files, a state of one district is
            known as such, and its first three digits tell the district too.

    Raises:
        LegislatorsError: with file and line; also for a file of an unknown kind.
    """
    gathered = _Gathered()
    for path in paths:
        _gather(path, gathered)
    exact = {**gathered.listed, **gathered.measured}
    areas = [area for rows in exact.values() for area in rows]
    districts = {*districts_with_people, *(area.division_id for area in areas)}
    for beginning, states in gathered.states.items():
        areas += [Area(f"{beginning}{ANY_REST}", _lowest_certain(state, districts)) for state in states]
    return tuple(areas)


def _lowest_certain(state: str, districts: set[str]) -> str:
    """A state's only district, or the state where it has several."""
    division = state_division(state)
    own = {district for district in districts if district.startswith(f"{division}/")}
    return own.pop() if len(own) == 1 and f"{division}/cd:at-large" in own else division


def _gather(path: Path, gathered: _Gathered) -> None:
    delimiter = "|" if "|" in read_text(path).partition("\n")[0] else ","
    table = open_csv(path, delimiter)
    columns = set(table.columns)
    district_column = next((name for name in table.columns if re.fullmatch(r"GEOID_CD[0-9]+_20", name)), None)
    if district_column is not None:
        table.require(("GEOID_ZCTA5_20", "AREALAND_PART", "AREALAND_ZCTA5_20"))
        _add(table, gathered.measured, lambda row: _measured(row, district_column))
    elif {"state_abbr", "zcta", "cd"} <= columns:
        _add(table, gathered.listed, lambda row: _listed(row, "zcta", "state_abbr"))
    elif {"zip", "state", "cd"} <= columns:
        _add(table, gathered.listed, lambda row: _listed(row, "zip", "state"))
    elif {"zip3", "states"} <= columns:
        _add_states(table, gathered.states)
    else:
        problem = _(
            "no table of areas we know begins so. Known are the Census relationship file, zccd.csv, "
            "zip,state,cd and zip3,states."
        )
        raise located(path.name, 1, problem)


def _add(table: CsvFile, areas: dict[str, list[Area]], reading: Callable[[Row], Area | None]) -> None:
    """Put a file's rows to those of others of its kind; the same row twice in one file is a mistake."""
    lines: dict[tuple[str, str], int] = {}
    for row in table.rows:
        area = row.read(reading)
        if area is None:
            continue
        first = lines.setdefault((area.postcode, area.division_id), row.line)
        if first != row.line:
            raise located(
                row.file, row.line, _("this ZIP and district stand in line {first} already.", first=str(first))
            )
        areas.setdefault(area.postcode, []).append(area)


def _add_states(table: CsvFile, states: dict[str, tuple[str, ...]]) -> None:
    for row in table.rows:
        beginning, named = row.read(_states)
        if beginning in states:
            raise located(row.file, row.line, _("the digits {digits} stand here twice.", digits=beginning))
        states[beginning] = named


def _states(row: Row) -> tuple[str, tuple[str, ...]]:
    named = tuple(state for state in row.text("states").split() if state not in NOT_OURS)
    for state in named:
        state_division(state)
    return _digits(row.text("zip3"), 3), named


def _listed(row: Row, zip_column: str, state_column: str) -> Area:
    return Area(
        _digits(row.text(zip_column), 5), district_division(row.text(state_column).strip(), row.text("cd").strip())
    )


def _measured(row: Row, district_column: str) -> Area | None:
    """One row of the Census file; ``None`` for water, undefined districts and parts without any land."""
    code, district = row.text("GEOID_ZCTA5_20").strip(), row.text(district_column).strip()
    if not code or not district or district.endswith(_UNDEFINED):
        return None
    part, whole = _square_metres(row, "AREALAND_PART"), _square_metres(row, "AREALAND_ZCTA5_20")
    if part > whole:
        raise LegislatorsError(_("a part is larger than its whole."))
    if whole and not part:
        return None
    division = district_division(abbreviation_of(district[:2]), district[2:])
    return Area(_digits(code, 5), division, part / whole if whole else None)


def _square_metres(row: Row, column: str) -> int:
    text = row.text(column).strip()
    if not (text.isascii() and text.isdigit()):
        raise LegislatorsError(_("{column} should be a number of square metres.", column=column))
    return int(text)


def _digits(text: str, count: int) -> str:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) == count):
        problem = _(
            "{code} should have {count} digits; a spreadsheet may have dropped leading zeros.",
            code=text[:20],
            count=count,
        )
        raise LegislatorsError(problem)
    return text
