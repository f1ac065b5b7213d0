"""A real table for tests: the station, its book, its lawmakers and its window, in a throwaway folder."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from outreach_app.campaign.bundled import SAMPLE, bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.display import USUAL, Display
from outreach_app.domain.pledge import ClockReading, EventPlace
from outreach_app.kiosk.station import Station
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.look.none_reference import hold_none
from outreach_app.look.reading import tell_readers_of_painters
from outreach_app.look.theme import load_fonts
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.printing.plan import PrinterPlan
from outreach_app.visit.timekeeping import read_clock
from tests.visit.table import HandClock

SIZES = ((1280, 800), (800, 1280), (1024, 600))
EVENT = EventPlace("State fair, Saturday", "Hall B", "K7QF2M3P")
_LONGEST_WAIT_SECONDS = 20


def prepare_application() -> QApplication:
    """The one application of a process, with the design's typeface; without a screen unless one is asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hold_none()
    tell_readers_of_painters()
    application = QApplication.instance() or QApplication([])
    load_fonts()
    return application


def settle() -> None:
    """Let everything that is due happen: layouts, paints, and the end of widgets that were thrown away."""
    for _turn in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(holds: Callable[[], object], what: str) -> None:
    """Let the program run until something holds."""
    last = time.monotonic() + _LONGEST_WAIT_SECONDS
    while not holds():
        assert time.monotonic() < last, f"waited {_LONGEST_WAIT_SECONDS} s in vain for {what}"
        QApplication.processEvents()
        time.sleep(0.002)
    settle()


@contextmanager
def shown(opened: tuple[KioskWindow, Callable[[], None]]) -> Iterator[KioskWindow]:
    """The window of a table that the program opened, on screen; closed at the end, with no widget left behind."""
    window, closed = opened
    window.resize(*SIZES[0])
    window.show()
    window.activateWindow()
    settle()
    try:
        yield window
    finally:
        window.allow_close()
        window.close()
        closed()
        window.deleteLater()
        settle()


class Table:
    """A station whose window is open.

    Args:
        folder: where its book and pages lie.
        pack: a lawmaker data pack; the invented one by default, ``None`` for a table without any.
        campaign: name of one that comes with the program.
        recipients: whom pledges are sealed for; two that nobody can open by default.
        before_sealing: called in the book's own thread before the first pledge.
        rewrite: what another campaign's people would change in the sample campaign.
        printer: a table has none by default.
        paper: what its pages are made for.
        display: how each visit's screen begins.
    """

    def __init__(
        self,
        folder: Path,
        *,
        size: tuple[int, int] = (1280, 800),
        language: str = "en",
        is_demo: bool = False,
        pack: Path | str | None = "sample",
        moment: datetime | None = None,
        campaign: str = SAMPLE,
        recipients: tuple[str, ...] | None = None,
        before_sealing: Callable[[], object] = lambda: None,
        rewrite: Callable[[Campaign], Campaign] = lambda campaign: campaign,
        printer: PrinterPlan | None = None,
        paper: str = "letter",
        display: Display = USUAL,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.size = size
        self.clock = HandClock(moment) if moment is not None else HandClock()
        self.campaign = rewrite(read_campaign(bundled_campaign(campaign)))
        self.recipients = recipients or throwaway_recipients(secrets.token_bytes)
        self._pack = pack
        self._before_sealing = before_sealing
        self._opened: LegislatorPack | None = None
        self.station = Station(
            StationParts(
                campaign=self.campaign,
                saved_pages=folder / "pages",
                open_book=self._open_book,
                where=EVENT,
                read_now=self._read_now,
                open_pack=self._look_up,
                clock=self.clock,
                first_language=language,
                is_demo=is_demo,
                display=display,
                printer=printer,
                paper=paper,
            )
        )
        self.window = self.station.window()
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.start()
        wait_until(self.window.isActiveWindow, "the window to be the active one")

    @property
    def book_path(self) -> Path:
        """The file of pledges."""
        return self.folder / "pledges.book"

    def _read_now(self) -> ClockReading:
        return read_clock(self.clock, self.clock.now())

    def _open_book(self) -> PledgeBook:
        self._before_sealing()
        if self.book_path.exists():
            return PledgeBook.open(self.book_path, self.recipients)
        return PledgeBook.create(self.book_path, self.recipients, EVENT, self._read_now())

    def _look_up(self) -> LegislatorPack | None:
        if self._pack is None:
            return None
        self._opened = self.open_pack()
        return self._opened

    def open_pack(self) -> LegislatorPack:
        """The table's lawmaker data, opened once more; to be closed by whoever asked."""
        file = build_sample_pack(self.folder / "sample.lawmakers") if self._pack == "sample" else self._pack
        assert file is not None
        return LegislatorPack.open(Path(file))

    def close(self) -> None:
        """Close the window, let go of the book, and leave no widget behind."""
        self.window.allow_close()
        self.window.close()
        self.station.close()
        self.window.deleteLater()
        del self.window
        if self._opened is not None:
            self._opened.close()
        settle()

    def __enter__(self) -> Table:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
