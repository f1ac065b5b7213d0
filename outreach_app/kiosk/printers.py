"""Which adapter a printer's name stands for on this system."""

from __future__ import annotations

import sys

from outreach_app.handouts.papers import paper_named
from outreach_app.printing.cups import CupsPrinter
from outreach_app.printing.media import media_name
from outreach_app.printing.printer import Printer


def system_printer(name: str, paper: str) -> Printer:
    """The printer of a name: a queue of CUPS on Linux and macOS, and what Qt finds elsewhere.

    Args:
        name: as the system lists it.
        paper: the paper in it, such as ``letter``.

    Raises:
        HandoutError: there is no such paper.
    """
    sheet = paper_named(paper)
    if sys.platform == "win32":
        from outreach_app.look.qt_printer import QtPrinter

        return QtPrinter(name, sheet.width_mm, sheet.height_mm)
    media = None if sheet.height_mm is None else media_name(sheet.width_mm, sheet.height_mm)
    return CupsPrinter(name, media)
