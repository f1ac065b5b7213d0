"""The port: what a table asks of a printer. An adapter answers for each kind of system; tests hand in a fake."""

from __future__ import annotations

from typing import NewType, Protocol

from outreach_app.errors import PrintingError
from outreach_app.printing.states import PrinterState

JobId = NewType("JobId", str)
"""A job's name at the queue, such as ``HANDOUT-12``."""

DOCUMENT_TITLE = "Page"
"""What a job is called in the system's queue and on a banner page: nothing that names the topic."""


class JobRefused(PrintingError):
    """The queue did not take the job."""


class Printer(Protocol):
    """One printer with one paper in it.

    Every call may take seconds, and none takes more than its adapter's time limit; so none belongs in the event loop.
    """

    def look(self) -> PrinterState:
        """How it stands now."""

    def send(self, pdf: bytes) -> JobId:
        """Give it one page to print, at its true size.

        Raises:
            JobRefused: it did not take the page.
        """

    def is_waiting(self, job: JobId) -> bool:
        """Whether the job has not left the queue, as far as can be told."""

    def drop(self, job: JobId) -> None:
        """Take a job back; one that has left the queue is let be."""

    def forget(self) -> None:
        """Let the system erase what it still keeps of printed pages, where it keeps any and this user may ask that."""

    def resume(self) -> PrinterState:
        """Start a paused or stopped queue again, where this user may; tells how it stands then."""
