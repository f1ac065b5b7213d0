"""What every file of the project keeps: its length, its pins, and no name that does not belong here."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.program_files import REPOSITORY, tracked_files

LONGEST_MODULE = 350
TEXT = {".py", ".toml", ".txt", ".md", ".qss", ".svg", ".po", ".csv", ".json", ".vtt", ".yml", ".cfg", ""}

# Written backwards, so that this file keeps its own rule. Hosts that hand out packages: which one is used is the
# affair of the machine that installs. Then names of tools and places of those who work here.
FOREIGN = [
    name[::-1]
    for name in (
        "gro.ipyp", "gro.detsohnohtyp", "lru-xedni--", "lru-xedni-artxe--", "sknil-dnif--", "tsoh-detsurt",
        "edualc", "ciporhtna", "tolipoc", "yb-derohtua-oc", "krow/", "v/pmt/", "yrarbil.",
    )
]  # fmt: skip

PIN = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,-]+\])?==[^\s;]+( ; [^\\]+)?( \\)?")
PIN_NAME = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def test_no_module_is_too_long_to_read() -> None:
    lengths = {
        path.relative_to(REPOSITORY).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked_files()
        if path.suffix == ".py"
    }
    assert len(lengths) > 50
    assert {place: lines for place, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_file_names_a_foreign_thing() -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}:{number}: {name}"
        for path in tracked_files()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for name in foreign_names(line)
    ]
    assert not found, "\n".join(found)


def test_a_foreign_name_is_found_in_any_case_and_place() -> None:
    assert foreign_names("see https://" + "PyPI" + ".org/simple") == ["pypi" + ".org"]
    assert foreign_names("https://files.python" + "hosted.org/packages") == ["python" + "hosted.org"]
    assert foreign_names("cd /" + "work/main && run") == ["/" + "work"]
    assert foreign_names("import network, framework/parts") == []


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt"])
def test_constraints_hold_exact_pins_with_hashes_and_nothing_else(name: str) -> None:
    lines = (REPOSITORY / name).read_text().splitlines()
    assert [line for line in lines if not PIN.fullmatch(line) and not HASH.fullmatch(line)] == []
    pinned = [number for number, line in enumerate(lines) if PIN.fullmatch(line)]
    assert pinned
    assert all(HASH.fullmatch(lines[number + 1]) for number in pinned)


def test_the_checkers_stand_on_the_same_pins_as_the_program() -> None:
    program, checkers = (_pins(REPOSITORY / name) for name in ("constraints.txt", "constraints-dev.txt"))
    assert {name: checkers.get(name) for name in program} == program


def test_no_folder_stands_beside_program_assets_and_tests() -> None:
    folders = {path.relative_to(REPOSITORY).parts[0] for path in tracked_files() if path.parent != REPOSITORY}
    assert folders <= {"outreach_app", "assets", "tests", ".ci"}


def test_an_installed_program_has_every_asset_but_the_screenshots() -> None:
    pyproject = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    packed = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    folders = {path.relative_to(REPOSITORY).parts[1] for path in tracked_files() if "assets" in path.parts}
    assert packed == {f"assets/{name}": f"outreach_app/assets/{name}" for name in folders - {"screenshots"}}


def foreign_names(line: str) -> list[str]:
    return [name for name in FOREIGN if re.search(rf"(?<!\w){re.escape(name)}\b", line, re.IGNORECASE)]


def _pins(path: Path) -> dict[str, str]:
    return dict(PIN_NAME.findall(path.read_text()))
