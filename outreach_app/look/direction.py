"""Right to left: which way a text runs, and what of a picture is turned round with the page."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from outreach_app.language import Tongue, runs_from_the_right

_LEAST_LINE = 1.24
"""From line to line, as a multiple of the type size, for letters that rise and hang further than Latin ones."""
_WHOLE_LETTER = 1.384
"""From the top of a hamza to the end of the longest tail: the height that assets/fonts/make.py gives the font."""


def of_tongue(tongue: Tongue) -> Qt.LayoutDirection:
    """Which way the page runs while this language is spoken."""
    return Qt.LayoutDirection.RightToLeft if tongue.is_right_to_left else Qt.LayoutDirection.LeftToRight


def of_text(text: str, page: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Which way a text runs on a page: a number, an address or a Latin name reads from the left on any page."""
    if page is Qt.LayoutDirection.RightToLeft and runs_from_the_right(text):
        return page
    return Qt.LayoutDirection.LeftToRight


def font_for(text: str, font: QFont, line_height: float) -> QFont:
    """The font of a text: where its letters are written joined, without tracking, and as large as its line takes whole.

    Args:
        text: what is said.
        font: how Latin letters are set in its place.
        line_height: from line to line, px.
    """
    if not runs_from_the_right(text):
        return font
    joined = QFont(font)
    joined.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
    joined.setPixelSize(min(font.pixelSize(), round(line_height / _LEAST_LINE)))
    return joined


def reach_beyond(text: str, font: QFont, line_height: float) -> int:
    """Px that the highest and the lowest letters of a text may stand out of their line, above and below."""
    if not runs_from_the_right(text):
        return 0
    # Half a pixel more: lines begin between pixels.
    return max(ceil((_WHOLE_LETTER * font.pixelSize() - line_height) / 2 + 0.5), 0)


def is_turned(widget: QWidget) -> bool:
    """Whether a widget stands on a page that runs from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def turned(widget: QWidget, area: QRectF) -> QRectF:
    """An area of a widget, measured from its left, where it lies on the page's way: mirrored or as it is."""
    if not is_turned(widget):
        return area
    return QRectF(widget.width() - area.right(), area.top(), area.width(), area.height())
