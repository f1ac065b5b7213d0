"""A country of nobody's map, all through the screens: its own postcodes, titles and places, and none of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_app.domain.campaign import Finder
from outreach_app.domain.freshness import Freshness
from outreach_app.domain.wording import Wording
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.table_folder import read_table_folder
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle
from tests.legislators.made_up_country import write_tables

OURS = ("ZIP", "Washington", "Capitol", "Congress", "House", "Senat", "Representative", "delegate", "Ohio")
"""Words of the United States. None of them belongs on a screen of Lerna."""
OURS_IN_SPANISH = ("Washington", "Capitolio", "Congreso", "Cámara", "Senado", "Representante")


@pytest.fixture
def lerna(tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    write_tables(folder)
    build_pack(read_table_folder(folder), tmp_path / "lerna.lawmakers")
    return tmp_path / "lerna.lawmakers"


def of_lerna(campaign):
    """The sample campaign as somebody in Lerna would have written it: their finder, their roles, no bill of ours."""
    fresh = Freshness(campaign.actions[0].freshness.as_of, None)
    finder = Finder("assembly", Wording({"en": "Assembly finder"}, "en"), "https://assembly.example/find", fresh)
    actions = tuple(replace(action, roles=("elder", "speaker")) for action in campaign.actions if action.roles)
    return replace(campaign, finders=(finder,), switchboard=None, bills=(), actions=actions)


def look_up(table, code: str) -> Visitor:
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    assert visitor.place is Place.ZIP
    visitor.type(code)
    table.window.shown._find()
    settle()
    return visitor


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en", "es"])
def test_lerna_is_asked_and_answered_in_its_own_words(set_a_table, lerna, language, size):
    table = set_a_table(pack=lerna, language=language, size=size, rewrite=of_lerna)
    visitor = look_up(table, "KO14")
    assert visitor.place is Place.LAWMAKERS
    reading = " ".join(visitor.reading().split())
    assert {"en": "Postcode KO14", "es": "Código postal KO14"}[language] in reading
    for text in {
        "en": ("Ona Brill", "Elder of an island, Kora", "Speaker for a harbour, Inner Bay", "Outer Bay"),
        "es": ("Ona Brill", "Consejo de la isla, Kora", "Voz de un puerto, Inner Bay", "Outer Bay"),
    }[language]:
        assert text in reading
    assert "https://assembly.example/find" in visitor.codes()
    assert not [word for word in (OURS if language == "en" else OURS_IN_SPANISH) if word in reading]
    assert broken_rules(table.window, size) == []
    visitor.tap_name(next(name for name in visitor.names() if name.startswith("Pell Anders.")))
    reading = " ".join(visitor.reading().split())
    assert {"en": "Assembly office", "es": "Oficina en la Asamblea"}[language] in reading
    assert {"en": "Speaker for a harbour Pell Anders", "es": "Voz de un puerto Pell Anders"}[language] in reading
    assert not [word for word in ("Washington", "Capitol", "Senad") if word in reading]
    assert broken_rules(table.window, size) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_postcode_with_letters_is_typed_on_the_screens_keyboard_and_forgotten_on_leaving(set_a_table, lerna, size):
    table = set_a_table(pack=lerna, size=size, rewrite=of_lerna)
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    assert visitor.reads("Your postcode")
    assert "KO 14" in visitor.reading()
    assert "ZIP" not in visitor.reading()
    assert broken_rules(table.window, size) == []
    visitor.type("XYZ")
    table.window.shown._find()
    settle()
    assert "It should look like KO 14." in " ".join(visitor.reading().split())
    assert broken_rules(table.window, size) == []
    visitor.tap("Leave")
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    assert visitor.field("Your postcode").text() == ""
    visitor.tap("Skip this step")
    assert visitor.place is Place.LAWMAKERS
    assert visitor.codes() == ["https://assembly.example/find"]


def test_a_vacant_harbour_and_an_unknown_code_are_said_without_our_words(set_a_table, lerna):
    table = set_a_table(pack=lerna, rewrite=of_lerna)
    visitor = look_up(table, "KO16")
    reading = " ".join(visitor.reading().split())
    assert "Speaker for a harbour, Harbour 3: no one holds this seat" in reading
    assert "It will be filled again." in reading
    visitor.tap("Leave")
    visitor = look_up(table, "XX99")
    assert "This postcode is not in our list." in visitor.reading()
    assert visitor.codes() == ["https://assembly.example/find"]
