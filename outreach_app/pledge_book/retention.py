"""How long a station keeps its rows: until the office's receipt, and seven days of trusted clock after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from outreach_app.domain.pledge import ClockReading
from outreach_app.errors import PledgeBookError
from outreach_app.language import _
from outreach_app.pledge_book.chained_file import ChainedFile
from outreach_app.pledge_book.closing_slip import slip_of
from outreach_app.pledge_book.receipt import Receipt, write_text

KEPT_AFTER_RECEIPT = timedelta(days=7)
_ROWS_AT_A_TIME = 200


@dataclass(frozen=True)
class Retention:
    """How far a book is on its way out.

    Attributes:
        has_receipt: the office has said that it has everything.
        erased_from: when the rows may be erased (UTC); ``None`` while no trusted clock has been seen since.
        is_erased: the sealed pledges are gone from here.
    """

    has_receipt: bool
    erased_from: datetime | None
    is_erased: bool


def retention_of(chained: ChainedFile) -> Retention:
    """How far a book is on its way out."""
    held = chained.file.receipt()
    if held is None:
        return Retention(has_receipt=False, erased_from=None, is_erased=False)
    _text, counted_from, is_erasing = held
    due = None if counted_from is None else datetime.fromisoformat(counted_from) + KEPT_AFTER_RECEIPT
    return Retention(has_receipt=True, erased_from=due, is_erased=is_erasing)


def take_receipt(chained: ChainedFile, receipt: Receipt, now: ClockReading) -> Retention:
    """Keep a receipt whose signature was checked, and start counting the days if the clock can be trusted.

    Raises:
        PledgeBookError: it is for another station, event, count or head, or the event is still open.
        StorageFull, StorageFailed: it was not kept.
    """
    slip = slip_of(chained)
    if not slip.is_closed:
        raise PledgeBookError(_("This event is still open. Close it and bring its last copy to the office first."))
    ours = (slip.station, slip.event, slip.pledges, slip.withdrawn, slip.entries, slip.head)
    theirs = (
        receipt.station,
        receipt.event,
        receipt.pledges,
        receipt.withdrawn,
        receipt.entries,
        receipt.head,
    )
    if ours != theirs:
        raise PledgeBookError(
            _(
                "This receipt is for another book, or for less than this one holds, so nothing was erased. "
                "Bring the last copy to the office and ask for its receipt."
            )
        )
    if retention_of(chained).erased_from is None:
        with chained.file.changing():
            chained.file.keep_receipt(write_text(receipt), _counted_from(now))
    return retention_of(chained)


def erase_when_due(chained: ChainedFile, now: ClockReading) -> Retention:
    """Overwrite the sealed pledges once their time is up, and go on where a power cut stopped it.

    The chain stays: it names nobody, and it still proves what was here.

    Raises:
        StorageFull, StorageFailed: some may be left; call it again.
    """
    held, retention = chained.file.receipt(), retention_of(chained)
    if held is None or not now.is_trusted:
        return retention
    if retention.erased_from is None:
        with chained.file.changing():
            chained.file.keep_receipt(held[0], _counted_from(now))
    elif now.utc >= retention.erased_from:
        if not retention.is_erased:
            with chained.file.changing():
                chained.file.mark_erasing()
        for first in range(0, chained.chain.entries, _ROWS_AT_A_TIME):
            with chained.file.changing():
                chained.file.wipe(first, first + _ROWS_AT_A_TIME - 1)
    return retention_of(chained)


def _counted_from(now: ClockReading) -> str | None:
    return now.utc.astimezone(UTC).isoformat() if now.is_trusted else None
