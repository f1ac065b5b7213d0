"""One line of a checklist: a tick or a mark, what was found, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.look.arranging import box, column, holding, row
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


def check_row(theme: Theme, check: Check, *, is_blocking: bool = False) -> QWidget:
    """A line with its remedy below it, where it needs one; what keeps a table shut stands on a ground of its own."""
    is_well = check.level is CheckLevel.OK
    icon = Icon(theme, "check" if is_well else "notice", color="good" if is_well else "warn", size=24)
    words = column(Words(theme, "staff_body" if is_well else "staff_strong", check.text))
    if check.remedy is not None:
        words.addWidget(Words(theme, "staff_body", check.remedy, tone="quiet"))
    line = row(column(icon, None), 12, words, margins=(12, 8, 12, 8) if is_blocking else (0, 0, 0, 0))
    line.setStretch(2, 1)
    return box("warn", line) if is_blocking else holding(line)
