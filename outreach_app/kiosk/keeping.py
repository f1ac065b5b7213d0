"""Handing a pledge to the book's own thread, and the receipt back to the screen that waits for it."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.visit.pledging import Book, PledgeDesk
from outreach_app.visit.visit import Visit


class PledgeKeeper:
    """Seals and commits off the event loop.

    Args:
        lane: the book's thread; all writing goes through it, one after the other.
        open_book: gives the open book; called in that thread.
        desk: composes the pledge.
        was_kept: told of each pledge that was committed, for the counter.
    """

    def __init__(
        self, lane: Lane, open_book: Callable[[], Book], desk: PledgeDesk, was_kept: Callable[[], None]
    ) -> None:
        self._lane = lane
        self._open_book = open_book
        self._desk = desk
        self._was_kept = was_kept

    def keep(
        self, visit: Visit, kept: Callable[[PledgeReceipt], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """Keep the visit's draft; ``kept`` gets the book's receipt after the commit, unless the visit has ended."""
        pledge = self._desk.compose(visit.draft, visit.language)
        visit.is_sealing = True

        def commit() -> PledgeReceipt:
            receipt = self._open_book().sign(pledge)
            self._was_kept()
            return receipt

        def take_receipt(receipt: PledgeReceipt) -> None:
            # The visit has it, whatever screen asked: that one may have been made anew for another shape of window.
            visit.is_sealing, visit.receipt = False, receipt
            kept(receipt)

        def give_up(error: OutreachError) -> None:
            visit.is_sealing = False
            failed(error)

        self._lane.do(commit, take_receipt, give_up)
