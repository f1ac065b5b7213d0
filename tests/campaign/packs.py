"""Packs to try things on: copies of the sample with something changed."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.checking import check_campaign
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.campaign.reading import read_campaign
from outreach_app.errors import CampaignError

SETTINGS = "campaign.toml"
ENGLISH = "text/en.toml"
SPANISH = "text/es.toml"
A_DAY = date(2026, 11, 22)
PNG_HEAD = b"\x89PNG\r\n\x1a\n" + b"\x00" * 8
MP4_HEAD = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"


def copy_of_the_sample(folder: Path, *, links_films: bool = False) -> Path:
    """The sample as a pack of its own.

    ``links_films``: its films are the sample's own files, for tests that make many and change none of them.
    """
    pack = folder / "pack"
    shutil.copytree(bundled_campaign("take-it-down"), pack, copy_function=_link if links_films else shutil.copy2)
    return pack


def _link(source: str, target: str) -> None:
    (os.link if source.endswith(".mp4") else shutil.copy2)(source, target)


def take_the_films_out(pack: Path) -> None:
    """The sample without its films, for tests that bring their own."""
    shutil.rmtree(pack / "media")
    path = pack / SETTINGS
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?ms)^\[(film|loop|\[playlist\])\]\n.*?(?=^\[|\Z)", "", text), encoding="utf-8")


def put_a_picture_in(pack: Path) -> None:
    """Put one small picture in, whatever else the sample holds."""
    (pack / "media").mkdir(exist_ok=True)
    (pack / "media" / "signed.png").write_bytes(PNG_HEAD)


def change(pack: Path, file: str, old: str, new: str) -> None:
    """Replace a text that stands in the file; a test that changes nothing tests nothing."""
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(pack: Path, file: str, text: str) -> None:
    path = pack / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def put_first(pack: Path, file: str, text: str) -> None:
    path = pack / file
    path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8")


def errors(pack: Path) -> list[Problem]:
    return [problem for problem in check_campaign(pack, A_DAY) if problem.severity is Severity.ERROR]


def warnings(pack: Path, today: date = A_DAY) -> list[Problem]:
    return [problem for problem in check_campaign(pack, today) if problem.severity is Severity.WARNING]


def said(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(problem.file, problem.key, str(problem.text)) for problem in problems]


def as_toml(value: object) -> str:
    """Any TOML value on one line; a mapping becomes an inline table."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            return "{" + ", ".join(f"{as_toml(key)} = {as_toml(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(as_toml(item) for item in value) + "]"
        case _:
            return str(value)


def document(tables: Mapping[str, object]) -> str:
    return "".join(f"{as_toml(key)} = {as_toml(value)}\n" for key, value in tables.items())


def only_error(pack: Path) -> tuple[str, str, str]:
    """The one error of a pack, having made sure that reading refuses it with the same sentence."""
    found = said(errors(pack))
    assert len(found) == 1, found
    with pytest.raises(CampaignError) as refused:
        read_campaign(pack)
    assert found[0][2] in str(refused.value)
    return found[0]
