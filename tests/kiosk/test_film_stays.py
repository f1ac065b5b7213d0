"""The film keeps its place: a window that turns, the *Display* sheet, its end, and captions that stand in for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from PySide6.QtGui import QImage

from outreach_app.domain.campaign import Campaign
from outreach_app.look.film_view import FilmView
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, settle, wait_until
from tests.kiosk.watching import screen_of, watching

LATER = 22.0
TURNED = (800, 1280)


def watching_on(table: Table, seconds: float = LATER) -> tuple[Visitor, FilmView]:
    """A visitor before whom the film plays, or what stands in for it, at a later moment."""
    visitor, view = watching(table), view_of(table)
    view.go_to(seconds)
    wait_until(lambda: view.position > seconds, "the later moment")
    return visitor, view


def view_of(table: Table) -> FilmView:
    return screen_of(table)._view


def turn(table: Table, before: FilmView) -> FilmView:
    """The view that the window has in its other shape."""
    table.window.resize(*TURNED)
    after = view_of(table)
    assert after is not before
    return after


def without_film(campaign: Campaign) -> Campaign:
    assert campaign.film is not None
    return replace(campaign, film=replace(campaign.film, path=Path("no such film.mp4")))


def picture_of(view: FilmView) -> QImage:
    """Its picture without captions, as small as a stamp, so that films of two sizes can be held beside each other."""
    view.show_captions(False)
    return view.grab(view.picture_area().toAlignedRect()).toImage().scaled(64, 36)


def difference(one: QImage, other: QImage) -> float:
    """Mean difference of two pictures' lightness, 0 to 255."""
    places = [(x, y) for x in range(4, 60) for y in range(4, 32)]
    return sum(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) for at in places) / len(places)


def test_a_turned_window_plays_on_from_the_same_moment(set_a_table):
    table = set_a_table()
    _visitor, before = watching_on(table)
    stood = before.position
    after = turn(table, before)
    assert stood <= after.position < stood + 1
    assert after.is_playing
    wait_until(lambda: after.is_ready and after.position > LATER + 1, "the film to go on")
    assert after.position < LATER + 15
    assert not before.is_playing


def test_no_picture_is_blank_or_another_while_the_window_turns(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Pause")
    settle()
    stood = picture_of(before)
    after = turn(table, before)
    assert not after.is_ready, "the picture must be looked at before the file is open"
    assert difference(picture_of(after), stood) < 4
    seen = []
    after._player.frame_came.connect(lambda: seen.append(difference(picture_of(after), stood)))
    wait_until(lambda: seen, "a picture of its own")
    settle()
    assert max(seen) < 4


def test_what_was_paused_stays_paused_at_its_moment_and_says_so(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Pause")
    settle()
    stood = before.position
    after = turn(table, before)
    wait_until(lambda: after.is_ready, "the picture")
    assert after.position == pytest.approx(stood, abs=0.1)
    assert not after.is_playing
    assert "Play" in visitor.names()
    assert "Pause" not in visitor.names()
    assert screen_of(table)._now.text() == f"0:{int(stood):02}"
    visitor.tap("Play")
    wait_until(lambda: after.position > stood + 0.5, "the film to go on")
    assert after.position < stood + 10


def test_captions_that_are_off_and_the_volume_stay(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Captions on")
    screen_of(table)._volume.setValue(70)
    after = turn(table, before)
    wait_until(lambda: after.is_ready and after.position > LATER + 2, "the film to go on")
    assert "Captions off" in visitor.names()
    assert after.accessibleDescription() == ""
    assert screen_of(table)._volume.value() == 70
    assert after._player._volume == pytest.approx(0.7)


def test_a_film_that_is_over_stays_over_and_ten_seconds_back_lead_into_it(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table, 49.2)
    wait_until(lambda: screen_of(table)._is_over, "the end")
    last = picture_of(before)
    after = turn(table, before)
    wait_until(lambda: after.is_ready, "the last picture")
    settle()
    assert "Continue" in visitor.names()
    assert not after.is_playing
    assert screen_of(table)._now.text() == "0:50"
    assert difference(picture_of(after), last) < 4
    visitor.tap("Back 10 s")
    wait_until(lambda: after.is_playing and 39 < after.position < 49, "ten seconds before the end")
    assert "Pause" in visitor.names()


@pytest.mark.parametrize("away", ["help", "display"])
def test_whoever_was_elsewhere_after_the_end_is_led_ten_seconds_back_from_it_too(set_a_table, away):
    table = set_a_table()
    visitor, view = watching_on(table, 48.0)
    wait_until(lambda: screen_of(table)._is_over, "the end")
    last = picture_of(view)
    visitor.tap("Get help" if away == "help" else "Display")
    visitor.tap("Back" if away == "help" else "Done")
    settle()
    assert difference(picture_of(view), last) < 1
    visitor.tap("Back 10 s")
    wait_until(lambda: view.is_playing and 39 < view.position < 49, "ten seconds before the end")


def test_under_the_display_sheet_it_stands_and_afterwards_goes_on_from_there(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Display")
    stood = before.position
    assert not before.is_playing
    visitor.tap_name("Larger text")
    settle()
    after = view_of(table)
    assert after is not before
    assert not after.is_playing
    visitor.tap("Done")
    assert after.is_playing
    wait_until(lambda: after.is_ready and after.position > stood + 0.5, "the film to go on")
    assert after.position < stood + 10


def test_whoever_asks_for_stillness_starts_it_by_hand_where_it_stood(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Display")
    stood = before.position
    visitor.tap_name("Nothing moves")
    settle()
    visitor.tap("Done")
    after = view_of(table)
    wait_until(lambda: after.is_ready, "the picture")
    assert not after.is_playing
    assert "Play" in visitor.names()
    assert after.position == pytest.approx(stood, abs=0.2)


def test_a_window_that_turns_under_a_sheet_stays_covered_and_its_film_still(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Display")
    after = turn(table, before)
    settle()
    assert not after.isVisible()
    assert not after.is_playing
    visitor.tap("Done")
    assert after.isVisible()
    assert after.is_playing


@pytest.mark.parametrize("is_paused", [False, True], ids=["reading", "paused"])
def test_captions_that_stand_in_for_the_film_keep_their_place_too(set_a_table, is_paused):
    table = set_a_table(rewrite=without_film)
    visitor, before = watching_on(table)
    assert before.is_standing_in
    if is_paused:
        visitor.tap("Pause")
    stood = before.position
    after = turn(table, before)
    assert after.is_standing_in
    assert after.position == pytest.approx(stood, abs=0.3)
    assert after.is_playing is not is_paused
    assert visitor.reads("The film cannot play here. You can read it instead.")
    assert after.accessibleDescription() == "Survivors ask. They ask again and again."


def test_a_film_that_got_stuck_is_not_tried_again_when_the_window_turns(set_a_table):
    from outreach_app.look.film_player import FilmTrouble

    table = set_a_table()
    visitor, before = watching_on(table)
    before._player._fail(FilmTrouble.STALLED)
    stood = before.position
    after = turn(table, before)
    wait_until(lambda: after.position > stood + 0.3, "the captions to go on")
    settle()
    assert after.is_standing_in
    assert after.position < stood + 10
    assert visitor.reads("The film cannot play here. You can read it instead.")


def test_the_next_visitor_has_nothing_of_it(set_a_table):
    table = set_a_table()
    visitor, before = watching_on(table)
    visitor.tap("Captions on")
    turn(table, before)
    settle()
    visitor.tap("Leave")
    for name in ("Touch to begin", "Watch the film", "Play the film"):
        visitor.tap(name)
    assert view_of(table).position < 5
    assert "Captions on" in visitor.names()
