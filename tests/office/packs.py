"""Packs written by hand, as a forger would: read, changed, hashed again, signed with whatever key there is."""

from __future__ import annotations

import base64
import json
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nacl.signing import SigningKey

from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener, new_secret
from outreach_app.office.receiving import receive
from outreach_app.office.verdicts import Judged
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.ports import BookPorts
from tests.pledge_book.people import NOON, TABLE, later, pledge, seeded

OFFICE = new_secret()
RECOVERY = new_secret()
RECIPIENTS = (Opener(OFFICE).recipient, Opener(RECOVERY).recipient)
WORDS = "correct horse battery staple"

Line = dict
"""One line of a pack as JSON: ``entry`` and perhaps ``sealed``."""


@dataclass
class Day:
    """A closed day, the same day while it was still open, and a stranger's day."""

    closed: list[Line]
    open: list[Line]
    other: list[Line]
    foreign: list[Line]


def play(folder: Path, seed: int, pledges: int, recipients: tuple[str, ...] = RECIPIENTS) -> tuple[list, list]:
    """A day's packs: while it was open, and closed."""
    folder.mkdir()
    ports = BookPorts(random_bytes=seeded(seed))
    with closing(PledgeBook.create(folder / "book", recipients, TABLE, NOON, ports)) as book:
        for number in range(1, pledges + 1):
            receipt = book.sign(pledge(f"Person {number}", signed_at=later(number), is_rehearsal=number % 9 == 0))
            if number % 10 == 0:
                book.withdraw(receipt.withdrawal_code)
        book.request_erasure("Ada", "ada@example.org")
        opened = copy_out(book, DurableFolder(folder)).path
        book.sign(pledge("Last", signed_at=later(pledges + 1)))
        book.close_event(later(pledges + 2))
        closed = copy_out(book, DurableFolder(folder)).path
    return read(opened), read(closed)


def make_day(folder: Path, pledges: int = 220) -> Day:
    """Everything that tampering starts from."""
    folder.mkdir()
    opened, closed = play(folder / "ours", 5, pledges)
    _open, other = play(folder / "other", 6, pledges)
    strangers = (Opener(new_secret()).recipient, Opener(new_secret()).recipient)
    _open, foreign = play(folder / "foreign", 7, 3, strangers)
    return Day(closed, opened, other, foreign)


def read(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def spelt(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def written(lines: list[Line]) -> bytes:
    """A pack's bytes, each line spelt as the program spells it."""
    return b"".join(
        b'{"entry":'
        + spelt(line["entry"])
        + (b',"sealed":' + spelt(line["sealed"]) if "sealed" in line else b"")
        + b"}\n"
        for line in lines
    )


def hashed_again(lines: list[Line], key: SigningKey | None = None) -> list[Line]:
    """The same lines with numbers, hashes and counts that fit again; signed with a key if one is given."""
    out, prev, numbers, gone = [], "0" * 64, 0, 0
    renumbered: dict[int, int] = {}
    for seq, line in enumerate(lines):
        entry = dict(line["entry"]) | {"seq": seq, "prev": prev}
        if entry["kind"] == "OPEN" and key is not None:
            entry["verify_key"] = key.verify_key.encode().hex()
        if entry["kind"] == "PLEDGE":
            numbers += 1
            renumbered[entry["number"]] = entry["number"] = numbers
        if entry["kind"] == "WITHDRAW":
            entry["number"] = renumbered.get(entry["number"], entry["number"])
        if "sealed" in line and "sealed" in entry:
            entry["sealed"] = sha256(base64.b64decode(line["sealed"])).hexdigest()
        gone += entry["kind"] == "WITHDRAW"
        if entry["kind"] in ("CHECKPOINT", "CLOSE"):
            entry |= {"pledges": numbers - gone, "withdrawn": gone}
            if key is not None:
                entry["signature"] = ""
                entry["signature"] = key.sign(b"outreach checkpoint 1\n" + spelt(entry)).signature.hex()
        out.append(line | {"entry": entry})
        prev = sha256(spelt(entry)).hexdigest()
    return out


def live_pledges(lines: list[Line]) -> list[int]:
    return [place for place, line in enumerate(lines) if line["entry"]["kind"] == "PLEDGE" and "sealed" in line]


def copied(lines: list[Line]) -> list[Line]:
    return [line | {"entry": dict(line["entry"])} for line in lines]


def pick(places, position: int) -> int:
    return places[position % len(places)]


class Bench:
    """An office with a ledger that has the honest open pack already, where that matters."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opener = Opener(OFFICE)
        self.empty = Ledger(folder / "empty.ledger", WORDS, may_create=True)
        self.seeded = Ledger(folder / "seeded.ledger", WORDS, may_create=True)

    def close(self) -> None:
        for ledger in (self.empty, self.seeded):
            ledger.__exit__(None, None, None)

    def judge(self, data: bytes, ledger: Ledger) -> Judged:
        pack = self._folder / "pack.pledges"
        pack.write_bytes(data)
        return receive(ledger, self._opener, pack, lambda _bytes: None)
