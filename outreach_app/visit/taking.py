"""What stands on the card of the page to take home: one state, from the page, the printer and the visit's own job."""

from __future__ import annotations

from enum import Enum, auto

from outreach_app.printing.job import JobStage, PrintJob
from outreach_app.printing.queue import Offer


class TakeState(Enum):
    """How it stands with this visitor's page."""

    MAKING = auto()
    NOT_MADE = auto()  # it could not be set; the sentence says why
    PRINT = auto()  # a tap prints it
    WAIT = auto()  # the printer is busy with another page, or rests
    PRINTING = auto()
    SLOW = auto()  # printing, and longer than the last ones
    CANCELLING = auto()
    PRINTED = auto()
    CALL_STAFF = auto()  # this visitor's page did not come out
    OUT_OF_ORDER = auto()
    OUT_OF_SHEETS = auto()
    CAP_REACHED = auto()
    SAVE = auto()  # there is no printer here


_OFFERED = {
    Offer.PRINT: TakeState.PRINT,
    Offer.BUSY: TakeState.WAIT,
    Offer.RESTING: TakeState.WAIT,
    Offer.NO_PRINTER: TakeState.SAVE,
    Offer.OUT_OF_ORDER: TakeState.OUT_OF_ORDER,
    Offer.OUT_OF_SHEETS: TakeState.OUT_OF_SHEETS,
    Offer.CAP_REACHED: TakeState.CAP_REACHED,
}

_PAPER_FIRST = frozenset(
    {TakeState.PRINT, TakeState.WAIT, TakeState.PRINTING, TakeState.SLOW, TakeState.CANCELLING, TakeState.PRINTED}
)

CAN_SAVE = frozenset(
    {TakeState.SAVE, TakeState.CALL_STAFF, TakeState.OUT_OF_ORDER, TakeState.OUT_OF_SHEETS, TakeState.CAP_REACHED}
)
"""States in which the page can be saved in place of printing it."""

_SLOW_FACTOR = 1.5


def take_state(job: PrintJob | None, offer: Offer, *, seconds: float, is_made: bool, has_failed: bool) -> TakeState:
    """The card's state.

    Args:
        job: the visit's own page on its way.
        offer: what the queue offers.
        seconds: now, on the clock that only grows.
        is_made: whether the page is ready.
        has_failed: whether it could not be made.
    """
    if job is not None and job.stage is JobStage.UNDER_WAY:
        is_slow = seconds - job.began > job.expected_seconds * _SLOW_FACTOR
        return TakeState.SLOW if is_slow else TakeState.PRINTING
    if job is not None and job.stage is JobStage.CANCELLING:
        return TakeState.CANCELLING
    if job is not None and job.stage is JobStage.PRINTED:
        return TakeState.PRINTED
    if has_failed:
        return TakeState.NOT_MADE
    if offer is Offer.OUT_OF_ORDER and job is not None and job.stage is JobStage.FAILED:
        return TakeState.CALL_STAFF
    if not is_made:
        return TakeState.MAKING
    return _OFFERED[offer]


def is_paper_first(state: TakeState, offer: Offer) -> bool:
    """Whether paper stands above scanning; where the printer cannot print, the code moves up."""
    return state in _PAPER_FIRST or (state is TakeState.MAKING and (offer is Offer.PRINT or offer.is_soon))


def share_done(job: PrintJob, seconds: float) -> float:
    """How much of the bar is filled, 0 to 1: as long as the last pages took, then ever more slowly."""
    passed = max(seconds - job.began, 0.0) / job.expected_seconds
    return 0.9 * passed if passed < 1 else 1 - 0.1 / passed
