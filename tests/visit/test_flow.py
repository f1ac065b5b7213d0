"""The way through a visit: no dead end, no circle, and no way back to what is over."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.visit.flow import (
    RESTING_PLACES,
    STAFF_PLACES,
    TIMETABLE,
    WITH_BACK,
    Journey,
    Place,
    Step,
    steps_from,
)
from outreach_app.visit.visit import Visit
from tests.visit.table import pledge_form

WALKS = some.integers(0, 2**32).map(lambda seed: Random(seed).choices(range(60), k=150))
"""A long walk, a number a step: short ones end before anything has happened."""


def journey_along(*steps: Step) -> Journey:
    journey = Journey()
    for step in steps:
        journey.take(step)
    return journey


def shortest_ways() -> dict[Place, tuple[Step, ...]]:
    """The fewest steps from the loop to each place that can be reached."""
    ways: dict[Place, tuple[Step, ...]] = {Place.ATTRACT: ()}
    waiting = [Place.ATTRACT]
    for place in waiting:
        for step in sorted(steps_from(place) - {Step.BACK, Step.LEAVE}, key=lambda step: step.value):
            goal = journey_along(*ways[place], step).at
            if goal not in ways:
                ways[goal] = (*ways[place], step)
                waiting.append(goal)
    return ways


def test_every_place_is_reached_from_the_loop():
    assert set(shortest_ways()) == set(Place)


@pytest.mark.parametrize("place", Place)
def test_leave_leads_back_to_the_loop_from_every_place_and_forgets_the_way(place):
    journey = journey_along(*shortest_ways()[place])
    assert journey.at is place
    assert Step.LEAVE in steps_from(place)
    assert journey.take(Step.LEAVE) is Place.ATTRACT
    assert journey.take(Step.BEGIN) is Place.HOME


@pytest.mark.parametrize("place", [place for place in Place if place not in STAFF_PLACES])
def test_help_is_reached_from_every_place_and_back_leads_to_where_it_was_asked_for(place):
    journey = journey_along(*shortest_ways()[place])
    assert Step.GET_HELP in steps_from(place)
    assert journey.take(Step.GET_HELP) is Place.HELP
    journey.take(Step.GET_HELP)
    if place is not Place.HELP:
        assert journey.take(Step.BACK) is place


@pytest.mark.parametrize("place", [place for place in Place if place not in STAFF_PLACES])
def test_the_staffs_door_is_reached_from_every_screen_of_a_visitor_and_back_leads_to_where_it_was_opened(place):
    journey = journey_along(*shortest_ways()[place])
    assert journey.take(Step.OPEN_STAFF_DOOR) is Place.GATE
    journey.take(Step.OPEN_STAFF_DOOR)
    if place is not Place.GATE:
        assert journey.take(Step.BACK) is place


def test_staff_places_are_reached_only_through_the_gate_and_only_by_a_pin_or_the_code():
    into = {(at, step) for (at, step), goal in TIMETABLE.items() if goal in STAFF_PLACES and at not in STAFF_PLACES}
    assert into == {(Place.GATE, Step.UNLOCK), (Place.GATE, Step.UNLOCK_BY_CODE)}
    assert TIMETABLE[Place.GATE, Step.UNLOCK_BY_CODE] is Place.NEW_PINS
    for place in set(Place) - STAFF_PLACES - {Place.GATE}:
        for step in steps_from(place):
            assert journey_along(*shortest_ways()[place], step).at not in STAFF_PLACES


@pytest.mark.parametrize("place", [place for place in Place if place in STAFF_PLACES])
def test_from_the_staffs_places_nothing_leads_to_a_visitors_screen_but_where_the_next_visit_begins(place):
    for step in steps_from(place):
        goal = journey_along(*shortest_ways()[place], step).at
        assert goal in STAFF_PLACES | RESTING_PLACES
    for step in (Step.GET_HELP, Step.OPEN_STAFF_DOOR):
        with pytest.raises(KeyError):
            journey_along(*shortest_ways()[place], step)


def test_whatever_a_visitor_was_in_the_middle_of_ends_when_staff_come_in():
    journey = journey_along(Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.OPEN_STAFF_DOOR, Step.UNLOCK)
    with pytest.raises(KeyError):
        journey.take(Step.BACK)
    assert journey.take(Step.LEAVE) is Place.ATTRACT


def test_a_table_that_is_not_open_begins_and_ends_every_visit_at_the_closed_screen():
    journey = Journey(Place.PAUSED)
    assert journey.at is Place.PAUSED
    assert journey.take(Step.GET_HELP) is Place.HELP
    assert journey.take(Step.BACK) is Place.PAUSED
    journey.take(Step.OPEN_STAFF_DOOR)
    assert journey.take(Step.LEAVE) is Place.PAUSED


@pytest.mark.parametrize("place", [place for place in Place if place in WITH_BACK])
def test_back_leads_out_of_every_place_that_offers_it(place):
    journey = journey_along(*shortest_ways()[place])
    assert journey.take(Step.BACK) is not place


def test_back_is_refused_where_it_is_not_offered():
    for place in set(Place) - WITH_BACK:
        assert Step.BACK not in steps_from(place)
        journey = journey_along(*shortest_ways()[place])
        with pytest.raises(KeyError):
            journey.take(Step.BACK)
        assert journey.at is place


def test_a_step_that_a_place_does_not_have_is_refused_and_moves_nobody():
    journey = journey_along(Step.BEGIN)
    with pytest.raises(KeyError):
        journey.take(Step.PLEDGE_KEPT)
    assert journey.at is Place.HOME


def test_thanks_is_reached_only_with_a_kept_pledge_or_by_who_has_signed_already():
    assert {step for (_, step), goal in TIMETABLE.items() if goal is Place.THANKS} == {
        Step.PLEDGE_KEPT,
        Step.SHOW_THANKS,
    }


def test_only_an_answered_age_question_leads_into_the_form():
    assert {step for (_, step), goal in TIMETABLE.items() if goal is Place.PLEDGE} == {
        Step.AGE_MEETS_LIMIT,
        Step.START_PLEDGE_OF_AGE,
        Step.CHANGE_DETAILS,
        Step.SIGN_AGAIN,
    }


def test_the_age_is_asked_once_in_a_visit():
    visit = Visit("en", journey_along(Step.BEGIN))
    assert visit.journey.take(visit.pledge_step(pledge_form())) is Place.AGE
    visit.meets_age_limit = True
    visit.journey.take(Step.AGE_MEETS_LIMIT)
    assert visit.journey.take(Step.BACK) is Place.HOME
    assert visit.journey.take(visit.pledge_step(pledge_form())) is Place.PLEDGE


def test_whoever_changes_their_details_comes_back_to_sign_and_back_does_not_lead_to_sign_again():
    journey = journey_along(
        Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS, Step.CHOOSE_CONSENTS
    )
    assert journey.take(Step.CHANGE_DETAILS) is Place.PLEDGE
    assert journey.take(Step.GIVE_DETAILS) is Place.CONSENTS
    assert journey.take(Step.BACK) is Place.PLEDGE
    assert journey.take(Step.BACK) is Place.HOME


def test_whoever_came_from_the_facts_goes_back_to_the_facts_and_not_to_the_age_question():
    journey = journey_along(Step.BEGIN, Step.READ_FACTS, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT)
    assert journey.take(Step.BACK) is Place.FACTS


def test_whoever_is_too_young_goes_back_home_and_is_not_asked_again():
    visit = Visit("en", journey_along(Step.BEGIN, Step.START_PLEDGE))
    visit.meets_age_limit = False
    visit.journey.take(Step.AGE_UNDER_LIMIT)
    assert visit.journey.take(Step.BACK) is Place.HOME
    assert visit.journey.take(visit.pledge_step(pledge_form())) is Place.NOT_NOW


def test_help_opened_at_the_age_question_leads_back_to_it_while_it_is_unanswered():
    journey = journey_along(Step.BEGIN, Step.START_PLEDGE, Step.GET_HELP)
    assert journey.take(Step.BACK) is Place.AGE


@given(WALKS)
def test_a_random_walk_never_raises_and_leave_always_ends_it(choices):
    journey = Journey()
    for choice in choices:
        steps = sorted(steps_from(journey.at), key=lambda step: step.value)
        assert journey.take(steps[choice % len(steps)]) in Place
    assert journey.take(Step.LEAVE) is Place.ATTRACT


@given(WALKS)
def test_back_never_runs_in_circles(choices):
    journey = Journey()
    for choice in choices:
        steps = sorted(steps_from(journey.at) - {Step.LEAVE}, key=lambda step: step.value)
        journey.take(steps[choice % len(steps)])
    seen = [journey.at]
    while journey.at in WITH_BACK:
        seen.append(journey.take(Step.BACK))
    assert len(seen) == len(set(seen))


@given(WALKS, some.booleans())
def test_back_never_reopens_an_answered_age_question_nor_the_form_of_a_kept_pledge(choices, meets_limit):
    """A walk as the screens make it: the step to the pledge is the visit's own."""
    visit = Visit("en")
    for choice in choices:
        step = choose_a_step(visit, choice)
        if step in (Step.AGE_MEETS_LIMIT, Step.AGE_UNDER_LIMIT):
            visit.meets_age_limit = meets_limit
            step = Step.AGE_MEETS_LIMIT if meets_limit else Step.AGE_UNDER_LIMIT
        if step is Step.PLEDGE_KEPT:
            visit.receipt = object()
        if step is Step.SIGN_AGAIN:
            # The book has taken the mistyped pledge back, and the receipt with it.
            visit.receipt = None
        place = visit.journey.take(step)
        if step is Step.BACK:
            assert place is not Place.AGE or visit.meets_age_limit is None
        if visit.receipt is not None:
            assert place not in {Place.AGE, Place.PLEDGE, Place.CONSENTS, Place.NOTICE, Place.SIGN}
        if visit.meets_age_limit is False:
            assert place not in {Place.AGE, Place.PLEDGE, Place.CONSENTS, Place.SIGN}


def choose_a_step(visit: Visit, choice: int) -> Step:
    steps = set(steps_from(visit.journey.at)) - {Step.LEAVE}
    to_the_pledge = {step for step in Step if step.name.startswith("START_PLEDGE")} | {Step.SHOW_THANKS}
    if steps & to_the_pledge:
        steps = steps - to_the_pledge | {visit.pledge_step(pledge_form())}
    in_order = sorted(steps, key=lambda step: step.value)
    return in_order[choice % len(in_order)]


def test_the_zip_is_asked_only_of_whoever_gave_none():
    visit = Visit("en")
    assert visit.lawmaker_step() is Step.ASK_ZIP
    visit.finding = object()
    assert visit.lawmaker_step() is Step.SHOW_LAWMAKERS
