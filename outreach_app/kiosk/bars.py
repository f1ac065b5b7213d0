"""The frame around every visitor screen: the top bar with the two ways out, the bottom bar, the ribbon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from outreach_app.language import Sayable, Tongue, _, language_name
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.direction import is_turned
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.icon import Icon
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TopBar(QWidget):
    """Wordmark and badge; right: *Get help*, the languages, *Display*, *Leave*. The same place on every screen.

    Where it is narrow, what can be missed goes first: the badge, the word on *Display*, the wordmark beside its mark.

    Args:
        theme: sizes and colours.
        wordmark, languages: of the campaign.
        shows_badge: whether the table's promise stands here, if there is room.
        above: px that stay empty above it.

    Signals:
        help_wanted, leave_wanted: one of the two ways out was touched.
        display_wanted: they want the screen otherwise.
        language_chosen: carries the language's code.
    """

    help_wanted = Signal()
    leave_wanted = Signal()
    display_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, wordmark: Sayable, languages: tuple[str, ...], *, shows_badge: bool, above: int = 0
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "attract-bar" if theme.scheme == "attract" else "top-bar")
        self.setFixedHeight(theme.grid.top + above)
        self._name = Words(theme, "wordmark", wordmark, tone="" if theme.scheme == "attract" else "accent", wraps=False)
        has_room = shows_badge and not (theme.is_portrait or theme.is_compact)
        self._badge = holding(row(33, _divider(), 22, badge(theme, in_two_lines=True), 12)) if has_room else QWidget()
        self._help = Button(theme, "soft", _("Get help"), icon="help")
        self._leave = Button(theme, "bar", _("Leave"), icon="leave")
        self._switch = LanguageSwitch(theme, languages)
        self._display = Button(theme, "bar", _("Display"), icon="sliders")
        self._display_sign = Button(theme, "bar", _("Display"), icon="sliders", shows_word=False)
        self._help.clicked.connect(self.help_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._switch.language_chosen.connect(self.language_chosen)
        for button in (self._display, self._display_sign):
            button.clicked.connect(self.display_wanted)
            # A touch leaves the focus where it was, so that it is there again when the choices go.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._is_large = theme.is_large
        self._lay_out(theme, above)

    def _lay_out(self, theme: Theme, above: int) -> None:
        gap, side = theme.by_frame(12, 8, 12), theme.by_frame(40, 32, 24)
        name: list[Part] = [Mark(theme), theme.by_frame(13, 9, 13), self._name, self._badge, None]
        display: list[Part] = [self._display, self._display_sign]
        if theme.frame is Frame.PORTRAIT and theme.is_large:
            self._lines = [[*name, self._help, gap, self._leave], [None, *display, gap, self._switch]]
        else:
            self._lines = [[*name, self._help, gap, self._switch, gap, *display, gap, self._leave]]
        lines = [row(*line, align=_MIDDLE) for line in self._lines]
        self.setLayout(column(*lines, gap=theme.space("s3"), margins=(side, above, side, 0)))
        self._room_beside = 2 * side
        self._fit()

    def show_language(self, code: str) -> None:
        """Mark the language that is spoken."""
        self._switch.show_language(code)

    def event(self, event: QEvent) -> bool:
        # Words in another language have other widths.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let go of what can be missed until the rest has its width."""
        if self._badge.isHidden():
            # Its words may be others since, but Qt lets nothing hidden pass on that it has another width.
            for part in self._badge.findChildren(QWidget):
                part.updateGeometry()
        # Beside large text the mark alone stands for the name.
        hidden: set[QWidget] = {self._display_sign} | ({self._name} if self._is_large else set())
        for missed in (self._badge, self._display, self._name):
            if all(_width(line, hidden) <= self.width() - self._room_beside for line in self._lines):
                break
            hidden.add(missed)
            if self._display in hidden:
                hidden.discard(self._display_sign)
        for part in (self._badge, self._display, self._display_sign, self._name):
            if part.isHidden() is not (part in hidden):
                part.setHidden(part in hidden)


def _width(line: list[Part], hidden: set[QWidget]) -> int:
    """Px that a line of the bar takes without what is hidden."""
    shown = [part for part in line if isinstance(part, QWidget) and part not in hidden]
    return sum(part.sizeHint().width() for part in shown) + sum(part for part in line if isinstance(part, int))


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


_BOTH_BORDERS = 4
"""Px above and below together, where high contrast draws a border."""


class LanguageSwitch(QFrame):
    """The campaign's languages, each in its own name; the one that is spoken stands out."""

    language_chosen = Signal(str)
    reads_as = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("box", "tabs")
        self._buttons = {code: self._language_button(theme, code) for code in languages}
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
        self.setLayout(row(*self._buttons.values(), margins=(4, 0, 4, 0)))
        # Its border lies around what is touched, not over it.
        self.setFixedHeight(theme.size("button_small") + (_BOTH_BORDERS if theme.has_high_contrast else 0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _language_button(self, theme: Theme, code: str) -> QPushButton:
        button = _LanguageButton(theme, language_name(code))
        button.clicked.connect(lambda: self.language_chosen.emit(code))
        return button

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(_("Language")))

    def show_language(self, code: str) -> None:
        """Mark one language."""
        if code in self._buttons:
            self._buttons[code].setChecked(True)


class _LanguageButton(QPushButton):
    """One language of the switch."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "switch")
        self.setProperty("inset", True)
        self.setCheckable(True)
        # So a screen reader says that it is one of several.
        self.setAutoExclusive(True)
        self.setAutoDefault(True)
        self.setFont(theme.font("label"))
        # All of the bar's height is touched; the style sheet paints the marked one 4 px lower above and below.
        self.setFixedHeight(theme.size("button_small"))
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
        side = theme.by_frame(40, 32, 24)
        above = theme.space("s2") if theme.is_large else 0
        # The low bar is hardly higher than the usual button, which would fill it from edge to edge.
        self._button_height = theme.size("button_small") if theme.is_compact and not theme.is_large else None
        if theme.is_large:
            # Buttons whose words take two lines need more.
            self.setMinimumHeight(theme.grid.bottom)
        else:
            self.setFixedHeight(theme.grid.bottom)
        self._start, self._end = QHBoxLayout(), QHBoxLayout()
        self._start.setSpacing(theme.by_frame(24, 12, 16))
        self._end.setSpacing(theme.by_frame(24, 12, 16))
        self._middle: QWidget | None = None
        self._shows_middle = True
        self._whole = row(self._start, None, self._end, margins=(side, above, side, above))
        self.setLayout(self._whole)

    def put(
        self, start: tuple[QWidget, ...] = (), middle: QWidget | None = None, end: tuple[QWidget, ...] = ()
    ) -> None:
        """Fill the bar."""
        for widget in (*start, *end):
            if isinstance(widget, Button) and self._button_height is not None:
                widget.setFixedHeight(self._button_height)
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
        # Where the language is read from the right, the bar begins there.
        left, right = (self._end, self._start) if is_turned(self) else (self._start, self._end)
        left_end = left.geometry().right() + 16 if left.count() else 16
        right_end = right.geometry().left() - 16 if right.count() else self.width() - 16
        room = max(right_end - left_end, 0)
        width = min(size.width(), room)
        is_cut = width < size.width() and not self._middle.hasHeightForWidth()
        at = min(max((self.width() - width) // 2, left_end), max(right_end - width, left_end))
        height = self._middle.heightForWidth(width) if self._middle.hasHeightForWidth() else size.height()
        self._middle.setGeometry(at, (self.height() - height) // 2, width, height)
        self._middle.setVisible(room > 60 and height <= self.height() and not is_cut and self._shows_middle)


def bar_note(theme: Theme, icon: str, words: Words) -> QWidget:
    """A quiet note for the middle of the bottom bar."""
    note = QWidget()
    layout = row(Icon(theme, icon, color="ink_quiet", size=22), 9, words, align=_MIDDLE)
    layout.setStretchFactor(words, 1)
    layout.setAlignment(words, Qt.AlignmentFlag(0))
    note.setLayout(layout)
    return note


def ribbon_strip(theme: Theme, sentence: Sayable) -> QFrame:
    """The strip above everything in a demo, or while staff practise."""
    words = Words(theme, "fault", sentence, tone="on_ink", wraps=False)
    ribbon = box("ribbon", row(None, Icon(theme, "info", color="on_accent", size=22), 12, words, None, align=_MIDDLE))
    ribbon.setFixedHeight(40)
    return ribbon
