"""What a closing slip says."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_app.pledge_book.chained_file import ChainedFile
from outreach_app.pledge_book.letters import in_fours, spell


@dataclass(frozen=True)
class ClosingSlip:
    """The counts and the head of a book, for screen and paper: an anchor outside the device.

    Attributes:
        station: the station's random id; ``event`` the event's. Neither names the topic.
        pledges: pledges not taken back, ``rehearsals`` among them; ``withdrawn`` those taken back.
        entries: lines of the chain.
        requests: requests to be erased; the paper does not say them, since they change no count of it.
        withdrawn_rehearsals: how many of those taken back were rehearsal.
        head: SHA-256 of the last line, 64 hex digits.
    """

    station: str
    event: str
    pledges: int
    rehearsals: int
    withdrawn: int
    entries: int
    head: str
    is_closed: bool
    requests: int = 0
    withdrawn_rehearsals: int = 0

    @property
    def kept(self) -> int:
        """The pledges that count: not taken back, and no rehearsal. Desk, history and slip say this number."""
        return self.pledges - self.rehearsals

    @property
    def kept_then_withdrawn(self) -> int:
        """Those of them that counted once and were taken back."""
        return self.withdrawn - self.withdrawn_rehearsals

    @property
    def short_head(self) -> str:
        """The head in sixteen letters, as ``ABCD-EFGH-JKMN-PQRS``, to write down and compare."""
        return in_fours(spell(bytes.fromhex(self.head)[:10]))


def slip_of(chained: ChainedFile) -> ClosingSlip:
    """The slip of a book as it stands."""
    chain, opened = chained.chain, chained.opened
    return ClosingSlip(
        opened.station,
        opened.event,
        chain.pledges,
        chain.live_rehearsals,
        len(chain.withdrawn),
        chain.entries,
        chain.head,
        chain.is_closed,
        chain.requests,
        chain.withdrawn_rehearsals,
    )
