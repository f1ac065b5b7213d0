"""The one shadow, which lifts a dialog or a sheet of paper off its ground."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from outreach_app.look.theme import Theme


def cast_shadow(widget: QWidget, theme: Theme) -> None:
    """Let the widget cast it, and own it: PySide6 hands an effect over to nobody, and what nobody owns goes at once."""
    effect = QGraphicsDropShadowEffect(widget)
    effect.setBlurRadius(theme.tokens.shadow.blur)
    effect.setOffset(0, theme.tokens.shadow.offset_y)
    effect.setColor(QColor(theme.tokens.shadow.color))
    widget.setGraphicsEffect(effect)
