"""Handing a pledge to the book's own thread, and the receipt back to the screen that waits; and taking one back."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import Message, OutreachError, StorageFailed, StorageFull
from outreach_app.language import _
from outreach_app.look.background import Lane
from outreach_app.visit.pledging import Book, PledgeDesk
from outreach_app.visit.visit import Visit


class PledgeKeeper:
    """Seals and commits off the event loop.

    Args:
        lane: the book's thread; all writing goes through it, one after the other.
        open_book: gives the open book; called in that thread.
        desk: composes the pledge.
        count: told of each change in the number of pledges, for the counter.
    """

    def __init__(
        self, lane: Lane, open_book: Callable[[], Book], desk: PledgeDesk, count: Callable[[int], None]
    ) -> None:
        self._lane = lane
        self._open_book = open_book
        self._desk = desk
        self._count = count

    def keep(self, visit: Visit, answered: Callable[[], None]) -> None:
        """Keep the visit's draft; ``answered`` is told once the visit has a receipt or a refusal, unless it is over."""
        pledge = self._desk.compose(visit.draft, visit.language)
        visit.is_sealing, visit.refusal = True, None

        def commit() -> PledgeReceipt:
            receipt = self._open_book().sign(pledge)
            self._count(1)
            return receipt

        def take_receipt(receipt: PledgeReceipt) -> None:
            # The visit has it, whatever screen asked: that one may have been made anew for another shape of window.
            visit.is_sealing, visit.receipt = False, receipt
            answered()

        def give_up(error: OutreachError) -> None:
            visit.is_sealing, visit.refusal = False, told_to_visitor(error)
            answered()

        self._lane.do(commit, take_receipt, give_up)

    def take_back(self, visit: Visit, taken: Callable[[], None], failed: Callable[[OutreachError], None]) -> None:
        """Take back the pledge that this visit has the receipt of; ``taken`` is told once the book has done so."""
        receipt = visit.receipt
        if receipt is None or visit.is_taking_back:
            return
        visit.is_taking_back = True

        def withdraw() -> None:
            self._open_book().withdraw(receipt.withdrawal_code)
            self._count(-1)

        def forget_receipt(_nothing: None) -> None:
            visit.receipt, visit.hides_code, visit.is_taking_back = None, False, False
            taken()

        def give_up(error: OutreachError) -> None:
            visit.is_taking_back = False
            failed(error)

        self._lane.do(withdraw, forget_receipt, give_up)


def told_to_visitor(error: OutreachError) -> Message:
    """What a visitor reads when the book refused: a disk is nothing they could mend, so they are told whom to call."""
    if isinstance(error, StorageFull | StorageFailed):
        return _("This cannot be saved right now. Please call staff. What you wrote is still here.")
    return error.message
