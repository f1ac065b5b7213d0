"""The pledge book: sign, take back, and close, each kept before it is answered.

One thread uses a book, the one that opened it, so that writes stay in line. Whatever is returned from here was
committed first; whatever raises was not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from outreach_app.domain.pledge import ClockReading, EventPlace, Pledge, PledgeReceipt
from outreach_app.errors import CodeNotKnown, EventClosed, PledgeBookError
from outreach_app.language import _
from outreach_app.pledge_book.chain import Chain, ClockSeen, Closed, Pledged, StaffDid, TakenBackBy, hour_of
from outreach_app.pledge_book.chained_file import ChainedFile
from outreach_app.pledge_book.closing_slip import ClosingSlip, slip_of
from outreach_app.pledge_book.pack import pack_line_bytes
from outreach_app.pledge_book.ports import BookPorts
from outreach_app.pledge_book.receipt import Receipt
from outreach_app.pledge_book.record import ErasureRequest, write_erasure_request, write_pledge
from outreach_app.pledge_book.retention import Retention, erase_when_due, retention_of, take_receipt
from outreach_app.pledge_book.sealing import Sealer
from outreach_app.pledge_book.tallying import Tally, shown_tallies
from outreach_app.pledge_book.withdrawal_code import CODE_BYTES, code_from, withdrawal_tag

CHECKPOINT_EVERY = 25
UNDO_WITHIN_SECONDS = 600
_CLOCK_SLACK = timedelta(minutes=2)


@dataclass(frozen=True)
class Undoable:
    """The newest pledge, while the staff may still take it back: its number and how many seconds old it is."""

    number: int
    seconds_ago: float


class PledgeBook:
    """One event's pledges. Made by :meth:`create` or :meth:`open`; let go of with :meth:`close`."""

    def __init__(self, chained: ChainedFile, sealer: Sealer, ports: BookPorts) -> None:
        self._chained = chained
        self._sealer = sealer
        self._ports = ports
        self._slip = slip_of(chained)
        self._last_seen: datetime | None = None
        self._signed_at: dict[int, float] = {}

    @classmethod
    def create(
        cls, path: Path, recipients: Sequence[str], where: EventPlace, now: ClockReading, ports: BookPorts | None = None
    ) -> PledgeBook:
        """Open an event: make its book, its random id and its signing key, in one commit.

        Args:
            path: where the book will lie; nothing may be there.
            recipients: the keys to seal for, as the enrolment has them; pinned in the first entry.
            where: its station's neutral id goes into the first entry, its names only into sealed pledges.
            now: kept to the hour.
            ports: the system's own where ``None``.

        Raises:
            SealingError: the recipients cannot be used.
            BookUnusable: there is a file already.
            BookBusy, StorageFull, StorageFailed: the book cannot be made there.
        """
        ports = ports or BookPorts()
        sealer = Sealer(recipients)
        return cls(ChainedFile.create(path, sealer.recipients, where.station, now, ports), sealer, ports)

    @classmethod
    def open(cls, path: Path, recipients: Sequence[str], ports: BookPorts | None = None) -> PledgeBook:
        """Open the book of an event again, such as after a power cut, and follow its whole chain.

        Raises:
            BookUnusable: its chain is broken, or it was opened for other keys than these.
            BookBusy, StorageFailed: it cannot be had.
            SealingError: the recipients cannot be used.
        """
        ports = ports or BookPorts()
        sealer = Sealer(recipients)
        return cls(ChainedFile.open(path, sealer.recipients, ports), sealer, ports)

    @property
    def pledges(self) -> int:
        """Pledges kept and not taken back, rehearsal ones included."""
        return self._slip.pledges

    @property
    def is_closed(self) -> bool:
        """Whether the event was closed."""
        return self._slip.is_closed

    @property
    def slip(self) -> ClosingSlip:
        """The counts and the head after the last commit."""
        return self._slip

    def sign(self, pledge: Pledge) -> PledgeReceipt:
        """Seal a pledge, append it, commit, and only then return.

        Raises:
            StorageFull, StorageFailed: it was not kept.
            EventClosed: the event is over.
            SealingError: it cannot be sealed.
        """
        chained, chain = self._chained, self._ready_chain()
        number = chain.numbers + 1
        sealed = self._sealer.seal(write_pledge(pledge, chained.opened.event, number))
        code = code_from(self._ports.random_bytes(CODE_BYTES))
        tag, digest = withdrawal_tag(code), sha256(sealed).hexdigest()
        with chained.writing():
            self._note_clock(pledge.signed_at)
            chained.append(
                Pledged(**chain.place(), number=number, sealed=digest, withdrawal=tag, rehearsal=pledge.is_rehearsal),
                sealed,
            )
            if not pledge.is_rehearsal:
                chained.file.count("hour", hour_of(pledge.signed_at))
                chained.file.count("language", pledge.language)
                if pledge.is_from_paper:
                    chained.file.count("source", "paper")
            if chain.since_checkpoint >= CHECKPOINT_EVERY:
                chained.append_checkpoint()
        self._slip = slip_of(chained)
        self._signed_at = {number: self._ports.seconds()}
        return PledgeReceipt(number, code)

    def withdraw(self, code: str) -> int:
        """Take the pledge of a code back: overwrite its ciphertext, and say so in the chain.

        Returns:
            the number the pledge had.

        Raises:
            CodeNotKnown: the code is mistyped, is not of this book, or was used before.
            EventClosed: the event is over; the office takes pledges back from then on.
            StorageFull, StorageFailed: the pledge is still kept.
        """
        pledged = self._pledged_of(code)
        self._take_back(pledged, "code")
        return pledged.number

    def number_of(self, code: str) -> int:
        """The number of the pledge that a code would take back; nothing is done to it.

        Raises:
            CodeNotKnown, EventClosed: as :meth:`withdraw` does.
        """
        return self._pledged_of(code).number

    def _pledged_of(self, code: str) -> Pledged:
        tag = withdrawal_tag(code)
        chain = self._ready_chain()
        pledged = self._chained.find_pledge(tag=tag)
        if pledged is None:
            raise CodeNotKnown(_("This code belongs to no pledge in this book. Try the station where it was given."))
        if pledged.number in chain.withdrawn:
            raise CodeNotKnown(_("The pledge of this code was taken back before. Nothing is left of it here."))
        return pledged

    def kept_after(self, number: int) -> int:
        """Pledges with a higher number that are neither taken back nor rehearsal: what a copy up to there lacks."""
        return self._chained.in_step().kept_after(number)

    def newest(self) -> Undoable | None:
        """The newest pledge, if the staff may still undo it: signed since this book was opened, within ten minutes."""
        for number, signed_at in self._signed_at.items():
            seconds_ago = self._ports.seconds() - signed_at
            if seconds_ago <= UNDO_WITHIN_SECONDS and not self.is_closed:
                return Undoable(number, seconds_ago)
        return None

    def undo(self, number: int) -> None:
        """Take the newest pledge back for the staff.

        Raises:
            PledgeBookError: that number is not the newest any more, or its ten minutes are over.
            EventClosed, StorageFull, StorageFailed: the pledge is still kept.
        """
        self._ready_chain()
        newest = self.newest()
        pledged = self._chained.find_pledge(number=number)
        if newest is None or newest.number != number or pledged is None:
            raise PledgeBookError(
                _("Only the newest pledge can be undone, and only for ten minutes. Use its withdrawal code instead.")
            )
        self._take_back(pledged, "staff")

    def request_erasure(self, name: str, email: str) -> None:
        """Seal a request to the office to erase what it has of a person who lost their code.

        Raises:
            EventClosed, StorageFull, StorageFailed, SealingError: it was not kept.
        """
        chained, chain = self._chained, self._ready_chain()
        request = ErasureRequest(chained.opened.event, name, email)
        sealed = self._sealer.seal(write_erasure_request(request))
        with chained.writing():
            chained.append(StaffDid(**chain.place(), what="erasure-request", sealed=sha256(sealed).hexdigest()), sealed)
        self._slip = slip_of(chained)

    def checkpoint(self) -> None:
        """Sign the count and the head, unless the book ends signed already.

        Raises:
            StorageFull, StorageFailed: it was not kept.
        """
        if self.is_closed or self._ready_chain().ends_signed:
            return
        with self._chained.writing():
            self._chained.append_checkpoint()
        self._slip = slip_of(self._chained)

    def close_event(self, now: ClockReading) -> ClosingSlip:
        """Close the event for good: sign the end and destroy the signing key, in one commit.

        Destroying is best effort on flash memory, which may keep old copies of a block.

        Raises:
            EventClosed: it was closed before.
            StorageFull, StorageFailed: it is still open.
        """
        chained, chain = self._chained, self._ready_chain()
        with chained.writing():
            self._note_clock(now)
            closed = Closed(
                **chain.place(),
                pledges=chain.pledges,
                withdrawn=len(chain.withdrawn),
                hour=hour_of(now),
                trusted=now.is_trusted,
                signature="",
            )
            chained.append_signed(closed)
            chained.file.keep_event_seed(None)
        self._slip = slip_of(chained)
        return self._slip

    @property
    def retention(self) -> Retention:
        """Whether the office has said that it has everything, and when the rows here are erased."""
        return retention_of(self._chained)

    def take_receipt(self, receipt: Receipt, now: ClockReading) -> Retention:
        """Keep the office's receipt; its days are counted by a trusted clock alone.

        Raises:
            PledgeBookError: it is for another station, event, count or head, or the event is still open.
            StorageFull, StorageFailed: it was not kept.
        """
        return take_receipt(self._chained, receipt, now)

    def erase_when_due(self, now: ClockReading) -> Retention:
        """Overwrite the sealed pledges once seven days of trusted clock have passed since the receipt.

        Raises:
            StorageFull, StorageFailed: some may be left; call it again.
        """
        return erase_when_due(self._chained, now)

    def tallies(self) -> tuple[Tally, ...]:
        """Counts for the desk's charts, by hour, language and source, unlinked to any pledge; rehearsals left out."""
        return shown_tallies(self._chained.file.tallies())

    def entries(self) -> Iterator[tuple[bytes, bytes | None]]:
        """Every line with the ciphertext beside it, in order, for a copy."""
        return self._chained.file.entries()

    def copy_bytes(self) -> int:
        """How large a copy is as the book stands, without the checkpoint that it may add."""
        return sum(pack_line_bytes(line, sealed) for line, sealed in self._chained.file.entry_sizes())

    def check_open(self) -> None:
        """Make sure, before a visitor is asked anything, that the event still takes pledges.

        Raises:
            EventClosed: it is closed.
        """
        self._ready_chain()

    def close(self) -> None:
        """Let go of the file. The event stays as open as it was.

        Raises:
            StorageFailed: the empty journal beside the book could not be removed; the book is whole and closed.
        """
        self._chained.file.close()

    def _ready_chain(self) -> Chain:
        chain = self._chained.in_step()
        if chain.is_closed:
            raise EventClosed(
                _(
                    "This event is closed, so its book takes nothing more. "
                    "Open a new event to go on; the office takes pledges of this one back."
                )
            )
        return chain

    def _take_back(self, pledged: Pledged, by: TakenBackBy) -> None:
        with self._chained.writing():
            self._chained.append_withdrawal(pledged, by)
        self._signed_at.pop(pledged.number, None)
        self._slip = slip_of(self._chained)

    def _note_clock(self, now: ClockReading) -> None:
        """Say so in the chain when the clock went back or its trust changed since it was last noted."""
        chained = self._chained
        hour, was_trusted = chained.chain.clock
        went_back = hour_of(now) < hour or (self._last_seen is not None and now.utc < self._last_seen - _CLOCK_SLACK)
        if went_back or now.is_trusted != was_trusted:
            chained.append(ClockSeen(**chained.chain.place(), hour=hour_of(now), trusted=now.is_trusted))
        self._last_seen = now.utc
