"""An office and a station for the tests of the command line, and ways to say a command."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.cli.program import run


@dataclass(frozen=True)
class Headquarters:
    """An office's files, made through the command line once for all tests here."""

    folder: Path
    sheet: Path
    passphrase_file: Path
    pin_file: Path

    @property
    def keys(self) -> Path:
        return self.folder / "office.age"

    @property
    def enrolment(self) -> Path:
        return self.folder / "office.enrolment"


def headquarters_in(root: Path, *more: str) -> Headquarters:
    """An office with new keys, made with these options too."""
    words, pins = root / "words.txt", root / "pins.txt"
    words.write_text("correct horse battery staple\n")
    pins.write_text("lead: 123456\nvolunteer: 654321\n")
    made = Headquarters(root / "keys", root / "sheet.pdf", words, pins)
    command = ["keys", "new", "--out", str(made.folder), "--sheet", str(made.sheet), "--label", "Office"]
    assert run([*command, *more, "--passphrase-file", str(words)]) == 0
    return made


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return headquarters_in(tmp_path_factory.mktemp("office"))


@pytest.fixture
def say(capsys):
    """Runs one command line; returns its exit code, what it said, and what it said on standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def document(say):
    """Runs one command with ``--json``; returns its document."""

    def call(*arguments: object, code: int = 0) -> dict:
        ended, out, err = say(*arguments, "--json")
        assert ended == code, err
        return json.loads(out)

    return call


@pytest.fixture
def booth(tmp_path, office, document):
    folder = tmp_path / "booth"
    document("station", "new", "--folder", folder, "--campaign", bundled_campaign(), "--enrolment", office.enrolment,
             "--event", "State fair", "--place", "Hall B", "--pin-file", office.pin_file)  # fmt: skip
    return folder
