"""Tamper with a pack in every way we could think of, at many places, and see whether the office names it.

python -m tests.office.tampering --positions 200 --mutations 50000

Twelve kinds of tampering, each at many positions of a closed day's pack, each judged by the real office with a real
ledger. Then mutated packs: bytes, lines and fields changed at random; half of them are hashed again afterwards, so that
the chain fits and only a signature can tell. None may be accepted, none may end in anything but a verdict.
"""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from nacl.signing import SigningKey

from outreach_app.office.verdicts import Verdict
from outreach_app.pledge_book.sealing import Sealer
from tests.office.mutating import mutate
from tests.office.packs import RECIPIENTS, Bench, Day, copied, hashed_again, live_pledges, make_day, pick, written
from tests.office.verdict_counts import VerdictCounts
from tests.pledge_book.people import seeded
from tests.pledge_book.quick_folder import QUICK


def flip_in_ciphertext(day: Day, position: int, chance: Random) -> bytes:
    lines = copied(day.closed)
    line = lines[pick(live_pledges(lines), position)]
    sealed = bytearray(base64.b64decode(line["sealed"]))
    sealed[chance.randrange(len(sealed))] ^= 1 << chance.randrange(8)
    line["sealed"] = base64.b64encode(sealed).decode()
    return written(lines)


def change_a_field(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    entry = lines[pick(live_pledges(lines), position)]["entry"]
    entry["withdrawal"] = sha256(entry["withdrawal"].encode()).hexdigest()
    return written(lines)


def drop_an_entry(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    del lines[pick(live_pledges(lines), position)]
    return written(lines)


def drop_a_ciphertext(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    del lines[pick(live_pledges(lines), position)]["sealed"]
    return written(lines)


def cut_the_end_off(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    end = pick([place for place in live_pledges(lines) if lines[place + 1]["entry"]["kind"] == "PLEDGE"], position)
    return written(lines[: end + 1])


def cut_in_a_line(day: Day, position: int, chance: Random) -> bytes:
    data = written(day.closed)
    end = pick(range(1, len(data)), position * 7919)
    return data[: end - 1 if data[end - 1 : end] == b"\n" else end][: max(1, len(data) - chance.randrange(1, 50))]


def swap_two_entries(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    place = pick(live_pledges(lines), position)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return written(lines)


def repeat_an_entry(day: Day, position: int, _chance: Random) -> bytes:
    lines = copied(day.closed)
    place = pick(live_pledges(lines), position)
    lines.insert(place + 1, lines[place])
    return written(lines)


def add_an_invented_pledge(day: Day, position: int, _chance: Random) -> bytes:
    """With every hash and number made to fit: only the signatures can tell."""
    lines = copied(day.closed)
    sealed = base64.b64encode(Sealer(RECIPIENTS).seal(b"{}")).decode()
    place = pick(live_pledges(lines), position)
    lines.insert(place, {"entry": dict(lines[place]["entry"]), "sealed": sealed})
    return written(hashed_again(lines))


def rebuild_with_another_key(day: Day, position: int, _chance: Random) -> bytes:
    """One pledge dropped, everything hashed and signed anew with a key of the forger's own."""
    lines = copied(day.closed)
    del lines[pick(live_pledges(lines), position)]
    return written(hashed_again(lines, SigningKey(seeded(position)(32))))


def move_a_pledge_in(day: Day, position: int, _chance: Random) -> bytes:
    """What a running, seized station can do: put a copied pledge in and sign it with the event's own key."""
    lines = copied(day.closed)
    line = lines[pick(live_pledges(lines), position)]
    line["sealed"] = day.other[pick(live_pledges(day.other), position * 3)]["sealed"]
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


def tamper(day: Day, bench: Bench, positions: int, seed: int = 0) -> VerdictCounts:
    """Every kind at that many positions."""
    chance, found = Random(seed), VerdictCounts()
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
