"""A list to choose one from: cards with a round box, filled anew whenever somebody looks again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from outreach_app.language import Sayable
from outreach_app.look.arranging import empty
from outreach_app.look.choice import Choice
from outreach_app.look.theme import Theme


@dataclass(frozen=True)
class Option:
    """One thing to choose.

    Attributes:
        key: what it is; compared, never shown.
        title, line: what stands on its card.
    """

    key: object
    title: Sayable
    line: Sayable = ""


class OptionList(QWidget):
    """The cards; two in a row where the window is wide.

    Signals:
        chosen: carries the key that a person touched.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.by_frame(16, 16, 10))
        self._group = QButtonGroup(self)
        self._cards: dict[object, Choice] = {}

    def fill(self, options: Sequence[Option], chosen: object = None) -> None:
        """Show these, one of them ticked."""
        for card in self._cards.values():
            self._group.removeButton(card)
        empty(self._grid)
        self._cards = {}
        columns = 1 if self._theme.is_portrait else 2
        for number, option in enumerate(options):
            card = Choice(self._theme, option.title, option.line, is_one_of_several=True)
            card.setChecked(option.key == chosen and chosen is not None)
            card.clicked.connect(lambda _on=False, key=option.key: self.chosen.emit(key))
            self._group.addButton(card)
            self._cards[option.key] = card
            self._grid.addWidget(card, number // columns, number % columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)

    def tick(self, key: object) -> None:
        """Tick one card, as if nobody had touched it."""
        if key in self._cards:
            self._cards[key].setChecked(True)

    @property
    def key(self) -> object:
        """What is ticked, or ``None``."""
        return next((key for key, card in self._cards.items() if card.isChecked()), None)
