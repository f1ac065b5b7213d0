"""Each import contract is kept, and each goes red when it is broken: a check that cannot fail is no check."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.program_files import REPOSITORY, copy_of_the_program

LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}


@dataclass(frozen=True)
class Break:
    """One offence: the contract it must turn red, and the lines added to files (made when they are missing)."""

    what: str
    contract: str
    added: dict[str, str]

    def __str__(self) -> str:
        return self.what


BREAKS = [
    Break("a new folder without a floor", "floors", {"cellar/__init__.py": '"""A folder nobody placed."""\n'}),
    Break("a new module without a floor", "floors", {"attic.py": '"""A module nobody placed."""\n'}),
    Break("look importing the kiosk", "floors", {"look/offence.py": "import outreach_app.kiosk\n"}),
    Break(
        "domain importing look inside a function",
        "floors",
        {"domain/offence.py": "def later():\n    import outreach_app.look\n"},
    ),
    Break("campaign importing legislators", "floors", {"campaign/offence.py": "import outreach_app.legislators\n"}),
    Break("printing importing handouts", "floors", {"printing/offence.py": "from outreach_app import handouts\n"}),
    Break("the office importing the kiosk", "floors", {"office/offence.py": "import outreach_app.kiosk\n"}),
    Break("visit importing PySide6", "qt-stays-upstairs", {"visit/offence.py": "from PySide6.QtCore import QObject\n"}),
    Break(
        "the pledge book importing PySide6 inside a function",
        "qt-stays-upstairs",
        {"pledge_book/offence.py": "def later():\n    import PySide6.QtGui\n"},
    ),
    Break("errors importing shiboken6", "qt-stays-upstairs", {"errors.py": "import shiboken6\n"}),
    Break("look importing the office", "the-table-cannot-open", {"look/offence.py": "import outreach_app.office\n"}),
    Break(
        "the kiosk importing the office", "the-table-cannot-open", {"kiosk/offence.py": "import outreach_app.office\n"}
    ),
    Break(
        "the office importing PySide6 outside its window",
        "office-runs-without-qt",
        {"office/offence.py": "import PySide6.QtWidgets\n"},
    ),
    Break(
        "the office reaching Qt through look outside its window",
        "office-runs-without-qt",
        {"look/glass.py": "import PySide6.QtWidgets\n", "office/offence.py": "import outreach_app.look.glass\n"},
    ),
    Break(
        "one attendee screen importing another",
        "screens-are-strangers",
        {
            "kiosk/attendee/front_door.py": '"""One screen."""\n',
            "kiosk/attendee/back_door.py": "import outreach_app.kiosk.attendee.front_door\n",
        },
    ),
    Break(
        "two modules of one folder importing each other inside functions",
        "no-knots",
        {
            "handouts/chicken.py": "def later():\n    import outreach_app.handouts.egg\n",
            "handouts/egg.py": "def later():\n    import outreach_app.handouts.chicken\n",
        },
    ),
]


@pytest.mark.parametrize("contract", CONTRACTS)
def test_each_contract_is_kept(contract: str) -> None:
    result = _lint(REPOSITORY, contract)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("offence", BREAKS, ids=str)
def test_each_contract_goes_red_when_it_is_broken(offence: Break, tmp_path: Path) -> None:
    copy = copy_of_the_program(tmp_path)
    for place, lines in offence.added.items():
        path = copy / "outreach_app" / place
        path.parent.mkdir(exist_ok=True)
        before = path.read_text() if path.exists() else ""
        path.write_text(before + lines)
    result = _lint(copy, offence.contract)
    assert result.returncode == 1, result.stdout
    assert f"{CONTRACTS[offence.contract]} BROKEN" in " ".join(result.stdout.split())


def test_the_offices_window_may_reach_qt(tmp_path: Path) -> None:
    copy = copy_of_the_program(tmp_path)
    (copy / "outreach_app" / "office" / "window.py").write_text("import PySide6.QtWidgets\nimport outreach_app.look\n")
    result = _lint(copy, "office-runs-without-qt")
    assert result.returncode == 0, result.stdout


def test_every_contract_has_an_offence_that_breaks_it() -> None:
    assert {offence.contract for offence in BREAKS} == set(CONTRACTS)


def _lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [str(LINT_IMPORTS), "--no-cache", "--no-logo", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)
