"""The scenes of a preview that need a printer: one that is not there, and does as it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from outreach_app.kiosk.attendee.take import TakeScreen
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.printing.plan import PrinterPlan
from outreach_app.printing.pretending import PretendPrinter
from outreach_app.printing.queue import Offer, QueueRules
from outreach_app.printing.states import PrinterState
from outreach_app.printing.watching import Patience
from outreach_app.visit.paper_counts import PaperCounts
from outreach_app.visit.taking import TakeState

Wait = Callable[[Callable[[], bool]], None]
"""Lets the program run until something holds, or for as long as a page may take."""

_QUICK = Patience(job_seconds=60.0, look_seconds=0.01, trouble_looks=1)


class PrinterOfPictures:
    """Brings the page's screen into its states, each time from a printer that is well.

    Args:
        folder: a throwaway folder, for the counts.
        wait: lets the program run.
    """

    def __init__(self, folder: Path, wait: Wait) -> None:
        self._printer = PretendPrinter()
        self._wait = wait
        self._desk: PrintDesk | None = None
        self.plan = PrinterPlan(self._printer, PaperCounts(folder), QueueRules(rest_seconds=0.0), _QUICK)

    def belongs_to(self, desk: PrintDesk) -> None:
        """The desk that hands pages to it."""
        self._desk = desk

    def offers(self, screen: Screen) -> bool:
        """A page that can be printed."""
        assert isinstance(screen, TakeScreen)  # noqa: S101 - the scene names its own place
        self.be_well()
        self._wait(lambda: screen.state is TakeState.PRINT and screen.has_page)
        return True

    def prints(self, screen: Screen) -> bool:
        """A page on its way."""
        return self._goes_on_to(screen, TakeState.PRINTING, holds=True)

    def has_printed(self, screen: Screen) -> bool:
        """A page in the tray."""
        return self._goes_on_to(screen, TakeState.PRINTED)

    def fails(self, screen: Screen) -> bool:
        """A page that did not come out."""
        return self._goes_on_to(screen, TakeState.CALL_STAFF, then=PrinterState.OUT_OF_PAPER)

    def stands_by(self, _screen: Screen) -> bool:
        """A printer that is well beside a screen that may use it."""
        self.be_well()
        return True

    def be_well(self) -> None:
        """Forget every trouble, and let whatever is on its way come out."""
        desk = self._desk
        assert desk is not None  # noqa: S101 - the preview names it before its first picture
        self._printer.holds, self._printer.state = False, PrinterState.READY
        self._wait(lambda: desk.offer() is not Offer.BUSY)
        desk.resume()
        self._wait(lambda: desk.offer() is Offer.PRINT)

    def _goes_on_to(
        self, screen: Screen, state: TakeState, *, holds: bool = False, then: PrinterState = PrinterState.READY
    ) -> bool:
        assert isinstance(screen, TakeScreen)  # noqa: S101 - the scene names its own place
        self.offers(screen)
        self._printer.holds, self._printer.state = holds, then
        screen.print_page()
        self._wait(lambda: screen.state is state)
        return True
