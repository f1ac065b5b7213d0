"""Pages of a PDF as pictures, drawn by QtPdf on white, as paper is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_POINTS_PER_INCH = 72


def page_of_size(pdf: bytes, size: QSize) -> QImage:
    """The first page, as large as ``size`` (px) asks."""
    with opened(pdf) as document:
        return _on_white(document, 0, size)


def pages_at(pdf: bytes, dots_per_inch: int) -> Iterator[QImage]:
    """Every page at one scale."""
    with opened(pdf) as document:
        for number in range(document.pageCount()):
            points = document.pagePointSize(number)
            scale = dots_per_inch / _POINTS_PER_INCH
            yield _on_white(document, number, QSize(round(points.width() * scale), round(points.height() * scale)))


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """A PDF that lies in memory, as long as it is worked with; what is none is not ``Ready``."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


def _on_white(document: QPdfDocument, number: int, size: QSize) -> QImage:
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return picture
