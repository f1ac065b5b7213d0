"""An author's check looks into films: what does not play, a wrong length, captions that are missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.film_files import read_film_file
from tests.campaign.packs import SETTINGS, change, errors, said, warnings

SAMPLE = bundled_campaign("take-it-down") / "media"
LOOP = (SAMPLE / "loop.mp4").read_bytes()


def test_the_films_of_the_sample_are_what_they_say():
    for name, seconds in (("film", 50), ("loop", 20)):
        file = read_film_file(SAMPLE / f"{name}.mp4")
        assert file is not None
        assert file.seconds == pytest.approx(seconds, abs=0.1)
        assert file.pictures == {b"avc1"}
        assert file.is_playable


@given(some.integers(0, 4_000), some.binary(min_size=1, max_size=40))
def test_a_file_with_other_bytes_in_it_is_read_or_found_to_make_no_sense(tmp_path_factory, at, other):
    path = tmp_path_factory.mktemp("films") / "film.mp4"
    path.write_bytes(LOOP[:at] + other + LOOP[at + len(other) :][:8_000])
    read_film_file(path)


@pytest.mark.parametrize("length", [0, 7, 8, 40, 3_000, len(LOOP) - 1])
def test_a_file_that_is_cut_off_makes_no_sense(tmp_path: Path, length: int):
    (tmp_path / "film.mp4").write_bytes(LOOP[:length])
    assert read_film_file(tmp_path / "film.mp4") is None


def test_a_pack_whose_film_is_cut_off_is_refused(pack: Path):
    file = pack / "media" / "film.mp4"
    file.write_bytes(file.read_bytes()[:5_000])
    assert [problem[:2] for problem in said(errors(pack))] == [(SETTINGS, "film.file")]


def test_a_length_that_is_not_the_file_s_is_refused_for_the_notice_would_say_it(pack: Path):
    change(pack, SETTINGS, "seconds = 50", "seconds = 120")
    ((_file, key, text),) = said(errors(pack))
    assert key == "film.seconds"
    assert "120" in text
    assert "50" in text


def test_captions_that_cannot_be_read_are_refused_and_missing_ones_are_worth_a_look(pack: Path):
    (pack / "media" / "film.es.vtt").write_text("WEBVTT\n\n00:01 --> 00:02\nHola\n")
    assert [problem[1] for problem in said(errors(pack))] == ["film.captions.es"]
    change(pack, SETTINGS, ', es = "media/film.es.vtt"', "")
    assert "film.captions.es" in [problem[1] for problem in said(warnings(pack))]
    change(pack, SETTINGS, 'en = "media/film.en.vtt"', "")
    assert "film.captions" in [problem[1] for problem in said(warnings(pack))]


def test_a_caption_after_the_end_is_worth_a_look(pack: Path):
    with (pack / "media" / "loop.en.vtt").open("a") as file:
        file.write("\n00:21.000 --> 00:22.000\nToo late\n")
    assert "loop.captions.en" in [problem[1] for problem in said(warnings(pack))]
