"""The way through the first run: which page follows which, whatever was answered before."""

from __future__ import annotations

from enum import Enum, auto

from outreach_app.visit.set_up_draft import SetUpStep


class FirstPlace(Enum):
    """Every page before a table opens."""

    WELCOME = auto()
    EVENTS = auto()  # the device's list of events, once there is one
    GATE = auto()  # the lead PIN, before anything on that list that changes something
    FROM_FILE = auto()  # a set-up made on another device
    KEYS = auto()  # keys for a campaign that has no office yet, onto a stick
    OFFICE = auto()
    CAMPAIGN = auto()
    EVENT = auto()
    PRINTER = auto()
    LAWMAKERS = auto()
    PINS = auto()
    RECOVERY = auto()
    CHECK = auto()
    DONE = auto()


class Turn(Enum):
    """What a person can do on a page that leads elsewhere."""

    NEXT = auto()
    BACK = auto()
    SET_UP = auto()
    USE_FILE = auto()
    MAKE_KEYS = auto()
    MADE = auto()  # the station is there
    NEW_EVENT = auto()
    TRY_DEMO = auto()
    OPEN_STATION = auto()
    QUIT = auto()
    UNLOCKED = auto()  # the lead is there


GUARDED = frozenset({Turn.NEW_EVENT, Turn.QUIT})
"""On a device with stations, these take the lead PIN of the newest one: setting up is the lead's."""


STEPS: tuple[tuple[SetUpStep, FirstPlace], ...] = (
    (SetUpStep.OFFICE, FirstPlace.OFFICE),
    (SetUpStep.CAMPAIGN, FirstPlace.CAMPAIGN),
    (SetUpStep.EVENT, FirstPlace.EVENT),
    (SetUpStep.PRINTER, FirstPlace.PRINTER),
    (SetUpStep.LAWMAKERS, FirstPlace.LAWMAKERS),
    (SetUpStep.PINS, FirstPlace.PINS),
    (SetUpStep.RECOVERY, FirstPlace.RECOVERY),
    (SetUpStep.CHECK, FirstPlace.CHECK),
)
"""The steps that are counted on screen, each with its page."""


def place_of(step: SetUpStep) -> FirstPlace:
    """The page of a step."""
    return dict(STEPS)[step]


def step_of(place: FirstPlace) -> SetUpStep | None:
    """The step of a page; ``None`` for one that is not counted."""
    return next((step for step, its in STEPS if its is place), None)


def number_of(place: FirstPlace) -> tuple[int, int] | None:
    """Which step of how many a page is."""
    places = [its for _step, its in STEPS]
    return (places.index(place) + 1, len(places)) if place in places else None


def after(place: FirstPlace, turn: Turn, unanswered: SetUpStep, *, has_stations: bool) -> FirstPlace:
    """The page that a turn leads to.

    Args:
        place: where they are.
        turn: what they did.
        unanswered: the first step without an answer.
        has_stations: whether the device has events already.
    """
    start = FirstPlace.EVENTS if has_stations else FirstPlace.WELCOME
    match turn:
        case Turn.USE_FILE:
            return FirstPlace.FROM_FILE
        case Turn.MAKE_KEYS:
            return FirstPlace.KEYS
        case Turn.MADE:
            return FirstPlace.DONE
        case Turn.BACK if place is FirstPlace.KEYS:
            return FirstPlace.OFFICE
        case Turn.BACK:
            places = [its for _step, its in STEPS]
            number = places.index(place) if place in places else 0
            return places[number - 1] if number > 0 else start
        case _:
            return place_of(unanswered)
