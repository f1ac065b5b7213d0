"""The same visits on the real window under a real X server: touches, keys, the clipboard and X11's own selection."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kiosk.x_server import display

__all__ = ["display"]

REPOSITORY = Path(__file__).resolve().parents[2]
WHOLE_VISITS = ("tests/journeys/test_by_touch_and_by_key.py",)
PRIVATE = (
    "tests/look/test_visitor_line.py",
    "tests/look/test_field.py",
    "tests/journeys/test_walking_away.py::test_the_search_for_traces_finds_them_while_the_form_is_there",
    "tests/journeys/test_walking_away.py::test_whoever_walks_away_is_asked_then_forgotten",
    "tests/journeys/test_long_days.py::test_nobody_leaves_a_trace_however_far_they_came_and_however_they_left",
)


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's")
@pytest.mark.parametrize("tests", [WHOLE_VISITS, PRIVATE], ids=["whole visits", "privacy"])
def test_under_x11(display, tests):
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *tests],
        cwd=REPOSITORY,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert result.returncode == 0, result.stdout[-4_000:] + result.stderr[-2_000:]
    assert " skipped" not in result.stdout.splitlines()[-1]
