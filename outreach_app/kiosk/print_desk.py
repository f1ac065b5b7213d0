"""The table's one printer: pages go to it one at a time in a thread of its own, and the window never waits for it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.printing.counting import Counts, keep_counts, read_counts
from outreach_app.printing.job import JobStage, PrintJob
from outreach_app.printing.plan import PrinterPlan
from outreach_app.printing.printer import JobId
from outreach_app.printing.queue import Kind, Offer, PrintQueue, QueueRules
from outreach_app.printing.states import Ended, Notice, Outcome, PrinterState
from outreach_app.printing.watching import Leash, print_and_watch
from outreach_app.visit.ports import Clock
from outreach_app.visit.visit import Visit

_LOOK_EVERY_MS = 15_000
_REPRINT_KEPT_MS = 180_000
"""After a visit its page may be printed again for this long, for whoever comes back with a smudged one."""

_FIRST_SECONDS, _LEAST_SECONDS, _MOST_SECONDS = 10.0, 5.0, 45.0
_STAGES = {Outcome.PRINTED: JobStage.PRINTED, Outcome.CANCELLED: JobStage.CANCELLED}


class PrintDesk(QObject):
    """Hands pages to the printer and knows how it stands.

    Args:
        lane: the printer's thread. Its answers belong to the table, not to a visit.
        plan: ``None`` for a table without a printer.
        clock: for rests and durations.

    Signals:
        changed: what is offered, a page under way, or the notice for the staff may be another now.
    """

    changed = Signal()

    def __init__(self, lane: Lane, plan: PrinterPlan | None, clock: Clock) -> None:
        super().__init__()
        self._lane, self._plan, self._clock = lane, plan, clock
        kept = read_counts(plan.counts) if plan is not None else Counts()
        rules = plan.rules if plan is not None else QueueRules()
        self._queue = PrintQueue(rules, replace(kept, under_way=None), clock.monotonic)
        self._job: PrintJob | None = None
        self._leash = Leash()
        self._expected = _FIRST_SECONDS
        self._last_page = b""
        self._has_answered = False
        self._forget = QTimer(self, singleShot=True, interval=_REPRINT_KEPT_MS)
        self._forget.timeout.connect(self._forget_last_page)
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self.look)
        if plan is not None:
            if kept.under_way is not None:
                self._take_back(plan, kept.under_way)
            self.look()
            self._looks.start()

    # -- for visitors ----------------------------------------------------------------------------------------------

    def offer(self, kind: Kind = Kind.PAGE) -> Offer:
        """What can be offered now."""
        return Offer.NO_PRINTER if self._plan is None else self._queue.offer(kind)

    def print_page(self, visit: Visit, pdf: bytes) -> None:
        """Print the visitor's page, if they have had none; a second tap does nothing."""
        if not visit.may_print:
            return
        job = self._start(Kind.PAGE, pdf)
        if job is not None:
            visit.print_job = job
            self._last_page = pdf
            self._forget.stop()
            self.changed.emit()

    def print_help(self, visit: Visit, pdf: bytes) -> None:
        """Print where to get help. It is counted nowhere, kept for no reprint, and takes nothing from the visit."""
        if visit.help_job is not None and visit.help_job.is_under_way:
            return
        job = self._start(Kind.HELP, pdf)
        if job is not None:
            visit.help_job = job
            self.changed.emit()

    def cancel(self, job: PrintJob) -> None:
        """Take a page back that is on its way."""
        if job is self._job and job.stage is JobStage.UNDER_WAY:
            job.stage = JobStage.CANCELLING
            self._leash.cancel()
            self.changed.emit()

    def visit_over(self) -> None:
        """Another visitor comes: the last page is kept a little longer, then forgotten."""
        if self._last_page and not self._forget.isActive():
            self._forget.start()

    # -- for staff -------------------------------------------------------------------------------------------------

    @property
    def has_printer(self) -> bool:
        """Whether the table has one at all."""
        return self._plan is not None

    @property
    def has_answered(self) -> bool:
        """Whether the printer has said how it is since the table was opened; before that nobody knows."""
        return self._has_answered

    @property
    def notice(self) -> Notice | None:
        """What stands about the printer; ``None`` when all is well, or there is none."""
        return None if self._plan is None else self._queue.notice

    @property
    def counts(self) -> Counts:
        """Pages given out, and sheets left."""
        return self._queue.counts

    @property
    def can_reprint(self) -> bool:
        """Whether the last page is still here."""
        return bool(self._last_page)

    def resume(self) -> None:
        """Staff have seen to it: start the queue again, then look at it."""
        if self._plan is not None and not self._queue.is_busy:
            self._queue.resume()
            self._lane.do(self._plan.printer.resume, self._saw, self._look_failed)

    def set_sheets(self, sheets: int) -> None:
        """So many sheets are in the printer now.

        Raises:
            ValueError: fewer than none.
        """
        self._queue.set_sheets(sheets)
        self._keep()
        self.changed.emit()

    def print_test_page(self, pdf: bytes) -> PrintJob | None:
        """Try the printer, also while it is out of order; ``None`` when a page is on its way."""
        return self._start(Kind.TEST, pdf)

    def print_slip(self, pdf: bytes) -> PrintJob | None:
        """A slip with somebody's code, of which the printer's queue keeps no copy; ``None`` as for a test page."""
        return self._start(Kind.TEST, pdf, is_secret=True)

    def print_again(self) -> PrintJob | None:
        """The last visitor's page once more; ``None`` when it is gone or the printer cannot."""
        return self._start(Kind.PAGE, self._last_page) if self._last_page else None

    def look(self) -> None:
        """Ask the printer how it is; while a page is on its way, its own watch does that."""
        if self._plan is not None and not self._queue.is_busy:
            self._lane.do(self._plan.printer.look, self._saw, self._look_failed)

    def close(self) -> None:
        """Watch no longer; a page under way may still come out."""
        self._looks.stop()
        self._forget_last_page()
        self._leash.let_go()
        self._lane.finish()

    # -- a page on its way -----------------------------------------------------------------------------------------

    def _start(self, kind: Kind, pdf: bytes, *, is_secret: bool = False) -> PrintJob | None:
        plan = self._plan
        if plan is None or not self._queue.begin(kind):
            return None
        leash = self._leash = Leash()
        job = self._job = PrintJob(self._clock.monotonic(), self._expected)
        counts = self._queue.counts

        def keep_name(name: JobId) -> None:
            keep_counts(plan.counts, replace(counts, under_way=name))

        def watch() -> Ended:
            ended = print_and_watch(plan.printer, pdf, plan.patience, leash, keep_name)
            if is_secret:
                plan.printer.forget()
            return ended

        self._lane.do(watch, self._ended, self._ended_unforeseen)
        self.changed.emit()
        return job

    def _ended(self, ended: Ended) -> None:
        job, self._job = self._job, None
        now = self._clock.monotonic()
        if job is not None:
            job.stage = _STAGES.get(ended.outcome, JobStage.FAILED)
            if ended.outcome is Outcome.PRINTED:
                self._expected = min(max(now - job.began, _LEAST_SECONDS), _MOST_SECONDS)
        self._queue.ended(ended)
        self._keep()
        self.changed.emit()
        QTimer.singleShot(round(self._queue.seconds_of_rest * 1000) + 1, self, self.changed.emit)

    def _ended_unforeseen(self, _error: OutreachError) -> None:
        self._ended(Ended(Outcome.REFUSED, PrinterState.READY))

    def _saw(self, state: PrinterState) -> None:
        before = (self.offer(), self.notice, self._has_answered)
        self._queue.saw(state)
        self._has_answered = True
        if (self.offer(), self.notice, True) != before:
            self.changed.emit()

    def _look_failed(self, _error: OutreachError) -> None:
        self._saw(PrinterState.NO_ANSWER)

    def _keep(self) -> None:
        plan, counts = self._plan, self._queue.counts
        if plan is not None:
            self._lane.do(lambda: keep_counts(plan.counts, counts), lambda _nothing: None, lambda _error: None)

    def _take_back(self, plan: PrinterPlan, job: JobId) -> None:
        """The program ended while a page was on its way: it must not come out before somebody else."""

        def drop() -> None:
            plan.printer.drop(job)
            keep_counts(plan.counts, self._queue.counts)

        self._lane.do(drop, lambda _nothing: None, lambda _error: None)

    def _forget_last_page(self) -> None:
        self._last_page = b""
