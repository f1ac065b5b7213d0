"""A line for a stranger's words: it lets nothing out, and hides what it holds when nobody touches it for a while."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit

from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.look.direction import of_tongue
from outreach_app.look.theme import Theme

VEIL_AFTER_SECONDS = 20
"""Without a touch or a key. Long enough to read a line again and to type on; shorter than a person behind waits."""

HIDDEN = _("Hidden. Touch to see it.")
HIDDEN_IN_SHORT = _("Hidden")
_FORBIDDEN = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
_BESIDE_WORDS_PX = 12


class VisitorLine(QLineEdit):
    """No context menu, no drag, no drop, no undo, no copy out, no paste, no completion, and nothing for others to read.

    Signals:
        finished: the visitor is done with it, by leaving it or by pressing Enter.
        entered: it has been given the focus.
        veiled: whether what it holds is hidden now. A touch or a key shows it again.
    """

    finished = Signal()
    entered = Signal()
    veiled = Signal(bool)

    def __init__(self, theme: Theme, longest: int, *, is_private: bool = True) -> None:
        super().__init__()
        self._is_private = is_private
        self._tongue = Tongue(SOURCE_LANGUAGE)
        self._quiet = theme.color("ink_quiet")
        self._veil = QTimer(self, singleShot=True, interval=VEIL_AFTER_SECONDS * 1_000)
        self._veil.timeout.connect(self.hide_text)
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.size("field"))
        self.setMaxLength(longest)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._hint_to_keyboards()
        self.textChanged.connect(self.show_text)

    def speak(self, tongue: Tongue) -> None:
        """Say in this language that something is hidden."""
        self._tongue = tongue
        self.update()

    # -- hiding ----------------------------------------------------------------------------------------------------

    @property
    def is_veiled(self) -> bool:
        """Whether what it holds is hidden."""
        return self.echoMode() is not QLineEdit.EchoMode.Normal

    def hide_text(self) -> None:
        """Hide what it holds, and how long that is; a line that is empty or not private hides nothing."""
        if self._is_private and self.text() and not self.is_veiled:
            self.deselect()
            self._echo(QLineEdit.EchoMode.NoEcho)

    def show_text(self) -> None:
        """Show it, for as long as somebody is there."""
        if self.is_veiled:
            self._echo(QLineEdit.EchoMode.Normal)
        self._veil.start()

    def _echo(self, mode: QLineEdit.EchoMode) -> None:
        self.setEchoMode(mode)
        # With the usual echo Qt takes back what was asked of the system's keyboards.
        self._hint_to_keyboards()
        self.veiled.emit(self.is_veiled)

    def _hint_to_keyboards(self) -> None:
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_veiled:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._quiet)
        # A stop at the end stands at the end, whichever way the sentence runs.
        painter.setLayoutDirection(of_tongue(self._tongue))
        area = self.rect().adjusted(_BESIDE_WORDS_PX, 0, -_BESIDE_WORDS_PX, 0)
        said = (self._tongue.say(sentence) for sentence in (HIDDEN, HIDDEN_IN_SHORT))
        fitting = (words for words in said if painter.fontMetrics().horizontalAdvance(words) <= area.width())
        painter.drawText(area, self.alignment(), next(fitting, "•••"))
        painter.end()

    # -- what people and systems do to a line ----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()
        self.show_text()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._veil.start()
        self.finished.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_text()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Quick fingers press twice.
        self.show_text()
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Qt would hand what is selected to every program on X11, paste theirs, and open the system's own keyboard.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_text()
        # Copying would leave a name in the clipboard for the next person; undo and pasting would bring one back.
        if any(event.matches(forbidden) for forbidden in _FORBIDDEN):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.ignore()

    def wipe(self) -> None:
        """Forget the text: unlike ``clear``, ``setText`` also drops the undo history."""
        self.setText("")
