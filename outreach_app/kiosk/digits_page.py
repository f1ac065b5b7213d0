"""The layout that age and ZIP share: the question and its boxes at the left, the pad at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.language import Message, Sayable
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Strong, Words

_LOW_KEY_PX = 64
"""Height of a key where a tall window was made lower, px."""


def digits_page(
    theme: Theme, title: Message, lead: Message, boxes: DigitBoxes, below: tuple[QWidget, ...], fault: Words
) -> QBoxLayout:
    """Arrange a question answered in digits. ``below``: promises; ``fault``: the sentence that says a fix."""
    if theme.is_short and theme.frame is Frame.PORTRAIT:
        return _above_promises(theme, title, lead, boxes, below, fault)
    question = column(
        None,
        Words(theme, "h1", title),
        theme.by_frame(12, 12, 4),
        Words(theme, "lead", lead, tone="quiet"),
        theme.by_frame(35, 32, 14),
        boxes,
        theme.by_frame(40, 32, 12),
        *_spaced((fault, *below) if theme.is_large else (*below, fault), theme.by_frame(16, 14, 6)),
        None,
    )
    # However large the text is, a wide window has room for the pad beside it.
    is_tall = theme.frame is Frame.PORTRAIT
    page = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
    page.setSpacing(theme.by_frame(40, 24, 24))
    page.addLayout(question, 1)
    pad = _pad_for(theme, boxes)
    if theme.is_large and theme.is_compact:
        # Beside promises that are longer than the window the middle would lie too low.
        page.addLayout(column(pad, None))
    else:
        page.addLayout(row(None, pad, None) if is_tall else column(None, pad, None))
    return page


def _above_promises(
    theme: Theme, title: Message, lead: Message, boxes: DigitBoxes, below: tuple[QWidget, ...], fault: Words
) -> QBoxLayout:
    """Question, boxes and pad come first and fit a window made lower; only the promises may have to be scrolled to."""
    is_low = theme.display.low
    pad = _pad_for(theme, boxes, key_height=_LOW_KEY_PX if is_low else None)
    said = () if is_low else (12, Words(theme, "lead", lead, tone="quiet"))
    question = (Words(theme, "h1", title), *said, 8 if is_low else 32, boxes, 4 if is_low else 8, fault)
    return column(*question, 12 if is_low else 24, row(None, pad, None), 24, *_spaced(below, 14), None)


def _pad_for(theme: Theme, boxes: DigitBoxes, key_height: int | None = None) -> Keypad:
    pad = Keypad(theme, key_height)
    pad.digit.connect(boxes.add)
    pad.cleared.connect(lambda: boxes.put(""))
    pad.erased.connect(boxes.erase)
    return pad


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
