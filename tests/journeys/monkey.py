"""A monkey at the table: random touches, drags, keys, turns of the tablet and long pauses, on the real window.

python -m tests.journeys.monkey --acts 20000

Nothing it does may raise, close the window, lose *Get help* or *Leave*, or leave the table somewhere that *Leave* and
plain stillness do not lead back to the loop. The seed says what it does, so that a fall can be looked at again.
"""

from __future__ import annotations

import argparse
import gc
import logging
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from outreach_app.look.signature_pad import SignaturePad
from outreach_app.visit.flow import VISITOR_PLACES, Place
from tests.journeys.random_visits import FARTHEST, Passenger
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.table import SIZES, Table, prepare_application, settle

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *[
            "Tab",
            "Backtab",
            "Return",
            "Escape",
            "Space",
            "Left",
            "Right",
            "Up",
            "Down",
            "Home",
            "End",
            "PageUp",
            "PageDown",
            "Delete",
            "Backspace",
        ],
        *[
            "F1",
            "F4",
            "F5",
            "F10",
            "F11",
            "Menu",
            "Back",
            "A",
            "B",
            "N",
            "Q",
            "V",
            "W",
            "Z",
            "0",
            "5",
            "9",
            "At",
            "Period",
        ],
    )
)
_CHORDS = (_PLAIN, _PLAIN, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
_ACTS_BETWEEN_CHECKS = 50
_ACTS_BETWEEN_COLLECTIONS = 4
_LONGEST_STILLNESS_SECONDS = 500


@dataclass
class Walk:
    """Where the monkey got and what went wrong."""

    acts: int = 0
    seen: Counter[Place] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Monkey:
    """Does something random, again and again.

    Args:
        table: with its window open.
        chance: decides everything it does.
    """

    def __init__(self, table: Table, chance: Random) -> None:
        self.table, self.chance = table, chance
        self.visitor = Visitor(table.window)
        self.walk = Walk()
        self._ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self._touch_a_button, 60),
            (self._touch_anywhere, 20),
            (self._drag, 5),
            (self._press_a_key, 20),
            (self._type_digits, 4),
            (self._fill_in_well, 8),
            (self._wait, 3),
            (self._turn_the_tablet, 1),
            (self._be_led, 2),
        )

    def run(self, acts: int) -> Walk:
        """Do that many things, looking after every so many whether the way out still stands."""
        ways, weights = zip(*self._ways, strict=True)
        for number in range(1, acts + 1):
            self.chance.choices(ways, weights)[0]()
            QApplication.processEvents()
            self.walk.acts = number
            self.walk.seen[self.visitor.place] += 1
            if number % _ACTS_BETWEEN_COLLECTIONS == 0:
                # As the program does every few seconds. What is in sight must be nobody's garbage.
                gc.collect()
            if number % _ACTS_BETWEEN_CHECKS == 0:
                self._look_at_the_way_out()
        self._leave()
        return self.walk

    # -- what it does ----------------------------------------------------------------------------------------------

    def _touch_a_button(self) -> None:
        buttons = [button for button in self.visitor._visible(QAbstractButton) if button.isEnabled()]
        # The way out is always there, and a monkey that always takes it never gets anywhere.
        further = [button for button in buttons if button.accessibleName() != self.visitor.says("Leave")]
        if further:
            button = self.chance.choice(further)
            self._click(button.mapTo(self.table.window, button.rect().center()))

    def _touch_anywhere(self) -> None:
        self._click(self._somewhere())

    def _click(self, point: QPoint) -> None:
        if self.table.window.rect().contains(point):
            # Some touches follow the one before it too soon for anybody to have looked.
            self.table.clock.wait(self.chance.choice((0.1, 0.5, 0.5)))
            QTest.mouseClick(self.table.window.windowHandle(), _LEFT, _PLAIN, point)

    def _drag(self) -> None:
        handle = self.table.window.windowHandle()
        QTest.mousePress(handle, _LEFT, _PLAIN, self._somewhere())
        for _step in range(self.chance.randint(1, 6)):
            QTest.mouseMove(handle, self._somewhere())
        QTest.mouseRelease(handle, _LEFT, _PLAIN, self._somewhere())

    def _press_a_key(self) -> None:
        target = QApplication.focusWidget() or self.table.window
        QTest.keyClick(target, self.chance.choice(_KEYS), self.chance.choice(_CHORDS))

    def _type_digits(self) -> None:
        """Ages and ZIP codes, so that it gets past the questions now and then."""
        for digit in self.chance.choice(("34", "12", "43215", "00000", "82701", "9")):
            QTest.keyClick(QApplication.focusWidget() or self.table.window, digit)

    def _fill_in_well(self) -> None:
        """What a person would write, so that it gets as far as thanks now and then."""
        for line in self.visitor._visible(QLineEdit):
            line.setText(self._sensible(name_of(line)))
        if self.visitor.place is Place.SIGN and self.visitor._visible(SignaturePad):
            self.visitor.draw_a_signature()
        self._touch_the_way_on()

    def _sensible(self, label: str) -> str:
        by_label = {"Email": "ada@example.org", "ZIP code": "43215", "Mobile number": "2025550143"}
        said = {self.visitor.says(name): text for name, text in by_label.items()}
        return said.get(label, "Ada")

    def _touch_the_way_on(self) -> None:
        """The button at the bottom right, where the design puts the one primary action."""
        buttons = [button for button in self.visitor._visible(QAbstractButton) if button.isEnabled()]
        corner = self.table.window.rect().bottomRight()
        centres = [button.mapTo(self.table.window, button.rect().center()) for button in buttons]
        self._click(min(centres, key=lambda centre: (corner - centre).manhattanLength()))

    def _wait(self) -> None:
        self.table.clock.wait(self.chance.choice((5, 45, 95, 200)))
        self.table.window._look_whether_idle()

    def _turn_the_tablet(self) -> None:
        self.table.window.resize(*self.chance.choice(SIZES))

    def _be_led(self) -> None:
        """Somebody who knows the way goes as far as a screen that random touches seldom find, and leaves the rest."""
        settle()
        self.visitor.tap("Leave")
        Passenger(self.table, self.chance).go_as_far_as(self.chance.choice(FARTHEST))

    def _somewhere(self) -> QPoint:
        window = self.table.window
        return QPoint(self.chance.randrange(window.width()), self.chance.randrange(window.height()))

    # -- what must hold --------------------------------------------------------------------------------------------

    def _look_at_the_way_out(self) -> None:
        settle()
        window = self.table.window
        if not window.isVisible():
            self._note("the window is gone")
            window.show()
        # Whoever reads the whole page of help needs no second way to it.
        wanted = ["Leave"] if self.visitor.place is Place.HELP else ["Leave", "Get help"]
        for name in wanted:
            if not self.visitor.can_reach(name):
                self._note(f"no way called {name} that a finger could touch")
        foreign = [widget for widget in _top_level() if widget is not window]
        if foreign:
            self._note(f"something else opened: {[type(widget).__name__ for widget in foreign]}")

    def _leave(self) -> None:
        """Both ways back to the loop: the button, and walking away."""
        self._look_at_the_way_out()
        self.visitor.tap("Leave")
        if self.visitor.place is not Place.ATTRACT:
            self._note("Leave does not lead to the loop")
        self.visitor.tap("Touch to begin")
        for _pause in range(2):
            self.table.clock.wait(_LONGEST_STILLNESS_SECONDS)
            self.table.window._look_whether_idle()
        settle()
        if self.visitor.place is not Place.ATTRACT:
            self._note("walking away does not lead to the loop")

    def _note(self, what: str) -> None:
        self.walk.faults.append(f"after {self.walk.acts} acts at {self.visitor.place.name}: {what}")


def _top_level() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


class _Listener(logging.Handler):
    """Hears what the program logs as a fault of its own."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def _raised_at(trace: TracebackType | None) -> str:
    """Where the program stumbled; nothing where the fault is a test's own."""
    program = [frame for frame in traceback.extract_tb(trace) if "outreach_app" in frame.filename]
    return f" ({Path(program[-1].filename).name}, line {program[-1].lineno})" if program else ""


def let_loose(table: Table, acts: int, seed: int) -> Walk:
    """Let a monkey loose at a table; everything raised or logged as a fault is among the faults."""
    listener, raised = _Listener(), []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, trace: raised.append(f"{kind.__name__}: {error}{_raised_at(trace)}")
    logging.getLogger().addHandler(listener)
    try:
        walk = Monkey(table, Random(seed)).run(acts)
    finally:
        logging.getLogger().removeHandler(listener)
        sys.excepthook = before
    walk.faults += raised + listener.heard
    return walk


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    prepare_application()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        table = Table(Path(folder))
        walk = let_loose(table, given.acts, given.seed)
        pledges = table.station._signed_here
        table.close()
    for fault in walk.faults:
        print(fault)
    print(f"{walk.acts} acts in {time.monotonic() - begun:.0f} s, {pledges} pledges, {len(walk.faults)} faults")
    print("places: " + ", ".join(f"{place.name} {count}" for place, count in walk.seen.most_common()))
    missing = sorted(place.name for place in VISITOR_PLACES - set(walk.seen))
    print(f"never seen: {', '.join(missing) or 'none'}")
    return 1 if walk.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
