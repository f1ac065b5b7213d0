"""None survives Qt's stray releases. Tried in a program of its own, for it ends the interpreter where it fails."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASK_OFTEN = """
import sys
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from outreach_app.look.none_reference import hold_none

app = QApplication([])
if "held" in sys.argv:
    hold_none()
    hold_none()
layout, widget = QVBoxLayout(), QWidget()
for _ in range(200_000):
    layout.takeAt(0)
    widget.parentWidget()
print("whole", flush=True)
"""


def ask_often(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", ASK_OFTEN, *arguments], capture_output=True, text=True, timeout=120)


@pytest.mark.usefixtures("qapp")
def test_200_000_empty_answers_of_qt_do_not_end_the_program():
    asked = ask_often("held")
    assert asked.stdout.strip() == "whole", asked.stderr
    assert asked.returncode == 0


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_without_it_they_would():
    """Fails on the day that PySide6 is mended: then the workaround can go."""
    asked = ask_often()
    assert "none_dealloc" in asked.stderr
    assert asked.returncode != 0
