"""Tables for the tests of the screens, with and without a staff area, and what else several of them stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.journeys.staffed_table import StaffedTable
from tests.kiosk.table import Table, prepare_application
from tests.legislators.conftest import congress_file_in


@pytest.fixture
def set_a_table(qapp, tmp_path):
    """Make tables; whatever a test opened is closed after it."""
    prepare_application()
    yield from tables_of(Table, tmp_path / "table")


@pytest.fixture
def set_a_staffed_table(qapp, tmp_path):
    """Make tables with a staff area; whatever a test opened is closed after it."""
    yield from tables_of(StaffedTable, tmp_path / "stand")


def tables_of(kind: type, folder: Path) -> Iterator[Callable]:
    """What makes tables of a kind, each in a folder of its own; at the end it closes them."""
    tables: list = []

    def make(**how):
        tables.append(kind(how.pop("folder", folder.with_name(f"{folder.name}-{len(tables)}")), **how))
        return tables[-1]

    yield make
    for table in tables:
        table.close()


@pytest.fixture(scope="module")
def touch_screen(qapp):
    return QTest.createTouchDevice()


@pytest.fixture(scope="session")
def congress_file(shared_data, tmp_path_factory) -> Path:
    """The real list of June 2026, with the real longest names."""
    return congress_file_in(tmp_path_factory.mktemp("congress"), shared_data, with_census=False)
