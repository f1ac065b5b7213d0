"""Showing a widget as the kiosk does, and reading back what was painted."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from outreach_app.language import Tongue
from outreach_app.look.theme import Theme
from outreach_app.look.words import speak

ENGLISH, SPANISH = Tongue("en"), Tongue("es")


def show(
    qtbot, theme: Theme, widget: QWidget, size: tuple[int, int] | None = None, tongue: Tongue = ENGLISH
) -> QWidget:
    """The widget alone on the page's ground, dressed, speaking and exposed."""
    qtbot.addWidget(widget)
    theme.dress(widget)
    speak(widget, tongue)
    if size is not None:
        widget.resize(*size)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def picture(widget: QWidget) -> QImage:
    """What the widget paints, over white; each pixel is 0xffRRGGBB."""
    grabbed = widget.grab()
    image = QImage(grabbed.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, grabbed)
    painter.end()
    return image


def unlike_ground(image: QImage) -> int:
    """How many pixels differ from the one in the corner."""
    colors = Counter(memoryview(image.constBits()).cast("I"))
    return colors.total() - colors[image.pixel(0, 0)]
