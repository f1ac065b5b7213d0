"""Captions over a film: a dark plate under light words, painted once for each text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextLayout, QTextOption

from outreach_app.look.direction import font_for
from outreach_app.look.theme import Theme

_WIDEST = 46
"""Widest line, in times the size of the type: about eighty letters, as long as a line is read with ease."""

_SHARE_OF_WIDTH = 0.88


class CaptionPlate:
    """The plate of one text at a time.

    Args:
        theme: colours and type; the plate is dark whatever the scheme.
        role: how the words are set.
    """

    def __init__(self, theme: Theme, role: str = "caption_film") -> None:
        self._theme = theme
        self._role = role
        self._for: tuple[str, int, float] | None = None
        self._picture = QPixmap()

    def size(self, text: str, room: float, ratio: float) -> QSizeF:
        """How large the plate of a text is where there is this much width, px; nothing for no text."""
        self._draw(text, room, ratio)
        return self._picture.deviceIndependentSize()

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint the plate that was measured last."""
        painter.drawPixmap(corner, self._picture)

    def _draw(self, text: str, room: float, ratio: float) -> None:
        wanted = (text, round(room), ratio)
        if wanted == self._for:
            return
        self._for = wanted
        self._picture = QPixmap()
        if not text:
            return
        theme = self._theme
        line_height, side = theme.line_height(self._role), theme.space("s6")
        above = theme.space("s2" if theme.is_compact else "s3")
        layout = self._laid_out(text, min(room * _SHARE_OF_WIDTH, _WIDEST / 2 * theme.type_role(self._role).size))
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        widest = max(line.naturalTextWidth() for line in lines)
        size = QSizeF(widest + 2 * side, len(lines) * line_height + 2 * above)
        self._picture = QPixmap((size * ratio).toSize())
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("scrim"))
        painter.drawRoundedRect(QRectF(QPointF(), size), theme.tokens.radius["key"], theme.tokens.radius["key"])
        painter.setPen(theme.color("ink"))
        for index, line in enumerate(lines):
            top = above + index * line_height + (line_height - line.ascent() - line.descent()) / 2
            line.draw(painter, QPointF((size.width() - line.naturalTextWidth()) / 2 - line.x(), top - line.y()))
        painter.end()

    def _laid_out(self, text: str, width: float) -> QTextLayout:
        font = font_for(text, self._theme.font(self._role), self._theme.line_height(self._role))
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, 0.0))
        layout.endLayout()
        return layout
