"""Nothing at the table can open a pledge: read from the syntax trees of the whole program.

Only ``pledge_book/sealing.py`` and ``office/opening.py`` import pyrage. The names ``Identity``, ``decrypt`` and
``passphrase`` stand nowhere outside ``office/``. One exception is allowed: the command line passes the path of a
``--passphrase-file`` through to the office without reading it, so ``passphrase_file`` and ``PASSPHRASE_FILE`` may stand
in ``cli/``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "outreach_app"
MAY_IMPORT_AGE = {"pledge_book/sealing.py", "office/opening.py"}
SECRET_NAMES = ("identity", "decrypt", "passphrase")
PASSED_THROUGH = {"passphrase_file", "PASSPHRASE_FILE"}


def breaches(package: Path) -> list[str]:
    """Every place of a package that breaks the rule."""
    found = []
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if place not in MAY_IMPORT_AGE:
            found += [f"{place}:{line} imports pyrage" for line in lines_importing_age(tree)]
        if not place.startswith("office/"):
            found += [f"{place}:{line} says {name}" for name, line in names_in(tree) if is_secret(name, place)]
    return found


def lines_importing_age(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            modules = [node.value]  # importlib.import_module("pyrage") and the like
        if any(module.split(".")[0] == "pyrage" for module in modules):
            yield node.lineno


def names_in(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every identifier, attribute, argument, keyword and part of an import, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name, node.lineno
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.keyword(arg=str(name)):
                yield name, node.value.lineno
            case ast.Import(names=aliases):
                yield from ((part, node.lineno) for alias in aliases for part in parts_of(alias))
            case ast.ImportFrom(names=aliases):
                yield from ((part, node.lineno) for part in (node.module or "").split("."))
                yield from ((part, node.lineno) for alias in aliases for part in parts_of(alias))


def parts_of(alias: ast.alias) -> list[str]:
    return [*alias.name.split("."), *([alias.asname] if alias.asname else [])]


def is_secret(name: str, place: str) -> bool:
    if place.startswith("cli/") and name in PASSED_THROUGH:
        return False
    words = name.lower().strip("_").split("_")
    return any(secret in words for secret in SECRET_NAMES) or name in ("Identity", "decrypt", "passphrase")


def test_nothing_outside_the_office_opens_a_seal():
    assert breaches(PACKAGE) == []


def test_the_places_that_may_are_really_there():
    for place in MAY_IMPORT_AGE:
        assert list(lines_importing_age(ast.parse((PACKAGE / place).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("pledge_book/book.py", "import pyrage"),
        ("visit/pledging.py", "from pyrage import encrypt"),
        ("kiosk/screen.py", "import importlib; importlib.import_module('pyrage.x25519')"),
        ("pledge_book/sealing.py", "from pyrage.x25519 import Identity"),
        ("pledge_book/sealing.py", "from pyrage import decrypt as open_it"),
        ("pledge_book/sealing.py", "import pyrage; pyrage.passphrase"),
        ("kiosk/window.py", "def unlock(passphrase): pass"),
        ("visit/pins.py", "unlock(passphrase_file=None)"),
        ("cli/office.py", "passphrase = 1"),
        ("cli/office.py", "class Identity: pass"),
    ],
)
def test_a_copy_that_breaks_the_rule_is_caught(tmp_path, place, line):
    path = tmp_path / "outreach_app" / place
    path.parent.mkdir(parents=True)
    original = PACKAGE / place
    path.write_text(original.read_text(encoding="utf-8") if original.exists() else "", encoding="utf-8")
    assert breaches(tmp_path / "outreach_app") == []
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert any(breach.startswith(f"{place}:") for breach in breaches(tmp_path / "outreach_app"))
