"""The layout that age and ZIP share: the question and its boxes at the left, the pad at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.language import Message, Sayable
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Strong, Words


def digits_page(
    theme: Theme, title: Message, lead: Message, boxes: DigitBoxes, below: tuple[QWidget, ...]
) -> QBoxLayout:
    """Arrange a question answered in digits. ``below``: promises and the sentence that says a fix."""
    pad = Keypad(theme)
    pad.digit.connect(boxes.add)
    pad.cleared.connect(lambda: boxes.put(""))
    pad.erased.connect(boxes.erase)
    question = column(
        None,
        Words(theme, "h1", title),
        theme.by_frame(12, 12, 4),
        Words(theme, "lead", lead, tone="quiet"),
        theme.by_frame(35, 32, 14),
        boxes,
        theme.by_frame(40, 32, 12),
        *_spaced(below, theme.by_frame(16, 14, 6)),
        None,
    )
    # However large the text is, a wide window has room for the pad beside it.
    is_tall = theme.frame is Frame.PORTRAIT
    page = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
    page.setSpacing(theme.by_frame(40, 24, 24))
    page.addLayout(question, 1)
    page.addLayout(row(None, pad, None) if is_tall else column(None, pad, None))
    return page


def promise(theme: Theme, icon: str, what: Sayable, *, tone: str = "quiet") -> QWidget:
    """One line with an icon about what happens to what is typed."""
    words = Words(theme, "min", what, tone=tone, strong=Strong.STARRED)
    layout = row(column(Icon(theme, icon, size=28), None), 14, words)
    layout.setStretchFactor(words, 1)
    return holding(layout)


def _spaced(widgets: tuple[QWidget, ...], gap: int) -> tuple[QWidget | int, ...]:
    spaced: list[QWidget | int] = []
    for widget in widgets:
        spaced += [widget, gap]
    return tuple(spaced[:-1])
