"""The command line as a whole: every command explains itself with an example, everywhere, and ends as promised."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from outreach_app.cli.program import OutreachCommands, program, run
from tests.fakes.broken_qt import put_a_broken_qt

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def _commands(group: click.Group, path: str = "outreach") -> Iterator[tuple[str, click.Command]]:
    yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(_commands(program))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_says_what_it_does_and_ends_in_an_example(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert (command.epilog or "").startswith(f"Example: {path}")


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_is_explained(path: str) -> None:
    unexplained = [
        option.name
        for option in COMMANDS[path].params
        if isinstance(option, click.Option) and not option.help and option.name != "help"
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", OutreachCommands.places)
def test_help_is_shown_even_where_qt_cannot_load(name: str, tmp_path: Path) -> None:
    put_a_broken_qt(tmp_path)
    command = [sys.executable, "-m", "outreach_app", name, "--help"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    result = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert "Example: outreach" in result.stdout


@pytest.mark.parametrize("arguments", [["surgery"], ["doctor", "--knife"], ["doctor", "now"]])
def test_a_usage_mistake_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "outreach" in capsys.readouterr().err


def test_the_demo_loads_nothing_of_books_and_seals_before_its_first_picture():
    heavy = ("apsw", "nacl", "msgspec", "babel", "outreach_app.pledge_book", "outreach_app.campaign")
    script = f"import sys, outreach_app.cli.demo; print([name for name in {heavy!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
