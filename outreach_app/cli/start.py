"""Bare ``outreach``: the station; the first time, the welcome. One window after the other, until somebody quits."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from outreach_app.errors import BookBusy, Message, OutreachError
from outreach_app.kiosk.exit_codes import EXIT_TO_EVENTS
from outreach_app.kiosk.opening import Ending, Size, run_window, say_in_a_window
from outreach_app.visit.demo_folders import DEMO_PREFIX, wipe_crashed_demos
from outreach_app.visit.folder_lock import FolderLock
from outreach_app.visit.set_up_draft import SetUpDraft
from outreach_app.visit.station_home import StationHome, home_folder

if TYPE_CHECKING:
    from outreach_app.kiosk.first_run.window import FirstRunWindow
    from outreach_app.kiosk.window import KioskWindow


class Desktop:
    """One run of the program without a command: welcome, demo, set-up and table, one window after the other.

    Args:
        home: the device's stations.
        size: px of windows on the desktop; ``None`` for the full screen.
    """

    def __init__(self, home: StationHome, size: Size | None) -> None:
        self._home, self._size = home, size
        self._ending = Ending()
        self._notice: Message | None = None

    def run(self) -> int:
        """Stay until somebody quits; returns the exit code.

        Raises:
            BookBusy: another copy of the program runs on this device.
            StorageFull, StorageFailed, FolderError: the folder for data cannot be written.
            DisplayError: no window can be opened.
        """
        self._home.make()
        try:
            lock = FolderLock(self._home.root)
        except BookBusy as error:
            # Whoever touched the icon a second time has no terminal to read it on.
            say_in_a_window(error.message, self._ending)
            raise
        try:
            wipe_crashed_demos()
            station = self.to_open_at_once()
            while not self._ending.is_asked:
                if station is not None:
                    code = self._open(station)
                    if code != EXIT_TO_EVENTS:
                        return code
                    station = None
                    continue
                station, goes_on = self._first_run()
                if not goes_on:
                    return 0
            return 0
        finally:
            lock.release()

    def to_open_at_once(self) -> Path | None:
        """The station that was opened last, if something is to be done there and no set-up was begun since.

        A closed one too, while its pledges are on this device alone: whoever starts the program anew finds the desk
        that copies them, and not a list that says that the event is over.
        """
        last = self._home.opened_last()
        if last is None or SetUpDraft(self._home).has_begun:
            return None
        record = next((each for each in self._home.events() if each.folder == last), None)
        if record is None or not record.can_be_opened:
            return None
        return last if record.waits_to_be_copied or not record.is_closed else None

    def _open(self, station: Path) -> int:
        held: list[KioskWindow] = []

        def make() -> tuple[KioskWindow, Callable[[], None]]:
            from outreach_app.kiosk.table import open_table

            window, closed = open_table(station)
            if self._size is not None:
                window.allow_close()
            held.append(window)
            return window, closed

        try:
            code = run_window(make, size=self._size, ending=self._ending)
            for window in held:
                # Another window follows in the same program, so this one must really go.
                window.allow_close()
                window.close()
                window.deleteLater()
            return code
        except OutreachError as error:
            # What speaks against opening it is said on the list of events, not on a terminal that nobody sees.
            self._notice = error.message
            return EXIT_TO_EVENTS

    def _first_run(self) -> tuple[Path | None, bool]:
        """Show the welcome or the list of events; the station to open, and whether to go on at all."""
        held: list[FirstRunWindow] = []

        def make() -> tuple[FirstRunWindow, Callable[[], None]]:
            from outreach_app.kiosk.first_run.opening import open_first_run

            window, closed = open_first_run(self._home, self._notice)
            if self._size is not None:
                window.allow_close()
            held.append(window)
            return window, closed

        code = run_window(make, size=self._size, ending=self._ending)
        from outreach_app.kiosk.first_run.window import Outcome

        self._notice = None
        window = held[0]
        if code != 0 or window.outcome is Outcome.QUIT:
            return None, False
        if window.outcome is Outcome.DEMO:
            run_demo(self._size, self._ending)
            return None, True
        return window.station, True


def run_demo(size: Size | None, ending: Ending) -> int:
    """The demo in a throwaway folder, which is erased when it closes, or at the next start if it crashes."""
    with tempfile.TemporaryDirectory(prefix=DEMO_PREFIX, ignore_cleanup_errors=True) as name:
        lock = FolderLock(Path(name))

        def make() -> tuple[KioskWindow, Callable[[], None]]:
            from outreach_app.kiosk.demo import open_demo

            return open_demo(Path(name))

        try:
            return run_window(make, size=size, ending=ending)
        finally:
            lock.release()


def start(size: Size | None) -> int:
    """Open this device's station, or the welcome."""
    return Desktop(StationHome(home_folder(os.environ)), size).run()
