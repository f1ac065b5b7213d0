"""Printing through Qt, for systems without CUPS such as Windows: the PDF rendered by QtPdf onto a QPrinter.

The page becomes a picture of at least 300 dots an inch and goes to the system's own queue without a dialog. Qt tells
less of that queue than CUPS does: whether the printer is in error, and whether it is busy, but not of one job. So a
page counts as printed when the printer is idle again, and a printer that is only switched off may look idle.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from outreach_app.language import _
from outreach_app.look.pdf_pictures import opened
from outreach_app.printing.printer import DOCUMENT_TITLE, JobId, JobRefused
from outreach_app.printing.states import PrinterState

LEAST_DOTS_PER_INCH = 300
MOST_DOTS_PER_INCH = 600
"""A finer printer gains nothing from a finer picture, and 1,200 dots an inch are half a gigabyte."""

_POINTS_PER_INCH = 72
_POINTS_PER_MM = _POINTS_PER_INCH / 25.4

_SPOOLING_SECONDS = 6.0
"""Some drivers report themselves busy only a while after they were given a page."""


class QtPrinter:
    """A printer as Qt knows it.

    Args:
        name: as the system's settings show it.
        width_mm, height_mm: the sheet in it, upright; without a height it is a roll, of which each page takes its own.

    Its calls may be made in any one thread, and take up to a second.
    """

    def __init__(self, name: str, width_mm: float, height_mm: float | None) -> None:
        self._name = name
        self._width_mm, self._height_mm = width_mm, height_mm
        self._sent = 0
        self._printer: QPrinter | None = None
        self._sent_at = 0.0

    def look(self) -> PrinterState:
        """How the printer stands, as far as the system says."""
        # QPrinter takes any name, and prints to the default printer when there is none such.
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            return PrinterState.MISSING
        in_error = info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return PrinterState.NEEDS_HANDS if in_error else PrinterState.READY

    def send(self, pdf: bytes) -> JobId:
        """Draw the page at its true size and hand it over.

        Raises:
            JobRefused: there is no such printer, or the page could not be drawn on it.
        """
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise _refused()
        with opened(pdf) as document:
            if document.status() is not QPdfDocument.Status.Ready:
                raise _refused()
            printer = self._printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
            make_ready(printer, self._sheet(document))
            draw_on(printer, document)
        self._sent += 1
        self._sent_at = time.monotonic()
        return JobId(f"qt-{self._sent}")

    def is_waiting(self, job: JobId) -> bool:
        """Whether the printer is busy, or was given the page only now."""
        if time.monotonic() - self._sent_at < _SPOOLING_SECONDS:
            return True
        info = QPrinterInfo.printerInfo(self._name)
        return not info.isNull() and info.state() is not QPrinter.PrinterState.Idle

    def drop(self, job: JobId) -> None:
        """Give up a page that Qt still draws; one that lies in the system's queue is out of its reach."""
        if self._printer is not None:
            self._printer.abort()

    def forget(self) -> None:
        """Nothing to do: Windows keeps no page that was printed, unless somebody told it to."""

    def resume(self) -> PrinterState:
        """Qt cannot start a queue again; staff do it in the system's settings."""
        return self.look()

    def _sheet(self, document: QPdfDocument) -> QSizeF:
        if self._height_mm is not None:
            return QSizeF(self._width_mm, self._height_mm)
        return document.pagePointSize(0) / _POINTS_PER_MM


def make_ready(printer: QPrinter, sheet_mm: QSizeF) -> None:
    """Set a printer to one plain page of a size, without margins of its own and fine enough."""
    printer.setDocName(DOCUMENT_TITLE)
    printer.setCopyCount(1)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    size = QPageSize(sheet_mm, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setResolution(min(max(printer.resolution(), LEAST_DOTS_PER_INCH), MOST_DOTS_PER_INCH))


def draw_on(printer: QPrinter, document: QPdfDocument) -> None:
    """Draw the first page of a PDF on a printer, its corner in the sheet's corner and 10 mm as 10 mm.

    Raises:
        JobRefused: the page or the printer cannot be drawn.
    """
    points, dots_per_point = document.pagePointSize(0), printer.resolution() / _POINTS_PER_INCH
    dots = QSize(round(points.width() * dots_per_point), round(points.height() * dots_per_point))
    picture = document.render(0, dots)
    painter = QPainter()
    if picture.isNull() or not painter.begin(printer):
        raise _refused()
    painter.drawImage(QRect(0, 0, dots.width(), dots.height()), picture)
    if not painter.end():
        raise _refused()


def _refused() -> JobRefused:
    return JobRefused(_("The printer did not take the page. Please scan the code, or call a member of staff."))
