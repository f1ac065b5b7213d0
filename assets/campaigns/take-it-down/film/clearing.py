"""The scenes in the clearing of the wall: what was reported, what the law says, what survivors do again and again."""

from __future__ import annotations

from pack_words import PackWords
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF
from stage import Stage, between, ease

CLEARING = QRectF(330, 110, 1260, 690)
_LEFT = 420.0
_WIDEST = 1080.0
_DATES = ("01–06 / 2025", "01–06 / 2024")


class Figure:
    """6 to 13 s: the figure rolls in, and below it the two years as bars from zero, with source and date."""

    def __init__(self, words: PackWords) -> None:
        self._values = words.enticement
        # The jump has a reason that belongs beside it: since May 2024 a law makes platforms report it.
        self._source = "NCMEC, 2025  ·  Public Law 118-59 (05 / 2024)"

    def paint(self, stage: Stage, now: float) -> None:
        seen = ease(now, 6.8, 7.8) * (1 - ease(now, 12.6, 13.3))
        if seen <= 0:
            return
        self._paint_number(stage, now, seen)
        label, small = stage.font(42, 600), stage.font(42)
        for index, value in enumerate(self._values):
            grown = ease(now, 7.6 + 0.9 * index, 10.2 + 0.9 * index)
            top = 470 + index * 108
            width = _WIDEST * value / max(self._values)
            color = stage.theme.color("ink_quiet" if index == 0 else "line_strong")
            stage.bar(QRectF(_LEFT, top, max(width * grown, 14), 72), color, seen)
            stage.text(_DATES[index], QPointF(_LEFT + 24, top + 50), label, "sunken", seen * ease(grown, 0.5, 0.9))
            if index == 1:
                said, right = f"{value:,}", QPointF(_LEFT + width + 24, top + 50)
                stage.text(said, right, label, "ink", seen * ease(now, 10.4, 11.2))
        stage.text(self._source, QPointF(_LEFT, 748), small, "ink_quiet", seen * ease(now, 8.6, 9.6))

    def _paint_number(self, stage: Stage, now: float, seen: float) -> None:
        """Each digit rolls up once to where it stays, from the right-hand one to the first."""
        font = stage.font(232, 700)
        metrics = QFontMetricsF(font)
        said = f"{self._values[0]:,}"
        clip = QRectF(_LEFT - 10, 190, 1300, 254)
        stage.painter.save()
        stage.painter.setClipRect(clip)
        x, height = _LEFT - 8, clip.height()
        for index, letter in enumerate(said):
            begin = 6.9 + 0.22 * (len(said) - 1 - index)
            rolled = ease(now, begin, begin + 2.4)
            if letter.isdigit():
                way = 2 * (1 - rolled)
                for step in range(int(way), int(way) + 2):
                    digit = str((int(letter) - step) % 10)
                    # Faint until it is the right one, so that no wrong figure can be read.
                    stage.text(digit, QPointF(x, 386 + (way - step) * height), font, "ink", seen * rolled**3)
            else:
                stage.text(letter, QPointF(x, 386), font, "ink", seen * rolled)
            x += metrics.horizontalAdvance(letter)
        stage.painter.restore()


class Laws:
    """13 to 20 s: the two lines of the law, each with a thin rule that draws itself as it is said."""

    _LINES = (("flag", "18 U.S.C. 2258A (a)", 13.4), ("eye-off", "18 U.S.C. 2258A (f)", 16.5))

    def paint(self, stage: Stage, now: float) -> None:
        gone = ease(now, 19.6, 20.4)
        font = stage.font(96, 600)
        for index, (icon, said, begin) in enumerate(self._LINES):
            comes = ease(now, begin, begin + 1.0)
            seen = comes * (1 - gone)
            base = 350 + index * 250 + between(24, 0, comes)
            stage.icon(icon, QPointF(_LEFT + 56, base - 32), 108, "ink", seen)
            stage.text(said, QPointF(_LEFT + 168, base), font, "ink", seen)
            rule = QRectF(_LEFT, base + 56, _WIDEST * ease(now, begin + 0.8, begin + 2.8), 4)
            if rule.width() > 4:
                stage.bar(rule, stage.theme.color("line_strong"), seen, 2)


class SameAnswers:
    """20 to 27 s: an account locked, a call, a form, one after the other, inside three bars."""

    _ICONS = ("lock", "phone", "document")

    def __init__(self, shade: str) -> None:
        self._shade = shade

    def paint(self, stage: Stage, now: float) -> None:
        gone = ease(now, 26.0, 27.0)
        for index, icon in enumerate(self._ICONS):
            begin = 20.4 + 1.5 * index
            comes = ease(now, begin, begin + 1.2)
            seen = comes * (1 - gone)
            place = QRectF(_LEFT + index * 372, 330 + between(30, 0, comes), 336, 240)
            stage.bar(place, self._shade, seen, 16)
            stage.icon(icon, place.center(), 120, "ink", seen * ease(now, begin + 0.5, begin + 1.4))
