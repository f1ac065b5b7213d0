"""Text on screen: set with the design's line height and tracking, and said again whenever the language changes."""

from __future__ import annotations

import re
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from outreach_app.language import Sayable, Tongue
from outreach_app.look.direction import font_for, of_text, reach_beyond
from outreach_app.look.theme import Theme

_STAR = "**"
_BRACKETS = re.compile(r"\[[^\]]+\]")
_BREAKS = re.compile(r"[/?=&@_-]|\.(?![a-z]{2,6}(?![a-z.]))")
"""After which marks an address may go on below. A line that holds nothing but ``org`` or ``com`` reads as a fault."""
_OVERHANG_IGNORED_PX = 5
_NARROWEST_PX = 150
"""A word wider than this may be broken where a line must be narrow: an address, a name of forty letters."""
_UNBOUNDED = 1_000_000.0


class Strong(Enum):
    """Which parts of a text are set bold."""

    NOTHING = auto()
    STARRED = auto()  # between ** and **, which only sentences of our own catalogue carry
    IN_BRACKETS = auto()  # [your name]: what a person puts in for themselves


class Words(QLabel):
    """One text in one role.

    It is plain text: whatever a person or a pack wrote is shown as written, never as markup.

    Args:
        theme: sizes and colours.
        role: how it is set, a name of the tokens' type table.
        what: what it says; may be set later with :meth:`tell`.
        tone: colour role of the text, a ``tone`` of the style sheet; ink by default.
        align: horizontal alignment of the lines.
        wraps: false for a text that stays on one line.
        strong: which parts are bold.
    """

    def __init__(
        self,
        theme: Theme,
        role: str,
        what: Sayable = "",
        *,
        tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        wraps: bool = True,
        strong: Strong = Strong.NOTHING,
    ) -> None:
        super().__init__()
        self._what = what
        self._tongue: Tongue | None = None
        self._strong = strong
        self._strong_color = theme.color("ink") if tone == "quiet" else None
        self._line_height = theme.line_height(role)
        self._latin_font = theme.font(role)
        self._above, self._below = 0, 0
        self._runs: list[QTextLayout.FormatRange] = []
        self._layouts: dict[int, QTextLayout] = {}
        # A layout of Qt's asks hundreds of times while it settles.
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._wraps = wraps
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(self._latin_font)
        self.setAlignment(align | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        if isinstance(what, str):
            self._show(what)

    def tell(self, what: Sayable) -> None:
        """Say something else from now on."""
        self._what = what
        if self._tongue is not None:
            self._show(self._tongue.say(what))
        elif isinstance(what, str):
            self._show(what)

    def wear(self, tone: str) -> None:
        """Take another tone of the style sheet, such as ``good`` or ``warn``; the plain ink where empty."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def speak(self, tongue: Tongue) -> None:
        """Say it in this language."""
        self._tongue = tongue
        self._show(tongue.say(self._what))

    def _show(self, text: str) -> None:
        self._runs = []
        self.setFont(font_for(text, self._latin_font, self._line_height))
        self._above = reach_beyond(text, self.font(), self._line_height)
        self._below = self._above or _overhang(self._line_height, self._latin_font)
        if self._strong is Strong.STARRED:
            text = self._take_stars(text)
        elif self._strong is Strong.IN_BRACKETS:
            for found in _BRACKETS.finditer(text):
                self._make_strong(found.start(), found.end() - found.start())
        self._forget_measures()
        self.setText(text)
        self.updateGeometry()

    def _take_stars(self, text: str) -> str:
        plain = ""
        for index, part in enumerate(text.split(_STAR)):
            if index % 2 == 1:
                self._make_strong(len(plain), len(part))
            plain += part
        return plain

    def _make_strong(self, start: int, length: int) -> None:
        look = QTextCharFormat()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        look.setFont(font)
        if self._strong_color is not None:
            look.setForeground(self._strong_color)
        run = QTextLayout.FormatRange()
        run.start, run.length, run.format = start, length, look
        self._runs.append(run)

    # -- measuring -------------------------------------------------------------------------------------------------

    def lines_at(self, width: float) -> int:
        """How many lines the text takes at a width, px."""
        return self._laid_out(width).lineCount()

    def natural_width(self) -> float:
        """Width of the text on one line (or of its longest line where it breaks by itself), px."""
        return self._width_of(self._laid_out(_UNBOUNDED))

    def _height_of(self, lines: int) -> int:
        return round(lines * self._line_height) + self._above + self._below

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._height_of(self.lines_at(width)) if self.text() else 0
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        if self._hint is None:
            layout = self._laid_out(_UNBOUNDED)
            height = self._height_of(layout.lineCount()) if self.text() else 0
            self._hint = QSize(round(self._width_of(layout) + 0.999), height)
        return self._hint

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return self.sizeHint()
        if self._least is None:
            self._least = self._measure_least()
        return self._least

    def _forget_measures(self) -> None:
        self._layouts, self._heights, self._hint, self._least = {}, {}, None, None

    def _measure_least(self) -> QSize:
        words = self.text().split()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(min(longest + 2, self.sizeHint().width(), _NARROWEST_PX), round(self._line_height) if words else 0)

    @staticmethod
    def _width_of(layout: QTextLayout) -> float:
        return max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)

    def _laid_out(self, width: float) -> QTextLayout:
        key = round(width)
        if key in self._layouts:
            return self._layouts[key]
        text = self.text().replace("\n", "\u2028")
        layout = QTextLayout(text, self.font())
        across = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(across & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(of_text(text, self.layoutDirection()))
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self._wraps else QTextOption.WrapMode.ManualWrap
        )
        layout.setTextOption(option)
        layout.setFormats(self._runs)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # As a browser sets it: the glyphs stand in the middle of their line box.
            line.setPosition(QPointF(0.0, top + (self._line_height - line.ascent() - line.descent()) / 2))
            top += self._line_height
        layout.endLayout()
        self._layouts = {**dict(list(self._layouts.items())[-4:]), key: layout}
        return layout

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout = self._laid_out(self.width())
        spare = self.height() - layout.lineCount() * self._line_height - self._above - self._below
        top = self._above + (spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter and spare > 0 else 0.0)
        layout.draw(painter, QPointF(0.0, top), [], QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._forget_measures()
        super().changeEvent(event)


def breakable(address: str) -> str:
    """An address that may go on in the next line after a mark, never in the middle of a word, nor before its ending."""
    return _BREAKS.sub("\\g<0>\u200b", address)


def _overhang(line_height: float, font: QFont) -> int:
    """Px that tails hang below the last line where lines are set closer than the type is high, as in large figures."""
    metrics = QFontMetricsF(font)
    overhang = (metrics.ascent() + metrics.descent() - line_height) / 2
    return round(overhang) if overhang > _OVERHANG_IGNORED_PX else 0


def speak(root: QWidget, tongue: Tongue) -> None:
    """Let a widget and everything inside it speak a language."""
    for widget in (root, *root.findChildren(QWidget)):
        said = getattr(widget, "speak", None)
        if callable(said):
            said(tongue)
