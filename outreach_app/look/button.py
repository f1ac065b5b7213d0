"""Buttons: what they look like at rest, pressed and disabled, in every kind of the component sheet."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from outreach_app.language import Sayable, Tongue, runs_from_the_right
from outreach_app.look.direction import font_for, of_text, turned
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme


@dataclass(frozen=True)
class _Kind:
    """Colours are roles; ``side`` is the padding left and right, px."""

    color: str
    role: str
    height: str
    side: int
    checked: str | None = None
    icon_color: str | None = None


_KINDS = {
    "primary": _Kind("on_accent", "button", "button", 32),
    "secondary": _Kind("accent", "button", "button", 32),
    "outline": _Kind("ink", "button", "button", 32),
    "quiet": _Kind("ink", "button", "button", 22),
    "link": _Kind("accent", "label", "button_small", 8),
    "hero": _Kind("on_dawn", "h3", "button_hero", 28),
    "soft": _Kind("ink", "label", "button_small", 21, icon_color="accent"),
    "bar": _Kind("ink", "label", "button_small", 22),
    "tab": _Kind("ink", "button", "button", 16, checked="on_accent"),
    "round": _Kind("accent", "button", "round_nav", 0),
    "small": _Kind("accent", "label", "button_small", 22),
    "staff": _Kind("accent", "staff_button", "button_small", 18),
    "staff-primary": _Kind("on_accent", "staff_button", "button_small", 18),
    "key-primary": _Kind("on_accent", "button", "key", 12),
    "key-secondary": _Kind("accent", "button", "key", 8),
}
_LINE = 1.25
"""From line to line of a button's word, as a multiple of its size."""
_DRAWN_AS = {
    "bar": "quiet",
    "small": "secondary",
    "staff": "secondary",
    "staff-primary": "primary",
    "key-primary": "primary",
    "key-secondary": "secondary",
}


class Button(QPushButton):
    """A button with a word and perhaps an icon. Its label wraps before it is ever cut.

    Args:
        theme: sizes and colours.
        kind: a row of the table above.
        what: the verb on it; for an icon alone, its accessible name.
        icon: name of an icon.
        icon_after: whether the icon follows the word.
        spread: pushes word and icon to the two sides.
        shows_word: false for an icon alone.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str,
        what: Sayable,
        *,
        icon: str | None = None,
        icon_after: bool = False,
        spread: bool = False,
        shows_word: bool = True,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._kind = _KINDS[kind]
        self._what = what
        self._icon = icon
        self._icon_after = icon_after
        self._spread = spread
        self._shows_word = shows_word
        self._side = self._kind.side
        self.setProperty("kind", _DRAWN_AS.get(kind, kind))
        self._latin_font = theme.font(self._kind.role)
        self._line_height = _LINE * self._latin_font.pixelSize()
        self.setFont(self._latin_font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Large words may take two lines, and the button grows with them.
        policy.setHeightForWidth(theme.is_large)
        self.setSizePolicy(policy)
        # Enter presses it, as Space does.
        self.setAutoDefault(True)
        FocusRing(theme, self)

    def tell(self, what: Sayable, *, icon: str | None = None) -> None:
        """Change the word from the next time it speaks, and its icon if another is named."""
        self._what = what
        self._icon = icon or self._icon

    def speak(self, tongue: Tongue) -> None:
        """Say the word in this language."""
        said = tongue.say(self._what)
        self.setAccessibleName(said)
        self.setText(said if self._shows_word else "")
        self.setFont(font_for(self.text(), self._latin_font, self._line_height))
        # Qt takes an ampersand for the mark of a shortcut; here it is a letter like any other.
        self.setShortcut(QKeySequence())
        self.updateGeometry()

    def _icon_size(self) -> int:
        return self._theme.size("icon")

    def _gap(self) -> int:
        return 12 if self._icon and self.text() else 0

    def _text_flags(self, *, centred: bool) -> int:
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        return int(across | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)

    def _width_of(self, text: str) -> int:
        """Width of a text on one line, px: joined letters reach a little over their advance, and would be wrapped."""
        if not runs_from_the_right(text):
            # Rounded up: a part of a px less, and Qt wraps the last word.
            return ceil(QFontMetricsF(self.font()).horizontalAdvance(text))
        return self.fontMetrics().boundingRect(0, 0, 10_000, 10_000, self._text_flags(centred=False), text).width()

    def sizeHint(self) -> QSize:
        height = self._theme.size(self._kind.height)
        if not self._shows_word:
            return QSize(height, height)
        if self._theme.is_large:
            height = self.heightForWidth(self.width())
        width = self._width_of(self.text()) + 2 * self._side + self._gap()
        width += self._icon_size() if self._icon else 0
        # A short word is no reason for a button that a finger misses.
        return QSize(max(width + 1, self._theme.size("touch_min")), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if not self._shows_word:
            return hint
        longest = max((self._width_of(word) for word in self.text().split()), default=0)
        icon = self._icon_size() if self._icon else 0
        least = max(longest + 2 * self._side + self._gap() + icon + 1, self._theme.size("touch_min"))
        return QSize(min(hint.width(), least), hint.height())

    def hasHeightForWidth(self) -> bool:
        return self._theme.is_large

    def heightForWidth(self, width: int) -> int:
        least = self._theme.size(self._kind.height)
        room = width - 2 * self._side - self._gap() - (self._icon_size() if self._icon else 0)
        flags = self._text_flags(centred=False)
        lines = self.fontMetrics().boundingRect(0, 0, max(room, 1), 10_000, flags, self.text()).height()
        return max(least, lines + 2 * self._theme.space("s2")) if self.text() else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._theme.is_large and event.size().width() != event.oldSize().width():
            # In another width its words take other lines.
            self.updateGeometry()

    def _color(self) -> str:
        if not self.isEnabled():
            return "ink_quiet"
        if self.isChecked() and self._kind.checked is not None:
            return self._kind.checked
        return self._kind.color

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        color = self._theme.color(self._color())
        icon = self._icon_size() if self._icon else 0
        room = self.width() - 2 * self._side - icon - self._gap()
        bounds = self.fontMetrics().boundingRect(
            0, 0, max(room, 1), 10_000, self._text_flags(centred=False), self.text()
        )
        text_width = min(bounds.width() + 1, room) if self.text() else 0
        left = float(self._side) if self._spread else (self.width() - text_width - icon - self._gap()) / 2
        icon_first = bool(self._icon) and not self._icon_after
        text_left = left + (icon + self._gap() if icon_first else 0)
        painter.setPen(color)
        painter.setFont(self.font())
        several = bounds.height() > self.fontMetrics().height() * 1.5
        area = QRectF(text_left, 0, text_width + 1, self.height())
        painter.setLayoutDirection(of_text(self.text(), self.layoutDirection()))
        painter.drawText(turned(self, area), self._text_flags(centred=several and not self._spread), self.text())
        if self._icon:
            after = self.width() - self._side - icon if self._spread else text_left + text_width + self._gap()
            icon_left = left if icon_first else after
            own = self._kind.icon_color if self._theme.scheme != "attract" else None
            shade = self._theme.color(own) if own and self.isEnabled() and not self.isChecked() else color
            place = QRectF(icon_left, (self.height() - icon) / 2, icon, icon)
            paint_icon(painter, self._icon, turned(self, place), shade, self._theme.stroke())
        painter.end()
