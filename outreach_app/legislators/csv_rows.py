"""Comma-separated tables, read strictly: whatever is odd is said with file and line, nothing is guessed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import Listing, _

Value = TypeVar("Value")


def located(file: str, line: int, problem: Message) -> LegislatorsError:
    """A problem, with where it stands."""
    return LegislatorsError(_("{file}, line {line}: {problem}", file=file, line=str(line), problem=problem))


@dataclass(frozen=True)
class Row:
    """One row: its cells by column, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """A cell; empty where the table has no such column."""
        return self.cells.get(column, "")

    def read(self, reading: Callable[[Row], Value]) -> Value:
        """What ``reading`` makes of this row; a sentence it raises gets file and line."""
        try:
            return reading(self)
        except LegislatorsError as error:
            raise located(self.file, self.line, error.message) from error


@dataclass(frozen=True)
class CsvFile:
    """A table, opened: its columns are known, its rows still to be read."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Row]

    def require(self, columns: Collection[str], known: Collection[str] | None = None) -> None:
        """Make sure that columns are there and, where ``known`` is given, that there are no others.

        Raises:
            LegislatorsError: a column is missing or, with ``known``, not known.
        """
        missing = [column for column in columns if column not in self.columns]
        if missing:
            problem = _("the column {column} is missing. Columns are separated by commas.", column=missing[0])
            raise located(self.name, 1, problem)
        strange = [column for column in self.columns if known is not None and column not in known]
        if strange:
            known_ones = Listing(tuple(sorted(known or ())))
            problem = _(
                "the column {column} is not known here. Known are {known}.", column=strange[0], known=known_ones
            )
            raise located(self.name, 1, problem)


def read_text(path: Path) -> str:
    """A file's text, UTF-8 with or without a byte order mark.

    Raises:
        LegislatorsError: it cannot be read or is no UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LegislatorsError(_("{file} cannot be read: {reason}.", file=path.name, reason=reason)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise located(path.name, line, _("this is no UTF-8 text. Save the table as “CSV UTF-8”.")) from error


def open_csv(path: Path, delimiter: str = ",") -> CsvFile:
    """Open a table with a header line.

    Raises:
        LegislatorsError: there is no header, a column stands twice, or the file cannot be read.
    """
    records = _records(path.name, read_text(path), delimiter)
    first = next(records, None)
    if first is None:
        raise located(path.name, 1, _("the table is empty; its first line should name the columns."))
    columns = tuple(cell.strip() for cell in first[1])
    twice = [column for column in columns if columns.count(column) > 1]
    if twice:
        raise located(path.name, first[0], _("the column {column} stands twice.", column=twice[0]))
    return CsvFile(path.name, columns, _rows(path.name, columns, records))


def _rows(file: str, columns: tuple[str, ...], records: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    for line, cells in records:
        if len(cells) != len(columns):
            problem = _(
                "this row has {found} cells, the header {expected}. Text with a comma needs quotes.",
                found=len(cells),
                expected=len(columns),
            )
            raise located(file, line, problem)
        yield Row(file, line, dict(zip(columns, cells, strict=True)))


def _records(file: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = _("the quotes do not match, or a cell is too long ({detail}).", detail=str(error))
            raise located(file, line, problem) from error
        if any(cell.strip() for cell in cells):
            yield line, cells
