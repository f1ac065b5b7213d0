"""The on-screen keyboard: sends keys to whatever has the focus, takes none itself, and learns nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.look import keyboard_layouts as layouts
from outreach_app.look.arranging import column, empty, holding
from outreach_app.look.button import Button
from outreach_app.look.key import Key, key_height
from outreach_app.look.theme import Theme

_FULL_ROW, _HALF_KEY = 10, 57


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
        self._wants_latin = False
        self._layout_name = "letters"
        self._character_keys: list[list[Key]] = []
        self._accents: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "keyboard")
        self._gap = theme.by_frame(8, 8, 5)
        self._email_row = holding(self._email_keys())
        self._above = QHBoxLayout()
        self._above_row = holding(self._above)
        self._no_space = QWidget()
        self._rows = [QHBoxLayout() for _row in range(3)]
        self._next = Button(theme.at_usual_size(), "key-primary", _("Next field"), icon="arrow-right", icon_after=True)
        self._shift = Key(theme, _("Capital letters"), kind="edit-key", icon="shift")
        self._symbols = Key(theme, _("123"), kind="edit-key")
        self._script = Key(theme, layouts.LATIN_NAME, kind="edit-key")
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
        space = self._space = Key(theme, _("space"), kind="space-key")
        hide = Key(theme, _("Hide the keyboard"), kind="edit-key", icon="keyboard")
        back = Button(theme.at_usual_size(), "key-secondary", _("Back"), icon="arrow-left")
        for button in (back, self._next):
            button.setFixedHeight(key_height(theme))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.setFixedWidth(theme.by_frame(150, 126, 138))
        self._next.setMinimumWidth(theme.by_frame(210, 196, 210))
        for key in (self._symbols, self._script, hide):
            key.setFixedWidth(theme.by_frame(96, 76, 96))
        for key in (self._shift, erase):
            key.setFixedWidth(theme.by_frame(166, 101, 133))
        self._shift.setCheckable(True)
        self._shift.clicked.connect(self._turn_shift)
        self._symbols.clicked.connect(self._turn_symbols)
        self._script.clicked.connect(self._turn_script)
        erase.clicked.connect(lambda: self._press(Qt.Key.Key_Backspace))
        space.clicked.connect(lambda: self._type(" "))
        hide.clicked.connect(self.was_hidden)
        back.clicked.connect(self.went_back)
        self._next.clicked.connect(self.went_on)
        self._erase = erase
        last = self._line()
        for part in (back, self._symbols, self._script, space, self._no_space, hide, self._next):
            last.addWidget(part, int(part in (space, self._no_space)))
        whole = QVBoxLayout()
        side = theme.by_frame(40, 20, 24)
        whole.setContentsMargins(side, theme.by_frame(13, 15, 9), side, theme.by_frame(12, 14, 8))
        whole.setSpacing(self._gap)
        self._above.setContentsMargins(0, 0, 0, 0)
        for line in (self._above, *self._rows):
            line.setSpacing(self._theme.by_frame(8, 8, 8))
        keys = holding(column(self._email_row, self._above_row, *self._rows, gap=self._gap))
        # Keys stand in the same place whatever language the page is in; only the way back and on changes sides.
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        whole.addWidget(keys)
        whole.addLayout(last)
        self.setLayout(whole)

    def _layout(self) -> layouts.KeyboardLayout:
        """What stands on the keys now."""
        if self._layout_name == "code":
            return layouts.CODES
        if self._shows_symbols:
            return layouts.SYMBOLS
        return layouts.letters(self._language if self._shows_own_letters() else "")

    def _fill_rows(self) -> None:
        own, layout = self._shows_own_letters(), self._layout()
        for line in (self._above, *self._rows):
            empty(line, keeping=(self._shift, self._erase))
        texts = [*([layout.above] if layout.above else []), *layout.rows]
        lines = [*([self._above] if layout.above else []), *self._rows]
        self._character_keys = [[self._character_key(text) for text in line] for line in texts]
        for line, keys in zip(lines, self._character_keys, strict=True):
            is_last = line is self._rows[-1]
            missing = max(0, _FULL_ROW - len(keys)) if layout.above or line is self._rows[1] else 0
            if is_last:
                line.addWidget(self._shift)
            if missing:
                line.addStretch(missing * _HALF_KEY)
            for key in keys:
                line.addWidget(key, 2 * _HALF_KEY)
            if missing and not is_last:
                line.addStretch(missing * _HALF_KEY)
            if is_last:
                line.addWidget(self._erase)
        self._show_edit_keys(layout, own=own)
        self._show_case()

    def _show_edit_keys(self, layout: layouts.KeyboardLayout, *, own: bool) -> None:
        """Offer what makes sense beside these letters: a code needs no capitals, no space and no other page."""
        is_whole = not layout.has_cases
        self._above_row.setVisible(bool(layout.above))
        own_script = own and layouts.has_letters_of_its_own(self._language) and not self._shows_symbols
        self._shift.setEnabled(not self._shows_symbols)
        self._shift.setVisible(not is_whole and not own_script)
        for key in (self._symbols, self._space):
            key.setVisible(not is_whole)
        self._no_space.setVisible(is_whole)
        self._script.setVisible(self._may_change_script())
        self._script.setText(layouts.LATIN_NAME if own else layouts.SCRIPT_NAMES.get(self._language, ""))
        self._script.setAccessibleName(self._script.text())

    def _may_change_script(self) -> bool:
        is_free = self._layout_name == "letters" and not self._shows_symbols
        return is_free and layouts.has_letters_of_its_own(self._language)

    def _shows_own_letters(self) -> bool:
        """Whether the language's own letters stand here: an address is written in Latin ones, whatever the language."""
        if not layouts.has_letters_of_its_own(self._language):
            return True
        return self._layout_name == "letters" and not self._wants_latin

    def _character_key(self, text: str) -> Key:
        key = Key(self._theme, text, has_accents=self._layout_name != "code")
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
        self._serve_letters(layout_name)
        if wants_symbols != self._shows_symbols:
            self._turn_symbols()
        self._set_shift(starts_capital and not wants_symbols)

    def _serve_letters(self, layout_name: str) -> None:
        """Bring Latin letters for an address, the language's own for a name, and a code's for a code."""
        before, self._layout_name = self._layout_name, layout_name
        is_new = layout_name != before
        if is_new and (layouts.has_letters_of_its_own(self._language) or "code" in (before, layout_name)):
            self._fill_rows()

    def speak(self, tongue: Tongue) -> None:
        """Bring the letters of this language."""
        self._tongue = tongue
        if tongue.code != self._language:
            self._language = tongue.code
            self._wants_latin = False
            self._fill_rows()

    # -- keys ------------------------------------------------------------------------------------------------------

    def _turn_shift(self) -> None:
        self._set_shift(not self._is_shifted)

    def _set_shift(self, is_on: bool) -> None:
        self._is_shifted = is_on
        self._shift.setChecked(is_on)
        self._show_case()

    def _show_case(self) -> None:
        if self._layout_name == "code":
            return
        for line in self._character_keys:
            for key in line:
                key.show_character(key.character.upper() if self._is_shifted else key.character.lower())

    def _turn_symbols(self) -> None:
        self._close_accents()
        self._shows_symbols = not self._shows_symbols
        self._symbols.tell(_("ABC") if self._shows_symbols else _("123"))
        self._symbols.speak(self._tongue)
        self._fill_rows()

    def _turn_script(self) -> None:
        self._close_accents()
        self._wants_latin = self._shows_own_letters()
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
        tray.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
