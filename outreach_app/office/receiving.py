"""Taking packs in: everything is checked before anything counts, and a doubtful pack leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from outreach_app.office.erasing import REASON, was_erased
from outreach_app.office.ledger import Ledger, stamp
from outreach_app.office.opening import Opener
from outreach_app.office.people import same_person_key
from outreach_app.office.verdicts import Judged, Verdict
from outreach_app.pledge_book.chain import Chain, ChainBroken, Opened, Pledged, StaffDid, Withdrawn
from outreach_app.pledge_book.pack import PackEntry, read_pack
from outreach_app.pledge_book.record import ErasureRequest, NumberedPledge, read_record


def receive(ledger: Ledger, opener: Opener, path: Path, advance: Callable[[int], None]) -> Judged:
    """Judge one pack and, if it is sound, take in what is new.

    Args:
        ledger: where to.
        opener: the office's key.
        path: a ``.pledges`` file.
        advance: told the bytes read since the last call, for a progress bar.

    Raises:
        BookBusy, StorageFull, StorageFailed: the ledger cannot be written; nothing of the pack was taken in.
    """
    taking = _Taking(ledger, opener)
    reason = None
    try:
        with path.open("rb") as file, ledger.changing():
            verdict = taking.take_in(file, advance)
    except _Doubt as doubt:
        verdict, reason = doubt.verdict, doubt.reason
    except ChainBroken as broken:
        verdict, reason = Verdict(broken.flaw.value), str(broken)
    except OSError as error:
        verdict, reason = Verdict.DAMAGED, f"the file cannot be read: {error.strerror}"
    chain = taking.chain
    with ledger.changing():
        ledger.execute(
            "INSERT INTO packs (file, verdict, reason, event, entries, at) VALUES (?, ?, ?, ?, ?, ?)",
            (path.name, verdict.value, reason, chain.opened and chain.opened.event, chain.entries, stamp()),
        )
    return Judged(path.name, verdict, chain.pledges, len(chain.withdrawn), chain.head, reason)


class _Doubt(Exception):
    """A pack whose chain holds and that must not come in all the same."""

    def __init__(self, verdict: Verdict, seq: int, reason: str) -> None:
        super().__init__(reason)
        self.verdict = verdict
        self.reason = f"entry {seq}: {reason}"


class _Taking:
    """One pack on its way into the ledger, inside one transaction."""

    def __init__(self, ledger: Ledger, opener: Opener) -> None:
        self.chain = Chain()
        self._ledger = ledger
        self._opener = opener
        self._known = 0
        self._known_head = ""
        self._doubt: _Doubt | None = None

    def take_in(self, file: BinaryIO, advance: Callable[[int], None]) -> Verdict:
        """Read to the end; raises before the end of the transaction if anything is wrong.

        A doubt waits for the end: if the chain itself is broken, that says more.
        """
        read = 0
        for seq, item in enumerate(read_pack(file, self.chain)):
            if self._doubt is None:
                try:
                    self._look_at(seq, item)
                except _Doubt as doubt:
                    self._doubt = doubt
            position = file.tell()
            advance(position - read)
            read = position
        return self._conclude()

    @property
    def _event(self) -> str:
        assert self.chain.opened is not None  # noqa: S101 - the chain refuses to start with anything else
        return self.chain.opened.event

    def _look_at(self, seq: int, item: PackEntry) -> None:
        if isinstance(item.entry, Opened):
            self._meet(item.entry)
        if seq < self._known:
            self._compare(seq, item.hash)
        else:
            self._take(seq, item)

    def _meet(self, opened: Opened) -> None:
        if self._opener.recipient not in opened.recipients:
            raise _Doubt(Verdict.WRONG_KEY, 0, "the station sealed its pledges for other keys than these")
        for known, head in self._ledger.execute("SELECT entries, head FROM events WHERE event = ?", (opened.event,)):
            assert isinstance(known, int)  # noqa: S101 - the column holds whole numbers
            self._known, self._known_head = known, str(head)

    def _compare(self, seq: int, line_hash: str) -> None:
        [(known,)] = self._ledger.execute("SELECT hash FROM lines WHERE event = ? AND seq = ?", (self._event, seq))
        if known != bytes.fromhex(line_hash):
            raise _Doubt(Verdict.FORK, seq, "a pack that is in already says something else here")

    def _take(self, seq: int, item: PackEntry) -> None:
        self._ledger.execute("INSERT INTO lines VALUES (?, ?, ?)", (self._event, seq, bytes.fromhex(item.hash)))
        match item.entry:
            case Pledged() if item.sealed is not None:
                self._take_pledge(seq, item.entry, item.sealed)
            case StaffDid() if item.sealed is not None:
                self._take_request(seq, item.sealed)
            case Withdrawn():
                self._let_go(item.entry.number)

    def _take_pledge(self, seq: int, entry: Pledged, sealed: bytes) -> None:
        text = self._open(seq, sealed)
        held = self._read(seq, text)
        if not isinstance(held, NumberedPledge) or (held.event_id, held.number) != (self._event, entry.number):
            raise _Doubt(Verdict.REPLAY, seq, "what is sealed here was sealed for another place")
        pledge = held.pledge
        if pledge.is_rehearsal != entry.rehearsal:
            raise _Doubt(Verdict.ALTERED, seq, "its rehearsal mark is not the one that was sealed")
        if self._is_withdrawn(entry.withdrawal):
            self._let_go(entry.number)
            return
        if was_erased(self._ledger, pledge):
            values = (self._event, entry.number, REASON, stamp())
            self._ledger.execute("INSERT INTO gone VALUES (?, ?, 'removed', ?, ?)", values)
            return
        self._ledger.execute(
            "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                f"{self._event}-{entry.number}",
                self._event,
                entry.number,
                entry.withdrawal,
                text.rstrip(),
                same_person_key(pledge),
                pledge.signed_at.utc.isoformat(),
                pledge.is_rehearsal,
            ),
        )

    def _take_request(self, seq: int, sealed: bytes) -> None:
        text = self._open(seq, sealed)
        held = self._read(seq, text)
        if not isinstance(held, ErasureRequest) or held.event_id != self._event:
            raise _Doubt(Verdict.REPLAY, seq, "what is sealed here was sealed for another place")
        self._ledger.execute("INSERT INTO erasure_requests VALUES (?, ?, ?)", (self._event, seq, text.rstrip()))

    def _open(self, seq: int, sealed: bytes) -> bytes:
        text = self._opener.open(sealed)
        if text is None:
            raise _Doubt(Verdict.WRONG_KEY, seq, "what is sealed here does not open with these keys")
        return text

    def _read(self, seq: int, text: bytes) -> NumberedPledge | ErasureRequest:
        try:
            return read_record(text)
        except ValueError as error:
            raise _Doubt(Verdict.DAMAGED, seq, str(error)) from error

    def _is_withdrawn(self, tag: str) -> bool:
        return bool(self._ledger.execute("SELECT 1 FROM withdrawn_tags WHERE tag = ?", (tag,)))

    def _let_go(self, number: int) -> None:
        self._ledger.execute("DELETE FROM people WHERE event = ? AND number = ?", (self._event, number))
        self._ledger.execute(
            "INSERT INTO gone VALUES (?, ?, 'withdrawn', NULL, ?) ON CONFLICT DO UPDATE SET why = 'withdrawn'",
            (self._event, number, stamp()),
        )

    def _conclude(self) -> Verdict:
        chain = self.chain
        if self._doubt is not None:
            raise self._doubt
        if chain.entries <= self._known:
            return Verdict.DUPLICATE if chain.head == self._known_head else Verdict.SUPERSEDED
        assert chain.opened is not None  # noqa: S101 - a pack without an entry was refused
        self._ledger.execute(
            "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self._event,
                chain.opened.station,
                chain.entries,
                chain.head,
                chain.pledges,
                len(chain.withdrawn),
                chain.is_closed,
            ),
        )
        return Verdict.CLOSED_VERIFIED if chain.is_closed else Verdict.OPEN
