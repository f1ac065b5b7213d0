"""Where no window can open, the program ends with one sentence: no traceback, no abort, nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.broken_qt import put_a_broken_qt

REPOSITORY = Path(__file__).resolve().parent.parent.parent
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")


def test_a_qt_that_does_not_load_is_named_with_its_package(tmp_path: Path) -> None:
    put_a_broken_qt(tmp_path / "broken")
    result = _demo(tmp_path, PYTHONPATH=str(tmp_path / "broken"))
    _ended_in_one_sentence(result, "libEGL.so.1")


@linux_only
def test_a_library_that_cannot_be_loaded_is_named_with_its_package(tmp_path: Path) -> None:
    (tmp_path / "libfontconfig.so.1").touch()
    result = _demo(tmp_path, LD_LIBRARY_PATH=str(tmp_path))
    _ended_in_one_sentence(result, "sudo apt install libfontconfig1")


@linux_only
def test_a_session_without_a_display_is_told_so(tmp_path: Path) -> None:
    _ended_in_one_sentence(_demo(tmp_path, QT_QPA_PLATFORM=""), "display")


@linux_only
def test_a_display_that_does_not_answer_is_told_so_before_qt_aborts(tmp_path: Path) -> None:
    result = _demo(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    # The display, or on a system without X11's libraries those.
    _ended_in_one_sentence(result, "No window can be opened", "This system lacks libxcb")


@linux_only
def test_a_platform_that_is_not_there_is_named(tmp_path: Path) -> None:
    _ended_in_one_sentence(_demo(tmp_path, QT_QPA_PLATFORM="nonsense"), "nonsense")


def _ended_in_one_sentence(result: subprocess.CompletedProcess[str], *either: str) -> None:
    assert result.returncode == 1, result.stderr
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert any(part in result.stderr for part in either)


def _demo(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The demo in a process of its own; its throwaway folder must be gone afterwards."""
    rest = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    throwaway = folder / "throwaway"
    throwaway.mkdir()
    result = subprocess.run(
        [sys.executable, "-m", "outreach_app", "demo"],
        cwd=REPOSITORY,
        env={**rest, "TMPDIR": str(throwaway), "TEMP": str(throwaway), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert list(throwaway.iterdir()) == []
    return result
