"""The office's receipt for this station, found on a stick among whatever else lies there."""

from __future__ import annotations

from outreach_app.errors import PledgeBookError
from outreach_app.language import _
from outreach_app.pledge_book.receipt import Receipt, read_receipt
from outreach_app.visit.stick import Stick
from outreach_app.visit.sticks import Wanted, found_in


def find_receipt(stick: Stick, station: str, verify_key: str) -> Receipt:
    """The newest receipt on a stick that the office signed for this station.

    Raises:
        PledgeBookError: there is none, or what bears that name cannot be read, or another office signed it.
    """
    doubt: PledgeBookError | None = None
    for path in found_in([stick.path], Wanted.RECEIPT):
        try:
            receipt = read_receipt(path, verify_key)
        except PledgeBookError as error:
            doubt = doubt or error
            continue
        if receipt.station == station:
            return receipt
    if doubt is not None:
        raise doubt
    raise PledgeBookError(
        _(
            "{stick} holds no receipt for this event. Its file ends in .receipt; ask the office for it.",
            stick=stick.name,
        )
    )
