"""What actions are shown with: words to say or send, and codes with what they are for beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from outreach_app.domain.action import Action, ActionKind
from outreach_app.language import SOURCE_LANGUAGE, Sayable, _
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.card import CardButton, choice_card
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.icon import Icon
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words, breakable
from outreach_app.visit.acting import Said, Scan

ICONS = {
    ActionKind.CALL: "phone",
    ActionKind.EMAIL: "mail",
    ActionKind.CONTACT_FORM: "mail",
    ActionKind.LETTER: "document",
    ActionKind.PETITION: "pencil",
    ActionKind.SHARE: "share",
    ActionKind.LINK: "book",
    ActionKind.VISIT: "pin",
}
"""The picture beside each kind of action."""


def text_card(theme: Theme, lines: Sequence[QWidget]) -> QFrame:
    """A card of words that a finger moves where they are longer than it."""
    side = theme.by_frame(28, 26, 18)
    gap = theme.by_frame(theme.by_height(18, 14), 18, 10)
    area = scrolling(holding(column(*lines, None, gap=gap, margins=(0, 0, 12, 0))))
    return box("card", column(area, margins=(side, theme.by_frame(22, 20, 10), side - 12, theme.by_frame(16, 16, 6))))


def said_line(theme: Theme, line: Said, *, in_english: bool) -> QWidget:
    """One line of a script. What happens between the lines stays in the visitor's language."""
    if line.is_pause:
        return aside(theme, line, "pause")
    what: Sayable = line.in_language(SOURCE_LANGUAGE) if in_english else line
    return Words(theme, "body" if theme.has_ribbon else "script", what, strong=Strong.IN_BRACKETS)


def aside(theme: Theme, what: Sayable, icon: str = "info") -> QFrame:
    """A tinted line that tells what happens, or how to go about it."""
    words = Words(theme, "min", what)
    layout = row(column(None, Icon(theme, icon, size=22), None), 12, words, margins=(16, 10, 16, 10))
    layout.setStretchFactor(words, 1)
    return box("line", layout)


def post_note(theme: Theme, post: Sayable) -> QFrame:
    """A ready-made post."""
    return box("note", column(Words(theme, "script", post), margins=(18, 14, 18, 14)))


def code_card(theme: Theme, scan: Scan, title: Sayable, hint: Sayable, *, is_large: bool) -> QFrame:
    """A code, what it is for, and the same address to read."""
    words: list[Part] = [
        Words(theme, "label", title),
        *([Words(theme, "min", hint, tone="quiet")] if hint else []),
        Words(theme, "label", breakable(scan.readable), tone="accent"),
    ]
    plate = CodePlate(theme, scan.payload, title, theme.by_frame(220, 220, 170) if is_large else 150)
    if is_large and not theme.is_portrait:
        layout: QBoxLayout = column(row(None, plate, None), theme.by_frame(10, 10, 2), *words)
    else:
        texts = column(None, *words, None)
        # Beside many lines of large words the whole code stands at the top, where it is seen first.
        layout = row(column(plate, None) if theme.is_large else plate, 14, texts)
        layout.setStretchFactor(texts, 1)
    layout.setContentsMargins(theme.by_frame(20, 20, 12), theme.by_frame(16, 14, 8), 20, theme.by_frame(16, 14, 8))
    return box("card", layout)


def lines_card(
    theme: Theme, title: Sayable, lines: Sequence[Sayable], hint: Sayable = "", *, dials: Scan | None = None
) -> QFrame:
    """A few lines to copy, such as an address, how to use them, and perhaps a code that dials."""
    edge, top = theme.by_frame(24, 22, 14), theme.by_frame(18, 16, 10)
    words: list[Part] = [Words(theme, "min", title, tone="quiet"), *(Words(theme, "script", line) for line in lines)]
    if hint:
        words += [6, Words(theme, "min", hint, tone="quiet")]
    if dials is None:
        return box("card", column(*words, margins=(edge, top, edge, top)))
    texts = column(None, *words, None)
    plate = column(None, CodePlate(theme, dials.payload, _("Code that dials the number"), 132), None)
    layout = row(plate, 14, texts, margins=(edge, top, edge, top))
    layout.setStretchFactor(texts, 1)
    return box("card", layout)


def action_row(theme: Theme, action: Action, line: Sayable = "") -> CardButton:
    """An action to choose from a list."""
    return choice_card(theme, ICONS[action.kind], action.title, line or action.target or "")


def other_ways_card(theme: Theme) -> CardButton:
    """The way to what anybody can do, whoever speaks for them."""
    return choice_card(
        theme, "share", _("Other ways to act"), _("For everyone: sign, write to a company, share"), margins=_slim(theme)
    )


def only_ways_card(theme: Theme) -> CardButton:
    """The same way where there is no other: in a campaign that asks nothing of lawmakers."""
    return choice_card(theme, "share", _("What you can do"), _("Write, call, come along or share"))


def _slim(theme: Theme) -> tuple[int, int, int, int]:
    return theme.by_frame(24, 24, 14), theme.by_frame(10, 12, 6), theme.by_frame(24, 24, 14), theme.by_frame(10, 12, 6)
