"""The frame around every visitor screen: the top bar with the two ways out, the bottom bar, the demo ribbon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from outreach_app.language import Sayable, _, language_name
from outreach_app.look.arranging import Part, box, row
from outreach_app.look.button import Button
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.icon import Icon
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TopBar(QWidget):
    """Wordmark and badge; right: *Get help*, the languages, *Leave*. The same place on every screen.

    Signals:
        help_wanted, leave_wanted: one of the two ways out was touched.
        language_chosen: carries the language's code.
    """

    help_wanted = Signal()
    leave_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, wordmark: Sayable, languages: tuple[str, ...], *, shows_badge: bool) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "attract-bar" if theme.scheme == "attract" else "top-bar")
        self.setFixedHeight(theme.grid.top)
        gap = theme.by_frame(12, 8, 12)
        side = theme.by_frame(40, 32, 24)
        tone = "" if theme.scheme == "attract" else "accent"
        name = Words(theme, "wordmark", wordmark, tone=tone, wraps=False)
        parts: list[Part] = [Mark(theme), theme.by_frame(13, 9, 13), name]
        if shows_badge and not theme.is_portrait and not theme.is_compact:
            parts += [33, _divider(), 22, badge(theme, in_two_lines=True)]
        self._help = Button(theme, "soft", _("Get help"), icon="help")
        self._leave = Button(theme, "bar", _("Leave"), icon="leave")
        self._switch = LanguageSwitch(theme, languages)
        self._help.clicked.connect(self.help_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._switch.language_chosen.connect(self.language_chosen)
        parts += [None, self._help, gap, self._switch, gap, self._leave]
        self.setLayout(row(*parts, margins=(side, 0, side, 0), align=_MIDDLE))

    def show_language(self, code: str) -> None:
        """Mark the language that is spoken."""
        self._switch.show_language(code)


def badge(theme: Theme, *, in_two_lines: bool) -> QWidget:
    """The promise of the table: what is given stays on this device, and nothing needs a network."""
    text = _("Saved on this device\nWorks offline") if in_two_lines else _("Saved on this device · works offline")
    words = Words(theme, "badge", text, tone="quiet", wraps=False)
    lock = Icon(theme, "lock", color="ink_quiet", size=20)
    frame = QWidget()
    frame.setLayout(row(lock, 9, words, align=_MIDDLE))
    return frame


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("box", "rule")
    line.setFixedSize(1, 32)
    return line


class LanguageSwitch(QFrame):
    """The campaign's languages, each in its own name; the one that is spoken stands out."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("box", "tabs")
        self._buttons = {code: self._language_button(theme, code) for code in languages}
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
        self.setLayout(row(*self._buttons.values(), margins=(4, 4, 4, 4)))
        self.setFixedHeight(56)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _language_button(self, theme: Theme, code: str) -> QPushButton:
        button = _LanguageButton(theme, language_name(code))
        button.clicked.connect(lambda: self.language_chosen.emit(code))
        return button

    def show_language(self, code: str) -> None:
        """Mark one language."""
        if code in self._buttons:
            self._buttons[code].setChecked(True)


class _LanguageButton(QPushButton):
    """One language of the switch."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "switch")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setFont(theme.font("label"))
        # The bar around it adds 4 px above and below, so that a finger has 56.
        self.setFixedHeight(48)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(name) + theme.by_frame(32, 24, 32))
        # A touch must leave the focus in the line that is being written.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        FocusRing(theme, self, radius=12)


class BottomBar(QWidget):
    """*Back* at the left, steps or a quiet note in the middle of the window, one primary at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "bottom-bar")
        self.setFixedHeight(theme.grid.bottom)
        side = theme.by_frame(40, 32, 24)
        self._start, self._end = QHBoxLayout(), QHBoxLayout()
        self._start.setSpacing(theme.by_frame(24, 12, 16))
        self._end.setSpacing(theme.by_frame(24, 12, 16))
        self._middle: QWidget | None = None
        self._shows_middle = True
        self._whole = row(self._start, None, self._end, margins=(side, 0, side, 0))
        self.setLayout(self._whole)

    def put(
        self, start: tuple[QWidget, ...] = (), middle: QWidget | None = None, end: tuple[QWidget, ...] = ()
    ) -> None:
        """Fill the bar."""
        for widget in start:
            self._start.addWidget(widget, 0, _MIDDLE)
        for widget in end:
            self._end.addWidget(widget, 0, _MIDDLE)
        if middle is not None:
            middle.setParent(self)
            self._middle = middle

    def show_middle(self, is_shown: bool) -> None:
        """Show or hide the middle."""
        self._shows_middle = is_shown
        self._centre()

    def event(self, event: QEvent) -> bool:
        # New words have new widths: put the middle in the middle again.
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._centre()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        if self._middle is None:
            return
        self._whole.activate()
        size = self._middle.sizeHint()
        left_end = self._start.geometry().right() + 16
        right_end = self._end.geometry().left() - 16 if self._end.count() else self.width() - 16
        room = max(right_end - left_end, 0)
        width = min(size.width(), room)
        left = min(max((self.width() - width) // 2, left_end), max(right_end - width, left_end))
        height = self._middle.heightForWidth(width) if self._middle.hasHeightForWidth() else size.height()
        self._middle.setGeometry(left, (self.height() - height) // 2, width, height)
        self._middle.setVisible(room > 60 and self._shows_middle)


def bar_note(theme: Theme, icon: str, words: Words) -> QWidget:
    """A quiet note for the middle of the bottom bar."""
    note = QWidget()
    layout = row(Icon(theme, icon, color="ink_quiet", size=22), 9, words, align=_MIDDLE)
    layout.setStretchFactor(words, 1)
    layout.setAlignment(words, Qt.AlignmentFlag(0))
    note.setLayout(layout)
    return note


def demo_ribbon(theme: Theme) -> QFrame:
    """The strip above everything in a demo."""
    sentence = _("Demo. Nothing you enter is kept, and nothing is sent.")
    words = Words(theme, "fault", sentence, tone="on_ink", wraps=False)
    ribbon = box("ribbon", row(None, Icon(theme, "info", color="on_accent", size=22), 12, words, None, align=_MIDDLE))
    ribbon.setFixedHeight(40)
    return ribbon
