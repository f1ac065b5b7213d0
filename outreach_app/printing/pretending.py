"""A printer that is not there: for the pictures of the screens, and for tests that need one out of paper."""

from __future__ import annotations

from outreach_app.language import _
from outreach_app.printing.printer import JobId, JobRefused
from outreach_app.printing.states import PrinterState


class PretendPrinter:
    """Takes pages and prints none.

    Attributes:
        state: what it says of itself.
        holds: whether jobs stay in its queue.
        refuses: whether it takes no jobs though it says that it is well.
        pages: what it was given, in order.
        dropped: the jobs that were taken back.
        forgets: how often it was told to keep nothing of what it printed.
    """

    def __init__(self) -> None:
        self.state = PrinterState.READY
        self.holds = False
        self.refuses = False
        self.pages: list[bytes] = []
        self.dropped: list[JobId] = []
        self.forgets = 0

    def look(self) -> PrinterState:
        """What it was told to say."""
        return self.state

    def send(self, pdf: bytes) -> JobId:
        """Take a page.

        Raises:
            JobRefused: it was told to.
        """
        if self.refuses:
            raise JobRefused(_("The printer did not take the page. Please scan the code, or call a member of staff."))
        self.pages.append(pdf)
        return JobId(f"pretend-{len(self.pages)}")

    def is_waiting(self, job: JobId) -> bool:
        """Whether it was told to hold its jobs."""
        return self.holds and job not in self.dropped

    def drop(self, job: JobId) -> None:
        """Remember that it was taken back."""
        self.dropped.append(job)

    def forget(self) -> None:
        """Remember that it was asked to."""
        self.forgets += 1

    def resume(self) -> PrinterState:
        """A paused one goes on; paper it cannot make."""
        if self.state in (PrinterState.PAUSED, PrinterState.STOPPED, PrinterState.REFUSING):
            self.state = PrinterState.READY
        return self.state
