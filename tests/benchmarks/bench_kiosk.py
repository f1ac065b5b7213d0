"""How soon the kiosk is there and how soon it answers a finger, beside a bare PySide6 window in the same run.

python -m tests.benchmarks.bench_kiosk

Bare window and demo take turns, each in a process of its own, so that a busy machine slows both. Times from process
start are counted from just before the parent starts the process. A touch is measured from the release of the mouse to
the end of the paint of the new screen.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.visit.flow import VISITOR_PLACES, Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, prepare_application, settle, wait_until

STARTS = 9
ROUNDS = 5
LOOK_UPS = 2_000
REPOSITORY = Path(__file__).resolve().parent.parent.parent
SIZE = (1280, 800)


# -- starting ----------------------------------------------------------------------------------------------------------


def starts() -> dict[str, list[dict[str, float]]]:
    """Figures of each start, by program: ms to the first frame and to one with words, MB held seconds later."""
    taken: dict[str, list[dict[str, float]]] = {"bare": [], "demo": []}
    for turn in range(STARTS + 1):
        for program, figures in taken.items():
            figure = started(program)
            if turn:  # the first turn only brings the files into the system's memory
                figures.append(figure)
    return taken


def started(program: str) -> dict[str, float]:
    """Start one program, and hear from it what it measured."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_and_measure", program, str(time.monotonic_ns())],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return dict(json.loads(result.stdout.splitlines()[-1]))


# -- touching ----------------------------------------------------------------------------------------------------------


class PaintWatch(QObject):
    """Notes when a screen has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: set[int] = set()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.painted.add(id(watched))
        return False


class Finger:
    """Touches by name and measures how long the next screen takes."""

    def __init__(self, table: Table, watch: PaintWatch) -> None:
        self.visitor = Visitor(table.window)
        self.window = table.window
        self.watch = watch
        self.taken: dict[str, float] = {}

    def touch(self, name: str, goal: Place) -> None:
        """Tap a button that leads to a place; remembers the ms until that is painted."""
        self._measure(self.visitor._named(self.visitor.says(name)), name, lambda: self.visitor.place is goal)

    def touch_name(self, name: str, goal: Place) -> None:
        """The same for a name that is no sentence of the program."""
        self._measure(self.visitor._named(name), "a lawmaker", lambda: self.visitor.place is goal)

    def _measure(self, widget: QWidget, name: str, is_there: Callable[[], bool]) -> None:
        settle()
        before = self.visitor.place
        point = widget.mapTo(self.window, widget.rect().center())
        QTest.mousePress(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QApplication.processEvents()
        self.watch.painted.clear()
        begun = time.perf_counter()
        QTest.mouseRelease(
            self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(point)
        )
        wait_for_events(lambda: is_there() and id(self.window.shown) in self.watch.painted)
        self.taken[f"{before.name.lower()}: {name}"] = (time.perf_counter() - begun) * 1_000


def wait_for_events(holds: Callable[[], bool]) -> None:
    """Let the program run, asleep between events as it is at a table, until something holds."""
    flags = QEventLoop.ProcessEventsFlag
    while not holds():
        QApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)


def whole_visit(table: Table, watch: PaintWatch) -> tuple[dict[str, float], float]:
    """Every step of one visit in ms, and the ms from tap to finished page."""
    finger, visitor = Finger(table, watch), Visitor(table.window)
    finger.touch("Touch to begin", Place.HOME)
    finger.touch("Get the facts", Place.FACTS)
    finger.touch("Get help", Place.HELP)
    finger.touch("Back", Place.FACTS)
    finger.touch("Back", Place.HOME)
    finger.touch("Start", Place.AGE)
    visitor.enter_digits("34")
    finger.touch("Continue", Place.PLEDGE)
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    finger.touch("Continue", Place.CONSENTS)
    finger.touch("Read the full notice", Place.NOTICE)
    finger.touch("Back", Place.CONSENTS)
    finger.touch("Continue", Place.SIGN)
    visitor.draw_a_signature()
    finger.touch(table.campaign.pledge_title.in_language("en"), Place.THANKS)
    finger.touch("Find my lawmakers", Place.LAWMAKERS)
    finger.touch("Change", Place.ZIP)
    finger.touch("Show my lawmakers", Place.LAWMAKERS)
    finger.touch_name("Maria Aldous", Place.ACT)
    begun = time.perf_counter()
    finger.touch("Take it with you", Place.TAKE)
    screen = table.window.shown
    wait_for_events(lambda: bool(screen._pdf))
    page = (time.perf_counter() - begun) * 1_000
    finger.touch("I am done", Place.ATTRACT)
    return finger.taken, page


def touches() -> tuple[dict[str, dict[str, list[float]]], list[float]]:
    """Ms of every step, in fresh windows and in ones whose screens are made already; ms of every page."""
    prepare_application()
    watch = PaintWatch()
    steps: dict[str, dict[str, list[float]]] = {"fresh": {}, "made ahead": {}}
    pages = []
    for _round in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder, Table(Path(folder), size=SIZE, is_demo=True) as table:
            for kind, figures in steps.items():
                if kind == "made ahead":
                    wait_until(lambda: len(table.window._shelf._screens) == len(VISITOR_PLACES), "every screen")
                taken, page = whole_visit(table, watch)
                pages.append(page)
                for step, ms in taken.items():
                    figures.setdefault(step, []).append(ms)
    return steps, pages


# -- looking up --------------------------------------------------------------------------------------------------------


def look_ups() -> tuple[float, float]:
    """Median µs of a whole look-up, as the screen asks for it, and of one bare query to the same file."""
    with tempfile.TemporaryDirectory() as folder, Table(Path(folder)) as table:
        finder = table.station._finder
        found, bare = [], []
        with table.open_pack() as pack:
            for number in range(LOOK_UPS):
                postcode = ("43215", "43055", "20001", "99999")[number % 4]
                begun = time.perf_counter()
                finder.find(postcode)
                found.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                pack._ask("SELECT 1 FROM sqlite_master LIMIT 1")
                bare.append(time.perf_counter() - begun)
    return statistics.median(found) * 1e6, statistics.median(bare) * 1e6


# -- the table of figures ----------------------------------------------------------------------------------------------


def main() -> None:
    taken = starts()
    print(f"{'median of ' + str(STARTS) + ' starts':42}{'bare window':>12}{'demo':>12}{'times':>8}")
    for figure, unit in (("first frame", "ms"), ("first words", "ms"), ("memory", "MB")):
        bare, demo = (statistics.median(each[figure] for each in taken[program]) for program in ("bare", "demo"))
        print(f"{figure + ', ' + unit:42}{bare:12.1f}{demo:12.1f}{demo / bare:8.2f}")

    steps, pages = touches()
    print(f"\n{'touch to next screen painted, ms':42}{'fresh':>12}{'made ahead':>12}   (slowest of {ROUNDS})")
    for step, fresh in steps["fresh"].items():
        ahead = steps["made ahead"][step]
        medians = f"{statistics.median(fresh):12.1f}{statistics.median(ahead):12.1f}"
        print(f"{step:42}{medians}   ({max(fresh):.1f}, {max(ahead):.1f})")
    every = [[statistics.median(times) for times in steps[kind].values()] for kind in ("fresh", "made ahead")]
    print(f"{'median of all steps':42}{statistics.median(every[0]):12.1f}{statistics.median(every[1]):12.1f}")
    print(f"{'slowest step, its median':42}{max(every[0]):12.1f}{max(every[1]):12.1f}")

    found, bare_query = look_ups()
    print(f"\n{'look-up of a ZIP, as the screen asks':42}{found:12.1f} µs, beside {bare_query:.1f} µs of a bare query")
    print(f"{'tap to finished page, the first':42}{pages[0]:12.1f} ms")
    print(f"{'tap to finished page, later':42}{statistics.median(pages[1:]):12.1f} ms")


if __name__ == "__main__":
    main()
