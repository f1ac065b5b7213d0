"""What the film costs: ours with captions beside Qt's own QVideoWidget, the same file in the same run, turn by turn.

python -m tests.benchmarks.bench_film [--seconds 20] [--turns 3]

Each turn is a process of its own on a virtual X server (Xvfb), both with QT_XCB_GL_INTEGRATION=none, 1280 x 800. CPU is
that of all the process's threads while the film plays. A dropped frame is one that never reached the painter: told
apart by the frames' own times, which lie a thirtieth of a second apart. Memory is read while the quiet loop goes round.
The longest gap is that between two frames painted one after the other, where the loop begins again included.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.benchmarks.start_and_measure import megabytes

REPOSITORY = Path(__file__).resolve().parent.parent.parent
MEDIA = REPOSITORY / "assets" / "campaigns" / "take-it-down" / "media"
SIZE = (1280, 800)
SETTLING_MS = 3_000
FRAME_US = 1_000_000 / 30


# -- one turn, in a process of its own ---------------------------------------------------------------------------------


def play(player: str, name: str, seconds: float) -> None:
    """Play one film in one widget, and print what it cost as JSON."""
    from outreach_app.look.none_reference import hold_none

    hold_none()
    application = QApplication([])
    times = Times()
    loops = name == "loop"
    if player == "bare":
        widget = bare()
    else:
        widget = ours(name, loops, times) if player == "ours" else theirs(name, loops, times)
    widget.resize(*SIZE)
    widget.show()
    begun: list[float] = []

    def begin() -> None:
        times.clear()
        begun[:] = [time.process_time(), time.monotonic()]

    def finish() -> None:
        cpu, wall = time.process_time() - begun[0], time.monotonic() - begun[1]
        figures = {"cpu": 100 * cpu / wall, "memory": megabytes(), "gap": times.longest_gap_ms}
        print(json.dumps(figures if loops else {**figures, "seen": len(set(times)), "dropped": dropped(times)}))
        sys.stdout.flush()
        os._exit(0)

    QTimer.singleShot(SETTLING_MS, begin)
    QTimer.singleShot(SETTLING_MS + round(seconds * 1000), finish)
    application.exec()


def bare():
    return QLabel("Hello")


class Times(list[int]):
    """The frames' own times in µs, as they were painted; and how long nothing was painted at the most."""

    def __init__(self) -> None:
        super().__init__()
        self._last: tuple[int, float] | None = None
        self.longest_gap_ms = 0.0

    def append(self, at: int) -> None:
        now = time.monotonic()
        if self._last is not None and self._last[0] != at:
            self.longest_gap_ms = max(self.longest_gap_ms, (now - self._last[1]) * 1_000)
        if self._last is None or self._last[0] != at:
            self._last = (at, now)
        super().append(at)

    def clear(self) -> None:
        self._last, self.longest_gap_ms = None, 0.0
        super().clear()


def ours(name: str, loops: bool, times: Times):
    """The film widget of the kiosk, with captions; notes the time of each frame when it is painted."""
    from outreach_app.domain.campaign import Film
    from outreach_app.domain.freshness import Freshness
    from outreach_app.language import Tongue
    from outreach_app.look.film_view import FilmView
    from outreach_app.look.theme import Theme, load_fonts
    from outreach_app.theme_tokens import read_tokens

    load_fonts()
    captions, good = {"en": MEDIA / f"{name}.en.vtt"}, Freshness(date(2026, 11, 22), None)
    film = Film(MEDIA / f"{name}.mp4", 50, captions, MEDIA / f"{name}.jpg", good)
    view = FilmView(Theme(read_tokens(), scheme="attract"), film, fallback_language="en", loops=loops)
    view.speak(Tongue("en"))
    paint = view._player.paint_frame

    def paint_and_note(painter, area) -> None:
        paint(painter, area)
        times.append(view._player.frame.startTime())

    view._player.paint_frame = paint_and_note
    view.play()
    return view


def theirs(name: str, loops: bool, times: Times):
    """Qt's own widget without captions; notes the time of each frame that it paints."""
    from PySide6.QtMultimedia import QMediaPlayer
    from PySide6.QtMultimediaWidgets import QVideoWidget

    widget = QVideoWidget()
    player = QMediaPlayer(widget)
    player.setVideoOutput(widget)
    player.setLoops(QMediaPlayer.Loops.Infinite if loops else 1)
    player.setSource(QUrl.fromLocalFile(str(MEDIA / f"{name}.mp4")))
    watch = PaintWatch(widget, times)
    QTimer.singleShot(SETTLING_MS // 2, watch.begin)
    player.play()
    return widget


class PaintWatch(QObject):
    """Notes which frame stands in the sink whenever the window inside a QVideoWidget is asked to paint."""

    def __init__(self, widget: QWidget, times: Times) -> None:
        super().__init__(widget)
        self._widget, self._times = widget, times

    def begin(self) -> None:
        for window in QApplication.allWindows():
            if window is not self._widget.windowHandle():
                window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint):
            self._times.append(self._widget.videoSink().videoFrame().startTime())
        return False


def dropped(times: Times) -> int:
    """Frames that were never seen between the first and the last, by their own times."""
    distinct = sorted({at for at in times if at >= 0})
    if len(distinct) < 2:
        return 0
    return round((distinct[-1] - distinct[0]) / FRAME_US) + 1 - len(distinct)


# -- all turns ---------------------------------------------------------------------------------------------------------


def turn(player: str, name: str, seconds: float) -> dict[str, float]:
    """Start one turn on a virtual X server and hear its figures."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
    words = [sys.executable, "-m", "tests.benchmarks.bench_film", "--play", player, "--film", name]
    result = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", *words, "--seconds", str(seconds)],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=seconds + 60,
    )  # fmt: skip
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return dict(json.loads(result.stdout.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--play", choices=("ours", "theirs", "bare"), help=argparse.SUPPRESS)
    parser.add_argument("--film", choices=("film", "loop"), default="film", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.play:
        play(options.play, options.film, options.seconds)
        return
    if shutil.which("xvfb-run") is None:
        raise SystemExit("xvfb-run is missing. On Debian or Ubuntu, run: sudo apt install xvfb")
    for name, what in (("film", "the film, once"), ("loop", "the quiet loop, round and round")):
        figures: dict[str, list[dict[str, float]]] = {"bare": [], "theirs": [], "ours": []}
        for _turn in range(options.turns):
            for player, taken in figures.items():
                taken.append(turn(player, name, options.seconds))
        report(what, figures)


def report(what: str, figures: dict[str, list[dict[str, float]]]) -> None:
    print(f"{what + ', medians':42}{'bare window':>12}{'QVideoWidget':>14}{'ours':>10}{'times':>8}")
    units = {"cpu": "% of a core", "memory": "MB", "gap": "ms, the longest", "seen": "frames", "dropped": "frames"}
    for figure, unit in units.items():
        # In a loop the frames' own times come round again, so nothing can be told from them.
        if any(figure not in each for taken in figures.values() for each in taken):
            continue
        bare, theirs_, ours_ = (statistics.median(each[figure] for each in taken) for taken in figures.values())
        ratio = f"{ours_ / theirs_:8.2f}" if theirs_ else ""
        print(f"{figure + ', ' + unit:42}{bare:12.1f}{theirs_:14.1f}{ours_:10.1f}{ratio}")
    print()


if __name__ == "__main__":
    main()
