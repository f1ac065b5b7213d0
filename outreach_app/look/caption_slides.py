"""What stands in for a film that cannot play: its poster, over which the captions go on at the film's own pace."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_TICK_MS = 100


class CaptionSlides(QObject):
    """Time that passes as if the film played.

    Args:
        seconds: how long the film is.
        begin: where it goes on from.
        loops: whether it begins again at the end.

    Signals:
        moved: carries the seconds from the film's beginning.
        ended: the end was reached.
    """

    moved = Signal(float)
    ended = Signal()

    def __init__(self, seconds: float, begin: float, *, loops: bool = False) -> None:
        super().__init__()
        self._seconds = seconds
        self._loops = loops
        self.position = begin
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._pass)

    def play(self) -> None:
        """Let time pass."""
        if self.position >= self._seconds:
            self.position = 0.0
        self._clock.start()
        self._tick.start()

    def pause(self) -> None:
        """Stand still."""
        self._tick.stop()

    def go_to(self, seconds: float) -> None:
        """Jump to a moment."""
        self.position = min(max(seconds, 0.0), self._seconds)
        self.moved.emit(self.position)

    def close(self) -> None:
        """Stop for good."""
        self._tick.stop()

    def _pass(self) -> None:
        self.position += self._clock.restart() / 1000
        if self.position < self._seconds:
            self.moved.emit(self.position)
        elif self._loops:
            self.go_to(0.0)
        else:
            self._tick.stop()
            self.go_to(self._seconds)
            self.ended.emit()
