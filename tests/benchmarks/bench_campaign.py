"""How long a campaign pack takes to check and to open, small and at the limits, beside doing no more than is needed.

python -m tests.benchmarks.bench_campaign

Each check runs in a process of its own and its peak memory is that process's. The peer of a packed file unpacks it with
Python's zipfile and hashes every file, and checks nothing. Starts of the demo take turns with a small and a large pack.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from outreach_app.campaign.building import build_pack
from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.signature import require_publisher
from outreach_app.campaign.starter import write_starter
from outreach_app.campaign.unpacking import unpack
from outreach_app.office.pack_signing import OfficeSigner

ROUNDS = 100
CHECKS = 5
STARTS = 7
LONGEST_START_SECONDS = 60
PACK = bundled_campaign("take-it-down")
FILES = [PACK / "campaign.toml", *sorted((PACK / "text").glob("*.toml"))]
MEGABYTE = 1024 * 1024
SIGNER = OfficeSigner(SigningKey(b"b" * 32))

TOLD = "import json, resource; print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))"
CHECK = """
import sys, time, datetime, pathlib
from outreach_app.campaign.checking import examine
began = time.perf_counter()
assert examine(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 22)).is_usable
seconds = time.perf_counter() - began
"""
UNPACK_AND_HASH = """
import sys, time, hashlib, pathlib, tempfile, zipfile
began = time.perf_counter()
with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(sys.argv[1]) as archive:
    archive.extractall(folder)
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                hashlib.file_digest(file, "sha256")
seconds = time.perf_counter() - began
"""
HASH = """
import sys, time, hashlib, pathlib
began = time.perf_counter()
for path in pathlib.Path(sys.argv[1]).rglob("*"):
    if path.is_file():
        with path.open("rb") as file:
            hashlib.file_digest(file, "sha256")
seconds = time.perf_counter() - began
"""


def tomllib_alone() -> None:
    for file in FILES:
        tomllib.loads(file.read_text(encoding="utf-8"))


def msgspec_alone() -> None:
    for file in FILES:
        msgspec.toml.decode(file.read_bytes())


def in_turns(runs: dict[str, Callable[[], object]], rounds: int) -> None:
    """Time some ways by turns and print them, milliseconds."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _round in range(rounds):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    for name, taken in seconds.items():
        print(f"{name:<58} median {statistics.median(taken) * 1000:7.2f} ms, worst {max(taken) * 1000:7.2f} ms")


def large_pack(folder: Path) -> Path:
    """A starter with 198 media files, 199 MB together, of bytes that do not pack."""
    write_starter(folder)
    chance = random.Random(1)
    for number in range(198):
        head = b"\x89PNG\r\n\x1a\n" if number % 2 else b"\xff\xd8\xff\xe0"
        name = f"picture-{number:03}.{'png' if number % 2 else 'jpg'}"
        (folder / "media" / name).write_bytes(head + chance.randbytes(MEGABYTE))
    return folder


def checks(packs: dict[str, tuple[str, Path]]) -> None:
    """Run each program on its pack by turns, each in a process of its own; print time and peak memory."""
    found: dict[str, list[list[float]]] = {name: [] for name in packs}
    for _round in range(CHECKS):
        for name, (program, pack) in packs.items():
            told = subprocess.run([sys.executable, "-c", program + TOLD, str(pack)], check=True, capture_output=True)
            found[name].append(json.loads(told.stdout))
    for name, told in found.items():
        seconds, megabytes = [one[0] for one in told], max(one[1] for one in told)
        middle, worst = statistics.median(seconds), max(seconds)
        print(f"{name:<58} median {middle:5.2f} s, worst {worst:5.2f} s, {megabytes:4.0f} MB at most")


def starts(packs: dict[str, Path]) -> None:
    """Start the demo with each pack by turns; print when its first words are painted and what it holds then."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in packs}
    for _round in range(STARTS):
        for name, pack in packs.items():
            try:
                found[name].append(started(pack))
            except subprocess.TimeoutExpired:
                print(f"{name}: one start did not end within {LONGEST_START_SECONDS} s and is left out")
    for name, told in found.items():
        words = statistics.median(one["first words"] for one in told)
        memory = statistics.median(one["memory"] for one in told)
        print(f"{name:<58} first words {words:5.0f} ms, memory {memory:4.0f} MB, {len(told)} starts")


def started(pack: Path) -> dict[str, float]:
    """One start in a process of its own."""
    began = str(time.monotonic_ns())
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_and_measure", "demo", began, "--campaign", str(pack)],
        check=True,
        capture_output=True,
        timeout=LONGEST_START_SECONDS,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def main() -> None:
    in_turns(
        {
            "tomllib, the sample's texts parsed": tomllib_alone,
            "msgspec.toml, the sample's texts parsed": msgspec_alone,
            "read_campaign, parsed and every rule checked": lambda: read_campaign(PACK),
        },
        ROUNDS,
    )
    with tempfile.TemporaryDirectory() as room:
        small, large = Path(room) / "small", large_pack(Path(room) / "large")
        write_starter(small)
        file, unpacked = Path(room) / "large.campaign", Path(room) / "signed"
        build_pack(large, file, SIGNER, lambda _bytes: None)
        unpack(file, unpacked)
        checks(
            {
                "check of the sample, a folder": (CHECK, PACK),
                "check at the limits, a folder": (CHECK, large),
                "check at the limits, a signed file": (CHECK, file),
                "  zipfile unpacks and hashes the same file": (UNPACK_AND_HASH, file),
                "check at the limits, a signed folder": (CHECK, unpacked),
                "  sha256 of the same folder": (HASH, unpacked),
            }
        )
        in_turns(
            {
                "a station reads a small pack": lambda: read_campaign(small),
                "a station reads a pack of 199 MB": lambda: read_campaign(large),
                "a station with a publisher verifies 199 MB": lambda: require_publisher(unpacked, SIGNER.publisher),
            },
            9,
        )
        starts({"start with a small pack": small, "start with a pack of 199 MB": large, "start with that packed": file})


if __name__ == "__main__":
    main()
