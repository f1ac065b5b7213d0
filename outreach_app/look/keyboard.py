"""The on-screen keyboard: sends keys to whatever has the focus, takes none itself, and learns nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _
from outreach_app.look import keyboard_layouts as layouts
from outreach_app.look.arranging import empty, holding
from outreach_app.look.button import Button
from outreach_app.look.icon import paint_icon
from outreach_app.look.theme import Theme

_LONG_PRESS_MS = 450


class Key(QPushButton):
    """One key. Holding it offers its accents, if it has any.

    Signals:
        typed: this text shall be typed.
        held: it was held down; carries the key itself.
    """

    typed = Signal(str)
    held = Signal(object)

    def __init__(self, theme: Theme, text: Sayable, *, kind: str = "key", icon: str | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._what = text
        self._icon = icon
        self._was_held = False
        self.character = text if isinstance(text, str) else ""
        self.setProperty("kind", kind)
        self.setFont(theme.font("label" if kind != "key" else "key"))
        # The keyboard must never take the focus from the line it writes to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(key_height(theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(20)
        self._hold = QTimer(self, singleShot=True, interval=_LONG_PRESS_MS)
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
        if layouts.ACCENTS.get(self.character.lower()):
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
        paint_icon(painter, self._icon, area, self._theme.color("ink"))
        painter.end()


def key_height(theme: Theme) -> int:
    """Height of a key, px."""
    return theme.by_frame(60, 66, 56)


class Keyboard(QWidget):
    """The whole keyboard with the form's two buttons in its last row.

    Signals:
        went_back: *Back* was touched.
        went_on: *Next field* was touched.
        was_hidden: the keyboard shall go.
    """

    went_back = Signal()
    went_on = Signal()
    was_hidden = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_shifted = False
        self._shows_symbols = False
        self._tongue = Tongue(SOURCE_LANGUAGE)
        self._language = ""
        self._character_keys: list[list[Key]] = []
        self._accents: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "keyboard")
        self._gap = theme.by_frame(8, 8, 5)
        self._email_row = holding(self._email_keys())
        self._rows = [QHBoxLayout() for _row in range(3)]
        self._next = Button(theme, "key-primary", _("Next field"), icon="arrow-right", icon_after=True)
        self._shift = Key(theme, _("Capital letters"), kind="edit-key", icon="shift")
        self._symbols = Key(theme, _("123"), kind="edit-key")
        self._lay_out()
        self._fill_rows()

    # -- building --------------------------------------------------------------------------------------------------

    def _email_keys(self) -> QHBoxLayout:
        narrow = self._theme.is_portrait
        line = self._line()
        for text in layouts.NARROW_EMAIL_KEYS if narrow else layouts.EMAIL_KEYS:
            key = Key(self._theme, text, kind="email-key")
            key.typed.connect(self._type)
            line.addWidget(key, 13 if len(text) > 5 else 8)
        return line

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.by_frame(8, 8, 8))
        return line

    def _lay_out(self) -> None:
        theme = self._theme
        erase = Key(theme, _("Delete"), kind="edit-key", icon="backspace")
        erase.setAutoRepeat(True)
        space = Key(theme, _("space"), kind="space-key")
        hide = Key(theme, _("Hide the keyboard"), kind="edit-key", icon="keyboard")
        back = Button(theme, "key-secondary", _("Back"), icon="arrow-left")
        for button in (back, self._next):
            button.setFixedHeight(key_height(theme))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.setFixedWidth(theme.by_frame(150, 126, 138))
        self._next.setFixedWidth(theme.by_frame(210, 196, 210))
        for key in (self._symbols, hide):
            key.setFixedWidth(theme.by_frame(96, 76, 96))
        for key in (self._shift, erase):
            key.setFixedWidth(theme.by_frame(166, 101, 133))
        self._shift.setCheckable(True)
        self._shift.clicked.connect(self._turn_shift)
        self._symbols.clicked.connect(self._turn_symbols)
        erase.clicked.connect(lambda: self._press(Qt.Key.Key_Backspace))
        space.clicked.connect(lambda: self._type(" "))
        hide.clicked.connect(self.was_hidden)
        back.clicked.connect(self.went_back)
        self._next.clicked.connect(self.went_on)
        self._erase = erase
        last = self._line()
        for part, stretch in ((back, 0), (self._symbols, 0), (space, 1), (hide, 0), (self._next, 0)):
            last.addWidget(part, stretch)
        whole = QVBoxLayout()
        side = theme.by_frame(40, 20, 24)
        whole.setContentsMargins(side, theme.by_frame(13, 15, 9), side, theme.by_frame(12, 14, 8))
        whole.setSpacing(self._gap)
        whole.addWidget(self._email_row)
        for line in self._rows:
            line.setSpacing(self._theme.by_frame(8, 8, 8))
            whole.addLayout(line)
        whole.addLayout(last)
        self.setLayout(whole)

    def _fill_rows(self) -> None:
        layout = layouts.SYMBOLS if self._shows_symbols else layouts.letters(self._language)
        for line in self._rows:
            empty(line, keeping=(self._shift, self._erase))
        self._character_keys = [[self._character_key(text) for text in line] for line in layout.rows]
        for number, (line, keys) in enumerate(zip(self._rows, self._character_keys, strict=True)):
            inset = 1 if number == 1 and len(keys) < 10 else 0
            if number == 2:
                line.addWidget(self._shift)
            if inset:
                line.addStretch(48)
            for key in keys:
                line.addWidget(key, 114)
            if inset:
                line.addStretch(48)
            if number == 2:
                line.addWidget(self._erase)
        self._shift.setEnabled(not self._shows_symbols)
        self._show_case()

    def _character_key(self, text: str) -> Key:
        key = Key(self._theme, text)
        key.typed.connect(self._type)
        key.held.connect(self._offer_accents)
        return key

    # -- what the form asks of it ----------------------------------------------------------------------------------

    def serve(self, layout_name: str, *, starts_capital: bool, is_last: bool) -> None:
        """Suit itself to a field: the email row, a capital to begin with, and what the last button is called."""
        self._close_accents()
        self._email_row.setVisible(layout_name == "email")
        self._next.tell(_("Continue") if is_last else _("Next field"))
        self._next.speak(self._tongue)
        wants_symbols = layout_name == "digits"
        if wants_symbols != self._shows_symbols:
            self._turn_symbols()
        self._set_shift(starts_capital and not wants_symbols)

    def speak(self, tongue: Tongue) -> None:
        """Bring the letters of this language."""
        self._tongue = tongue
        if tongue.code != self._language:
            self._language = tongue.code
            if not self._shows_symbols:
                self._fill_rows()

    # -- keys ------------------------------------------------------------------------------------------------------

    def _turn_shift(self) -> None:
        self._set_shift(not self._is_shifted)

    def _set_shift(self, is_on: bool) -> None:
        self._is_shifted = is_on
        self._shift.setChecked(is_on)
        self._show_case()

    def _show_case(self) -> None:
        for line in self._character_keys:
            for key in line:
                key.show_character(key.character.upper() if self._is_shifted else key.character.lower())

    def _turn_symbols(self) -> None:
        self._close_accents()
        self._shows_symbols = not self._shows_symbols
        self._symbols.tell(_("ABC") if self._shows_symbols else _("123"))
        self._symbols.speak(self._tongue)
        self._fill_rows()

    def _type(self, text: str) -> None:
        self._close_accents()
        for character in text:
            self._send(0, character)
        if self._is_shifted:
            self._set_shift(False)

    def _press(self, key: Qt.Key) -> None:
        self._close_accents()
        self._send(key, "")

    @staticmethod
    def _send(key: int, text: str) -> None:
        target = QApplication.focusWidget()
        if target is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    # -- accents ---------------------------------------------------------------------------------------------------

    def _offer_accents(self, key: Key) -> None:
        self._close_accents()
        choices = layouts.ACCENTS[key.character.lower()]
        line = self._line()
        line.setContentsMargins(8, 8, 8, 8)
        for choice in choices:
            accent = Key(self._theme, choice.upper() if self._is_shifted else choice, kind="key")
            accent.typed.connect(self._type)
            accent.setFixedWidth(self._theme.size("touch_min"))
            line.addWidget(accent)
        tray = QWidget(self)
        tray.setProperty("ground", "sunken")
        tray.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tray.setLayout(line)
        tray.adjustSize()
        corner = key.mapTo(self, QPoint(0, -tray.height()))
        tray.move(min(max(corner.x(), 0), self.width() - tray.width()), max(corner.y(), 0))
        tray.show()
        self._accents = tray

    def _close_accents(self) -> None:
        if self._accents is not None:
            self._accents.hide()
            self._accents.deleteLater()
            self._accents = None
