"""Garbage is collected in the window's own thread alone.

Python collects in whichever thread happens to allocate. In a lane's thread that would take apart timers and widgets of
a visit that is over, which Qt forbids ("Timers cannot be stopped from another thread") and which may end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000
_YOUNG = 1
_ALL_EVERY = 30


def collect_here(owner: QObject) -> None:
    """Collect from now on by a timer of this object's thread: what is young often, everything once a minute."""
    gc.disable()
    turns = 0

    def collect() -> None:
        nonlocal turns
        turns += 1
        gc.collect(_YOUNG if turns % _ALL_EVERY else 2)

    timer = QTimer(owner, interval=_EVERY_MS)
    timer.timeout.connect(collect)
    timer.start()
