"""Tamper with a pack in every way we could think of, at many places, and see whether the office names it.

python -m tests.office.tampering --positions 200 --mutations 50000

Twelve kinds of tampering, each at many positions of a closed day's pack, each judged by the real office with a real
ledger. Then mutated packs: bytes, lines and fields changed at random; half of them are hashed again afterwards, so that
the chain fits and only a signature can tell. None may be accepted, none may end in anything but a verdict.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

from nacl.signing import SigningKey

from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener, new_secret
from outreach_app.office.receiving import receive
from outreach_app.office.verdicts import Judged, Verdict
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.ports import BookPorts
from outreach_app.pledge_book.sealing import Sealer
from tests.pledge_book.people import NOON, TABLE, later, pledge, seeded
from tests.pledge_book.quick_folder import QUICK

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


def flip_in_ciphertext(day: Day, position: int, chance: Random) -> bytes:
    lines = copied(day.closed)
    line = lines[_pick(live_pledges(lines), position)]
    sealed = bytearray(base64.b64decode(line["sealed"]))
    sealed[chance.randrange(len(sealed))] ^= 1 << chance.randrange(8)
    line["sealed"] = base64.b64encode(sealed).decode()
    return written(lines)


def change_a_field(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    entry = lines[_pick(live_pledges(lines), position)]["entry"]
    entry["withdrawal"] = sha256(entry["withdrawal"].encode()).hexdigest()
    return written(lines)


def drop_an_entry(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    del lines[_pick(live_pledges(lines), position)]
    return written(lines)


def drop_a_ciphertext(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    del lines[_pick(live_pledges(lines), position)]["sealed"]
    return written(lines)


def cut_the_end_off(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    end = _pick([place for place in live_pledges(lines) if lines[place + 1]["entry"]["kind"] == "PLEDGE"], position)
    return written(lines[: end + 1])


def cut_in_a_line(day: Day, position: int, chance: Random) -> bytes:
    data = written(day.closed)
    end = _pick(range(1, len(data)), position * 7919)
    return data[: end - 1 if data[end - 1 : end] == b"\n" else end][: max(1, len(data) - chance.randrange(1, 50))]


def swap_two_entries(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    place = _pick(live_pledges(lines), position)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return written(lines)


def repeat_an_entry(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    place = _pick(live_pledges(lines), position)
    lines.insert(place + 1, lines[place])
    return written(lines)


def add_an_invented_pledge(day: Day, position: int, _chance: Random) -> bytes:
    """With every hash and number made to fit: only the signatures can tell."""
    lines = copied(day.closed)
    sealed = base64.b64encode(Sealer(RECIPIENTS).seal(b"{}")).decode()
    place = _pick(live_pledges(lines), position)
    lines.insert(place, {"entry": dict(lines[place]["entry"]), "sealed": sealed})
    return written(hashed_again(lines))


def rebuild_with_another_key(day: Day, position: int, _chance: Random) -> bytes:
    """One pledge dropped, everything hashed and signed anew with a key of the forger's own."""
    lines = copied(day.closed)
    del lines[_pick(live_pledges(lines), position)]
    return written(hashed_again(lines, SigningKey(seeded(position)(32))))


def move_a_pledge_in(day: Day, position: int, _chance: Random) -> bytes:
    """What a running, seized station can do: put a copied pledge in and sign it with the event's own key."""
    lines = copied(day.closed)
    line = lines[_pick(live_pledges(lines), position)]
    line["sealed"] = day.other[_pick(live_pledges(day.other), position * 3)]["sealed"]
    return written(hashed_again(lines, SigningKey(seeded(5)(32))))


def seal_for_others(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.foreign)
    lines[0]["entry"]["event"] += str(position)
    return written(hashed_again(lines, SigningKey(seeded(7)(32))))


@dataclass(frozen=True)
class Kind:
    """One kind of tampering, the verdict that names it, and whether the office has an earlier pack of the event."""

    do: Callable[[Day, int, Random], bytes]
    verdict: Verdict
    has_earlier: bool = True


KINDS = {
    "a bit of a ciphertext flipped": Kind(flip_in_ciphertext, Verdict.ALTERED),
    "a field of an entry changed": Kind(change_a_field, Verdict.ALTERED),
    "an entry dropped": Kind(drop_an_entry, Verdict.GAP),
    "a ciphertext dropped": Kind(drop_a_ciphertext, Verdict.GAP),
    "the end cut off": Kind(cut_the_end_off, Verdict.TRUNCATED),
    "cut in the middle of a line": Kind(cut_in_a_line, Verdict.TRUNCATED),
    "two entries swapped": Kind(swap_two_entries, Verdict.GAP),
    "an entry repeated": Kind(repeat_an_entry, Verdict.REPLAY),
    "an invented pledge added, hashed again": Kind(add_an_invented_pledge, Verdict.ALTERED),
    "rebuilt and signed with another key": Kind(rebuild_with_another_key, Verdict.FORK),
    "another book's pledge put in": Kind(move_a_pledge_in, Verdict.REPLAY, has_earlier=False),
    "sealed for other keys": Kind(seal_for_others, Verdict.WRONG_KEY),
}


@dataclass
class Tampered:
    """What came of it: the verdicts of each kind, and what was not named as it should be."""

    verdicts: Counter[str] = field(default_factory=Counter)
    unnamed: list[str] = field(default_factory=list)


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


def tamper(day: Day, bench: Bench, positions: int, seed: int = 0) -> Tampered:
    """Every kind at that many positions."""
    chance, found = Random(seed), Tampered()
    honest = bench.judge(written(day.open), bench.seeded)
    assert honest.verdict in (Verdict.OPEN, Verdict.DUPLICATE), honest
    for name, kind in KINDS.items():
        for position in range(positions):
            ledger = bench.seeded if kind.has_earlier else bench.empty
            judged = bench.judge(kind.do(day, position, chance), ledger)
            found.verdicts[f"{name}: {judged.verdict.value}"] += 1
            if judged.verdict is not kind.verdict or not judged.reason:
                found.unnamed.append(f"{name} at {position}: {judged.verdict.value} ({judged.reason})")
    return found


def mutated(day: Day, chance: Random, *, hash_again: bool) -> bytes:
    """A pack that differs from the honest one somewhere; the honest bytes never come back."""
    if not hash_again:
        data = bytearray(written(day.closed))
        for _change in range(chance.randint(1, 4)):
            _mutate_bytes(data, chance)
        return bytes(data)
    lines = copied(day.closed)
    for _change in range(chance.randint(1, 3)):
        _mutate_lines(lines, chance)
    return written(hashed_again(lines))


def _mutate_bytes(data: bytearray, chance: Random) -> None:
    place = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            data[place] ^= 1 << chance.randrange(8)
        case 1:
            del data[place : place + chance.randint(1, 200)]
        case 2:
            data[place:place] = chance.randbytes(chance.randint(1, 40))
        case _:
            piece = data[place : place + chance.randint(1, 2000)]
            other = chance.randrange(len(data))
            data[other : other + len(piece)] = piece


def _mutate_lines(lines: list[Line], chance: Random) -> None:
    place = _pick(live_pledges(lines), chance.randrange(10_000))
    match chance.randrange(6):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, copied([lines[place]])[0])
        case 2:
            lines[place]["entry"]["withdrawal"] = chance.randbytes(32).hex()
        case 3:
            lines[place]["sealed"] = base64.b64encode(Sealer(RECIPIENTS).seal(chance.randbytes(40))).decode()
        case 4:
            other = _pick(live_pledges(lines), chance.randrange(10_000))
            if other == place:
                del lines[place]
            else:
                lines[place], lines[other] = lines[other], lines[place]
        case _:
            lines[place]["entry"]["rehearsal"] = not lines[place]["entry"]["rehearsal"]


def mutate(day: Day, bench: Bench, mutations: int, seed: int = 0) -> Tampered:
    """That many mutated packs, every second one hashed again; none may be accepted."""
    chance, found = Random(seed), Tampered()
    honest = written(day.closed)
    tried = 0
    while tried < mutations:
        data = mutated(day, chance, hash_again=tried % 2 == 1)
        if data == honest:
            continue
        tried += 1
        judged = bench.judge(data, bench.empty)
        found.verdicts[judged.verdict.value] += 1
        if judged.verdict.is_harmless:
            found.unnamed.append(f"mutation {tried} was accepted as {judged.verdict.value}")
    return found


def _pick(places, position: int) -> int:
    return places[position % len(places)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--positions", type=int, default=200)
    parser.add_argument("--mutations", type=int, default=50_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        with closing(Bench(folder)) as bench:
            tampered = tamper(make_day(folder / "long"), bench, arguments.positions)
            for line, times in sorted(tampered.verdicts.items()):
                print(f"{times:6} {line}")
            print(f"tampering: {len(tampered.unnamed)} not named", flush=True)
            mutants = mutate(make_day(folder / "short", 12), bench, arguments.mutations)
    for line, times in sorted(mutants.verdicts.items()):
        print(f"{times:6} {line}")
    print(f"mutations: {sum(mutants.verdicts.values())} packs, {len(mutants.unnamed)} accepted")
    for line in (tampered.unnamed + mutants.unnamed)[:10]:
        print(f"  {line}")
    return 1 if tampered.unnamed or mutants.unnamed else 0


if __name__ == "__main__":
    sys.exit(main())
