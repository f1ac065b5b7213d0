"""Sheets of paper as printing systems name them."""

from __future__ import annotations

import re

_NAMED = {
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Statement": (139.7, 215.9),
    "Tabloid": (279.4, 431.8),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
}
"""Upright, mm; the names of Adobe's PPD specification, which CUPS takes for queues of every kind."""

_SAME_MM = 1.0
_POINTS_PER_MM = 72 / 25.4
_PAGE_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")


def media_name(width_mm: float, height_mm: float) -> str:
    """The CUPS name of a sheet of this size, such as ``Letter``; of one without a name its size in mm."""
    for name, (width, height) in _NAMED.items():
        if abs(width - width_mm) < _SAME_MM and abs(height - height_mm) < _SAME_MM:
            return name
    return f"Custom.{width_mm:g}x{height_mm:g}mm"


def media_of_page(pdf: bytes) -> str | None:
    """The CUPS name of a PDF's own page size, for a roll that is cut where the page ends; ``None`` if it hides it."""
    box = _PAGE_BOX.search(pdf)
    return (
        media_name(round(float(box[1]) / _POINTS_PER_MM, 1), round(float(box[2]) / _POINTS_PER_MM, 1)) if box else None
    )
