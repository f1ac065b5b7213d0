"""A box to tick: the whole card is the target, and it starts unticked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.language import Sayable
from outreach_app.look.arranging import column, row
from outreach_app.look.card import CardButton
from outreach_app.look.icon import paint_icon
from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class _Box(QWidget):
    """The painted tick box."""

    def __init__(self, theme: Theme, *, is_round: bool) -> None:
        super().__init__()
        self._theme = theme
        self._radius = theme.size("choice_box") / 2 if is_round else 8
        self.is_on = False
        # The card itself says whether it is ticked.
        leave_unread(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.size("choice_box")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.color("accent" if self.is_on else "line_strong"), 2))
        painter.setBrush(self._theme.color("accent" if self.is_on else "surface"))
        painter.drawRoundedRect(area, self._radius, self._radius)
        if self.is_on:
            edge = self.width() * 0.2
            tick = area.adjusted(edge, edge, -edge, -edge)
            paint_icon(painter, "check", tick, self._theme.color("on_accent"), stroke=3)
        painter.end()


class Choice(CardButton):
    """One choice: a box, a title and perhaps the exact words agreed to.

    ``is_one_of_several``: choosing it unticks another, and its box is round.
    """

    def __init__(self, theme: Theme, title: Sayable, text: Sayable = "", *, is_one_of_several: bool = False) -> None:
        tick = _Box(theme, is_round=is_one_of_several)
        if text:
            texts = column(Words(theme, "title", title), 2, Words(theme, "consent", text, tone="quiet"), None)
        else:
            texts = column(None, Words(theme, "h3", title), None)
        side, top = theme.by_frame(26, 24, 18), theme.by_frame(11, 20, 8)
        layout = row(column(tick, None), 22, texts, margins=(side, top, side, top))
        layout.setStretchFactor(texts, 1)
        super().__init__(theme, layout, (title, text), kind="choice")
        self._tick = tick
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of_several)
        self.toggled.connect(self._show_tick)

    def _show_tick(self, is_on: bool) -> None:
        self._tick.is_on = is_on
        self._tick.update()
