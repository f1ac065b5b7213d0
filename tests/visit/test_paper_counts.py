"""The paper's counts in a station's folder: whole or not at all, for its owner alone, and never worth a stop."""

from __future__ import annotations

import os
import sys

import pytest

from outreach_app.errors import StorageFailed, StorageFull
from outreach_app.printing.counting import Counts, keep_counts, read_counts
from outreach_app.visit.paper_counts import COUNTS_NAME, PaperCounts


def test_a_table_that_never_printed_has_no_counts(tmp_path):
    assert PaperCounts(tmp_path).read() is None
    assert read_counts(PaperCounts(tmp_path)) == Counts()


def test_counts_outlast_the_program_and_leave_nothing_beside_them(tmp_path):
    for number in range(3):
        keep_counts(PaperCounts(tmp_path), Counts(number, 20 - number))
    assert read_counts(PaperCounts(tmp_path)) == Counts(2, 18)
    assert [path.name for path in tmp_path.iterdir()] == [COUNTS_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="the rights are those of POSIX")
def test_they_are_for_their_owner_alone(tmp_path):
    PaperCounts(tmp_path).keep(b"{}")
    assert (tmp_path / COUNTS_NAME).stat().st_mode & 0o777 == 0o600


def test_a_disk_that_refuses_leaves_the_last_counts_and_stops_no_page(tmp_path, monkeypatch, caplog):
    file = PaperCounts(tmp_path)
    keep_counts(file, Counts(1))

    def refuse(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises((StorageFull, StorageFailed)):
        file.keep(b"{}")
    keep_counts(file, Counts(2))
    assert "StorageFull" in caplog.text
    monkeypatch.undo()
    assert read_counts(file) == Counts(1)
