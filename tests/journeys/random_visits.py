"""Hundreds of visits by people who each leave at a place and in a way of their own; after each, a search for traces.

python -m tests.journeys.random_visits --visits 500

Each person has a name and an address nobody else has. They go some way into a visit and leave: by the button, by
walking away, by finishing. Then every widget, undo history, clipboard, screen reader text and file is searched for them
(the sealed book may hold them, sealed). At the end the process's own memory is searched as well, and the count is told:
Python gives no promise to wipe a string, so that figure is a measure and not a pass mark.
"""

from __future__ import annotations

import argparse
import logging
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.visit.flow import Place
from tests.journeys.traces import traces_of
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, prepare_application, wait_until

_MARK = "Zyxq"
"""What every invented name begins with, so that memory can be searched without holding the names."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WAYS_OUT = ("leave", "walk away", "finish")
FARTHEST = ("form", "consents", "signature", "thanks", "lawmakers", "act", "page")


@dataclass
class Visits:
    """What came of the visits."""

    visits: int = 0
    signed: int = 0
    left_by: Counter[str] = field(default_factory=Counter)
    got_to: Counter[str] = field(default_factory=Counter)
    traces: list[str] = field(default_factory=list)


class Passenger(Visitor):
    """Somebody who types on a real keyboard, which is quicker and leaves the same history behind in a field."""

    def __init__(self, table: Table, chance: Random) -> None:
        super().__init__(table.window)
        self._table, self._chance = table, chance
        word = "".join(chance.choices(_LETTERS, k=9))
        self.name = f"{_MARK}{word}"
        self.email = f"{word}@canary.example"
        self.mobile = f"202555{chance.randrange(100, 200):04d}"

    @property
    def canaries(self) -> list[str]:
        """What must not be found anywhere once they have gone."""
        return [self.name, self.email, f"202-555-{self.mobile[6:]}", self.mobile]

    def go_as_far_as(self, farthest: str) -> None:
        """From the loop into a visit."""
        window = self.window
        self.tap("Touch to begin")
        if self._chance.random() < 0.5 and len(window._plan.languages) > 1:
            window.speak_language(self._chance.choice(window._plan.languages))
        self.tap("Start")
        self.enter_digits("34")
        self.tap("Continue")
        answers = {"First name": self.name, "Last name": self.name, "Email": self.email, "ZIP code": "43215"}
        for label, text in answers.items():
            line = self.field(label)
            line.setFocus()
            QTest.keyClicks(line, text)
        if farthest == "form":
            return
        self.tap("Continue")
        assert self.place is Place.CONSENTS, self.reading()
        consents = self._table.campaign.pledge.consents
        self.tap_name(consents[1].title.in_language(window.visit.language))
        self.enter_digits(self.mobile)
        if farthest == "consents":
            return
        self.tap("Continue")
        if self._chance.random() < 0.5:
            self.draw_a_signature()
        else:
            self.tap("Type my name instead")
            QTest.keyClicks(QApplication.focusWidget(), self.name)
            self.tap("Continue")
        if farthest == "signature":
            return
        self.tap(self._table.campaign.pledge_title)
        self.wait_for(Place.THANKS)
        if farthest == "thanks":
            return
        self.tap("Find my lawmakers")
        if farthest == "lawmakers":
            return
        if farthest == "act":
            person = window.visit.finding.people[0]
            self.tap_name(person.name)
            return
        # A low window has room for the shorter words alone.
        everybody = "Take all of them with me"
        self.tap(everybody if self.says(everybody) in self.names() else "Take it with you")

    def go_away(self, way: str) -> None:
        """Leave, in one of the ways a person does."""
        clipboard = QApplication.clipboard()
        clipboard.setText(self.name)
        if clipboard.supportsSelection():
            clipboard.setText(self.name, clipboard.Mode.Selection)
        if way == "finish" and self.place is Place.TAKE:
            self.tap("I am done")
        elif way == "walk away":
            for _pause in range(2):
                self._table.clock.wait(500)
                self.window._look_whether_idle()
        else:
            self.tap("Leave")
        wait_until(lambda: self.place is Place.ATTRACT, "the loop")


def receive(table: Table, visits: int, seed: int) -> Visits:
    """That many people, one after another, each searched for once they have gone."""
    chance, found = Random(seed), Visits()
    for number in range(1, visits + 1):
        person = Passenger(table, chance)
        farthest, way = chance.choice(FARTHEST), chance.choice(_WAYS_OUT)
        person.go_as_far_as(farthest)
        person.go_away(way)
        found.traces += [f"visit {number}, {farthest}, {way}: {trace}" for trace in traces_of(table, person.canaries)]
        found.visits = number
        found.got_to[farthest] += 1
        found.left_by[way] += 1
    table.station.close()
    found.signed = table.station._signed_here
    return found


def names_in_memory() -> Counter[str]:
    """How often any invented name stands in this process's own writable memory, by how it is written."""
    letters = _LETTERS.encode()
    eight_bit = re.compile(re.escape(_MARK.encode()) + b"[" + letters + b"]{9}")
    sixteen_bit = re.compile(re.escape(_MARK.encode("utf-16-le")) + b"(?:[" + letters + b"]\x00){9}")
    counts: Counter[str] = Counter()
    with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            first, last = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(first)
                held = memory.read(last - first)
            except (OSError, OverflowError, ValueError):
                continue  # the kernel's own pages cannot be read, and hold no names
            counts["as one byte a letter"] += len(eight_bit.findall(held))
            counts["as two bytes a letter"] += len(sixteen_bit.findall(held))
            del held
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.disable(logging.NOTSET)
    prepare_application()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        table = Table(Path(folder))
        found = receive(table, given.visits, given.seed)
        table.close()
    for trace in found.traces:
        print(trace)
    print(f"{found.visits} visits in {time.monotonic() - begun:.0f} s, {found.signed} signed")
    print(f"how far: {dict(found.got_to)}; how they left: {dict(found.left_by)}")
    print(f"{len(found.traces)} traces in widgets, undo, clipboard, screen reader and files")
    print(f"names still in the process's memory, of {found.visits} people: {dict(names_in_memory())}")
    return 1 if found.traces else 0


if __name__ == "__main__":
    raise SystemExit(main())
