"""When the table asks whether anybody is still there, and when it clears the screen."""

from __future__ import annotations

import pytest

from outreach_app.visit.flow import RESTING_PLACES, STAFF_PLACES, Place
from outreach_app.visit.idling import IdleClock, Patience, Stillness
from outreach_app.visit.preferences import Preferences

ASKS_AFTER = {
    Place.HOME: 40,
    Place.AGE: 40,
    Place.NOT_NOW: 40,
    Place.THANKS: 40,
    Place.ZIP: 40,
    Place.FILM_NOTICE: 90,
    Place.FILM: 90,
    Place.FACTS: 90,
    Place.NOTICE: 90,
    Place.LAWMAKERS: 90,
    Place.ACT: 90,
    Place.OTHER_WAYS: 90,
    Place.TAKE: 90,
    Place.PLEDGE: 90,
    Place.CONSENTS: 90,
    Place.SIGN: 90,
    Place.HELP: 180,
    Place.GATE: 40,
    Place.QUESTIONS: 90,
}


@pytest.fixture
def idle(clock):
    return IdleClock(clock, lambda: Patience.of_preferences(Preferences()))


def test_every_place_of_a_visitor_but_those_of_nobody_has_its_patience():
    assert set(ASKS_AFTER) == set(Place) - RESTING_PLACES - STAFF_PLACES


@pytest.mark.parametrize("place", [place for place in Place if place in STAFF_PLACES])
def test_the_staff_area_locks_by_itself_and_says_so_ten_seconds_before(idle, clock, place):
    clock.wait(49.9)
    assert idle.look(place) == (Stillness.PRESENT, 0)
    clock.wait(0.2)
    assert idle.look(place) == (Stillness.ASKING, 10)
    assert idle.count_down_at(place) == 10
    clock.wait(10)
    assert idle.look(place) == (Stillness.GONE, 0)


@pytest.mark.parametrize(("place", "seconds"), ASKS_AFTER.items())
def test_a_place_asks_and_clears_at_its_seconds(idle, clock, place, seconds):
    clock.wait(seconds - 0.1)
    assert idle.look(place) == (Stillness.PRESENT, 0)
    clock.wait(0.1)
    assert idle.look(place) == (Stillness.ASKING, 20)
    clock.wait(19.9)
    assert idle.look(place) == (Stillness.ASKING, 1)
    clock.wait(0.2)
    assert idle.look(place) == (Stillness.GONE, 0)


@pytest.mark.parametrize("place", ASKS_AFTER)
def test_a_touch_while_it_asks_gives_the_whole_time_again(idle, clock, place):
    clock.wait(ASKS_AFTER[place] + 10)
    assert idle.look(place)[0] is Stillness.ASKING
    idle.touched()
    clock.wait(ASKS_AFTER[place] - 0.1)
    assert idle.look(place) == (Stillness.PRESENT, 0)


def test_the_count_runs_down_a_second_at_a_time(idle, clock):
    clock.wait(40)
    counted = []
    while (look := idle.look(Place.HOME))[0] is Stillness.ASKING:
        counted.append(look[1])
        clock.wait(1)
    assert counted == list(range(idle.count_down_at(Place.HOME), 0, -1))


@pytest.mark.parametrize("place", [place for place in Place if place in RESTING_PLACES])
def test_what_waits_for_visitors_never_asks_however_long_nobody_comes(idle, clock, place):
    clock.wait(30 * 24 * 3600)
    assert idle.look(place) == (Stillness.PRESENT, 0)
