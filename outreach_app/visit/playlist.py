"""What the attract screen shows now, and what comes after: the pack's playlist, over and over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.domain.campaign import Campaign, Fact, LoopEntry, LoopPart
from outreach_app.domain.wording import Wording
from outreach_app.visit.ports import Clock, today

SHOWS_COUNT_FROM = 25
"""A smaller number of pledges says nothing good about a table, so it is not shown."""

_RESTS_SECONDS = 60


@dataclass(frozen=True)
class Turn:
    """One turn on the attract screen.

    Attributes:
        part: what kind of thing is shown.
        seconds: how long it stands; 0 for the film, which plays whole.
        slide: the sentence under the motto; ``None`` where only the motto stands.
        fact: the fact, of a turn of facts.
        signed, goal: pledges so far at this table and hoped for at one event, of a turn of the goal.
    """

    part: LoopPart
    seconds: int
    slide: Wording | None = None
    fact: Fact | None = None
    signed: int = 0
    goal: int = 0


class Playlist:
    """The turns, one after the other. Whatever cannot be shown now is passed over.

    Args:
        campaign: whose playlist it is.
        clock: facts and films expire at midnight, on a screen that may run for days.
        signed_here: counts the pledges of this table.
    """

    def __init__(self, campaign: Campaign, clock: Clock, signed_here: Callable[[], int]) -> None:
        self._campaign = campaign
        self._clock = clock
        self._signed_here = signed_here
        self._entry = self._slide = self._fact = 0
        self.plays_film = campaign.loop is not None
        """Set to false once the film cannot be played here; its turns are passed over from then on."""

    def next(self) -> Turn:
        """The turn that comes now; the motto alone if nothing at all can be shown."""
        entries = self._campaign.playlist
        for _try in entries:
            entry = entries[self._entry % len(entries)]
            self._entry += 1
            turn = self._turn(entry)
            if turn is not None:
                return turn
        return Turn(LoopPart.SLIDES, _RESTS_SECONDS)

    def _turn(self, entry: LoopEntry) -> Turn | None:
        match entry.part:
            case LoopPart.FILM:
                is_shown = self.plays_film and self._campaign.loop_on(today(self._clock)) is not None
                return Turn(LoopPart.FILM, 0) if is_shown else None
            case LoopPart.SLIDES:
                return self._next_slide(entry)
            case LoopPart.FACTS:
                return self._next_fact(entry)
            case LoopPart.GOAL:
                return self._goal(entry)

    def _next_slide(self, entry: LoopEntry) -> Turn | None:
        slides = self._campaign.slides
        if not slides:
            return None
        self._slide += 1
        return Turn(LoopPart.SLIDES, entry.seconds, slide=slides[(self._slide - 1) % len(slides)])

    def _next_fact(self, entry: LoopEntry) -> Turn | None:
        facts = [fact for fact in self._campaign.facts_on(today(self._clock)) if fact.is_for_passers_by]
        if not facts:
            return None
        self._fact += 1
        return Turn(LoopPart.FACTS, entry.seconds, fact=facts[(self._fact - 1) % len(facts)])

    def _goal(self, entry: LoopEntry) -> Turn | None:
        signed, goal = self._signed_here(), self._campaign.goal
        if goal is None or signed < SHOWS_COUNT_FROM:
            return None
        return Turn(LoopPart.GOAL, entry.seconds, signed=signed, goal=goal)
