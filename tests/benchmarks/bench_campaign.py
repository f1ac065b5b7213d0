"""How long the sample campaign takes to read and check, beside parsing the same files and nothing more.

python -m tests.benchmarks.bench_campaign
"""

from __future__ import annotations

import statistics
import time
import tomllib
from collections.abc import Callable

import msgspec

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign

ROUNDS = 100
PACK = bundled_campaign("take-it-down")
FILES = [PACK / "campaign.toml", *sorted((PACK / "text").glob("*.toml"))]


def tomllib_alone() -> None:
    for file in FILES:
        tomllib.loads(file.read_text(encoding="utf-8"))


def msgspec_alone() -> None:
    for file in FILES:
        msgspec.toml.decode(file.read_bytes())


def main() -> None:
    runs: dict[str, Callable[[], object]] = {
        "tomllib, three files parsed": tomllib_alone,
        "msgspec.toml, three files parsed": msgspec_alone,
        "read_campaign, parsed and every rule checked": lambda: read_campaign(PACK),
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _round in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    for name, taken in seconds.items():
        print(f"{name:<46} median {statistics.median(taken) * 1000:6.2f} ms, worst {max(taken) * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
