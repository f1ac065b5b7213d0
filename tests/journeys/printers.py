"""Printers for the journeys: a pretend one whose troubles are made by hand, with short patience and no rest."""

from __future__ import annotations

import threading
from pathlib import Path

from outreach_app.printing.plan import PrinterPlan
from outreach_app.printing.pretending import PretendPrinter
from outreach_app.printing.printer import JobId
from outreach_app.printing.queue import QueueRules
from outreach_app.printing.states import PrinterState
from outreach_app.printing.watching import Patience
from outreach_app.visit.paper_counts import PaperCounts

QUICK = Patience(job_seconds=20, look_seconds=0.005, trouble_looks=2)
NO_REST = QueueRules(most_pages=500, rest_seconds=0.0)


class TablePrinter(PretendPrinter):
    """Fails the test when the window's own thread asks it anything: printing may never hold up a finger.

    Attributes:
        may_answer: cleared for a printer that hangs in the middle of a call.
    """

    def __init__(self) -> None:
        super().__init__()
        self._window_thread = threading.get_ident()
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.asked_by_the_window = 0

    def look(self) -> PrinterState:
        self._answer()
        return super().look()

    def send(self, pdf: bytes) -> JobId:
        self._answer()
        return super().send(pdf)

    def is_waiting(self, job: JobId) -> bool:
        self._answer()
        return super().is_waiting(job)

    def drop(self, job: JobId) -> None:
        self._answer()
        super().drop(job)

    def _answer(self) -> None:
        if threading.get_ident() == self._window_thread:
            self.asked_by_the_window += 1
        assert self.may_answer.wait(30), "nobody let the printer answer"


def plan(folder: Path, printer: PretendPrinter, patience: Patience = QUICK, rules: QueueRules = NO_REST) -> PrinterPlan:
    """A table's printer, its counts in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return PrinterPlan(printer, PaperCounts(folder), rules, patience)
