"""Every sentence of the program two fifths longer: a translation nobody has made yet must fit, too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_app import language
from outreach_app.asset_files import asset
from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.language import Tongue, _
from tests.journeys.visitor import Visitor
from tests.kiosk.stretching import CODE, stretched, write_catalogue
from tests.kiosk.table import Table, prepare_application, settle
from tests.kiosk.test_right_to_left import faults_of


@pytest.fixture
def stretched_language(tmp_path, monkeypatch):
    """The program's catalogues in another folder, with that language beside them."""
    folder = tmp_path / "locale"
    write_catalogue(folder)
    monkeypatch.setattr(language, "asset", lambda *parts: folder if parts == ("locale",) else asset(*parts))


def test_a_stretched_sentence_keeps_its_blanks_and_grows_by_two_fifths():
    sentence = "**{count}** people have signed\nat this table"
    said = stretched(sentence)
    assert said.startswith("**{count}** ")
    assert said.count("**") == 2
    assert "\n" in said
    assert 0 <= len(said) - len(sentence) - round(0.4 * len(" people have signedat this table")) <= 6


def test_the_window_speaks_it(stretched_language):
    assert Tongue(CODE).say(_("Touch to begin")) == stretched("Touch to begin")


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)], ids=["1024x600", "1280x800"])
def test_nothing_is_cut_covered_or_out_of_reach_when_every_sentence_is_longer(qapp, stretched_language, tmp_path, size):
    prepare_application()
    first = read_campaign(bundled_campaign())
    faults = faults_of(replace(first, languages=("en", CODE)), CODE, size, tmp_path, is_demo=False)
    assert not faults, "\n".join(faults)


def test_the_promise_that_had_no_room_in_one_language_stands_there_again_in_the_other(
    qapp, stretched_language, tmp_path
):
    prepare_application()
    with Table(tmp_path, rewrite=lambda campaign: replace(campaign, languages=("en", CODE))) as table:
        visitor = Visitor(table.window)
        visitor.tap("Touch to begin")
        badge = table.window._header._bars["light"]._badge
        assert badge.isVisible()
        table.window.speak_language(CODE)
        settle()
        assert not badge.isVisible(), "there is room for both, so this proves nothing"
        table.window.speak_language("en")
        settle()
        assert badge.isVisible()
