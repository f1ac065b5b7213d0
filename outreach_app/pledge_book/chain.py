"""The chain: each entry is one canonical JSON line that carries the hash of the line before it.

An entry says no more in the clear than it must: its place, a hash, a withdrawal tag. Checkpoints and the closing entry
are signed with the event's own key, whose public half stands in the first entry. Canonical means: keys sorted, no
spaces, exactly the fields below, so that one entry has one spelling and one hash.
"""

from __future__ import annotations

import hashlib
from datetime import UTC
from enum import Enum
from typing import Literal, TypedDict

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from outreach_app.domain.pledge import ClockReading

FORMAT = "outreach-pledges-1"
_HASH_DIGITS = 64
_SIGNATURE_DIGITS = 128
NOTHING_BEFORE = "0" * _HASH_DIGITS
MOST_LINE_BYTES = 4096
MOST_ENTRIES = 2_000_000
_SIGNATURE_PREFIX = b"outreach checkpoint 1\n"


TakenBackBy = Literal["code", "staff", "unacknowledged"]


class Place(TypedDict):
    """Where an entry stands in the chain: its number from 0, and the hash of the line before it."""

    seq: int
    prev: str


class _Entry(msgspec.Struct, tag_field="kind", forbid_unknown_fields=True, frozen=True, kw_only=True):
    seq: int
    prev: str


class Opened(_Entry, tag="OPEN", frozen=True):
    """The event was opened. ``hour`` is UTC, as ``2026-11-22T21Z``; ``verify_key`` 64 hex digits."""

    format: str
    station: str
    event: str
    recipients: tuple[str, ...]
    verify_key: str
    hour: str
    trusted: bool
    app: str


class Pledged(_Entry, tag="PLEDGE", frozen=True):
    """One pledge: its number from 1, the SHA-256 of its ciphertext, the tag of the code that takes it back."""

    number: int
    sealed: str
    withdrawal: str
    rehearsal: bool


class Withdrawn(_Entry, tag="WITHDRAW", frozen=True):
    """A pledge was taken back: by its code, by the staff, or because its writing could not be acknowledged."""

    number: int
    by: TakenBackBy


class StaffDid(_Entry, tag="STAFF", frozen=True):
    """The staff did something that the office should see; ``sealed`` is the SHA-256 of what lies beside it."""

    what: Literal["erasure-request"]
    sealed: str


class ClockSeen(_Entry, tag="CLOCK", frozen=True):
    """The station's clock was set back, or became trusted or doubtful."""

    hour: str
    trusted: bool


class Checkpoint(_Entry, tag="CHECKPOINT", frozen=True):
    """A signed count: ``pledges`` live ones, ``withdrawn`` ones; ``prev`` is the head it signs."""

    pledges: int
    withdrawn: int
    signature: str


class Closed(_Entry, tag="CLOSE", frozen=True):
    """The event was closed, and its signing key destroyed."""

    pledges: int
    withdrawn: int
    hour: str
    trusted: bool
    signature: str


Entry = Opened | Pledged | Withdrawn | StaffDid | ClockSeen | Checkpoint | Closed
_DECODER: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


class Flaw(Enum):
    """What can be wrong with a chain. The values are verdicts of the command line."""

    TRUNCATED = "truncated"
    GAP = "gap"
    ALTERED = "altered"
    REPLAY = "replay"
    DAMAGED = "damaged"


class ChainBroken(Exception):
    """A chain does not hold together; ``seq`` is the entry where it shows, from 0."""

    def __init__(self, flaw: Flaw, seq: int, reason: str) -> None:
        super().__init__(f"entry {seq}: {reason}")
        self.flaw = flaw
        self.seq = seq
        self.reason = reason


def line_of(entry: Entry) -> bytes:
    """The one spelling of an entry, without a line end."""
    return msgspec.json.encode(entry, order="sorted")


def hour_of(now: ClockReading) -> str:
    """A time to the hour in UTC, as ``2026-11-22T21Z``: all that stands in the clear."""
    return f"{now.utc.astimezone(UTC):%Y-%m-%dT%H}Z"


def hash_of(line: bytes) -> str:
    """SHA-256 of a line, as 64 hex digits."""
    return hashlib.sha256(line).hexdigest()


def signed(entry: Checkpoint | Closed, key: SigningKey) -> Checkpoint | Closed:
    """The same entry with its signature."""
    signature = key.sign(_SIGNATURE_PREFIX + line_of(msgspec.structs.replace(entry, signature=""))).signature
    return msgspec.structs.replace(entry, signature=signature.hex())


class Chain:
    """A chain as far as it has been followed: its head, its counts, and the rules for what may come next.

    Attributes:
        head: SHA-256 of the last line, 64 hex digits.
        entries: lines so far; the next one's ``seq``.
        numbers: pledges so far, taken back or not; ``withdrawn`` the numbers of those taken back.
        live_rehearsals: rehearsal pledges not taken back.
        requests: requests to be erased, which the staff sealed for people without a code.
        since_checkpoint: pledges since the last signature.
        ends_signed: whether the last line is a signed one.
        clock: the last hour noted (UTC, ``2026-11-22T21Z``), and whether the clock was trusted then.
    """

    def __init__(self) -> None:
        self.opened: Opened | None = None
        self.head = NOTHING_BEFORE
        self.entries = 0
        self.numbers = 0
        self.withdrawn: set[int] = set()
        self.live_rehearsals = 0
        self.requests = 0
        self.since_checkpoint = 0
        self.is_closed = False
        self.ends_signed = False
        self.clock = ("", True)
        self._rehearsals: set[int] = set()
        self._verify_key: VerifyKey | None = None

    @property
    def pledges(self) -> int:
        """Pledges not taken back."""
        return self.numbers - len(self.withdrawn)

    @property
    def withdrawn_rehearsals(self) -> int:
        """Rehearsal pledges that were taken back."""
        return len(self._rehearsals & self.withdrawn)

    def kept_after(self, number: int) -> int:
        """Pledges with a higher number that are neither taken back nor rehearsal."""
        gone = self.withdrawn | self._rehearsals
        return sum(1 for later in range(number + 1, self.numbers + 1) if later not in gone)

    def place(self) -> Place:
        """Where the next entry goes."""
        return {"seq": self.entries, "prev": self.head}

    def follow(self, line: bytes) -> Entry:
        """Check the next line against everything before it and take it in.

        Raises:
            ChainBroken: it does not follow.
        """
        entry = self._read(line)
        self._check_place(entry)
        self._check_meaning(entry)
        self.take(entry, line)
        return entry

    def take(self, entry: Entry, line: bytes) -> None:
        """Take in a line that is known to follow, such as one this program has just written."""
        match entry:
            case Opened():
                self.opened, self.clock = entry, (entry.hour, entry.trusted)
                self._verify_key = VerifyKey(bytes.fromhex(entry.verify_key))
            case Pledged():
                self.numbers = entry.number
                self.since_checkpoint += 1
                if entry.rehearsal:
                    self._rehearsals.add(entry.number)
                    self.live_rehearsals += 1
            case Withdrawn():
                self.withdrawn.add(entry.number)
                self.live_rehearsals -= entry.number in self._rehearsals
            case ClockSeen():
                self.clock = (entry.hour, entry.trusted)
            case Checkpoint():
                self.since_checkpoint = 0
            case Closed():
                self.is_closed = True
            case StaffDid():
                self.requests += 1
        self.ends_signed = isinstance(entry, Checkpoint | Closed)
        self.head = hash_of(line)
        self.entries += 1

    def _read(self, line: bytes) -> Entry:
        if len(line) > MOST_LINE_BYTES or self.entries >= MOST_ENTRIES:
            raise ChainBroken(Flaw.DAMAGED, self.entries, "it is longer than any this program writes")
        try:
            entry = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ChainBroken(Flaw.DAMAGED, self.entries, "it is no entry of a pledge book") from error
        if line_of(entry) != line:
            raise ChainBroken(Flaw.DAMAGED, self.entries, "it is not spelt in the one allowed way")
        return entry

    def _check_place(self, entry: Entry) -> None:
        if entry.seq > self.entries:
            raise ChainBroken(Flaw.GAP, self.entries, "this entry is missing or out of order")
        if entry.seq < self.entries:
            raise ChainBroken(Flaw.REPLAY, self.entries, f"entry {entry.seq} comes here a second time")
        if entry.prev != self.head:
            raise ChainBroken(Flaw.ALTERED, self.entries, "the entry before it was changed")
        if self.is_closed:
            raise ChainBroken(Flaw.ALTERED, self.entries, "it was added after the event was closed")
        if isinstance(entry, Opened) != (self.entries == 0):
            raise ChainBroken(Flaw.ALTERED, self.entries, "the event must be opened once, and first")

    def _check_meaning(self, entry: Entry) -> None:
        match entry:
            case Opened() if entry.format != FORMAT or not _is_hex(entry.verify_key, _HASH_DIGITS):
                raise ChainBroken(Flaw.DAMAGED, 0, "it was written by another or a newer program")
            case Pledged() if entry.number != self.numbers + 1:
                raise ChainBroken(Flaw.ALTERED, self.entries, "its pledge has the wrong number")
            case Withdrawn() if not 1 <= entry.number <= self.numbers or entry.number in self.withdrawn:
                raise ChainBroken(Flaw.ALTERED, self.entries, "it takes back a pledge that is not there")
            case Checkpoint() | Closed():
                self._check_signature(entry)

    def _check_signature(self, entry: Checkpoint | Closed) -> None:
        if (entry.pledges, entry.withdrawn) != (self.pledges, len(self.withdrawn)):
            raise ChainBroken(Flaw.ALTERED, self.entries, "its count is not what the entries before it add up to")
        forged = ChainBroken(Flaw.ALTERED, self.entries, "its signature is not the event's")
        # The signature is the one field that no signature covers, so it must have a single spelling as well.
        if not _is_hex(entry.signature, _SIGNATURE_DIGITS):
            raise forged
        unsigned = line_of(msgspec.structs.replace(entry, signature=""))
        try:
            assert self._verify_key is not None  # noqa: S101 - the first entry is always OPEN
            self._verify_key.verify(_SIGNATURE_PREFIX + unsigned, bytes.fromhex(entry.signature))
        except BadSignatureError as error:
            raise forged from error


def _is_hex(text: str, digits: int) -> bool:
    return len(text) == digits and all(digit in "0123456789abcdef" for digit in text)
