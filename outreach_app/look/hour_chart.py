"""How many signed in each hour of today, as bars. What few did is not counted out: the bar says "few"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.language import Listing, Moment, Tongue, _
from outreach_app.look.theme import Theme
from outreach_app.visit.desk_figures import HourBar

_LEAST_STEP, _WIDEST_BAR, _GAP = 54, 44, 14
_LABEL, _BELOW = 24, 30
_FEW_SHARE = 2.5
"""How high "few" stands: in the middle of what it may be."""

_LEAST_TOP = 10.0
"""What the full height stands for at least, so that the first pledge of a morning is a low bar."""


class HourChart(QWidget):
    """Bars with their counts above and their hours below; the hour that is not over has another colour.

    Args:
        theme: sizes and colours.
        bars: oldest first; where they are too many for its width the oldest are left out.
    """

    def __init__(self, theme: Theme, bars: Sequence[HourBar]) -> None:
        super().__init__()
        self._theme, self._bars = theme, tuple(bars)
        self._tongue = Tongue("en")
        self.setFont(theme.font("staff_strong"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.by_frame(150, 150, 120))

    def speak(self, tongue: Tongue) -> None:
        """Say all of it for a screen reader."""
        self._tongue = tongue
        said = tuple(f"{tongue.say(Moment(bar.begins, has_day=False))}: {self._said(bar)}" for bar in self._bars)
        text = _("Pledges per hour. {hours}", hours=Listing(said)) if said else _("Nobody has signed today yet.")
        self.setAccessibleName(tongue.say(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._theme.by_frame(200, 200, 150))

    def _said(self, bar: HourBar) -> str:
        return self._tongue.say(bar.count if bar.count is not None else _("few"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - _BELOW
        painter.fillRect(QRectF(0, base, self.width(), 2), self._theme.color("line"))
        bars = self._bars[-max(self.width() // _LEAST_STEP, 1) :]
        highest = max((_height(bar) for bar in bars), default=0.0)
        highest = max(highest, _LEAST_TOP) if highest else 0.0
        step = min(self.width() / max(len(bars), 1), float(_WIDEST_BAR + 2 * _GAP))
        width = min(_WIDEST_BAR, step - _GAP)
        for number, bar in enumerate(bars):
            middle = number * step + step / 2
            tall = (base - _LABEL) * _height(bar) / highest if highest else 0.0
            column = QRectF(middle - width / 2, base - tall, width, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("dawn" if bar.is_now else "accent"))
            painter.drawRoundedRect(column, min(4.0, tall / 2), min(4.0, tall / 2))
            self._write(painter, bar, middle, step, base - tall)
        painter.end()

    def _write(self, painter: QPainter, bar: HourBar, middle: float, step: float, top: float) -> None:
        left = middle - step / 2
        painter.setFont(self._theme.font("staff_strong"))
        painter.setPen(self._theme.color("ink"))
        if bar.count != 0:
            painter.drawText(QRectF(left, top - _LABEL, step, _LABEL), Qt.AlignmentFlag.AlignCenter, self._said(bar))
        painter.setFont(self._theme.font("staff_small"))
        painter.setPen(self._theme.color("ink_quiet"))
        hour = str(bar.begins.hour % 12 or 12)
        below = QRectF(left, self.height() - _BELOW + 4, step, _BELOW - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, hour)


def _height(bar: HourBar) -> float:
    return float(bar.count) if bar.count is not None else _FEW_SHARE
