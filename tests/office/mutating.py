"""Packs changed at random, half of them hashed again, so that the chain fits and only a signature can tell."""

from __future__ import annotations

import base64
from random import Random

from outreach_app.pledge_book.sealing import Sealer
from tests.office.packs import RECIPIENTS, Bench, Day, Line, copied, hashed_again, live_pledges, pick, written
from tests.office.verdict_counts import VerdictCounts


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
    place = pick(live_pledges(lines), chance.randrange(10_000))
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
            other = pick(live_pledges(lines), chance.randrange(10_000))
            if other == place:
                del lines[place]
            else:
                lines[place], lines[other] = lines[other], lines[place]
        case _:
            lines[place]["entry"]["rehearsal"] = not lines[place]["entry"]["rehearsal"]


def mutate(day: Day, bench: Bench, mutations: int, seed: int = 0) -> VerdictCounts:
    """That many mutated packs, every second one hashed again; none may be accepted."""
    chance, found = Random(seed), VerdictCounts()
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
