"""What the tests stand on holds: windows left behind are found, and a missing Qt skips here and fails in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.program_files import REPOSITORY
from tests.fakes.broken_qt import put_a_broken_qt

LEAVES_A_WINDOW = """
kept = []

def test_it(qapp):
    from PySide6.QtWidgets import QLabel
    kept.append(QLabel())
"""

CLOSES_ITS_WINDOW = """
def test_it(qtbot):
    from PySide6.QtWidgets import QLabel
    qtbot.addWidget(QLabel())
"""

NEEDS_QT_TO_BE_READ = """
from PySide6.QtWidgets import QLabel

def test_it():
    assert QLabel
"""

NEEDS_QT_TO_RUN = """
def test_it(qtbot):
    assert qtbot

def test_without():
    assert True
"""


def test_a_window_left_behind_is_a_failure(tmp_path: Path) -> None:
    result = _run(tmp_path, LEAVES_A_WINDOW)
    assert result.returncode == 1
    assert "left windows behind: QLabel" in result.stdout


def test_a_window_put_away_is_none(tmp_path: Path) -> None:
    assert _run(tmp_path, CLOSES_ITS_WINDOW).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
@pytest.mark.parametrize("text", [NEEDS_QT_TO_BE_READ, NEEDS_QT_TO_RUN])
def test_without_qt_its_tests_skip_and_name_the_package(tmp_path: Path, text: str) -> None:
    result = _run(tmp_path, text, without_qt=True)
    assert "1 skipped" in result.stdout
    assert "libEGL.so.1" in result.stdout
    assert "libegl1" in result.stdout
    assert "failed" not in result.stdout
    assert "error" not in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
def test_without_qt_ci_fails_with_the_same_sentence(tmp_path: Path) -> None:
    result = _run(tmp_path, NEEDS_QT_TO_RUN, without_qt=True, CI="true")
    assert result.returncode not in (0, 5)
    assert "libegl1" in result.stdout + result.stderr


def _run(folder: Path, text: str, *, without_qt: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pytest with the real conftest on one file of tests, where Qt may refuse to load."""
    (folder / "test_it.py").write_text(text)
    if without_qt:
        put_a_broken_qt(folder / "broken")
        environment["PYTHONPATH"] = str(folder / "broken")
    inherited = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-rs", "-c", "pyproject.toml", "-p", "tests.conftest"]
    return subprocess.run(
        [*command, str(folder / "test_it.py")],
        cwd=REPOSITORY,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
    )
