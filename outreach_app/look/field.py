"""A field of a form: label above, fault below in plain words. Nothing it is told outlives it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.scrolling import bring_into_sight
from outreach_app.look.theme import Theme
from outreach_app.look.visitor_line import HIDDEN, VisitorLine
from outreach_app.look.words import Words


class Field(QWidget):
    """Label, line and the sentence that says how to mend it.

    Args:
        theme: sizes and colours.
        label: what is asked for.
        optional: word in the empty line of what may stay empty; the label stays above all the same.
        longest: the most characters it takes.
        is_private: whether it hides itself where nobody touches it for a while.
        layout_name: which keyboard serves it: ``letters``, ``email``, ``digits`` or ``code``.
    """

    def __init__(
        self,
        theme: Theme,
        label: Sayable,
        *,
        optional: Sayable = "",
        longest: int = 120,
        is_private: bool = True,
        layout_name: str = "letters",
    ) -> None:
        super().__init__()
        self.layout_name = layout_name
        self.line = VisitorLine(theme, longest, is_private=is_private)
        self.line.veiled.connect(lambda _is_veiled: self._describe())
        self._label = label
        self._optional = optional
        self._sentence: Sayable | None = None
        self._question: Sayable | None = None
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

    def show_fault(self, sentence: Sayable | None, *, question: Sayable | None = None) -> None:
        """Say how to mend it, or that all is well (``None``); a question keeps nobody from going on."""
        self._sentence, self._question = sentence, question
        said = sentence if sentence is not None else question
        self._fault.tell(said if said is not None else "")
        self._fault.speak(self._tongue)
        self._fault_row.setVisible(said is not None)
        self.line.setProperty("fault", sentence is not None)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self._describe()
        if sentence is not None:
            bring_into_sight(self)

    def _describe(self) -> None:
        """Tell a screen reader that it is hidden, or what to mend, or that the line may stay empty."""
        what = self._sentence or self._question or self._optional
        if self.line.is_veiled:
            what = HIDDEN
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
