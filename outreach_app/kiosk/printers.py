"""Which adapter a printer's name stands for on this system."""

from __future__ import annotations

import sys
from pathlib import Path

from outreach_app.printing.cups import CupsPrinter
from outreach_app.printing.media import media_name
from outreach_app.printing.plan import PrinterPlan
from outreach_app.printing.printer import Printer
from outreach_app.printing.queue import QueueRules
from outreach_app.visit.paper_counts import PaperCounts
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import MOST_PAGES


def system_printer(name: str, paper: str) -> Printer:
    """The printer of a name: a queue of CUPS on Linux and macOS, and what Qt finds elsewhere.

    Args:
        name: as the system lists it.
        paper: the paper in it, such as ``letter``.

    Raises:
        HandoutError: there is no such paper.
    """
    # The papers bring the codes along, which take 20 ms to import: only a table that prints waits for them.
    from outreach_app.handouts.papers import paper_named

    sheet = paper_named(paper)
    if sys.platform == "win32":
        from outreach_app.look.qt_printer import QtPrinter

        return QtPrinter(name, sheet.width_mm, sheet.height_mm)
    media = None if sheet.height_mm is None else media_name(sheet.width_mm, sheet.height_mm)
    return CupsPrinter(name, media)


def printer_plan(name: str, paper: str, folder: Path) -> PrinterPlan | None:
    """A table's printer with its counts, and the cap that staff have set; ``None`` where it has no printer.

    Args:
        name: as the system lists it; empty for none.
        paper: the paper in it.
        folder: the station's.

    Raises:
        HandoutError: there is no such paper.
    """
    if not name:
        return None
    most = PreferenceFile(folder).read().preferences.number(MOST_PAGES)
    return PrinterPlan(system_printer(name, paper), PaperCounts(folder), QueueRules(most_pages=most or None))
