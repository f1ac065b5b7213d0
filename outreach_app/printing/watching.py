"""One job from the hand to the tray: sent, watched until it leaves the queue, taken back when it does not."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from outreach_app.printing.printer import JobId, JobRefused, Printer
from outreach_app.printing.states import Ended, Outcome, PrinterState


@dataclass(frozen=True)
class Patience:
    """How long a job is waited for.

    Attributes:
        job_seconds: until a job that is still queued is taken back. A cold laser printer needs half of it.
        look_seconds: between two looks at the queue.
        trouble_looks: how many looks in a row must find the printer unwell: some flicker while they wake.
    """

    job_seconds: float = 60.0
    look_seconds: float = 0.5
    trouble_looks: int = 3


class Leash:
    """Lets another thread end the watch."""

    def __init__(self) -> None:
        self._pulled = Event()
        self._outcome = Outcome.CANCELLED

    def cancel(self) -> None:
        """The page is not wanted any more."""
        self._pulled.set()

    def let_go(self) -> None:
        """Nobody watches any more; the page may still come out."""
        self._outcome = Outcome.UNWATCHED
        self._pulled.set()

    def wait(self, seconds: float) -> Outcome | None:
        """Wait that long, or less when the watch is to end; then how."""
        return self._outcome if self._pulled.wait(seconds) else None


def print_and_watch(
    printer: Printer,
    pdf: bytes,
    patience: Patience,
    leash: Leash,
    sent: Callable[[JobId], None],
    seconds: Callable[[], float] = time.monotonic,
) -> Ended:
    """Print a page and stay with it until its end; takes up to the patience, so it wants a thread of its own.

    Args:
        printer: where to.
        pdf: one page.
        patience: how long.
        leash: ends the watch from another thread.
        sent: told the job's name as soon as it has one.
        seconds: a clock that only grows.
    """
    state = printer.look()
    if state is not PrinterState.READY:
        return Ended(Outcome.BLOCKED, state)
    try:
        job = printer.send(pdf)
    except JobRefused:
        return Ended(Outcome.REFUSED, printer.look())
    sent(job)
    ended = _watch(printer, job, patience, leash, seconds)
    if ended.outcome not in (Outcome.PRINTED, Outcome.UNWATCHED):
        # What was not wanted, or came too late, must not come out before the next person's eyes.
        printer.drop(job)
    return ended


def _watch(printer: Printer, job: JobId, patience: Patience, leash: Leash, seconds: Callable[[], float]) -> Ended:
    until = seconds() + patience.job_seconds
    unwell = 0
    state = PrinterState.READY
    while seconds() < until:
        asked = leash.wait(patience.look_seconds)
        if asked is not None:
            return Ended(asked, state)
        if not printer.is_waiting(job):
            return Ended(Outcome.PRINTED, PrinterState.READY)
        state = printer.look()
        unwell = 0 if state is PrinterState.READY else unwell + 1
        if unwell >= patience.trouble_looks:
            return Ended(Outcome.BLOCKED, state)
    return Ended(Outcome.STILL_QUEUED, state)
