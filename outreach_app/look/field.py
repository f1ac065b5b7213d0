"""A field of a form: label above, fault below in plain words. Nothing it is told outlives it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class VisitorLine(QLineEdit):
    """A line for a stranger's words: no context menu, no drag, no drop, no undo, no copy out, no completion.

    Signals:
        finished: the visitor is done with it, by leaving it or by pressing Enter.
        entered: it has been given the focus.
    """

    finished = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, longest: int) -> None:
        super().__init__()
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.size("field"))
        self.setMaxLength(longest)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Copying would leave a name in the clipboard for the next person; undo would bring one back.
        for forbidden in (
            QKeySequence.StandardKey.Copy,
            QKeySequence.StandardKey.Cut,
            QKeySequence.StandardKey.Undo,
            QKeySequence.StandardKey.Redo,
        ):
            if event.matches(forbidden):
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


class Field(QWidget):
    """Label, line and the sentence that says how to mend it.

    Args:
        theme: sizes and colours.
        label: what is asked for.
        optional: word in the empty line of what may stay empty; the label stays above all the same.
        longest: the most characters it takes.
        layout_name: which keyboard serves it: ``letters``, ``email`` or ``digits``.
    """

    def __init__(
        self, theme: Theme, label: Sayable, *, optional: Sayable = "", longest: int = 120, layout_name: str = "letters"
    ) -> None:
        super().__init__()
        self.layout_name = layout_name
        self.line = VisitorLine(theme, longest)
        self._label = label
        self._optional = optional
        self._sentence: Sayable | None = None
        self._tongue = Tongue(SOURCE_LANGUAGE)
        self._label_words = Words(theme, "label", label, wraps=False)
        self._label_words.setBuddy(self.line)
        self._fault = Words(theme, "fault", tone="warn")
        fault_row = row(Icon(theme, "notice", color="warn", size=22), 8, self._fault, align=Qt.AlignmentFlag.AlignTop)
        fault_row.setStretchFactor(self._fault, 1)
        fault_row.setAlignment(self._fault, Qt.AlignmentFlag(0))
        self._fault_row = holding(fault_row)
        self._fault_row.setVisible(False)
        self.setLayout(
            column(
                self._label_words, theme.by_frame(7, 7, 4), self.line, theme.by_frame(6, 6, 2), self._fault_row, None
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.line)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for a screen reader: label, and the fault if there is one."""
        self._tongue = tongue
        self._stand_beside_label(tongue)
        self.line.setAccessibleName(tongue.say(self._label))
        self.line.setPlaceholderText(tongue.say(self._optional))
        self._describe()

    def _stand_beside_label(self, tongue: Tongue) -> None:
        """Begin at the page's own side, whatever is typed; an address or a number reads from the left on any page."""
        if self.layout_name != "letters":
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if tongue.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    @property
    def fault(self) -> Sayable | None:
        """The sentence under the line, if there is one."""
        return self._sentence

    @property
    def has_fault(self) -> bool:
        """Whether a sentence stands under the line."""
        return bool(self.line.property("fault"))

    def show_fault(self, sentence: Sayable | None) -> None:
        """Say how to mend it, or that all is well (``None``)."""
        self._sentence = sentence
        self._fault.tell(sentence if sentence is not None else "")
        self._fault_row.setVisible(sentence is not None)
        self.line.setProperty("fault", sentence is not None)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader what to mend, or else that the line may stay empty."""
        what = self._sentence if self._sentence is not None else self._optional
        self.line.setAccessibleDescription(self._tongue.say(what))


def empty_clipboard() -> None:
    """Leave nothing for the next visitor in the clipboard, nor in the selection of X11."""
    clipboard = QApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        if mode is clipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        # An empty text, not clear(): that gives up ownership, and another program's old text may come back.
        clipboard.setMimeData(QMimeData(), mode)
        clipboard.clear(mode)
