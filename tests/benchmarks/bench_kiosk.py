"""How soon the kiosk is there and answers a finger, how long it is ever deaf, and the memory it holds with its loop.

python -m tests.benchmarks.bench_kiosk

Beside a bare PySide6 window and a QVideoWidget with the same film, in the same run, on an X server of its own (Xvfb)
with QT_XCB_GL_INTEGRATION=none. They take turns, each in a process of its own, so that a busy machine slows all. Times
from process start are counted from just before the parent starts the process. A touch is measured from the moment the
finger is lifted to the end of the paint of the new screen. A finger rests for 70 ms, shorter than people's do; the
visits are those of somebody who stays half a second on each screen, and of somebody who touches on at once.
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

from outreach_app.visit.flow import Place, Step
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, prepare_application, settle
from tests.kiosk.x_server import x_server

AIMS = {"painted": 33, "deaf": 100, "first frame": 1.8, "memory": 1.15, "over bare": 130}
"""ms at the 95th percentile; ms of the longest stall; times a bare window; times QVideoWidget; MB."""

FILM_SECONDS = 12
STARTS = 7
ROUNDS = 8
FINGER_SECONDS = 0.07
STAYS = {"half a second on each screen": 0.5, "on at once": 0.0}
LOOK_UPS = 2_000
REPOSITORY = Path(__file__).resolve().parent.parent.parent
SIZE = (1280, 800)


# -- starting ----------------------------------------------------------------------------------------------------------


def starts() -> dict[str, list[dict[str, float]]]:
    """Figures of each start, by program: ms to the first frame and to one with words, MB held seconds later."""
    taken: dict[str, list[dict[str, float]]] = {"bare": [], "video": [], "demo": []}
    with x_server() as display, tempfile.TemporaryDirectory() as compiled:
        for turn in range(STARTS + 1):
            for program, figures in taken.items():
                figure = started(program, display, compiled)
                if turn:  # the first turn only brings the files into the system's memory, and compiles them
                    figures.append(figure)
    return taken


def started(program: str, display: str, compiled: str) -> dict[str, float]:
    """Start one program, as where it was installed and started before, and hear from it what it measured."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    result = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_and_measure", program, str(time.monotonic_ns())],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return dict(json.loads(result.stdout.splitlines()[-1]))


# -- touching ----------------------------------------------------------------------------------------------------------


class PaintWatch(QObject):
    """Notes when a screen that came forward has been painted; it hears that one screen's events and no others."""

    def __init__(self, table: Table) -> None:
        super().__init__(table.window)
        self.painted: set[int] = set()
        self._shelf = table.window._shelf
        self._shelf.currentChanged.connect(self._watch)

    def _watch(self) -> None:
        screen = self._shelf.currentWidget()
        if screen is not None:
            screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.painted.add(id(watched))
            watched.removeEventFilter(self)
        return False


class Finger:
    """Touches by name and measures how long the next screen takes.

    Args:
        stay: seconds before each touch.
    """

    def __init__(self, table: Table, watch: PaintWatch, stay: float) -> None:
        self.stay = stay
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
        wait_seconds(self.stay)
        before = self.visitor.place
        point = self.visitor._aim_at(widget)
        QTest.mousePress(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        wait_seconds(FINGER_SECONDS)
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


def wait_seconds(seconds: float) -> None:
    """Let the program run for a while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.001)


def whole_visit(table: Table, watch: PaintWatch, stay: float) -> tuple[dict[str, float], float]:
    """Every step of one visit in ms, and the ms from tap to finished page."""
    finger, visitor = Finger(table, watch, stay), Visitor(table.window)
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
    """Ms of every step, by how long somebody stays on each screen; ms of every page."""
    prepare_application()
    steps: dict[str, dict[str, list[float]]] = {stay: {} for stay in STAYS}
    pages = []
    for _round in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder, Table(Path(folder), size=SIZE, is_demo=True) as table:
            watch = PaintWatch(table)
            for stay, figures in steps.items():
                taken, page = whole_visit(table, watch, STAYS[stay])
                pages.append(page)
                for step, ms in taken.items():
                    figures.setdefault(step, []).append(ms)
    return steps, pages


# -- being deaf --------------------------------------------------------------------------------------------------------


class Pulse(QObject):
    """Beats as often as the event loop lets it; a gap is how long nobody's touch could be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self.startTimer(2, Qt.TimerType.PreciseTimer)

    def timerEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1_000)
        self._last = now


def stalls() -> dict[str, float]:
    """The longest gap in ms, while the loop plays and screens are made ahead, and while the film plays."""
    prepare_application()
    found = {}
    with tempfile.TemporaryDirectory() as folder, Table(Path(folder), size=SIZE) as table:
        found["loop, screens made ahead"] = longest_gap(FILM_SECONDS)
        visitor = Visitor(table.window)
        visitor.tap("Touch to begin")
        table.window._take(Step.WATCH_FILM)
        table.window._take(Step.PLAY_FILM)
        settle()
        found["film with captions"] = longest_gap(FILM_SECONDS)
    return found


def longest_gap(seconds: float) -> float:
    pulse = Pulse()
    until = time.monotonic() + seconds
    wait_for_events(lambda: time.monotonic() > until)
    return pulse.longest


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


def report_starts() -> None:
    taken = starts()
    print(f"{'medians of ' + str(STARTS) + ' starts':42}{'bare window':>12}{'QVideoWidget':>14}{'demo':>10}")
    medians = {}
    for figure, unit in (("first frame", "ms"), ("first words", "ms"), ("memory", "MB")):
        medians[figure] = [statistics.median(each[figure] for each in figures) for figures in taken.values()]
        bare, video, demo = medians[figure]
        print(f"{figure + ', ' + unit:42}{bare:12.1f}{video:14.1f}{demo:10.1f}")
    (bare, _video, demo), (bare_mb, video_mb, demo_mb) = medians["first frame"], medians["memory"]
    told("first frame, times a bare window", demo / bare, AIMS["first frame"])
    told("memory with the loop, times QVideoWidget", demo_mb / video_mb, AIMS["memory"])
    told("memory with the loop, MB over bare", demo_mb - bare_mb, AIMS["over bare"])


def told(what: str, figure: float, aim: float) -> None:
    print(f"{what:42}{figure:12.2f}   aim {aim}: {'kept' if figure <= aim else 'missed'}")


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def report_touches() -> None:
    steps, pages = touches()
    stayed, at_once = steps.values()
    print(f"\n{'touch to next screen painted, ms':42}{'stayed':>12}{'at once':>12}   (95th percentile of {ROUNDS})")
    for step, calm in stayed.items():
        hasty = at_once[step]
        medians = f"{statistics.median(calm):12.1f}{statistics.median(hasty):12.1f}"
        print(f"{step:42}{medians}   ({high(calm):.1f}, {high(hasty):.1f})")
    for kind, taken in steps.items():
        every = [ms for times in taken.values() for ms in times]
        told(f"all steps, {kind}, 95th percentile, ms", high(every), AIMS["painted"])
        missed = [step for step, times in taken.items() if high(times) > AIMS["painted"]]
        print(f"  steps that miss it: {', '.join(missed) or 'none'}")
    print(f"{'tap to finished page, the first':42}{pages[0]:12.1f} ms")
    print(f"{'tap to finished page, later':42}{statistics.median(pages[1:]):12.1f} ms")


def main() -> None:
    print("load of the machine:", *(f"{each:.1f}" for each in os.getloadavg()))
    report_starts()
    report_touches()
    print()
    for when, longest in stalls().items():
        told(f"longest stall, {when}, ms", longest, AIMS["deaf"])
    found, bare_query = look_ups()
    print(f"\n{'look-up of a ZIP, as the screen asks':42}{found:12.1f} µs, beside {bare_query:.1f} µs of a bare query")
    print("load of the machine:", *(f"{each:.1f}" for each in os.getloadavg()))


if __name__ == "__main__":
    main()
