"""How long a pledge takes to be kept, beside plain SQLite with the same settings and beside append+fsync.

python -m tests.benchmarks.bench_pledge_book
python -m tests.benchmarks.bench_pledge_book --rows 0 10000 100000 --commits 1000

For each number of rows a book and a plain table are filled first (with cheap copies, not timed). Then all of them take
turns, one commit each and in another order each time: whoever comes first after a pause pays for what other programs
wrote. Ratios count, absolute times drift.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median, quantiles

import apsw

from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.book_file import SETTINGS
from outreach_app.pledge_book.chain import Pledged
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.pledge_book.sealing import Sealer
from tests.pledge_book.people import NOON, TABLE, pledge, seeded

RECIPIENTS = throwaway_recipients(seeded(1))
LINE_BYTES, SEALED_BYTES = 330, 4480
WARM_UP = 30


def filled_book(path: Path, rows: int) -> PledgeBook:
    """A book that has that many pledges, written in large transactions that are not timed."""
    book = PledgeBook.create(path, RECIPIENTS, TABLE, NOON)
    ready_made = [os.urandom(SEALED_BYTES) for _each in range(16)]
    chained = book._chained
    digests = [sha256(sealed).hexdigest() for sealed in ready_made]
    for start in range(0, rows, 5000):
        with chained.writing():
            for number in range(start + 1, min(start + 5000, rows) + 1):
                chain = chained.chain
                entry = Pledged(
                    **chain.place(),
                    number=number,
                    sealed=digests[number % 16],
                    withdrawal=os.urandom(32).hex(),
                    rehearsal=False,
                )
                chained.append(entry, ready_made[number % 16])
                if chain.since_checkpoint >= 25:
                    chained.append_checkpoint()
    return book


def plain_table(path: Path, rows: int) -> apsw.Connection:
    """A table of the same shape and settings, with nothing but the rows."""
    connection = apsw.Connection(str(path))
    for name, value in SETTINGS.items():
        connection.pragma(name, value)
    connection.execute("CREATE TABLE entries (seq INTEGER PRIMARY KEY, line BLOB NOT NULL, sealed BLOB)")
    with connection:
        for _row in range(rows):
            insert(connection)
    return connection


def insert(connection: apsw.Connection) -> None:
    connection.execute(
        "INSERT INTO entries (line, sealed) VALUES (?, ?)", (os.urandom(LINE_BYTES), os.urandom(SEALED_BYTES))
    )


def measure(folder: Path, rows: int, commits: int) -> dict[str, list[float]]:
    """Seconds of each commit, by who did it."""
    book = filled_book(folder / f"{rows}.book", rows)
    table = plain_table(folder / f"{rows}.db", rows)
    file = (folder / f"{rows}.log").open("ab", buffering=0)
    sealer = Sealer(RECIPIENTS)

    def append() -> None:
        file.write(os.urandom(LINE_BYTES + SEALED_BYTES))
        os.fsync(file.fileno())

    person = pledge("Ada")
    contenders: dict[str, Callable[[], object]] = {
        "pledge book": lambda: book.sign(person),
        "plain SQLite": lambda: insert(table),
        "append+fsync": append,
        "sealing alone": lambda: sealer.seal(b"{}"),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    order, chance = list(contenders), Random(0)
    for turn in range(commits + WARM_UP):
        chance.shuffle(order)
        for name in order:
            start = time.perf_counter()
            contenders[name]()
            if turn >= WARM_UP:
                times[name].append(time.perf_counter() - start)
    book.close()
    table.close()
    file.close()
    return times


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[0, 10_000, 100_000])
    parser.add_argument("--commits", type=int, default=1000)
    arguments = parser.parse_args()
    print(f"{'rows':>8} {'':14} {'p50 ms':>8} {'p99 ms':>8} {'to plain':>9} {'to fewest rows':>15}")
    first: dict[str, float] = {}
    for rows in arguments.rows:
        with tempfile.TemporaryDirectory() as folder:
            times = measure(Path(folder), rows, arguments.commits)
        plain = median(times["plain SQLite"])
        for name, seconds in times.items():
            middle = median(seconds)
            first.setdefault(name, middle)
            p99 = quantiles(seconds, n=100)[98]
            print(
                f"{rows:8} {name:14} {middle * 1000:8.2f} {p99 * 1000:8.2f} {middle / plain:9.2f} "
                f"{middle / first[name]:15.2f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
