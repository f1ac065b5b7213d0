"""The rules of a table's queue: one page at a time, a rest between two, a cap for the event, sheets that run out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from outreach_app.printing.counting import Counts
from outreach_app.printing.states import STATE_NOTICES, Ended, Notice, Outcome, PrinterState, notice_of


class Offer(Enum):
    """What can be offered to whoever wants a page now."""

    PRINT = auto()
    BUSY = auto()  # another page is on its way
    RESTING = auto()  # the last one has only just come out
    NO_PRINTER = auto()  # the table has none
    OUT_OF_ORDER = auto()  # staff have to look at it
    OUT_OF_SHEETS = auto()  # by our own count
    CAP_REACHED = auto()

    @property
    def is_soon(self) -> bool:
        """Whether waiting for some seconds helps."""
        return self in (Offer.BUSY, Offer.RESTING)


class Kind(Enum):
    """For whom a page is, which says what it is counted as."""

    PAGE = auto()  # a visitor's page, or its reprint: a page and a sheet
    TEST = auto()  # the staff's test page: a sheet
    HELP = auto()  # where to get help: nothing at all is counted, so that nobody can see that it was wanted


@dataclass(frozen=True)
class QueueRules:
    """The numbers of the rules.

    Attributes:
        most_pages: that are given out at one event; ``None`` sets no limit.
        rest_seconds: between the end of one page and the start of the next.
    """

    most_pages: int | None = None
    rest_seconds: float = 5.0


class PrintQueue:
    """Says whether a page may be printed now, and what the staff must know. Lives in one thread.

    Args:
        rules: the table's.
        counts: as they were kept.
        seconds: a clock that only grows.
    """

    def __init__(self, rules: QueueRules, counts: Counts, seconds: Callable[[], float]) -> None:
        self._rules = rules
        self._seconds = seconds
        self.counts = counts
        self._state = PrinterState.NO_ANSWER
        self._was_seen = False
        self._under_way: Kind | None = None
        self._rests_until = seconds()
        self._stands: Ended | None = None

    # -- what is offered -------------------------------------------------------------------------------------------

    def offer(self, kind: Kind = Kind.PAGE) -> Offer:
        """What can be offered now."""
        if not self._was_seen or self._stands is not None or self._state is not PrinterState.READY:
            # Staff try the printer while it is out of order: that is what their test page is for.
            if kind is not Kind.TEST:
                return Offer.OUT_OF_ORDER
        elif kind is Kind.PAGE and self._is_capped:
            return Offer.CAP_REACHED
        elif kind is not Kind.TEST and self.counts.sheets_left == 0:
            return Offer.OUT_OF_SHEETS
        if self._under_way is not None:
            return Offer.BUSY
        if kind is not Kind.TEST and self._seconds() < self._rests_until:
            return Offer.RESTING
        return Offer.PRINT

    @property
    def _is_capped(self) -> bool:
        most = self._rules.most_pages
        return most is not None and self.counts.printed >= most

    @property
    def seconds_of_rest(self) -> float:
        """Until the rest is over; 0 when it is."""
        return max(self._rests_until - self._seconds(), 0.0)

    @property
    def is_busy(self) -> bool:
        """Whether a page is on its way."""
        return self._under_way is not None

    @property
    def notice(self) -> Notice | None:
        """What stands on the staff's desk about this printer."""
        if self._stands is not None:
            return notice_of(self._stands)
        return STATE_NOTICES.get(self._state) if self._was_seen else None

    @property
    def state(self) -> PrinterState:
        """How the printer stood when it was last looked at."""
        return self._state

    # -- what happens ----------------------------------------------------------------------------------------------

    def begin(self, kind: Kind) -> bool:
        """A page is asked for; ``False`` when it is not to be had now."""
        if self.offer(kind) is not Offer.PRINT:
            return False
        self._under_way = kind
        return True

    def ended(self, ended: Ended) -> None:
        """The page on its way came to an end."""
        kind, self._under_way = self._under_way, None
        self._rests_until = self._seconds() + self._rules.rest_seconds
        if ended.outcome is Outcome.PRINTED:
            self._was_seen, self._state, self._stands = True, ended.state, None
            if kind is Kind.PAGE:
                self.counts = self.counts.after_a_page()
            elif kind is Kind.TEST:
                self.counts = self.counts.after_a_sheet()
        elif ended.is_trouble:
            self._was_seen, self._state, self._stands = True, ended.state, ended

    def saw(self, state: PrinterState) -> None:
        """Somebody looked at the printer.

        Found well, it is offered again after a trouble that it had named itself. A page that was stuck without a
        reason stays a matter for the staff: a printer that is dead looks idle.
        """
        self._was_seen, self._state = True, state
        stuck = self._stands is not None and self._stands.state is PrinterState.READY
        if state is PrinterState.READY and not stuck:
            self._stands = None

    def resume(self) -> None:
        """Staff have seen to it: what stood is forgotten, and the next look says how it is."""
        self._stands = None

    def set_sheets(self, sheets: int) -> None:
        """So many sheets are in the printer now.

        Raises:
            ValueError: fewer than none.
        """
        if sheets < 0:
            raise ValueError("sheets cannot be fewer than none")
        self.counts = replace(self.counts, sheets_left=sheets)
