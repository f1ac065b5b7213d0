"""The program's own files, for tests about its shape."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PROGRAM = REPOSITORY / "outreach_app"


@dataclass(frozen=True)
class Module:
    """One module as its syntax tree; ``place`` is its path from the repository's root, with slashes."""

    place: str
    tree: ast.Module

    @property
    def folder(self) -> str:
        """The folder of ``outreach_app`` it stands in; empty for the modules beside the folders."""
        parts = self.place.split("/")
        return parts[1] if len(parts) > 2 else ""


def module_of(place: str, text: str) -> Module:
    return Module(place, ast.parse(text, place))


def program_modules() -> Iterator[Module]:
    for path in sorted(PROGRAM.rglob("*.py")):
        place = path.relative_to(REPOSITORY).as_posix()
        if not place.startswith("outreach_app/assets/"):
            yield module_of(place, path.read_text(encoding="utf-8"))


def tracked_files() -> list[Path]:
    """Every file under version control, or about to be."""
    command = ["git", "-C", str(REPOSITORY), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := REPOSITORY / name).is_file()]


def copy_of_the_program(folder: Path) -> Path:
    """The program and its contracts in a folder of their own, to be broken there."""
    shutil.copytree(PROGRAM, folder / "outreach_app", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    return folder
