"""One key of the on-screen keyboard: a letter, or a picture of what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from outreach_app.language import Sayable, Tongue
from outreach_app.look import keyboard_layouts as layouts
from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme

LONG_PRESS_MS = 450


class Key(QPushButton):
    """One key. Holding it offers its accents, if it has any.

    Signals:
        typed: this text shall be typed.
        held: it was held down; carries the key itself.
    """

    typed = Signal(str)
    held = Signal(object)

    def __init__(
        self, theme: Theme, text: Sayable, *, kind: str = "key", icon: str | None = None, has_accents: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self._what = text
        self._icon = icon
        self._was_held, self._has_accents = False, has_accents
        self.character = text if isinstance(text, str) else ""
        self.setProperty("kind", kind)
        # Words and endings keep their size: the rows have no room to grow, and each letter is large already.
        self.setFont(theme.at_usual_size().font("label") if kind != "key" else theme.font("key"))
        # The keyboard must never take the focus from the line it writes to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(key_height(theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(20)
        self._hold = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self._hold.timeout.connect(self._offer)
        self.clicked.connect(self._type)
        self.show_character(self.character)

    def tell(self, what: Sayable) -> None:
        """Be called something else from the next time it speaks."""
        self._what = what

    def show_character(self, character: str) -> None:
        """Stand for another character, as shift makes it."""
        self.character = character
        if character:
            self.setText(character.replace("&", "&&"))
            self.setAccessibleName(character)

    def speak(self, tongue: Tongue) -> None:
        """Name an edit key in this language."""
        if not isinstance(self._what, str):
            said = tongue.say(self._what)
            self.setAccessibleName(said)
            self.setText("" if self._icon else said)

    def sizeHint(self) -> QSize:
        return QSize(20, key_height(self._theme))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_held = False
        if self._has_accents and layouts.ACCENTS.get(self.character.lower()):
            self._hold.start()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        super().mouseReleaseEvent(event)

    def _offer(self) -> None:
        self._was_held = True
        self.held.emit(self)

    def _type(self) -> None:
        if not self._was_held and self.character:
            self.typed.emit(self.character)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon is None:
            return
        painter = QPainter(self)
        side = 28
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, area, self._theme.color("ink"), self._theme.stroke())
        painter.end()


def key_height(theme: Theme) -> int:
    """Height of a key, px."""
    return theme.by_frame(60, 66, 56)
