"""Making a visitor's page off the event loop, and saving it under a neutral name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from outreach_app.errors import FolderError, OutreachError
from outreach_app.language import Tongue, _
from outreach_app.look.background import Lane
from outreach_app.visit.handing_out import HandoutDesk
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import Visit

PressHelp = Callable[[Tongue, date], bytes]
"""Makes the page of where to get help, in a language, on a day. May raise HandoutError."""


class PaperDesk:
    """One thread for paper.

    Args:
        lane: that thread.
        desk: writes and presses the page.
        press_help: makes the page of where to get help.
        folder: where saved pages go; made when first needed.
        clock: for what is still current on the page.
    """

    def __init__(self, lane: Lane, desk: HandoutDesk, press_help: PressHelp, folder: Path, clock: Clock) -> None:
        self._lane = lane
        self._desk = desk
        self._press_help = press_help
        self._folder = folder
        self._clock = clock

    def make(
        self, visit: Visit, tongue: Tongue, ready: Callable[[bytes], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """Make the visitor's page; ``ready`` gets the PDF."""
        finding, day = visit.finding, today(self._clock)
        self._lane.do(lambda: self._desk.page(finding, tongue, day), ready, failed)

    def make_help(
        self, tongue: Tongue, ready: Callable[[bytes], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """Make the page of where to get help, which is the same for everybody; ``ready`` gets the PDF."""
        day = today(self._clock)
        self._lane.do(lambda: self._press_help(tongue, day), ready, failed)

    def save(self, pdf: bytes, saved: Callable[[int], None], failed: Callable[[OutreachError], None]) -> None:
        """Save a page as ``handout-NUMBER.pdf``, for its owner alone; ``saved`` gets the number to tell the staff."""
        self._lane.do(lambda: self._write(pdf), saved, failed)

    def _write(self, pdf: bytes) -> int:
        part = self._folder / "handout.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1 + max((_number_of(path) for path in self._folder.glob("handout-*.pdf")), default=0)
            # One of a program that ended half-way would keep its rights.
            part.unlink(missing_ok=True)
            part.touch(0o600)
            part.write_bytes(pdf)
            part.replace(self._folder / f"handout-{number:04}.pdf")
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise FolderError(
                _("The page could not be saved here. Please scan the code, or call a member of staff.")
            ) from error
        return number


def _number_of(path: Path) -> int:
    digits = path.stem.removeprefix("handout-")
    return int(digits) if digits.isdigit() else 0
