"""The lawmaker list beside a plain dict, in one run: ``python -m tests.benchmarks.bench_legislators``.

Prints build time, size, time to open, time of an answer for ZIP codes drawn from the whole crosswalk, and memory, each
with its limit. The peer answers from two dicts (ZIP to divisions, division to people) made from the same tables: the
least any program could do, and without notes, vacancies, dates or the order of shares. Exits 1 if a limit is passed.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.tables import Tables, with_those_above
from outreach_app.legislators.united_states.importing import import_congress
from tests.conftest import SHARED_DATA
from tests.legislators.conftest import AS_OF, sources_in

TODAY = date(2026, 6, 20)
ANSWERS = 20_000
MEMORY = """
import sys
from datetime import date
from pathlib import Path
from outreach_app.legislators.pack import LegislatorPack

def kilobytes():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])

before = kilobytes()
pack = LegislatorPack.open(Path(sys.argv[1]))
after_opening = kilobytes()
codes = sorted({area.postcode for area in pack.areas() if area.postcode.isdecimal()})
after_codes = kilobytes()
for code in codes:
    pack.look_up(code, date(2026, 6, 20))
print(after_opening - before + kilobytes() - after_codes)
"""


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def own_seconds(work: Callable[[], object]) -> float:
    """The processor's time for it, whoever else wants the processor."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def dict_peer(tables: Tables) -> Callable[[str], list[object]]:
    divisions: dict[str, list[str]] = {}
    people: dict[str, list[object]] = {}
    for area in tables.areas:
        divisions.setdefault(area.postcode, []).append(area.division_id)
    for person in tables.people:
        people.setdefault(person.division_id, []).append(person)

    def answer(code: str) -> list[object]:
        reached = dict.fromkeys(above for division in divisions[code] for above in with_those_above(division))
        return [person for division in reached for person in people.get(division, ())]

    return answer


def microseconds(answer: Callable[[str], object], codes: list[str]) -> tuple[float, float]:
    """Median and 99th percentile."""
    times = sorted(seconds(lambda code=code: answer(code)) for code in codes)  # type: ignore[misc]
    return statistics.median(times) * 1e6, times[len(times) * 99 // 100] * 1e6


def main() -> int:
    if not SHARED_DATA.is_dir():
        print(f"the public data is not at {SHARED_DATA}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 1 if measure(Path(folder) / "congress.lawmakers") else 0


def measure(file: Path) -> int:
    """Measure everything; returns how many limits were passed."""
    start = time.perf_counter()
    tables = import_congress(sources_in(SHARED_DATA, with_census=False), AS_OF).tables
    build_pack(tables, file)
    build_seconds = time.perf_counter() - start

    openings = [seconds(lambda: LegislatorPack.open(file).close()) for _ in range(51)]
    own_openings = [own_seconds(lambda: LegislatorPack.open(file).close()) for _ in range(51)]
    codes = sorted({area.postcode for area in tables.areas if area.postcode.isdecimal()})
    drawn = random.Random(1).choices(codes, k=ANSWERS)
    peer = dict_peer(tables)
    gc.collect()
    gc.freeze()
    with LegislatorPack.open(file) as pack:
        first = seconds(lambda: pack.look_up("43215", TODAY)) * 1e6
        ours, ours_99 = microseconds(lambda code: pack.look_up(code, TODAY), drawn)
        theirs, theirs_99 = microseconds(peer, drawn)
    memory = int(subprocess.run([sys.executable, "-c", MEMORY, str(file)], check=True, capture_output=True).stdout)

    rows = [
        ("build from the public files, s", build_seconds, 5.0),
        ("pack, MB", file.stat().st_size / 1e6, 1.5),
        ("open, median ms", statistics.median(openings) * 1e3, 5.0),
        ("  of the processor's own time, median ms", statistics.median(own_openings) * 1e3, None),
        ("first answer after opening, µs", first, None),
        ("answer with people, median µs", ours, 100.0),
        ("answer with people, 99th percentile µs", ours_99, None),
        ("  two plain dicts, median µs", theirs, None),
        ("  two plain dicts, 99th percentile µs", theirs_99, None),
        ("memory after every ZIP was asked, MB", memory / 1e3, 10.0),
    ]
    for name, value, limit in rows:
        print(f"{name:<42}{value:>9.2f}" + (f"   limit {limit:g}" if limit is not None else ""))
    return sum(limit is not None and value > limit for _name, value, limit in rows)


if __name__ == "__main__":
    raise SystemExit(main())
