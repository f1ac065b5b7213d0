"""One line for a machine that has Python 3.11, pip and git and nothing of ours.

    python3 start.py demo     make .venv, install the pinned packages, open the demo
    python3 start.py check    make .venv, install them and the checkers, run every check and test

Anything after the verb goes on to the program: ``python3 start.py demo --windowed --language es``.
Only the standard library is used here. On Windows write ``py start.py demo``.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LEAST_PYTHON = (3, 11)
LEAST_PIP = (22, 3)  # the first that installs into another environment
PINS = {"demo": "constraints.txt", "check": "constraints-dev.txt"}


def main(arguments: list[str]) -> int:
    """Install what a verb needs, then run it; returns its exit code."""
    if not arguments or arguments[0] not in PINS:
        return _say(__doc__ or "", code=2)
    if (missing := what_is_missing(sys.version_info[:2], _has_module, _pip_version)) is not None:
        return _say(missing)
    verb, rest = arguments[0], arguments[1:]
    try:
        python = _install(PINS[verb])
    except subprocess.CalledProcessError as error:
        return _say(
            f"Installing stopped (exit code {error.returncode}); the lines above say why. "
            "A network is needed this once. Run the same line again to go on."
        )
    command = [*python, "-m", "outreach_app", "demo"] if verb == "demo" else [*python, "-m", "tests.check"]
    return _become([*command, *rest])


def what_is_missing(
    python: tuple[int, ...], has_module: Callable[[str], bool], pip_version: Callable[[], str]
) -> str | None:
    """A sentence on what this Python lacks for the installing, with the remedy; ``None`` when it lacks nothing."""
    if python < LEAST_PYTHON:
        return f"This needs Python 3.11 or newer; {sys.executable} is {python[0]}.{python[1]}."
    if not has_module("venv"):
        return "This Python has no venv module. On Debian or Ubuntu, run: sudo apt install python3-venv"
    if not has_module("pip"):
        return (
            "This Python has no pip. On Debian or Ubuntu, run: sudo apt install python3-pip\n"
            f"Elsewhere, run: {sys.executable} -m ensurepip --user"
        )
    version = pip_version()
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < LEAST_PIP:
        return f"pip {version} is too old for this. Run: {sys.executable} -m pip install --user --upgrade pip"
    return None


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _pip_version() -> str:
    return importlib.metadata.version("pip")


def _install(pins: str) -> list[str]:
    """Make ``.venv`` hold exactly the pinned packages, each checked against its hash; returns its Python."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = VENV / f".installed-{pins}"
    wanted = hashlib.sha256(Path(HERE / pins).read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return [str(python)]
    if not python.exists():
        # Without its own pip the environment needs no ensurepip, which Debian keeps in another package; and since
        # pip works on the environment from outside, Debian's guard of the system's Python does not stand in the way.
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "install", "--quiet"]
    _say("Installing the pinned packages into .venv (about 150 MB the first time) ...")
    subprocess.run([*pip, "--require-hashes", "-r", str(HERE / pins)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)], check=True)
    stamp.write_text(wanted)
    return [str(python)]


def _become(command: list[str]) -> int:
    """Run the program in this one's place, so that a signal reaches it and nothing idles beside it."""
    os.chdir(HERE)
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted, and the list is ours
    try:  # Windows cannot: it would give the prompt back while the program runs.
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:  # the program got it too and has said what there was to say
        return 1


def _say(sentence: str, code: int = 1) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
