"""Slips that bear somebody's code: made off the event loop, kept nowhere, and taken back when nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from outreach_app.errors import OutreachError
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.look.background import Lane
from outreach_app.printing.job import JobStage, PrintJob


class SlipDesk(QObject):
    """Prints one slip at a time for one screen, which owns it.

    Args:
        parent: that screen.
        lane: the paper thread.
        printing: the table's printer.
    """

    def __init__(self, parent: QObject, lane: Lane, printing: PrintDesk) -> None:
        super().__init__(parent)
        self._lane, self._printing = lane, printing
        self._job: PrintJob | None = None
        self._ended: Callable[[bool], None] | None = None
        printing.changed.connect(self._look)

    @property
    def is_offered(self) -> bool:
        """Whether there is a printer, and it is known to be well."""
        return self._printing.has_printer and self._printing.has_answered and self._printing.notice is None

    def print_slip(
        self, make: Callable[[], bytes], ended: Callable[[bool], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """Make and print one; ``ended`` hears whether it came out."""
        self._ended = ended
        self._lane.do(make, self._send, failed)

    def cancel(self) -> None:
        """Nobody waits for it any more: a slip on its way is taken back."""
        self._ended = None
        if self._job is not None:
            self._printing.cancel(self._job)
            self._job = None

    def _send(self, pdf: bytes) -> None:
        if self._ended is None:
            return
        self._job = self._printing.print_slip(pdf)
        if self._job is None:
            self._tell(is_printed=False)

    def _look(self) -> None:
        if self._job is not None and not self._job.is_under_way:
            is_printed, self._job = self._job.stage is JobStage.PRINTED, None
            self._tell(is_printed=is_printed)

    def _tell(self, *, is_printed: bool) -> None:
        ended, self._ended = self._ended, None
        if ended is not None:
            ended(is_printed)
