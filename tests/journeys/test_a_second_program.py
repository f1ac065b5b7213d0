"""The program started a second time: it says so in a window of its own, and touches no book that a table has."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.cli.program import run
from outreach_app.kiosk.sentence_window import STAYS_SECONDS, SentenceWindow
from outreach_app.kiosk.table import open_table
from outreach_app.look.button import Button
from outreach_app.look.words import Words
from outreach_app.visit.folder_lock import FolderLock
from tests.journeys.staffed_table import make_station
from tests.kiosk.table import prepare_application, settle, shown
from tests.visit.table import HandClock


@pytest.fixture
def running(tmp_path, monkeypatch, qapp):
    """A first program on this device."""
    prepare_application()
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    lock = FolderLock(tmp_path)
    yield
    lock.release()
    settle()


def window_there() -> SentenceWindow | None:
    held = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SentenceWindow))
    return next((window for window in held if window.isVisible()), None)


def test_whoever_starts_it_twice_reads_why_and_the_exit_code_says_so_too(running, capsys):
    said: list[str] = []

    def read_and_close() -> None:
        window = window_there()
        if window is None:
            QTimer.singleShot(20, read_and_close)
            return
        said.extend(words.text() for words in window.findChildren(Words))
        button = window.findChild(Button)
        place = button.mapTo(window, button.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    QTimer.singleShot(20, read_and_close)
    assert run([]) == 1
    assert "open already" in " ".join(said)
    assert "open already" in capsys.readouterr().err


def test_the_window_goes_by_itself_so_that_none_stands_before_a_table(running):
    def let_time_pass() -> None:
        window = window_there()
        if window is None:
            QTimer.singleShot(20, let_time_pass)
            return
        for _second in range(STAYS_SECONDS):
            window._count()

    QTimer.singleShot(20, let_time_pass)
    began = time.monotonic()
    assert run([]) == 1
    assert time.monotonic() - began < STAYS_SECONDS
    assert window_there() is None


@pytest.mark.parametrize(
    "command",
    [
        ["rehearse", "--pledges", "1"],
        ["copy-out", "--to", "."],
        ["withdraw", "0000-0000-0000-0000-0"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_refuses_the_book_of_an_open_table_even_before_its_first_pledge(tmp_path, qapp, capsys, command):
    prepare_application()
    station = make_station(tmp_path / "booth", HandClock())
    with shown(open_table(station.path, HandClock())):
        before = station.book_path.read_bytes()
        name, *rest = command
        assert run(["station", name, "--folder", str(station.path), *rest]) == 1
        assert "open already" in capsys.readouterr().err
        assert station.book_path.read_bytes() == before
    assert run(["station", "rehearse", "--folder", str(station.path), "--pledges", "1"]) == 0
