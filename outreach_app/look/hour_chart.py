"""How many signed in each hour of today, as bars. What few did is not counted out: the bar says "few"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.language import Listing, Moment, Tongue, _
from outreach_app.look.theme import Theme
from outreach_app.visit.desk_figures import HourBar

_WIDEST_BAR, _WIDEST_GAP, _GAP_SHARE = 44, 28, 0.28
_LABEL, _BELOW, _BETWEEN = 24, 30, 4.0
_FEW_SHARE = 2.5
"""How high "few" stands: in the middle of what it may be."""

_LEAST_TOP = 10.0
"""What the full height stands for at least, so that the first pledge of a morning is a low bar."""


class HourChart(QWidget):
    """Bars with their counts above and their hours below; the hour that is not over has another colour.

    Every hour has its bar: the more there are, the narrower they stand. A count or an hour for which its place is too
    narrow is left out of the picture, the highest bar's and the last one's never; a screen reader hears them all.

    Args:
        theme: sizes and colours.
        bars: oldest first.
    """

    reads_as = QAccessible.Role.Chart

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

    @property
    def step(self) -> float:
        """From the middle of one bar to that of the next, px."""
        return min(self.width() / max(len(self._bars), 1), float(_WIDEST_BAR + _WIDEST_GAP))

    def _said(self, bar: HourBar) -> str:
        return self._tongue.say(bar.count if bar.count is not None else _("few"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - _BELOW
        painter.fillRect(QRectF(0, base, self.width(), 2), self._theme.color("line"))
        highest = max((_height(bar) for bar in self._bars), default=0.0)
        scale = (base - _LABEL) / max(highest, _LEAST_TOP)
        tops = [base - _height(bar) * scale for bar in self._bars]
        width = min(float(_WIDEST_BAR), self.step * (1 - _GAP_SHARE))
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, middle, top in zip(self._bars, self._middles(), tops, strict=True):
            painter.setBrush(self._theme.color("dawn" if bar.is_now else "accent"))
            corner = min(4.0, (base - top) / 2, width / 3)
            painter.drawRoundedRect(QRectF(middle - width / 2, top, width, base - top), corner, corner)
        self._write_counts(painter, tops)
        self._write_hours(painter)
        painter.end()

    def _middles(self) -> list[float]:
        return [number * self.step + self.step / 2 for number in range(len(self._bars))]

    def _write_counts(self, painter: QPainter, tops: Sequence[float]) -> None:
        """The counts, the highest and the last first; one that would touch another or a taller bar is left out."""
        painter.setFont(self._theme.font("staff_strong"))
        painter.setPen(self._theme.color("ink"))
        measure, middles = QFontMetricsF(painter.font()), self._middles()
        width = min(float(_WIDEST_BAR), self.step * (1 - _GAP_SHARE))
        columns = [
            QRectF(middle - width / 2, top, width, self.height() - top)
            for middle, top in zip(middles, tops, strict=True)
        ]
        written: list[QRectF] = []
        for number in self._by_weight():
            said = self._said(self._bars[number])
            wide = measure.horizontalAdvance(said) + _BETWEEN
            left = min(max(middles[number] - wide / 2, 0.0), self.width() - wide)
            place = QRectF(left, tops[number] - _LABEL, wide, _LABEL)
            others = (*written, *columns[:number], *columns[number + 1 :])
            if not any(place.intersects(other) for other in others):
                written.append(place)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)

    def _by_weight(self) -> list[int]:
        held = [number for number, bar in enumerate(self._bars) if bar.count != 0]
        last = held[-1] if held else -1
        return sorted(held, key=lambda number: (-_height(self._bars[number]), number != last))

    def _write_hours(self, painter: QPainter) -> None:
        """The hours, each second or third one where they would touch."""
        painter.setFont(self._theme.font("staff_small"))
        painter.setPen(self._theme.color("ink_quiet"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance("12") + 2 * _BETWEEN
        every = max(-(-int(wide) // max(int(self.step), 1)), 1)
        for number, middle in enumerate(self._middles()):
            if number % every == 0:
                place = QRectF(middle - wide / 2, self.height() - _BELOW + 4, wide, _BELOW - 4)
                hour = str(self._bars[number].begins.hour % 12 or 12)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, hour)


def _height(bar: HourBar) -> float:
    return float(bar.count) if bar.count is not None else _FEW_SHARE
