"""How the screen shall be: larger text, more contrast, nothing that moves, everything lower down. For this visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.domain.display import Display
from outreach_app.language import Message, _
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class DisplaySheet(QWidget):
    """Covers everything below the top bar. A choice shows at once.

    Args:
        theme: sizes and colours.
        display: what is chosen now.
        may_be_lower: whether there is height to move down in.

    Signals:
        chosen: carries the :class:`Display` that is wanted from now on.
        done: the visitor goes on.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme, display: Display, *, may_be_lower: bool) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.display = display
        self._choices = {name: Choice(theme, title, line) for name, title, line in _offers(may_be_lower=may_be_lower)}
        for name, choice in self._choices.items():
            choice.setChecked(bool(getattr(display, name)))
            choice.toggled.connect(lambda is_on, name=name: self._choose(name, is_on))
        edge = theme.by_frame(36, 36, 16)
        content = column(
            Words(theme, "h1", _("How would you like the screen?")),
            8,
            Words(theme, "lead", _("Choose what helps. It stays this way for your visit."), tone="quiet"),
            theme.by_frame(28, 28, 14),
            self._grid(theme),
            None,
            margins=(theme.grid.margin, edge, theme.grid.margin, edge),
        )
        area = scrolling(holding(content))
        area.follow_focus()
        if theme.scrolls:
            area.tell_of_more(theme)
        done = Button(theme, "primary", _("Done"), icon="check", icon_after=True)
        done.clicked.connect(self.done)
        foot = row(None, done, margins=(theme.grid.margin, 12, theme.grid.margin, theme.by_frame(24, 24, 12)))
        whole = column(area, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _grid(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.by_frame(20, 20, 12))
        columns = 1 if theme.is_portrait else 2
        for number, choice in enumerate(self._choices.values()):
            grid.addWidget(choice, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def take_focus(self, name: str | None = None) -> None:
        """Give the focus to a choice, or to the first."""
        choice = self._choices.get(name or "") or next(iter(self._choices.values()))
        choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str, is_on: bool) -> None:
        self.chosen.emit(replace(self.display, **{name: is_on}))


def changed_between(before: Display, after: Display) -> str | None:
    """The name of what differs, if anything does."""
    names = (name for name, _title, _line in _offers(may_be_lower=True))
    return next((name for name in names if getattr(before, name) != getattr(after, name)), None)


def _offers(*, may_be_lower: bool) -> Iterator[tuple[str, Message, Message]]:
    yield "large_text", _("Larger text"), _("Half as large again, in one column.")
    yield "high_contrast", _("More contrast"), _("Black and white, with clear borders.")
    yield "still", _("Nothing moves"), _("Pictures stand still until you start them.")
    if may_be_lower:
        yield "low", _("Lower down"), _("All that you touch comes within reach from a seat.")
