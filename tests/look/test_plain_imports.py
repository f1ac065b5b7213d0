"""Importing reads no source once Qt is there. Tried in a program of its own: it concerns the whole interpreter."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

IMPORT_SOMETHING = """
import json, linecache, sys
from PySide6.QtWidgets import QApplication
from outreach_app.look.plain_imports import import_plainly

app = QApplication([])
if "plainly" in sys.argv:
    import_plainly()
    import_plainly()
from outreach_app.kiosk.window import KioskWindow
print(json.dumps([name for name in linecache.cache if name.endswith("window.py")]))
"""


def kept_lines_of(*arguments: str) -> list[str]:
    asked = subprocess.run(
        [sys.executable, "-c", IMPORT_SOMETHING, *arguments], capture_output=True, text=True, timeout=120
    )
    assert asked.returncode == 0, asked.stderr
    return list(json.loads(asked.stdout))


@pytest.mark.usefixtures("qapp")
def test_no_lines_of_what_is_imported_are_kept():
    assert kept_lines_of("plainly") == []


@pytest.mark.usefixtures("qapp")
def test_without_it_they_would_be():
    """Fails on the day that PySide6 stops reading them: then the workaround can go."""
    assert len(kept_lines_of()) == 1
