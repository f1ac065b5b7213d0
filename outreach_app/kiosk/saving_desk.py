"""What staff take along on a stick besides the pledges: pages as PDF, and a report for whoever helps from afar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from outreach_app.domain.checks import Check
from outreach_app.errors import OutreachError, StorageFailed
from outreach_app.kiosk.check_desk import CheckDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.language import Tongue, _
from outreach_app.look.background import Lane
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.diagnostics import write_bundle
from outreach_app.visit.station_home import home_of

Saved = Callable[[str], None]
"""Told the name of the file that was written and read back."""

Failed = Callable[[OutreachError], None]


class SavingDesk:
    """Writes them off the event loop.

    Args:
        lane: where they are written.
        station: the station's folder.
        make_folder: writes to a stick.
        papers: makes the pages.
        checks: looks at everything, for the report.
        now: the moment, aware of the station's zone.
    """

    def __init__(
        self,
        lane: Lane,
        station: Path,
        make_folder: Callable[[Path], DurableFolder],
        papers: StaffPapers,
        checks: CheckDesk,
        now: Callable[[], datetime],
    ) -> None:
        self._lane, self._station, self._make_folder = lane, station, make_folder
        self._papers, self._checks, self._now = papers, checks, now

    def save_page(self, tongue: Tongue, name: str, target: Path, saved: Saved, failed: Failed) -> None:
        """Write a page of the staff's, such as ``device-lost``."""
        self._papers.page(tongue, name, lambda pdf: self._keep(target, f"{name}.pdf", pdf, saved, failed), failed)

    def save_report(self, target: Path, saved: Saved, failed: Failed) -> None:
        """Write versions, checks and the log: nothing that a visitor typed, and no secret."""
        self._checks.look(lambda found: self._bundle(target, found.checks, saved, failed), failed)

    def _keep(self, target: Path, name: str, data: bytes, saved: Saved, failed: Failed) -> None:
        def check(file: BinaryIO) -> None:
            if file.read() != data:
                raise StorageFailed(
                    _("The stick gave back something else than was written. The book is safe. Take another stick.")
                )

        self._lane.do(lambda: self._make_folder(target).keep(name, [data], check).name, saved, failed)

    def _bundle(self, target: Path, checks: Sequence[Check], saved: Saved, failed: Failed) -> None:
        home, now = home_of(self._station), self._now()
        logs = [self._station] if home is None else [home.root, self._station]
        out = target / f"report-{now:%Y-%m-%d-%H%M}.zip"
        self._lane.do(lambda: write_bundle(out, {"station": checks}, logs, now).name, saved, failed)
