"""Kill a station's program again and again, and count what was lost.

python -m tests.pledge_book.killing --kills 2000

A process of its own signs invented people, one after another, and says each number once it is committed. It is killed
with -9 after a random moment; then the book is opened, and every number that was said must be there. Every
fifth pledge is taken back, and must stay so. (A kill leaves the system's cache alone, so a folder in memory will do.)
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from outreach_app.errors import PledgeBookError
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.chain import Chain, Pledged
from outreach_app.pledge_book.enrolment import throwaway_recipients
from tests.pledge_book.people import NOON, TABLE, pledge, seeded
from tests.pledge_book.quick_folder import QUICK

REPOSITORY = Path(__file__).resolve().parents[2]
RECIPIENTS = throwaway_recipients(seeded(1))
KILLS_OF_A_BOOK = 50
_LONGEST_LIFE_SECONDS = 0.12


@dataclass
class Killed:
    """What the kills showed."""

    kills: int = 0
    acknowledged: int = 0
    losses: list[str] = field(default_factory=list)


def write_until_killed(path: Path) -> None:
    """What the process does: sign, say so, take every fifth back, say so."""
    book = PledgeBook.open(path, RECIPIENTS)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        receipt = book.sign(pledge(f"Canary {time.monotonic_ns()}"))
        sys.stdout.write(f"saved {receipt.number}\n")
        sys.stdout.flush()
        if receipt.number % 5 == 0:
            sys.stdout.write(f"gone {book.withdraw(receipt.withdrawal_code)}\n")
            sys.stdout.flush()


def kill_often(folder: Path, kills: int, seed: int = 0) -> Killed:
    """Start and kill the process that many times; a book that grew long gives way to a new one."""
    chance, found = Random(seed), Killed()
    for first in range(0, kills, KILLS_OF_A_BOOK):
        path = folder / f"{first}.book"
        PledgeBook.create(path, RECIPIENTS, TABLE, NOON).close()
        saved: set[int] = set()
        gone: set[int] = set()
        for _kill in range(min(KILLS_OF_A_BOOK, kills - first)):
            for word, number in _one_life(path, chance.uniform(0, _LONGEST_LIFE_SECONDS)):
                (saved if word == "saved" else gone).add(number)
            found.kills += 1
            found.losses += _losses(path, saved, gone)
        found.acknowledged += len(saved) + len(gone)
        path.unlink()
    return found


def _one_life(path: Path, seconds: float) -> list[tuple[str, int]]:
    command = [sys.executable, "-m", "tests.pledge_book.killing", "--write", str(path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = process.stdout.read().splitlines(keepends=True)
    said = [line.split() for line in lines if line.endswith("\n")]
    return [(word, int(number)) for word, number in said]


def _losses(path: Path, saved: set[int], gone: set[int]) -> list[str]:
    try:
        with contextlib.closing(PledgeBook.open(path, RECIPIENTS)) as book:
            chain, there, readable = Chain(), set(), set()
            for line, sealed in book.entries():
                entry = chain.follow(line)
                if isinstance(entry, Pledged):
                    there.add(entry.number)
                    if sealed is not None:
                        readable.add(entry.number)
    except PledgeBookError as error:
        return [f"the book does not open: {error}"]
    losses = [f"pledge {number} is lost" for number in saved - there]
    losses += [f"the sealed pledge {number} is lost" for number in (there - chain.withdrawn) - readable]
    losses += [f"pledge {number} is back" for number in (gone - chain.withdrawn) | (chain.withdrawn & readable)]
    return losses


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write is not None:
        write_until_killed(arguments.write)
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        found = kill_often(Path(folder), arguments.kills)
    print(f"{found.kills} kills, {found.acknowledged} acknowledged writes, {len(found.losses)} lost")
    for loss in found.losses[:10]:
        print(f"  {loss}")
    return 1 if found.losses else 0


if __name__ == "__main__":
    sys.exit(main())
