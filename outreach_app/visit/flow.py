"""The way through a visit, laid out like a timetable: from a place, by a step, to a place.

Get help, Leave and the staff's hidden door start from every visitor's screen, so they stand apart from the table.
*Back* goes where somebody came from. Behind the gate there is no way out but Leave, which ends at the visitors' screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class Place(Enum):
    """Every screen of a table: the visitors', the gate, and the staff's behind it."""

    ATTRACT = auto()  # the loop that passers-by see
    HOME = auto()
    FILM_NOTICE = auto()  # what the film is about and how long, with Skip as large as Play
    FILM = auto()
    FACTS = auto()
    AGE = auto()
    NOT_NOW = auto()  # under the age limit: thanks, and everything that keeps nothing
    PLEDGE = auto()
    QUESTIONS = auto()  # where the pack has questions of its own
    CONSENTS = auto()
    NOTICE = auto()  # the full notice of what happens to details
    SIGN = auto()
    THANKS = auto()
    ZIP = auto()
    LAWMAKERS = auto()
    ACT = auto()
    OTHER_WAYS = auto()  # what anybody can do, whoever speaks for them
    TAKE = auto()
    HELP = auto()
    PAUSED = auto()  # what visitors see while the table is not open
    GATE = auto()  # the staff's PIN
    DESK = auto()
    CHECKLIST = auto()
    PRINTER = auto()
    COPYING = auto()
    CLOSING = auto()
    WITHDRAWING = auto()
    ERASING = auto()  # somebody without a code asks the office to erase them
    UNDOING = auto()
    PAPER_SHEET = auto()  # a pledge that was signed on paper
    REHEARSAL = auto()
    SETTINGS = auto()
    NEW_PINS = auto()
    EVENTS = auto()
    RECEIPT = auto()  # the office says that it has everything
    SAVING = auto()  # pages and a report, onto a stick


class Step(Enum):
    """Everything a visitor, or staff behind the gate, can do that leads elsewhere."""

    BEGIN = auto()
    WATCH_FILM = auto()
    SKIP_FILM = auto()
    PLAY_FILM = auto()
    LEAVE_FILM = auto()
    READ_FACTS = auto()
    START_PLEDGE = auto()
    START_PLEDGE_OF_AGE = auto()  # the age was given earlier in this visit and meets the limit
    START_PLEDGE_UNDER_AGE = auto()  # it was given and does not meet the limit
    SHOW_THANKS = auto()  # they have signed already in this visit
    AGE_MEETS_LIMIT = auto()
    AGE_UNDER_LIMIT = auto()
    ASK_QUESTIONS = auto()
    GIVE_DETAILS = auto()
    CHOOSE_CONSENTS = auto()
    READ_NOTICE = auto()
    CHANGE_DETAILS = auto()
    PLEDGE_KEPT = auto()  # only ever emitted with the book's receipt in hand
    SIGN_AGAIN = auto()  # only ever emitted once the book has taken the mistyped pledge back
    ASK_ZIP = auto()
    SHOW_LAWMAKERS = auto()
    CHANGE_ZIP = auto()
    CHOOSE_LAWMAKER = auto()
    SEE_OTHER_WAYS = auto()
    TAKE_IT = auto()
    BACK = auto()
    GET_HELP = auto()
    LEAVE = auto()
    OPEN_STAFF_DOOR = auto()
    UNLOCK = auto()  # only ever emitted with a PIN that fits
    UNLOCK_BY_CODE = auto()  # only ever emitted with the recovery code
    CHECK_TABLE = auto()
    SEE_PRINTER = auto()
    COPY_PLEDGES = auto()
    CLOSE_EVENT = auto()
    TAKE_PLEDGE_BACK = auto()
    ASK_WITHOUT_CODE = auto()
    UNDO_NEWEST = auto()
    ENTER_PAPER_SHEET = auto()
    PRACTISE = auto()
    PAUSE = auto()
    CHANGE_SETTINGS = auto()
    SEE_EVENTS = auto()
    CHANGE_PINS = auto()
    PINS_KEPT = auto()
    TAKE_RECEIPT = auto()
    SAVE_TO_STICK = auto()


TIMETABLE: Mapping[tuple[Place, Step], Place] = MappingProxyType(
    {
        (Place.ATTRACT, Step.BEGIN): Place.HOME,
        # The doors of the home screen.
        (Place.HOME, Step.WATCH_FILM): Place.FILM_NOTICE,
        (Place.HOME, Step.READ_FACTS): Place.FACTS,
        (Place.HOME, Step.START_PLEDGE): Place.AGE,
        (Place.HOME, Step.START_PLEDGE_OF_AGE): Place.PLEDGE,
        (Place.HOME, Step.START_PLEDGE_UNDER_AGE): Place.NOT_NOW,
        (Place.HOME, Step.SHOW_THANKS): Place.THANKS,
        (Place.HOME, Step.ASK_ZIP): Place.ZIP,
        (Place.HOME, Step.SHOW_LAWMAKERS): Place.LAWMAKERS,
        # Where the campaign asks nothing of lawmakers, what anybody can do stands at their place.
        (Place.HOME, Step.SEE_OTHER_WAYS): Place.OTHER_WAYS,
        (Place.HOME, Step.TAKE_IT): Place.TAKE,
        # Nobody comes to the film but by its notice, and it is left for the place where everything can be chosen.
        (Place.FILM_NOTICE, Step.SKIP_FILM): Place.FACTS,
        (Place.FILM_NOTICE, Step.PLAY_FILM): Place.FILM,
        (Place.FILM, Step.LEAVE_FILM): Place.HOME,
        # Whoever was moved by the facts signs from there.
        (Place.FACTS, Step.START_PLEDGE): Place.AGE,
        (Place.FACTS, Step.START_PLEDGE_OF_AGE): Place.PLEDGE,
        (Place.FACTS, Step.START_PLEDGE_UNDER_AGE): Place.NOT_NOW,
        (Place.FACTS, Step.SHOW_THANKS): Place.THANKS,
        # Age comes before any detail, so that nothing is asked of those whose pledge is not kept.
        (Place.AGE, Step.AGE_MEETS_LIMIT): Place.PLEDGE,
        (Place.AGE, Step.AGE_UNDER_LIMIT): Place.NOT_NOW,
        (Place.NOT_NOW, Step.READ_FACTS): Place.FACTS,
        (Place.NOT_NOW, Step.ASK_ZIP): Place.ZIP,
        (Place.NOT_NOW, Step.SHOW_LAWMAKERS): Place.LAWMAKERS,
        (Place.NOT_NOW, Step.SEE_OTHER_WAYS): Place.OTHER_WAYS,
        (Place.NOT_NOW, Step.TAKE_IT): Place.TAKE,
        (Place.PLEDGE, Step.ASK_QUESTIONS): Place.QUESTIONS,
        (Place.PLEDGE, Step.GIVE_DETAILS): Place.CONSENTS,
        (Place.QUESTIONS, Step.GIVE_DETAILS): Place.CONSENTS,
        (Place.CONSENTS, Step.CHOOSE_CONSENTS): Place.SIGN,
        (Place.CONSENTS, Step.READ_NOTICE): Place.NOTICE,
        (Place.SIGN, Step.CHANGE_DETAILS): Place.PLEDGE,
        (Place.SIGN, Step.PLEDGE_KEPT): Place.THANKS,
        # Whoever mistyped finds the form as they left it.
        (Place.THANKS, Step.SIGN_AGAIN): Place.PLEDGE,
        (Place.THANKS, Step.ASK_ZIP): Place.ZIP,
        # The ZIP was given with the pledge, so it is not asked twice.
        (Place.THANKS, Step.SHOW_LAWMAKERS): Place.LAWMAKERS,
        (Place.THANKS, Step.SEE_OTHER_WAYS): Place.OTHER_WAYS,
        (Place.THANKS, Step.TAKE_IT): Place.TAKE,
        (Place.ZIP, Step.SHOW_LAWMAKERS): Place.LAWMAKERS,
        (Place.LAWMAKERS, Step.CHANGE_ZIP): Place.ZIP,
        (Place.LAWMAKERS, Step.CHOOSE_LAWMAKER): Place.ACT,
        # No lawmaker is needed for these: not with an unknown ZIP, and not without any.
        (Place.LAWMAKERS, Step.SEE_OTHER_WAYS): Place.OTHER_WAYS,
        (Place.LAWMAKERS, Step.TAKE_IT): Place.TAKE,
        (Place.ACT, Step.SEE_OTHER_WAYS): Place.OTHER_WAYS,
        (Place.ACT, Step.TAKE_IT): Place.TAKE,
        (Place.OTHER_WAYS, Step.TAKE_IT): Place.TAKE,
        # The gate is the only way to the desk, and the desk the only way to everything else of the staff's.
        (Place.GATE, Step.UNLOCK): Place.DESK,
        # Whoever comes by the recovery code has lost the PINs, so new ones are chosen first.
        (Place.GATE, Step.UNLOCK_BY_CODE): Place.NEW_PINS,
        (Place.DESK, Step.CHECK_TABLE): Place.CHECKLIST,
        (Place.DESK, Step.SEE_PRINTER): Place.PRINTER,
        (Place.DESK, Step.COPY_PLEDGES): Place.COPYING,
        (Place.DESK, Step.CLOSE_EVENT): Place.CLOSING,
        (Place.DESK, Step.TAKE_PLEDGE_BACK): Place.WITHDRAWING,
        (Place.DESK, Step.UNDO_NEWEST): Place.UNDOING,
        (Place.DESK, Step.ENTER_PAPER_SHEET): Place.PAPER_SHEET,
        (Place.DESK, Step.PRACTISE): Place.REHEARSAL,
        (Place.DESK, Step.CHANGE_SETTINGS): Place.SETTINGS,
        (Place.DESK, Step.SEE_EVENTS): Place.EVENTS,
        (Place.DESK, Step.TAKE_RECEIPT): Place.RECEIPT,
        (Place.DESK, Step.PAUSE): Place.PAUSED,
        (Place.SETTINGS, Step.CHANGE_PINS): Place.NEW_PINS,
        (Place.NEW_PINS, Step.PINS_KEPT): Place.DESK,
        (Place.WITHDRAWING, Step.ASK_WITHOUT_CODE): Place.ERASING,
        (Place.SETTINGS, Step.SAVE_TO_STICK): Place.SAVING,
        # What is closed is copied at once.
        (Place.CLOSING, Step.COPY_PLEDGES): Place.COPYING,
    }
)

STAFF_PLACES = frozenset(
    {
        Place.DESK,
        Place.CHECKLIST,
        Place.PRINTER,
        Place.COPYING,
        Place.CLOSING,
        Place.WITHDRAWING,
        Place.ERASING,
        Place.UNDOING,
        Place.PAPER_SHEET,
        Place.REHEARSAL,
        Place.SETTINGS,
        Place.NEW_PINS,
        Place.EVENTS,
        Place.RECEIPT,
        Place.SAVING,
    }
)
"""What lies behind the gate."""

UNLOCKING = frozenset({Step.UNLOCK, Step.UNLOCK_BY_CODE})
"""What leads through the gate."""

RESTING_PLACES = frozenset({Place.ATTRACT, Place.PAUSED})
"""Where a table waits for the next visitor: nothing there belongs to anybody."""

VISITOR_PLACES = frozenset(Place) - STAFF_PLACES - {Place.GATE, Place.PAUSED}
"""What every table has; the others need staff."""

WITH_BACK = frozenset(Place) - RESTING_PLACES - {Place.HOME, Place.FILM, Place.THANKS, Place.DESK}
"""Where *Back* is offered. Not from the film, which has a way out of its own; nor from thanks: what is signed is not
unsigned by going back; nor from the desk, which is left for the visitors' screen."""

FRESH_STARTS = frozenset(
    {Step.AGE_UNDER_LIMIT, Step.PLEDGE_KEPT, Step.START_PLEDGE_UNDER_AGE, Step.SHOW_THANKS, Step.SIGN_AGAIN}
)
"""After these, Back leads home: never again to the form of a kept pledge, nor to whatever led to a "not now"."""

ASKED_ONCE = frozenset({Place.AGE, Place.CLOSING})
"""Once answered, these are no place to go back to: from the copy of a closed event the way back is the desk's."""


def one_step_from(place: Place) -> frozenset[Place]:
    """The visitors' places that may be next; nobody waits for the staff's."""
    return frozenset(goal for (at, _step), goal in TIMETABLE.items() if at is place) - STAFF_PLACES | {Place.HELP}


def steps_from(place: Place) -> frozenset[Step]:
    """Every step that is possible at a place."""
    steps = {step for at, step in TIMETABLE if at is place}
    if place in WITH_BACK:
        steps.add(Step.BACK)
    if place not in STAFF_PLACES:
        steps |= {Step.GET_HELP, Step.OPEN_STAFF_DOOR}
    return frozenset(steps | {Step.LEAVE})


class Journey:
    """Where a visitor is and where they came from.

    Args:
        rest: where it begins and ends: the loop, or the closed screen of a table that is not open.
    """

    def __init__(self, rest: Place = Place.ATTRACT) -> None:
        self._rest = rest
        self.at = rest
        self._trail: list[Place] = []

    def take(self, step: Step) -> Place:
        """Go one step.

        Raises:
            KeyError: this place has no such step, a fault of the screen that emitted it.
        """
        if step is Step.LEAVE:
            self.at, self._trail = self._rest, []
        elif step is Step.BACK and self.at in WITH_BACK:
            self.at = self._trail.pop() if self._trail else self._rest
        elif step is Step.GET_HELP and self.at not in STAFF_PLACES:
            self._go(Place.HELP)
        elif step is Step.OPEN_STAFF_DOOR and self.at not in STAFF_PLACES:
            self._go(Place.GATE)
        elif step in UNLOCKING and self.at is Place.GATE:
            # Whatever a visitor was in the middle of ends here.
            self.at = TIMETABLE[self.at, step]
            self._trail = [] if self.at is Place.DESK else [Place.DESK]
        else:
            goal = TIMETABLE[self.at, step]
            if step in FRESH_STARTS:
                self._trail = [Place.HOME]
                self.at = goal
            elif goal in RESTING_PLACES:
                self.at, self._trail = goal, []
            else:
                self._go(goal)
        return self.at

    def _go(self, goal: Place) -> None:
        if goal is self.at:
            return
        if self.at not in ASKED_ONCE or goal in (Place.HELP, Place.GATE):
            self._trail.append(self.at)
        if goal in self._trail:
            # Coming round to a place again is going back to it, so that Back never runs in circles.
            del self._trail[self._trail.index(goal) :]
        self.at = goal
