"""One start, measured from outside in: the demo by its own command line, a bare window, or Qt's own QVideoWidget.

python -m tests.benchmarks.start_and_measure demo|bare|video BEGUN [further words for the demo, such as --campaign PACK]

BEGUN is the system's running clock (ns) when the parent started this process. Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QPainter

REST_MS = 6_000
"""Long enough for the demo to have made its screens ahead, and for the loop to have begun again."""

LOOP = Path(__file__).resolve().parents[2] / "assets" / "campaigns" / "take-it-down" / "media" / "loop.mp4"


def milliseconds() -> float:
    return (time.monotonic_ns() - int(sys.argv[2])) / 1e6


def megabytes() -> float:
    """What this process holds of the memory, its share of libraries included (Linux)."""
    with Path("/proc/self/status").open() as status:
        held = next(line for line in status if line.startswith("VmRSS"))
    return int(held.split()[1]) / 1024


class FirstPaints(QObject):
    """Paints windows as Qt would, and notes when it has: the first of all, and the first of the kiosk's own."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: dict[str, float] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QtWidgets.QWidget):
            return False
        if "first words" in self.figures:
            return False
        watched.event(event)
        if watched.isWindow():
            self.figures.setdefault("first frame", milliseconds())
        if isinstance(watched, QtWidgets.QLabel) or type(watched).__name__ in ("Bare", "QVideoWidget"):
            self.figures["first words"] = milliseconds()
            QTimer.singleShot(REST_MS, self._finish)
        return True

    def _finish(self) -> None:
        self.figures["memory"] = megabytes()
        QtWidgets.QApplication.closeAllWindows()


class WatchedApplication(QtWidgets.QApplication):
    """The application, watched from its first event on."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.paints = FirstPaints()
        self.installEventFilter(self.paints)


class Bare(QtWidgets.QWidget):
    """What any program with a window of this size has to do."""

    def paintEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.drawText(40, 40, "Hello")
        painter.end()


def playing_loop() -> QtWidgets.QWidget:
    """Qt's own widget with the film that the demo plays to passers-by."""
    from PySide6.QtMultimedia import QMediaPlayer
    from PySide6.QtMultimediaWidgets import QVideoWidget

    window = QVideoWidget()
    player = QMediaPlayer(window)
    player.setVideoOutput(window)
    player.setLoops(QMediaPlayer.Loops.Infinite)
    player.setSource(QUrl.fromLocalFile(str(LOOP)))
    player.play()
    return window


def main() -> None:
    QtWidgets.QApplication = WatchedApplication
    if sys.argv[1] == "demo":
        from outreach_app.cli.program import run

        run(["demo", "--windowed", "--size", "1280x800", *sys.argv[3:]])
        application = QtWidgets.QApplication.instance()
    else:
        application = WatchedApplication([])
        window = Bare() if sys.argv[1] == "bare" else playing_loop()
        window.resize(1280, 800)
        window.show()
        application.exec()
    print(json.dumps(application.paints.figures))


if __name__ == "__main__":
    main()
