"""What a printer may say of itself and what may become of a job, each as one member and one sentence for the staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from outreach_app.errors import Message
from outreach_app.language import _


class PrinterState(Enum):
    """How a printer stands at this moment."""

    READY = auto()  # idle or printing, and as far as anybody can tell it will go on
    PAUSED = auto()  # somebody paused the queue; it takes jobs and prints none
    STOPPED = auto()  # the queue stopped itself after a failure; likewise
    REFUSING = auto()  # the queue takes no jobs
    OUT_OF_PAPER = auto()
    OFFLINE = auto()  # switched off, unplugged or out of reach
    NEEDS_HANDS = auto()  # a jam, an open door, an empty cartridge
    MISSING = auto()  # there is no printer of this name
    NO_PROGRAM = auto()  # the system has no lp, so it cannot print at all
    NO_ANSWER = auto()  # the print server does not answer


class Outcome(Enum):
    """What became of a job."""

    PRINTED = auto()  # it left the queue
    CANCELLED = auto()  # the visitor took it back
    UNWATCHED = auto()  # the table closed while it was under way
    STILL_QUEUED = auto()  # it waited too long, with no reason given: a printer may look well and be dead
    REFUSED = auto()  # the queue did not take it
    BLOCKED = auto()  # the printer says why it cannot print


@dataclass(frozen=True)
class Ended:
    """The end of a job; ``state`` is how the printer stood then."""

    outcome: Outcome
    state: PrinterState

    @property
    def is_trouble(self) -> bool:
        """Whether staff have to look at the printer."""
        return self.outcome in _TROUBLE


_TROUBLE = frozenset({Outcome.STILL_QUEUED, Outcome.REFUSED, Outcome.BLOCKED})


@dataclass(frozen=True)
class Notice:
    """For the staff: what is wrong with the printer and what to do."""

    what: Message
    remedy: Message


STATE_NOTICES: Mapping[PrinterState, Notice] = MappingProxyType(
    {
        PrinterState.PAUSED: Notice(_("The printer is paused."), _("Choose Resume.")),
        PrinterState.STOPPED: Notice(
            _("The printer stopped after a failure."), _("See that it is on and has paper, then choose Resume.")
        ),
        PrinterState.REFUSING: Notice(_("The printer takes no pages."), _("Choose Resume.")),
        PrinterState.OUT_OF_PAPER: Notice(
            _("The printer is out of paper."), _("Put paper in, then say how many sheets there are.")
        ),
        PrinterState.OFFLINE: Notice(
            _("The printer cannot be reached."), _("See that it is on and its cable or network is connected.")
        ),
        PrinterState.NEEDS_HANDS: Notice(
            _("The printer needs a hand."), _("Look at its display: a jam, an open door or an empty cartridge.")
        ),
        PrinterState.MISSING: Notice(
            _("This device has no printer of that name."), _("Add it in the system’s settings under the same name.")
        ),
        PrinterState.NO_PROGRAM: Notice(
            _("This system cannot print: the lp program is missing."),
            _("On Debian or Ubuntu, run: sudo apt install cups cups-client"),
        ),
        PrinterState.NO_ANSWER: Notice(
            _("The print server does not answer."), _("Start it, on Debian or Ubuntu with: sudo systemctl start cups")
        ),
    }
)
"""One for each state but the good one."""

STUCK_NOTICE = Notice(
    _("A page did not come out in time and was taken back."),
    _("See that the printer is on and has paper, then print a test page."),
)
REFUSED_NOTICE = Notice(_("The printer did not take a page."), _("Print a test page to see whether it does now."))


def notice_of(ended: Ended) -> Notice:
    """What to tell the staff of a job that ended in trouble."""
    named = STATE_NOTICES.get(ended.state)
    if named is not None:
        return named
    return STUCK_NOTICE if ended.outcome is Outcome.STILL_QUEUED else REFUSED_NOTICE
