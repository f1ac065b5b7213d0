"""The second campaign that comes with the program is another in everything, so nothing of the first is in the code."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from outreach_app.campaign.bundled import SAMPLE, bundled_campaign
from outreach_app.campaign.problems import Findings
from outreach_app.campaign.reading import gather, read_campaign
from outreach_app.domain.action import ActionKind
from outreach_app.domain.wording import Wording
from outreach_app.language import runs_from_the_right

PROGRAM = Path(__file__).resolve().parent.parent.parent / "outreach_app"
LIBRARY = "riverbend-library"


@pytest.fixture(scope="module")
def library():
    return read_campaign(bundled_campaign(LIBRARY))


@pytest.fixture(scope="module")
def first():
    return read_campaign(bundled_campaign(SAMPLE))


def wordings(thing) -> Iterator[Wording]:
    """Every text within a campaign."""
    match thing:
        case Wording():
            yield thing
        case tuple():
            for part in thing:
                yield from wordings(part)
        case _ if dataclasses.is_dataclass(thing):
            for field in dataclasses.fields(thing):
                yield from wordings(getattr(thing, field.name))


def strings(thing) -> Iterator[str]:
    """Every plain string within a read TOML file, but for its keys."""
    match thing:
        case str():
            yield thing
        case dict():
            for part in thing.values():
                yield from strings(part)
        case list():
            for part in thing:
                yield from strings(part)


def test_it_has_no_fault_at_all():
    findings = Findings()
    assert gather(bundled_campaign(LIBRARY), findings) is not None
    assert not findings.errors()


def test_everything_it_says_it_says_in_english_and_in_arabic(library):
    said = list(wordings(library))
    assert len(said) > 60
    for text in said:
        assert set(text.versions) >= {"en", "ar"} or text.versions["en"].startswith(("tel:", "https:")), text
    arabic = [text.versions["ar"] for text in said if "ar" in text.versions]
    latin_only = {text for text in arabic if not runs_from_the_right(text)}
    assert all(re.search(r"\d|Mill Street", text) for text in latin_only), latin_only


def test_it_differs_from_the_first_in_colors_age_fields_consents_and_actions(library, first):
    assert library.palettes
    assert library.palettes != first.palettes
    assert library.motif != first.motif
    assert library.pledge.minimum_age != first.pledge.minimum_age
    assert {field.kind for field in library.pledge.fields} != {field.kind for field in first.pledge.fields}
    assert len(library.pledge.consents) != len(first.pledge.consents)
    assert library.goal
    assert not library.asks_lawmakers
    assert first.asks_lawmakers
    kinds = {action.kind for action in library.actions}
    assert kinds >= {ActionKind.EMAIL, ActionKind.VISIT, ActionKind.PETITION, ActionKind.SHARE, ActionKind.LINK}
    assert library.film is None
    assert not library.finders
    assert library.switchboard is None


def test_the_two_share_no_sentence_and_no_address():
    texts = [
        set(strings(tomllib.loads((bundled_campaign(name) / "text" / "en.toml").read_text(encoding="utf-8"))))
        for name in (LIBRARY, SAMPLE)
    ]
    assert texts[0] & texts[1] <= {"911", "In immediate danger", "Get help"}


def test_it_is_invented_and_says_so_by_its_addresses_and_numbers():
    folder = bundled_campaign(LIBRARY)
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.toml")))
    assert set(re.findall(r"https://([^/\"]+)", written)) == {"example.org", "www.911.gov"}
    assert all(number.startswith("503-555-01") for number in re.findall(r"\d{3}-\d{3}-\d{4}", written))


def test_it_always_has_content(library):
    for day in (date(2026, 11, 22), date(2027, 2, 1), date(2035, 1, 1)):
        assert library.facts_on(day), day


def test_the_program_names_neither_campaign():
    names = ("ChildFund", "Riverbend", "riverbend", "takeitdown.", "NCOSE", "NCMEC")
    found = [
        f"{path.relative_to(PROGRAM)}: {name}"
        for path in sorted(PROGRAM.rglob("*.py"))
        for name in names
        if name in path.read_text(encoding="utf-8")
    ]
    assert not found
