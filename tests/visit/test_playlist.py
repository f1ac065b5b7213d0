"""What passers-by see, turn by turn, whatever the pack has and whatever the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import Campaign, LoopEntry, LoopPart
from outreach_app.domain.freshness import Freshness
from outreach_app.visit.playlist import Playlist
from tests.visit.table import HandClock

SAMPLE = read_campaign(bundled_campaign())
ENTRIES = some.lists(some.builds(LoopEntry, some.sampled_from(LoopPart), some.integers(4, 120)), min_size=1, max_size=9)


def turns(campaign: Campaign, count: int = 30, signed: int = 80, clock: HandClock | None = None, film: bool = False):
    playlist = Playlist(campaign, clock or HandClock(), lambda: signed)
    playlist.plays_film = film
    return [playlist.next() for _turn in range(count)]


def test_turns_come_in_the_packs_order_and_begin_again():
    pattern = [entry.part for entry in SAMPLE.playlist]
    assert [turn.part for turn in turns(SAMPLE, 2 * len(pattern), film=True)] == pattern * 2


def test_each_turn_shows_the_next_slide_and_the_next_fact():
    shown = turns(SAMPLE, 40)
    slides = [turn.slide for turn in shown if turn.part is LoopPart.SLIDES]
    assert slides[:4] == [*SAMPLE.slides, SAMPLE.slides[0]]
    facts = [turn.fact.id for turn in shown if turn.part is LoopPart.FACTS]
    assert len(set(facts)) > 5


def test_a_fact_that_speaks_to_one_reader_is_kept_off_the_large_screen():
    kept_off = {fact.id for fact in SAMPLE.facts if not fact.is_for_passers_by}
    assert kept_off >= {"removal"}
    assert not kept_off & {turn.fact.id for turn in turns(SAMPLE, 60) if turn.fact is not None}


def test_no_expired_fact_is_shown_even_on_a_screen_that_runs_for_years():
    late = HandClock(datetime(2035, 1, 1, 12, tzinfo=UTC))
    facts = [turn.fact for turn in turns(SAMPLE, 60, clock=late) if turn.fact is not None]
    assert facts
    assert all(fact.freshness.expires is None for fact in facts)


@pytest.mark.parametrize(("signed", "shows"), [(0, False), (24, False), (25, True), (400, True)])
def test_the_goal_waits_for_the_twenty_fifth_pledge(signed: int, shows: bool):
    assert any(turn.part is LoopPart.GOAL for turn in turns(SAMPLE, signed=signed)) is shows


def test_a_film_that_cannot_be_played_is_passed_over():
    assert all(turn.part is not LoopPart.FILM for turn in turns(SAMPLE))


@given(ENTRIES, some.integers(0, 60), some.booleans(), some.booleans(), some.booleans())
def test_there_is_always_something_to_show(entries, signed, has_facts, has_slides, plays_film):
    campaign = replace(
        SAMPLE,
        playlist=tuple(entries),
        facts=SAMPLE.facts if has_facts else (),
        slides=SAMPLE.slides if has_slides else (),
    )
    for turn in turns(campaign, 20, signed, film=plays_film):
        assert turn.seconds > 0 or turn.part is LoopPart.FILM
        assert turn.part is not LoopPart.FILM or plays_film
        assert turn.part is not LoopPart.FACTS or turn.fact is not None
        assert turn.part is not LoopPart.GOAL or (signed >= 25 and turn.goal == campaign.goal)


def test_a_loop_is_passed_over_from_the_day_after_its_last():
    assert SAMPLE.loop is not None
    last_day = datetime(2027, 3, 31, 12, tzinfo=UTC)
    ageing = replace(SAMPLE.loop, freshness=Freshness(SAMPLE.loop.freshness.as_of, last_day.date()))
    campaign = replace(SAMPLE, loop=ageing)
    parts = [{turn.part for turn in turns(campaign, clock=HandClock(day), film=True)} for day in (
        last_day, last_day + timedelta(days=1)
    )]  # fmt: skip
    assert [LoopPart.FILM in found for found in parts] == [True, False]
