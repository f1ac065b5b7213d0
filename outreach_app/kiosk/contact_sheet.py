"""Contact sheets: many pictures small, each with its name, so that a campaign is seen at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from outreach_app.look.theme import Theme

SHEET_WIDTH = 1760
"""Px of the widest sheet."""

SCREEN_HEIGHT, PAGE_HEIGHT = 250, 420
"""Px of a small picture of a screen, and of a page of paper."""

_EDGE, _GAP, _CAPTION, _HEADING = 40, 24, 34, 92
_TALLEST = 2000


@dataclass(frozen=True)
class Thumb:
    """One small picture and what stands under it."""

    caption: str
    image: QImage


def thumb(caption: str, image: QImage, height: int) -> Thumb:
    """A picture made small (``height`` in px); the large one need not be kept."""
    return Thumb(caption, image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation))


def contact_sheets(theme: Theme, heading: str, thumbs: Sequence[Thumb]) -> Iterator[QImage]:
    """The sheets that hold all of them, in their order."""
    rows = _rows(thumbs)
    a_page = max(_TALLEST // _step(rows), 1)
    for start in range(0, len(rows), a_page):
        yield _sheet(theme, heading, rows[start : start + a_page])


def _rows(thumbs: Sequence[Thumb]) -> list[list[Thumb]]:
    rows: list[list[Thumb]] = [[]]
    left = _EDGE
    for one in thumbs:
        if rows[-1] and left + one.image.width() > SHEET_WIDTH - _EDGE:
            rows.append([])
            left = _EDGE
        rows[-1].append(one)
        left += one.image.width() + _GAP
    return rows


def _step(rows: Sequence[Sequence[Thumb]]) -> int:
    """Px from one row to the next: all pictures of a sheet are equally high."""
    return max((one.image.height() for row in rows for one in row), default=SCREEN_HEIGHT) + _CAPTION + _GAP


def _sheet(theme: Theme, heading: str, rows: Sequence[Sequence[Thumb]]) -> QImage:
    step = _step(rows)
    sheet = QImage(SHEET_WIDTH, _HEADING + len(rows) * step + _EDGE, QImage.Format.Format_RGB32)
    sheet.fill(theme.color("sunken"))
    painter = QPainter(sheet)
    painter.setPen(theme.color("ink"))
    painter.setFont(theme.font("h2"))
    painter.drawText(QRectF(_EDGE, 0, SHEET_WIDTH - 2 * _EDGE, _HEADING), Qt.AlignmentFlag.AlignVCenter, heading)
    painter.setFont(theme.font("badge"))
    top = float(_HEADING)
    for row in rows:
        left = float(_EDGE)
        for one in row:
            painter.drawImage(QPointF(left, top), one.image)
            area = QRectF(left, top + one.image.height(), one.image.width(), _CAPTION)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, one.caption)
            left += one.image.width() + _GAP
        top += step
    painter.end()
    return sheet
