"""Wrong PINs by the thousand at the real gate: killed in the middle, restarted, its clocks changed.

    python -m tests.visit.wrong_pins --count 1000 --kills 60

A process guesses at the lead's PIN; this one kills it (-9) at random moments and starts it anew. The guesser's clock
jumps between its guesses and begins anew at each start. It knows the volunteers' PIN, and enters it whenever the pad is
about to wait, or by chance. Each guess that is really held against the lead's PIN leaves a line before it is. No more
than fifteen may be, ever; and the volunteers' PIN has to open the desk to the end.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from outreach_app.visit import staff_gate
from outreach_app.visit.attempt_file import AttemptFile
from outreach_app.visit.pins import StaffRole, fits, hash_pin
from outreach_app.visit.staff_gate import FREE_TRIES, MOST_TRIES, StaffGate

_LOOKED, _GUESSED, _ATTEMPTS, _HASHES = "looked", "guessed", "staff.attempts", "hashes"
_LEAD_PIN, _VOLUNTEER_PIN = "483920", "771203"
_BY_CHANCE = 0.1


def guess(folder: Path, guesses: int, seed: int) -> None:
    """Guess wrong PINs, each after a jump of the clock; what is looked at and what is tried leaves a line each."""
    chance = random.Random(seed)
    seconds = chance.uniform(0, 1e6)
    hashes = dict(zip(StaffRole, (folder / _HASHES).read_text().split("\n"), strict=True))

    def look(pin: str, kept: str) -> bool:
        if kept == hashes[StaffRole.LEAD]:
            _add_line(folder / _LOOKED)
        return fits(pin, kept)

    staff_gate.fits = look
    gate = StaffGate(AttemptFile(folder / _ATTEMPTS), hashes, "", lambda: seconds)
    for _guess in range(guesses):
        if gate.state.wrong_tries >= FREE_TRIES - 1 or chance.random() < _BY_CHANCE:
            seconds += gate.state.wait_seconds
            assert gate.try_pin(_VOLUNTEER_PIN) is StaffRole.VOLUNTEER
        seconds += chance.choice((0.0, 0.1, 60.0, 1e5))
        _add_line(folder / _GUESSED)
        assert gate.try_pin(f"{chance.randrange(100_000):06}") is None


def attack(folder: Path, count: int, kills: int, seed: int) -> tuple[int, int, int]:
    """Guess, kill and start anew until so many guesses were made.

    Returns:
        guesses, starts, and guesses that were held against the lead's PIN.
    """
    folder.mkdir(exist_ok=True)
    AttemptFile(folder / _ATTEMPTS).make()
    (folder / _HASHES).write_text("\n".join(hash_pin(pin) for pin in (_LEAD_PIN, _VOLUNTEER_PIN)))
    chance = random.Random(seed)
    starts = 0
    while (made := _lines(folder / _GUESSED)) < count:
        starts += 1
        # A few short lives first, each killed before or while it guesses; then whatever is left.
        is_killed = starts <= kills
        for process in _guesser(folder, min(count - made, 5) if is_killed else count - made, seed + starts):
            if is_killed:
                _wait_for_a_guess(folder, made, process)
                # A try is held against two slow hashes: some are killed before the second one, some after.
                time.sleep(chance.uniform(0, 1.2))
                process.kill()
            process.wait()
    return _lines(folder / _GUESSED), starts, _lines(folder / _LOOKED)


def _guesser(folder: Path, guesses: int, seed: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.visit.wrong_pins", "--guess", str(folder), str(guesses), str(seed)]
    with subprocess.Popen(command) as process:
        yield process


def _wait_for_a_guess(folder: Path, before: int, process: subprocess.Popen[bytes]) -> None:
    while _lines(folder / _GUESSED) == before and process.poll() is None:
        time.sleep(0.005)


def _add_line(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"+")


def _lines(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guess", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.guess:
        guess(Path(given.guess[0]), int(given.guess[1]), int(given.guess[2]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        guesses, starts, looked = attack(Path(folder), given.count, given.kills, given.seed)
    print(
        f"{guesses} wrong PINs in {starts} starts, {given.kills} of them killed, the volunteers' PIN between them: "
        f"{looked} were held against the lead's"
    )
    return 0 if 0 < looked <= MOST_TRIES else 1


if __name__ == "__main__":
    raise SystemExit(main())
