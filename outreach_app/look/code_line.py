"""A code that a person copies by hand: always on one line, however wide its letters happen to be."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class CodeLine(Words):
    """One code in one line, set a little smaller where chance gave it wide letters.

    The widest codes are half as wide again as the narrowest, and a second line would push out what stands below.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "code", wraps=False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def natural_width(self) -> float:
        """Width it is drawn at, px."""
        return super().natural_width() * self._scale()

    def _scale(self) -> float:
        natural = super().natural_width()
        return min(1.0, self.width() / natural) if natural else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self._scale()
        layout = self._laid_out(ceil(super().natural_width()))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = self.width() - self.natural_width() if self.isRightToLeft() else 0.0
        painter.translate(left, self.height() * (1 - scale) / 2)
        painter.scale(scale, scale)
        layout.draw(painter, QPointF(0.0, 0.0))
        painter.end()
