"""A pack's films, captions and pictures: only what it says it holds, of kinds we know, and no links elsewhere."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from outreach_app.campaign.ageing import expired, expiring
from outreach_app.campaign.reading import read_campaign
from tests.campaign.packs import (
    MP4_HEAD,
    PNG_HEAD,
    SETTINGS,
    add,
    copy_of_the_sample,
    only_error,
    take_the_films_out,
)

FILM = '\n[film]\nfile = "media/film.mp4"\nseconds = 52\nas_of = 2026-11-22\nexpires = "never"\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    made = copy_of_the_sample(tmp_path)
    take_the_films_out(made)
    return made


def film(pack: Path, table: str, head: bytes = MP4_HEAD, name: str = "film.mp4") -> None:
    (pack / "media").mkdir(exist_ok=True)
    (pack / "media" / name).write_bytes(head)
    add(pack, SETTINGS, table)


def test_a_film_with_captions_and_poster_is_read(pack: Path) -> None:
    film(
        pack,
        FILM + 'poster = "media/poster.png"\n[film.captions]\nen = "media/film.en.vtt"\nes = "media/film.es.vtt"\n',
    )
    (pack / "media" / "poster.png").write_bytes(PNG_HEAD)
    for language in ("en", "es"):
        (pack / "media" / f"film.{language}.vtt").write_text("WEBVTT\n")
    shown = read_campaign(pack).film
    assert shown is not None
    assert shown.path == pack / "media" / "film.mp4"
    assert shown.seconds == 52
    assert shown.poster == pack / "media" / "poster.png"
    assert set(shown.captions) == {"en", "es"}


def test_a_film_that_says_nothing_of_its_age(pack: Path) -> None:
    film(pack, '\n[film]\nfile = "media/film.mp4"\nseconds = 52\nas_of = 2026-11-22\n')
    assert only_error(pack) == (SETTINGS, "film.expires", "This key is missing.")


def test_a_film_that_ends_soon_or_has_ended_is_told(pack: Path) -> None:
    film(pack, FILM.replace('"never"', "2026-12-01"))
    campaign = read_campaign(pack)
    for day, found in ((date(2026, 12, 1), expiring), (date(2026, 12, 2), expired)):
        assert [one.key for one in found(campaign, day) if one.key == "film"] == ["film"]


def test_a_film_that_is_not_there(pack: Path) -> None:
    add(pack, SETTINGS, FILM)
    assert only_error(pack)[:2] == (SETTINGS, "film.file")


@pytest.mark.parametrize(
    "name", ["../../film.mp4", "media/../campaign.toml", "/etc/passwd", "C:\\\\film.mp4", "film.mp4"]
)
def test_a_film_from_elsewhere(pack: Path, name: str) -> None:
    film(pack, f'\n[film]\nfile = "{name}"\nseconds = 52\nas_of = 2026-11-22\nexpires = "never"\n')
    assert only_error(pack)[:2] == (SETTINGS, "film.file")


def test_a_film_that_is_a_link_to_elsewhere(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "private.mp4").write_bytes(MP4_HEAD)
    (pack / "media").mkdir()
    (pack / "media" / "film.mp4").symlink_to(tmp_path / "private.mp4")
    assert only_error(pack)[::2] == (
        "media/film.mp4",
        "This is a link to another place. Put the file here itself.",
    )


def test_a_media_folder_that_is_a_link(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (pack / "media").symlink_to(tmp_path / "elsewhere")
    assert only_error(pack)[0] == "media"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("film.mp4", PNG_HEAD),
        ("page.html", b"<html>"),
        ("icon.svg", b"<svg xmlns="),
        ("view.qml", b"import QtQuick"),
        ("face.ttf", b"\x00\x01\x00\x00"),
        ("film.mp4", b""),
    ],
)
def test_media_that_are_not_what_a_pack_holds(pack: Path, name: str, head: bytes) -> None:
    film(pack, "", head, name)
    file, _key, text = only_error(pack)
    assert file == f"media/{name}"
    assert text.startswith("Its content is not what its name says.")


def test_file_names_that_differ_only_by_capitals(pack: Path) -> None:
    film(pack, "", MP4_HEAD, "film.mp4")
    film(pack, "", MP4_HEAD, "Film.mp4")
    if len(list((pack / "media").iterdir())) == 1:
        pytest.skip("this disk keeps no such twins")
    assert only_error(pack)[2] == "Its name differs from media/Film.mp4 only by capitals. Rename one."


def test_more_files_than_a_pack_holds(pack: Path) -> None:
    (pack / "media").mkdir()
    for number in range(201):
        (pack / "media" / f"{number}.png").write_bytes(PNG_HEAD)
    assert only_error(pack)[2] == "A pack holds at most 200 files."


def test_more_bytes_than_a_pack_holds(pack: Path) -> None:
    film(pack, "")
    os.truncate(pack / "media" / "film.mp4", 201 * 1024 * 1024)
    assert only_error(pack)[2] == "A pack holds at most 200 megabytes."


def test_captions_in_a_language_the_campaign_does_not_speak(pack: Path) -> None:
    film(pack, FILM + 'captions = { fr = "media/film.fr.vtt" }\n')
    (pack / "media" / "film.fr.vtt").write_text("WEBVTT\n")
    assert only_error(pack) == (SETTINGS, "film.captions.fr", "The campaign is not written in this language.")
