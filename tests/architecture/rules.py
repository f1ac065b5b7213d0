"""Rules of the house that a syntax tree can keep. Each looks at one module and returns its offences, line first."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.program_files import Module

Rule = Callable[[Module], list[str]]

MARKS = {"_", "ngettext"}
NAMES_A_THING = {"setObjectName", "TypeVar", "NewType", "Lane", "EventPlace"}
LOGS_AND_PATTERNS = {"re", "_log"}
FAULTS_OF_OURS = {"AssertionError", "ValueError", "TypeError", "KeyError", "RuntimeError", "NotImplementedError"}
# Typefaces, and the invented person of the screenshots.
NAMES_OF_THINGS = {"Source Sans Pro", "Outreach Arabic", "Jordan", "Rivera"}
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,.;:]?\s+[^\W\d_]{2,}")
A_CAPITAL_WORD = re.compile(r"[^\W\d_]*[a-zß-ÿ]", re.UNICODE)
AT_THE_TABLE = {"kiosk", "look", "visit", "pledge_book", "handouts", "printing", "domain"}
NETWORK = {"socket", "ssl", "asyncio", "urllib.request", "http", "ftplib", "smtplib", "PySide6.QtNetwork"}
SOCKETS_THAT_ARE_FILES = {"outreach_app/look/system_parts.py", "outreach_app/kiosk/heartbeat.py"}
UNSEALING = re.compile(r"Identity|decrypt|passphrase")


def only_the_theme_sets_style_sheets(module: Module) -> list[str]:
    """A second place for colours would soon disagree with the first."""
    if module.place == "outreach_app/look/theme.py":
        return []
    return [
        f"{node.lineno}: {node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]


def screens_hold_no_loose_sentences(module: Module) -> list[str]:
    """Whatever a visitor may read in ``look`` and ``kiosk`` goes through the catalogue.

    An offence is a text with two words side by side, and in ``kiosk`` also a single word with a capital letter, unless
    it is marked, a docstring, a fault of ours that no visitor sees, or the name of a thing.
    """
    if module.folder not in {"look", "kiosk"}:
        return []
    silent = set(_silent_texts(module.tree))
    return [
        f"{node.lineno}: {node.value!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and node.value not in NAMES_OF_THINGS
        and _is_read_by_people(node.value, module.folder)
    ]


def marked_sentences_are_whole(module: Module) -> list[str]:
    """A marked sentence is one literal: a catalogue cannot find what is put together while the program runs."""
    return [
        f"{node.lineno}: {ast.unparse(argument)}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS
        for argument in node.args[: 2 if node.func.id == "ngettext" else 1]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]


def only_the_office_opens(module: Module) -> list[str]:
    """Nothing outside ``office`` names what opens a sealed pledge; the command line may ask for the passphrase."""
    if module.folder == "office":
        return []
    return [
        f"{line}: {name}"
        for line, name in _names(module.tree)
        if UNSEALING.search(name) and not (module.folder == "cli" and "passphrase" in name)
    ]


def only_two_places_import_pyrage(module: Module) -> list[str]:
    """One place seals, one place opens."""
    if module.place in {"outreach_app/pledge_book/sealing.py", "outreach_app/office/opening.py"}:
        return []
    return [f"{line}: {name}" for line, name in _imports(module.tree) if name.split(".")[0] == "pyrage"]


def only_the_command_line_opens_the_offices_window(module: Module) -> list[str]:
    """The office's window is let out of the contract on Qt, so nothing else in the office may bring it in."""
    if module.folder != "office" or module.place.startswith("outreach_app/office/window"):
        return []
    return [f"{line}: {name}" for line, name in _imports(module.tree) if name.startswith("outreach_app.office.window")]


def nothing_at_the_table_reaches_the_network(module: Module) -> list[str]:
    """The README promises it. The sockets of a Wayland display and of the service manager are files on the device."""
    if module.folder not in AT_THE_TABLE or module.place in SOCKETS_THAT_ARE_FILES:
        return []
    return [
        f"{line}: {name}"
        for line, name in _imports(module.tree)
        if any(name == part or name.startswith(f"{part}.") for part in NETWORK)
    ]


def every_module_says_what_it_is_for(module: Module) -> list[str]:
    """The first lines of a module are for whoever opens it the first time."""
    return [] if ast.get_docstring(module.tree) else ["1: no docstring"]


def no_global_statement(module: Module) -> list[str]:
    """State lives in objects that are handed on, so that two of them can live side by side in a test."""
    return [f"{node.lineno}: global" for node in ast.walk(module.tree) if isinstance(node, ast.Global)]


def _is_read_by_people(text: str, folder: str) -> bool:
    if TWO_WORDS.search(text):
        return True
    return folder == "kiosk" and text[:1].isupper() and A_CAPITAL_WORD.match(text[1:]) is not None


def _silent_texts(tree: ast.AST) -> Iterator[int]:
    """Ids of the constants that no visitor reads, or that are marked."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield id(node.value)
            case ast.Assert(msg=ast.expr() as message):
                yield from map(id, ast.walk(message))
            case ast.Call(func=function) if _keeps_its_text_from_visitors(function):
                yield from (id(part) for argument in node.args for part in ast.walk(argument))
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                yield from map(id, ast.walk(node.value))
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
                yield from map(id, ast.walk(annotation))


def _keeps_its_text_from_visitors(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(value=ast.Name(id=whose)) if whose in LOGS_AND_PATTERNS:
            return True
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in MARKS | NAMES_A_THING | FAULTS_OF_OURS
        case _:
            return False


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Name():
                yield node.lineno, node.id
            case ast.Attribute():
                yield node.lineno, node.attr
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.lineno, node.name
            case ast.arg() | ast.keyword():
                yield node.lineno, node.arg or ""
            case ast.alias():
                yield node.lineno, node.name
                yield node.lineno, node.asname or ""


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
