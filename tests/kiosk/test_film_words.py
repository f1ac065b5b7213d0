"""What the film's screens say is true whatever of the film and its captions is there, in each language of a visitor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from outreach_app.domain.campaign import Campaign
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until
from tests.kiosk.watching import screen_of, watching

LANGUAGES = ("en", "es", "ar")
READ_INSTEAD = "The film cannot play here. You can read it instead."
GO_ON = "The film cannot play here. You can go on without it."
NO_CAPTIONS = "The captions of this film cannot be shown here."
SENTENCES = {READ_INSTEAD, GO_ON, NO_CAPTIONS}
BROKEN = {"no such file": None, "no WebVTT": b"\xff\xfe\x00garbage", "without a caption": b"WEBVTT\n\nNOTE nothing\n"}


class Changed:
    """The sample campaign in three languages, with another film or other captions."""

    def __init__(self, *, has_film: bool = True, captions: dict[str, Path] | None = None) -> None:
        self._has_film, self._captions = has_film, captions

    def __call__(self, campaign: Campaign) -> Campaign:
        film = campaign.film
        assert film is not None
        path = film.path if self._has_film else Path("no such film.mp4")
        captions = film.captions if self._captions is None else self._captions
        changed = replace(film, path=path, captions=captions)
        return replace(campaign, languages=(*campaign.languages, "ar"), film=changed)


def broken_captions(folder: Path, what: bytes | None) -> dict[str, Path]:
    path = folder / "broken.vtt"
    if what is not None:
        path.write_bytes(what)
    return {"en": path, "es": path}


def before_the_film(table) -> Visitor:
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Watch the film")
    return visitor


def told(visitor: Visitor) -> set[str]:
    return {sentence for sentence in SENTENCES if visitor.reads(sentence)}


def staff_read(table) -> list[str]:
    return [notice.code for notice in table.station.film_notices.standing()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", BROKEN.values(), ids=BROKEN)
def test_captions_that_cannot_be_read_are_not_offered_and_everybody_is_told(set_a_table, tmp_path, what, language):
    changed = Changed(captions=broken_captions(tmp_path, what))
    table = set_a_table(language=language, rewrite=changed)
    visitor = watching(table)
    assert told(visitor) == {NO_CAPTIONS}
    assert visitor.says("Captions on") not in visitor.names()
    assert not screen_of(table)._view.is_standing_in
    assert staff_read(table) == ["film-no-captions"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", BROKEN.values(), ids=BROKEN)
def test_the_notice_promises_captions_only_where_they_can_be_read(set_a_table, tmp_path, what, language):
    table = set_a_table(language=language, rewrite=Changed(captions=broken_captions(tmp_path, what)))
    names = before_the_film(table).reading()
    tongue = table.window._tongue()
    for promise in ("{length}, with captions", "{length}, captions on"):
        assert tongue.say(message_about(promise, table)) not in names
    assert tongue.say(message_about("{length} long", table)) in names


def message_about(text: str, table):
    from outreach_app.kiosk.film_length import spoken_length
    from outreach_app.language import _

    return _(text, length=spoken_length(table.campaign.film.seconds))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_film_promises_captions_and_has_them(set_a_table, language):
    table = set_a_table(language=language, rewrite=Changed())
    visitor = before_the_film(table)
    assert table.window._tongue().say(message_about("{length}, with captions", table)) in visitor.reading()
    visitor.tap("Play the film")
    wait_until(lambda: screen_of(table)._view.is_ready, "the first picture")
    assert told(visitor) == set()
    assert visitor.says("Captions on") in visitor.names()
    assert staff_read(table) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_film_its_captions_are_read(set_a_table, language):
    table = set_a_table(language=language, rewrite=Changed(has_film=False))
    visitor = watching(table)
    assert told(visitor) == {READ_INSTEAD}
    assert visitor.says("Captions on") not in visitor.names()
    wait_until(lambda: screen_of(table)._view.accessibleDescription(), "a caption to read")
    assert staff_read(table) == ["film-unreadable"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("has_broken", [False, True], ids=["no captions", "broken captions"])
def test_without_film_and_captions_nothing_is_promised_and_the_way_on_is_the_one_button(
    set_a_table, tmp_path, has_broken, language
):
    captions = broken_captions(tmp_path, None) if has_broken else {}
    table = set_a_table(language=language, rewrite=Changed(has_film=False, captions=captions))
    visitor = watching(table)
    assert told(visitor) == {GO_ON}
    for gone in ("Pause", "Play", "Captions on", "Back 10 s"):
        assert visitor.says(gone) not in visitor.names()
    assert not screen_of(table).holds_attention
    assert not screen_of(table)._now.isVisible()
    assert staff_read(table) == (["film-no-captions"] if has_broken else []) + ["film-unreadable"]
    visitor.tap("Continue")
    assert visitor.place is Place.HOME


def test_a_film_that_was_made_without_captions_says_nothing_of_them(set_a_table):
    table = set_a_table(rewrite=Changed(captions={}))
    visitor = watching(table)
    assert told(visitor) == set()
    assert "Captions on" not in visitor.names()
    assert staff_read(table) == []


def test_where_one_language_s_captions_are_broken_the_campaign_s_own_are_shown(set_a_table, tmp_path):
    whole = set_a_table().campaign.film.captions
    captions = {"en": whole["en"], "es": tmp_path / "no such.vtt"}
    table = set_a_table(language="es", rewrite=Changed(captions=captions))
    visitor = watching(table)
    assert told(visitor) == set()
    assert visitor.says("Captions on") in visitor.names()
    assert staff_read(table) == ["film-no-captions"]


def test_the_words_follow_the_language_as_it_changes(set_a_table, tmp_path):
    whole = set_a_table().campaign.film.captions
    captions = {"en": tmp_path / "no such.vtt", "es": whole["es"]}
    table = set_a_table(rewrite=Changed(has_film=False, captions=captions))
    visitor = watching(table)
    assert told(visitor) == {GO_ON}
    assert "Continue" in visitor.names()
    visitor.tap_name("Español")
    assert told(visitor) == {READ_INSTEAD}
    assert visitor.says("Play") in visitor.names()
    visitor.tap("Play")
    wait_until(lambda: screen_of(table)._view.accessibleDescription(), "a caption to read")
    visitor.tap_name("English")
    assert told(visitor) == {GO_ON}
    assert not screen_of(table)._view.is_playing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_where_captions_are_missing(set_a_table, tmp_path, size, language):
    for has_film in (True, False):
        changed = Changed(has_film=has_film, captions=broken_captions(tmp_path, None))
        table = set_a_table(size=size, language=language, rewrite=changed)
        watching(table)
        settle()
        assert broken_rules(table.window, size) == []
