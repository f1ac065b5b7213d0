"""Killing the program loses nothing that was acknowledged. The long run: ``python -m tests.pledge_book.killing``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.pledge_book.killing import kill_often
from tests.pledge_book.quick_folder import QUICK


def test_a_killed_program_loses_no_pledge_that_it_acknowledged():
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        found = kill_often(Path(folder), 12)
    assert found.acknowledged > 0
    assert found.losses == []
