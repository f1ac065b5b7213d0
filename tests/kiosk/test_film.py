"""The film at the table: its notice, its screen, the quiet loop, and what happens when films cannot play."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from PySide6.QtWidgets import QAbstractButton

from outreach_app.domain.checks import CheckLevel
from outreach_app.domain.display import Display
from outreach_app.errors import DisplayError
from outreach_app.kiosk.attendee.attract import AttractScreen
from outreach_app.kiosk.attendee.film import FilmScreen
from outreach_app.kiosk.film_length import on_the_clock, spoken_length
from outreach_app.kiosk.film_notices import FilmNotices
from outreach_app.language import _
from outreach_app.look.card import CardButton
from outreach_app.look.film_player import FilmTrouble
from outreach_app.look.words import speak
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit
from tests.journeys.visitor import Visitor
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until


def watching(table) -> Visitor:
    """A visitor before whom the film plays."""
    visitor = Visitor(table.window)
    for name in ("Touch to begin", "Watch the film", "Play the film"):
        visitor.tap(name)
    wait_until(lambda: table.window.shown._view.is_ready, "the first picture")
    return visitor


def test_skip_stands_first_and_is_as_large_as_play_and_looks_the_same(set_a_table):
    for size in SIZES:
        window = set_a_table(size=size).window
        window._take(Step.BEGIN)
        window._take(Step.WATCH_FILM)
        settle()
        skip, play = (card for card in window.shown.findChildren(CardButton) if card.isVisible())
        assert skip.accessibleName().startswith("Skip")
        assert skip.size() == play.size()
        assert skip.property("kind") == play.property("kind")
        assert (skip.y(), skip.x()) < (play.y(), play.x())


def test_the_notice_says_what_it_is_about_how_long_and_that_it_can_be_left(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Watch the film")
    assert visitor.reads(table.campaign.film_notice)
    assert visitor.reads("50 seconds, with captions")
    assert visitor.reads("You can pause or leave at any moment.")


@pytest.mark.parametrize(("day", "is_offered"), [(31, True), (32, False)], ids=["last day", "day after"])
def test_a_film_whose_last_day_is_over_is_not_offered(set_a_table, day, is_offered):
    table = set_a_table(moment=datetime(2027, 3, 1, 12, tzinfo=UTC) + timedelta(days=day - 1))
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    assert visitor.reads("Watch the film") is is_offered
    assert visitor.reads("Get the facts")


@pytest.mark.parametrize("is_demo", [False, True], ids=["table", "demo"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_covered_or_out_of_reach(set_a_table, size, language, is_demo):
    table = set_a_table(size=size, language=language, is_demo=is_demo)
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.WATCH_FILM)
    settle()
    assert broken_rules(window, size) == []
    window._take(Step.PLAY_FILM)
    settle()
    assert broken_rules(window, size) == []
    # The fullest state: with sound, and then with the sentence that it cannot play.
    window.shown._show_volume()
    settle()
    assert broken_rules(window, size) == []
    window.shown._view._player._fail(FilmTrouble.STALLED)
    settle()
    assert broken_rules(window, size) == []


def test_a_film_that_plays_counts_as_somebody_there_and_one_that_stands_does_not(set_a_table):
    table = set_a_table()
    visitor = watching(table)
    table.clock.wait(500)
    table.window._look_whether_idle()
    assert not visitor.reads("Still there?")
    visitor.tap("Pause")
    table.clock.wait(95)
    table.window._look_whether_idle()
    assert visitor.reads("Still there?")


def test_get_help_stills_the_film_and_back_leads_to_where_it_stood(set_a_table):
    table = set_a_table()
    visitor = watching(table)
    film = table.window.shown
    wait_until(lambda: film._view.position > 0.3, "the film to go on")
    visitor.tap("Get help")
    stood = film._view.position
    assert not film._view.is_playing
    visitor.tap("Back")
    assert visitor.place is Place.FILM
    assert table.window.shown is film
    assert film._view.position == pytest.approx(stood, abs=0.2)
    assert "Play" in visitor.names()
    visitor.tap("Play")
    assert film._view.is_playing


def test_back_goes_ten_seconds_back_and_captions_go_off_and_on(set_a_table):
    table = set_a_table()
    visitor = watching(table)
    view = table.window.shown._view
    view.go_to(20)
    wait_until(lambda: view.position >= 20, "the later moment")
    visitor.tap("Back 10 s")
    wait_until(lambda: view.position < 15, "the earlier moment")
    wait_until(lambda: view.accessibleDescription(), "a caption")
    visitor.tap("Captions on")
    assert view.accessibleDescription() == ""
    visitor.tap("Captions off")
    wait_until(lambda: view.accessibleDescription(), "a caption")


def test_the_next_visitor_s_film_begins_anew(set_a_table):
    table = set_a_table()
    visitor = watching(table)
    first = table.window.shown
    visitor.tap("Leave")
    watching(table)
    assert table.window.shown is not first
    assert first._view.is_playing is False


def test_where_no_film_can_play_the_visitor_is_told_calmly_and_the_staff_what_to_do(qtbot, set_a_table):
    table = set_a_table()
    notices = FilmNotices()

    def cannot():
        raise DisplayError(_("Films cannot play: a system library is missing. Run “outreach doctor”, which names it."))

    screen = FilmScreen(
        table.window.shown.theme, campaign=table.campaign, film=table.campaign.film, report=notices.note, bring=cannot
    )
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    speak(screen, table.window._tongue())
    screen.enter(Visit("en"))
    assert screen._note.isVisible()
    assert screen.holds_attention
    (notice,) = notices.standing()
    assert (notice.code, notice.level) == ("film-no-player", CheckLevel.WARN)
    assert notice.remedy is not None
    screen.leave()


def test_every_trouble_has_its_notice_and_stands_once():
    notices = FilmNotices()
    for trouble in (*FilmTrouble, *FilmTrouble):
        notices.note(trouble)
    assert [notice.code for notice in notices.standing()] == [trouble.value for trouble in FilmTrouble]


def test_nothing_is_written_to_the_log_but_the_kind_of_trouble_and_the_file(caplog, set_a_table):
    table = set_a_table()
    watching(table)
    table.window.shown._view._player._fail(FilmTrouble.STALLED)
    assert [record.getMessage() for record in caplog.records] == ["a film does not play: film-stalled (film.mp4)"]


# -- the quiet loop ----------------------------------------------------------------------------------------------------


def loop_of(table) -> AttractScreen:
    """The attract screen, at the moment its film begins."""
    screen = table.window.shown
    assert isinstance(screen, AttractScreen)
    screen._film._opening.setInterval(1)
    screen._film._opening.start()
    wait_until(lambda: screen._film.isVisible(), "the quiet loop")
    return screen


def test_the_first_screen_never_waits_for_the_film(set_a_table):
    screen = set_a_table().window.shown
    assert screen._film._player._player is None
    assert not screen._film.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_plays_muted_with_captions_and_nothing_lies_over_it_but_the_button(set_a_table, size):
    table = set_a_table(size=size)
    screen = loop_of(table)
    assert broken_rules(table.window, size) == []
    screen._film.go_to(2)
    wait_until(lambda: screen._film.accessibleDescription() == "Every day the feed grows.", "the caption")
    assert not screen._film._player.has_sound
    assert screen._begin.isVisible()


def test_touching_the_film_begins_a_visit_and_stills_it(set_a_table):
    table = set_a_table()
    film = loop_of(table)._film
    visitor = Visitor(table.window)
    visitor.tap_on(film)
    assert visitor.place is Place.HOME
    assert not film.is_playing


def test_at_its_end_the_slides_take_their_turns(set_a_table):
    table = set_a_table()
    screen = loop_of(table)
    screen._film.go_to(19.5)
    wait_until(lambda: not screen._film.isVisible(), "the film's end")
    assert screen._timer.isActive()
    assert screen._words.isVisible()


def test_leave_at_the_loop_stills_the_film_for_a_minute(set_a_table):
    table = set_a_table()
    screen = loop_of(table)
    Visitor(table.window).tap("Leave")
    assert not screen._film.is_playing
    assert screen._timer.interval() == 60_000


def test_a_loop_that_cannot_play_gives_way_to_the_slides_and_the_staff_hear_of_it(set_a_table):
    table = set_a_table()
    screen = loop_of(table)
    screen._film._player._fail(FilmTrouble.STALLED)
    assert not screen._film.isVisible()
    assert screen._words.isVisible()
    assert not screen._playlist.plays_film
    assert [notice.code for notice in table.station.film_notices.standing()] == ["film-stalled"]


def test_where_nothing_may_move_the_wall_stands_and_the_film_waits_for_a_hand(qtbot, set_a_table):
    from dataclasses import replace

    table = set_a_table()
    still = replace(table.window.shown.theme, display=Display(still=True))
    attract = AttractScreen(
        still, campaign=table.campaign, clock=table.clock, signed_here=lambda: 0, report=lambda _trouble: None
    )
    qtbot.addWidget(attract)
    assert attract._film is None
    film = FilmScreen(still, campaign=table.campaign, film=table.campaign.film, report=lambda _trouble: None)
    qtbot.addWidget(film)
    film.speak(table.window._tongue())
    film.enter(Visit("en"))
    assert not film._view.is_playing
    assert "Play" in [button.text() for button in film.findChildren(QAbstractButton)]
    film.leave()


# -- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 second"), (50, "50 seconds"), (60, "About 1 minute"), (61, "About 2 minutes")]
)
def test_a_length_is_said_as_people_say_it(seconds, said):
    from tests.look.showing import ENGLISH

    assert ENGLISH.say(spoken_length(seconds)) == said


def test_a_moment_is_shown_as_on_a_clock():
    assert [on_the_clock(seconds) for seconds in (0, 9.9, 72, 3601)] == ["0:00", "0:09", "1:12", "60:01"]
