"""The last two scenes: the three things to do, and the card with the mark, the address and where help is."""

from __future__ import annotations

from pack_words import PackWords
from PySide6.QtCore import QPointF, QRectF
from stage import Stage, ease, moved

BUTTONS = tuple(QRectF(270 + index * 480, 410, 420, 180) for index in range(3))
_ICONS = ("pencil", "phone", "share")
_GATHERED = 39.4
_TOGETHER = 42.8


class TwoMinutes:
    """35 to 43 s: the bars that came down stand as three buttons: sign, call, share."""

    def paint(self, stage: Stage, now: float) -> None:
        if now < _GATHERED or now > _TOGETHER + 2:
            return
        gone = ease(now, _TOGETHER - 0.6, _TOGETHER)
        for index, button in enumerate(BUTTONS):
            if now < _TOGETHER:
                stage.bar(button, stage.theme.color("dawn"), ease(now, _GATHERED, _GATHERED + 0.2), 16)
            begin = _GATHERED + 0.9 * index
            stage.icon(_ICONS[index], button.center(), 96, "on_dawn", ease(now, begin, begin + 1.0) * (1 - gone))


class EndCard:
    """43 to 50 s: the three become the one bar of the mark; beside it the campaign, its address and a helpline."""

    _MARK = ((0, 0, 20, 8), (23, 0, 11, 8), (0, 11, 8, 8), (26, 11, 8, 8))
    _DOWN = (10, 24, 14, 9)
    _SCALE = 9.0
    _CORNER = QPointF(330, 330)

    def __init__(self, words: PackWords) -> None:
        self._words = words

    def paint(self, stage: Stage, now: float) -> None:
        if now < _TOGETHER:
            return
        comes = ease(now, _TOGETHER, _TOGETHER + 1.8)
        for button in BUTTONS:
            stage.bar(moved(button, self._scaled(self._DOWN), comes), stage.theme.color("dawn"), 1.0, 16)
        for index, bar in enumerate(self._MARK):
            begin = 43.6 + 0.25 * index
            stage.bar(self._scaled(bar), stage.theme.color("ink"), ease(now, begin, begin + 1.0), 16)
        left = self._CORNER.x() + 34 * self._SCALE + 96
        name, address = stage.font(150, 700), stage.font(58)
        stage.text(self._words.wordmark, QPointF(left, 430), name, "ink", ease(now, 44.4, 45.4))
        stage.text(self._words.address, QPointF(left + 4, 530), address, "ink_quiet", ease(now, 45.2, 46.2))
        help_seen = ease(now, 46.2, 47.2)
        stage.icon("help", QPointF(left + 34, 612), 62, "ink", help_seen)
        stage.text(self._words.helpline, QPointF(left + 88, 634), stage.font(62, 600), "ink", help_seen)

    def _scaled(self, bar: tuple[int, int, int, int]) -> QRectF:
        x, y, width, height = (part * self._SCALE for part in bar)
        return QRectF(self._CORNER.x() + x, self._CORNER.y() + y, width, height)
