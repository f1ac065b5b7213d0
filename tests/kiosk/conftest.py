"""Tables for the tests of the screens."""

from __future__ import annotations

import pytest

from tests.kiosk.table import Table, prepare_application


@pytest.fixture
def set_a_table(qapp, tmp_path):
    """Make tables; whatever a test opened is closed after it."""
    prepare_application()
    tables: list[Table] = []

    def make(**how) -> Table:
        folder = how.pop("folder", tmp_path / f"table-{len(tables)}")
        tables.append(Table(folder, **how))
        return tables[-1]

    yield make
    for table in tables:
        table.close()
