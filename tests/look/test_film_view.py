"""A film on screen: its picture whole, its captions over it, and what stands in when it cannot play."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.errors import DisplayError
from outreach_app.language import _
from tests.look.films import make_film
from tests.look.showing import ENGLISH, SPANISH, picture, show

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from outreach_app.domain.campaign import Film
from outreach_app.domain.freshness import Freshness
from outreach_app.look.film_player import FilmTrouble
from outreach_app.look.film_view import FilmView

PATIENCE_MS = 20_000
POSTER = QColor("#336699")
GOOD_FOR_EVER = Freshness(date(2026, 11, 22), None)


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Film:
    folder = tmp_path_factory.mktemp("films")
    captions = {"en": "Take it down.", "es": "Que lo quiten."}
    for language, words in captions.items():
        text = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{words}\n\n00:01.200 --> 00:02.000\nTwo\nlines\n"
        (folder / f"film.{language}.vtt").write_text(text, encoding="utf-8")
    poster = QImage(320, 180, QImage.Format.Format_RGB32)
    poster.fill(POSTER)
    poster.save(str(folder / "poster.png"))
    return Film(
        path=make_film(folder / "film.mp4", 2.0),
        seconds=2,
        captions={language: folder / f"film.{language}.vtt" for language in captions},
        poster=folder / "poster.png",
        freshness=GOOD_FOR_EVER,
    )


@pytest.fixture
def on_screen(qtbot, wide_theme):
    """Show a view of a film; it lets go of its file when the test is over."""
    views: list[FilmView] = []

    def make(film: Film, size=(640, 360), tongue=ENGLISH, **how) -> FilmView:
        view = FilmView(wide_theme.in_scheme("attract"), film, fallback_language="en", **how)
        views.append(view)
        return show(qtbot, wide_theme.in_scheme("attract"), view, size, tongue)

    yield make
    for view in views:
        view.close_film()


def cannot():
    raise DisplayError(_("Films cannot play: a system library is missing. Run “outreach doctor”, which names it."))


def test_before_it_plays_the_poster_is_seen(on_screen, film):
    assert picture(on_screen(film)).pixelColor(5, 5) == POSTER


def test_then_its_frames_are_seen_whole_with_the_ground_beside_them(qtbot, on_screen, film, wide_theme):
    view = on_screen(film, (900, 360))
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.prepare()
    image = picture(view)
    assert view.picture_area().getRect() == (130, 0, 640, 360)
    assert image.pixelColor(10, 10) == wide_theme.in_scheme("attract").color("paper")
    assert image.pixelColor(140, 10).lightness() < 10


@pytest.mark.parametrize(("size", "is_below"), [((640, 360), False), ((640, 900), True)])
def test_captions_stand_over_the_foot_of_the_picture_or_below_it_where_there_is_room(on_screen, film, size, is_below):
    view = on_screen(film, size)
    plate = view._plate_area()
    assert view.rect().toRectF().contains(plate)
    assert (plate.top() > view.picture_area().bottom()) == is_below
    ground = picture(view).pixelColor(round(plate.left()) + 12, round(plate.center().y()))
    assert ground == view._plate._theme.color("scrim")


def test_captions_are_on_by_default_speak_the_language_and_can_be_hidden(on_screen, film):
    view = on_screen(film)
    assert view.accessibleDescription() == "Take it down."
    with_captions = picture(view)
    view.speak(SPANISH)
    assert view.accessibleDescription() == "Que lo quiten."
    assert picture(view) != with_captions
    view.show_captions(False)
    assert view.accessibleDescription() == ""
    assert picture(view) != with_captions
    view.show_captions(True)
    view.speak(ENGLISH)
    assert picture(view) == with_captions


def test_captions_change_as_the_film_goes_on(qtbot, on_screen, film):
    view = on_screen(film)
    said = set()
    view.moved.connect(lambda _seconds: said.add(view.accessibleDescription()))
    with qtbot.waitSignal(view.ended, timeout=PATIENCE_MS):
        view.play()
    assert {"Take it down.", "Two lines"} <= said


def test_a_language_without_captions_reads_those_of_the_campaigns_own(on_screen, film):
    from dataclasses import replace

    view = on_screen(replace(film, captions={"en": film.captions["en"]}), tongue=SPANISH)
    assert view.accessibleDescription() == "Take it down."


def test_captions_that_cannot_be_read_are_told_and_the_film_plays(qtbot, on_screen, film, tmp_path):
    from dataclasses import replace

    view = FilmView(
        on_screen(film)._plate._theme, replace(film, captions={"en": tmp_path / "no.vtt"}), fallback_language="en"
    )
    qtbot.addWidget(view)
    told = []
    view.troubled.connect(told.append)
    view.speak(ENGLISH)
    assert told == [FilmTrouble.NO_CAPTIONS]
    assert not view.is_standing_in
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.prepare()
    view.close_film()


def test_where_no_film_can_play_poster_and_captions_go_on_at_its_pace(qtbot, on_screen, film):
    view = on_screen(film, bring=cannot)
    view.show_captions(False)
    told, said = [], set()
    view.troubled.connect(told.append)
    view.moved.connect(lambda _seconds: said.add(view.accessibleDescription()))
    with qtbot.waitSignal(view.ended, timeout=PATIENCE_MS):
        view.play()
    assert told == [FilmTrouble.NO_PLAYER]
    assert view.is_standing_in
    assert {"Take it down.", "Two lines"} <= said, "in the film's place captions are shown even if they were off"
    assert picture(view).pixelColor(5, 5) == POSTER
    assert view.position == film.seconds


def test_what_stands_in_is_paused_and_wound_back_like_a_film(qtbot, on_screen, film):
    view = on_screen(film, bring=cannot)
    view.play()
    qtbot.waitUntil(lambda: view.position > 0.3, timeout=PATIENCE_MS)
    view.pause()
    stood = view.position
    qtbot.wait(300)
    assert view.position == stood
    view.go_to(-5)
    assert view.position == 0


def test_a_film_that_gets_stuck_goes_on_with_captions_from_there(qtbot, on_screen, film):
    view = on_screen(film)
    view.play()
    qtbot.waitUntil(lambda: view.position > 0.4, timeout=PATIENCE_MS)
    view._player._fail(FilmTrouble.STALLED)
    assert view.is_standing_in
    assert view.position >= 0.4
    with qtbot.waitSignal(view.ended, timeout=PATIENCE_MS):
        assert view.is_playing


def test_without_poster_and_captions_there_is_the_bare_ground_and_no_fault(qtbot, on_screen, tmp_path, wide_theme):
    view = on_screen(Film(tmp_path / "no.mp4", 1, {}, tmp_path / "no.png", GOOD_FOR_EVER))
    with qtbot.waitSignal(view.ended, timeout=PATIENCE_MS):
        view.play()
    assert picture(view).pixelColor(320, 180) == wide_theme.in_scheme("attract").color("paper")


def test_what_lies_over_the_picture_is_left_alone_and_captions_go_beside_it(on_screen, film):
    view = on_screen(film, (1280, 720))
    view.keep_clear(QRect(744, 552, 496, 116), QRect(0, 552, 724, 116))
    plate = view._plate_area()
    assert plate.right() < 744
    assert QRect(0, 552, 724, 116).contains(plate.toAlignedRect())
