"""When something of ours breaks in the middle of a visit: it is logged, the visit is dropped, the loop returns.

Qt hands what a slot, a paint or a timer raised to ``sys.excepthook``. A table that stumbles again and again is not
mended by that; then the program ends with :data:`EXIT_STUMBLED`, and whatever watches over it starts it anew.
"""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable
from types import TracebackType

from outreach_app.visit.log_book import kind_and_place
from outreach_app.visit.ports import Clock

EXIT_STUMBLED = 70
"""The program's exit code when it could not go on (EX_SOFTWARE of BSD's sysexits.h)."""

_MOST_STUMBLES = 5
_WITHIN_SECONDS = 60
_log = logging.getLogger(__name__)


class Mender:
    """Hears every error nobody expected.

    Args:
        start_over: drops the visit and shows the loop.
        give_up: ends the event loop with an exit code.
        clock: the time between two stumbles.
    """

    def __init__(self, start_over: Callable[[], None], give_up: Callable[[int], None], clock: Clock) -> None:
        self._start_over, self._give_up, self._clock = start_over, give_up, clock
        self._stumbles: deque[float] = deque(maxlen=_MOST_STUMBLES)
        self._is_mending = False
        self._before = sys.excepthook
        # One object for both ends: a bound method is a new one each time it is asked for.
        self._hook = self._hear
        sys.excepthook = self._hook

    def stop(self) -> None:
        """Hear no more."""
        if sys.excepthook is self._hook:
            sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            # Ctrl+C and the like are no faults.
            self._before(kind, error, trace)
            return
        _log.error("something broke, the visit is dropped: %s", kind_and_place(error.with_traceback(trace)))
        if self._is_mending or self._stumbles_too_often():
            _log.error("it broke too often; the program ends so that it can be started anew")
            self._give_up(EXIT_STUMBLED)
            return
        self._is_mending = True
        try:
            self._start_over()
        except Exception as worse:  # noqa: BLE001 - a loop that cannot be shown is what a new start is for
            _log.error("the loop cannot be shown: %s", kind_and_place(worse))
            self._give_up(EXIT_STUMBLED)
        finally:
            self._is_mending = False

    def _stumbles_too_often(self) -> bool:
        now = self._clock.monotonic()
        self._stumbles.append(now)
        return len(self._stumbles) == _MOST_STUMBLES and now - self._stumbles[0] < _WITHIN_SECONDS
