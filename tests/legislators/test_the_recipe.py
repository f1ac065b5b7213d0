"""The tables that the recipe for another country shows really make a list."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from outreach_app.legislators.building import build_pack
from outreach_app.legislators.checking import look_over
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.table_folder import read_table_folder

RECIPES = Path(__file__).parents[2] / "CONTRIBUTING.md"
TODAY = date(2026, 6, 20)


@pytest.fixture
def folder(tmp_path):
    """The recipe's blocks as the files they are called."""
    recipe = RECIPES.read_text(encoding="utf-8").partition("**Lawmakers of another country**")[2]
    blocks = re.findall(r"\n`([a-z]+\.(?:csv|toml))`[^\n]*\n\n```\w+\n(.*?)```", recipe, re.DOTALL)
    assert [name for name, _text in blocks] == ["manifest.toml", "people.csv", "areas.csv", "divisions.csv"]
    for name, text in blocks:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_united_kingdom_of_the_recipe(folder):
    build_pack(read_table_folder(folder), folder / "uk.lawmakers")
    with LegislatorPack.open(folder / "uk.lawmakers") as pack:
        for code in ("SW1A 0AA", "sw1a 2tt"):
            (person,) = pack.look_up(code, TODAY).people
            assert person.name == "Ada Quill"
            assert person.words.place == "Cities of London and Westminster"
            assert person.words.title is not None
            assert person.words.title.in_language("cy") == "Aelod Seneddol"
        assert pack.look_up("EC1A 1BB", TODAY).people == ()
        assert look_over(pack, TODAY).vacant == ()


@pytest.mark.parametrize(("length", "found"), [(6, ["Bo"]), (3, ["Ada", "Bo"])])
def test_canada_by_the_whole_code_or_its_first_half(folder, length, found):
    manifest = (
        (folder / "manifest.toml")
        .read_text()
        .replace('"gb"', '"ca"')
        .replace("country:gb/constituency", "country:ca/ed")
    )
    manifest = manifest.replace("[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", "[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]")
    manifest = manifest.replace("length = 7", f"length = {length}").replace("SW1A 0AA", "K1A 0A6")
    (folder / "manifest.toml").write_text(manifest)
    riding = "ocd-division/country:ca/ed:35075-2023"
    people = f"id,name,role,division_id\n1,Ada,member-of-parliament,{riding}\n2,Bo,member-of-parliament,{riding}b\n"
    (folder / "people.csv").write_text(people)
    whole = f"postcode,division_id\nK1A0B1,{riding}\nK1A0A6,{riding}b\n"
    first_half = f"postcode,division_id\nK1A,{riding}\nK1A,{riding}b\n"
    (folder / "areas.csv").write_text(whole if length == 6 else first_half)
    (folder / "divisions.csv").unlink()
    build_pack(read_table_folder(folder), folder / "ca.lawmakers")
    with LegislatorPack.open(folder / "ca.lawmakers") as pack:
        answer = pack.look_up("k1a 0a6", TODAY)
        assert [person.name for person in answer.people] == found
        assert answer.is_split is (length == 3)
