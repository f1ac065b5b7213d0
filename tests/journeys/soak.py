"""A long day at the table: thousands of visits with the clock moved by hand, then the loop for passers-by in real time.

python -m tests.journeys.soak --visits 5000 --minutes 30

Two things are watched: the memory of the process, once it has warmed up, and every network socket it has open. Warm is
what has shown the loop once with its film, whose decoder and frames are held from then on, and then a hundred visits.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from outreach_app.visit.flow import Step
from tests.journeys.random_visits import Passenger
from tests.kiosk.table import Table, prepare_application, settle

WARM_AFTER_VISITS = 100
"""By then every screen, font and library has been loaded once."""
WARM_AFTER_SECONDS = 60
"""Of the loop, in real time: by then its film has been played and begun again."""
MOST_GROWTH_MB = 50
_FORMS_ONE_IN = 4
_BYTES_IN_MB = 1024 * 1024
_SOCKET_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


@dataclass
class Day:
    """What the watching showed. Memory is the resident set in megabytes."""

    visits: int = 0
    memory_mb: list[float] = field(default_factory=list)
    sockets: set[str] = field(default_factory=set)

    @property
    def growth_mb(self) -> float:
        """From the warm program to the most it ever held afterwards."""
        return max(self.memory_mb) - self.memory_mb[0] if self.memory_mb else 0.0


def memory_mb() -> float:
    """The resident memory of this process (second number of ``/proc/self/statm``, in pages)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _BYTES_IN_MB


def network_sockets() -> set[str]:
    """Addresses of every network socket this process holds; its own display and message buses are not among them."""
    inodes = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = str(link.readlink())
        except OSError:
            continue  # the folder's own handle is gone again
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = set()
    for table in _SOCKET_TABLES:
        path = Path("/proc/self/net", table)
        for line in path.read_text().splitlines()[1:] if path.exists() else ():
            parts = line.split()
            if parts[9] in inodes:
                found.add(f"{table} {parts[1]} to {parts[2]}")
    return found


def live(table: Table, visits: int, seed: int) -> Day:
    """So many visits: most look around, some sign, and nobody stays."""
    chance, day = Random(seed), Day()
    for number in range(1, visits + 1):
        person = Passenger(table, chance)
        if number % _FORMS_ONE_IN == 0:
            person.go_as_far_as("page" if number % (_FORMS_ONE_IN * 4) == 0 else "thanks")
        else:
            _look_around(table, chance)
        person.go_away("leave")
        day.visits = number
        if number >= WARM_AFTER_VISITS and number % 20 == 0:
            day.memory_mb.append(memory_mb())
            day.sockets |= network_sockets()
    return day


def _look_around(table: Table, chance: Random) -> None:
    window = table.window
    window._take(Step.BEGIN)
    settle()
    for step in chance.sample((Step.READ_FACTS, Step.GET_HELP, Step.START_PLEDGE), k=2):
        window._take(step)
        settle()
        window._take(Step.BACK)
        settle()


def watch_the_loop(day: Day, minutes: float) -> None:
    """Let the loop run by itself in real time."""
    until = time.monotonic() + minutes * 60
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
        if int(time.monotonic() * 100) % 500 == 0:
            day.memory_mb.append(memory_mb())
            day.sockets |= network_sockets()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=5000)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    prepare_application()
    with tempfile.TemporaryDirectory() as folder:
        table = Table(Path(folder))
        watch_the_loop(Day(), WARM_AFTER_SECONDS / 60)
        begun = time.monotonic()
        day = live(table, given.visits, given.seed)
        after_visits = day.growth_mb
        print(
            f"{day.visits} visits in {time.monotonic() - begun:.0f} s; memory grew by {after_visits:.1f} MB", flush=True
        )
        watch_the_loop(day, given.minutes)
        table.close()
    first = day.memory_mb[0] if day.memory_mb else memory_mb()
    print(f"{given.minutes:g} minutes of the loop; memory {first:.0f} MB warm, grew by {day.growth_mb:.1f} MB in all")
    print(f"network sockets: {', '.join(sorted(day.sockets)) or 'none'}")
    return 1 if day.sockets or day.growth_mb > MOST_GROWTH_MB else 0


if __name__ == "__main__":
    raise SystemExit(main())
