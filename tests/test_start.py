"""The one line of the README says what is missing on a machine that cannot run it, and installs only what changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import start


def _has(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


def test_nothing_is_missing_with_python_venv_and_pip() -> None:
    assert start.what_is_missing((3, 11), _has("venv", "pip"), lambda: "22.3") is None
    assert start.what_is_missing((3, 14), _has("venv", "pip"), lambda: "26.0.1") is None


@pytest.mark.parametrize(
    ("python", "modules", "pip", "remedy"),
    [
        ((3, 10), ("venv", "pip"), "24.0", "Python 3.11 or newer"),
        ((3, 11), ("pip",), "24.0", "apt install python3-venv"),
        ((3, 11), ("venv",), "", "apt install python3-pip"),
        ((3, 11), ("venv", "pip"), "22.2.2", "pip install --user --upgrade pip"),
        ((3, 11), ("venv", "pip"), "9.0.1", "pip install --user --upgrade pip"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(
    python: tuple[int, int], modules: tuple[str, ...], pip: str, remedy: str
) -> None:
    sentence = start.what_is_missing(python, _has(*modules), lambda: pip)
    assert sentence is not None
    assert remedy in sentence


@pytest.mark.parametrize("arguments", [[], ["install"], ["--help"]])
def test_any_other_verb_shows_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(arguments) == 2
    assert "python3 start.py demo" in capsys.readouterr().err


def test_a_python_without_pip_ends_in_a_sentence(tmp_path: Path) -> None:
    """``-S`` keeps the installed packages away, and with them pip."""
    command = [sys.executable, "-S", str(Path(start.__file__)), "demo", "--help"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 1
    assert "python3-pip" in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_installed_is_installed_once_and_again_when_a_pin_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(start, "HERE", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start.subprocess, "run", lambda command, check: ran.append(" ".join(command)))
    python = tmp_path / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "pyproject.toml").touch()
    pins = tmp_path / "constraints.txt"

    pins.write_text("click==8.5.0")
    assert start._install("constraints.txt") == [str(python)]
    assert len(ran) == 2
    start._install("constraints.txt")
    assert len(ran) == 2
    pins.write_text("click==8.5.1")
    start._install("constraints.txt")
    assert len(ran) == 4
    assert "--require-hashes" in ran[-2]
