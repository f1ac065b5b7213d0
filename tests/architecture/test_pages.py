"""What the pages for people name is really there: files, pictures, commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from outreach_app.cli.program import program
from tests.architecture.program_files import REPOSITORY

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "assets/campaigns/README.md")
PLACE = re.compile(
    r"`((?:outreach_app|assets|tests|\.ci)/[^`\s]*)`|\]\((?!https:)([^)#]+)\)|python ((?:assets|tests)/\S+\.py)"
)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_a_page_names_is_there(page: str) -> None:
    missing = [place for place in _places(page) if not (REPOSITORY / place).exists()]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_a_page_shows_is_one_of_ours_with_its_options(page: str) -> None:
    wrong = [line for line in _command_lines(page) if not _is_ours(line)]
    assert not wrong, "\n".join(wrong)


def test_a_command_that_is_not_there_is_found() -> None:
    assert _is_ours("outreach doctor --json")
    assert not _is_ours("outreach surgeon")
    assert not _is_ours("outreach doctor --knife")


def _places(page: str) -> Iterator[str]:
    """Paths in the text, without those that stand for something yet to be made."""
    for groups in PLACE.findall((REPOSITORY / page).read_text(encoding="utf-8")):
        place = next(group for group in groups if group)
        if not re.search(r"NAME|NOUN|/fr\b", place):
            yield place


def _command_lines(page: str) -> Iterator[str]:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    blocks = text.split("```")[1::2]
    lines = [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", text)
    for line in (line.strip().removeprefix(".venv/bin/") for line in lines):
        if line.startswith("outreach "):
            yield line
        elif line.startswith("python3 start.py demo"):
            yield line.replace("python3 start.py", "outreach")


def _is_ours(line: str) -> bool:
    """Whether every word is a command and every option one of its options; arguments are not looked at."""
    command: click.Command = program
    context = click.Context(program)
    for word in shlex.split(line)[1:]:
        if word.startswith("-"):
            known = {name for option in command.params for name in option.opts} | {"--help"}
            if word not in known:
                return False
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if found is None:
                return False
            command = found
    return True
