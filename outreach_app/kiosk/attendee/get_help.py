"""Somebody to turn to. Six cards, the first line of help first. Not counted, not recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.domain.campaign import Campaign, Helpline
from outreach_app.domain.links import readable_address
from outreach_app.kiosk.bars import bar_note
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Tongue, _
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, breakable
from outreach_app.visit.flow import Place, Step


class HelpScreen(Screen):
    """Get help."""

    place = Place.HELP
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign) -> None:
        super().__init__(theme)
        self._campaign = campaign
        self._cards: list[_HelpCard] = []
        cards = scrolling(holding(self._grid()))
        content = column(self._head(), theme.by_frame(12, 16, 6), cards)
        content.setStretch(2, 1)
        self.arrange(
            content,
            top=theme.by_frame(theme.by_height(16, 8), 28, 6),
            bottom=theme.by_frame(theme.by_height(12, 6), 16, 6),
        )
        scan = Words(theme, "meta", _("Scan with your phone camera, or write the number down"), tone="quiet")
        note = _unseen(theme) if theme.is_compact else bar_note(theme, "code", scan)
        self.bar.put(start=(self.back_button(),), middle=note)

    def _head(self) -> QWidget:
        theme, campaign = self.theme, self._campaign
        title = Words(theme, "h2" if theme.is_compact else "h1", campaign.help_title)
        lead = Words(theme, "lead", campaign.help_lead)
        if theme.is_portrait:
            return holding(column(title, 8, lead, 8, _unseen(theme)))
        texts = lead if theme.is_compact else holding(column(lead, 2, _unseen(theme)))
        line = row(title, theme.by_frame(40, 0, 24), texts, align=Qt.AlignmentFlag.AlignVCenter)
        line.setStretch(2, 1)
        return holding(line)

    def _grid(self) -> QGridLayout:
        theme = self.theme
        columns = 2 if theme.is_portrait else 3
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.by_frame(16, 16, 4))
        for number, helpline in enumerate(self._campaign.helplines):
            card = _HelpCard(theme, helpline)
            self._cards.append(card)
            grid.addWidget(card, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid


class _HelpCard(QWidget):
    """One helpline. Its code may differ by language, so it is drawn when the language is known."""

    def __init__(self, theme: Theme, helpline: Helpline) -> None:
        super().__init__()
        self._theme, self._helpline = theme, helpline
        self._plate: CodePlate | None = None
        label = Words(theme, "help_label", helpline.label, tone="quiet")
        number = Words(theme, "help_number", helpline.headline)
        note: list[Part] = [Words(theme, "meta" if theme.is_compact or theme.has_ribbon else "min", helpline.note)]
        if helpline.address is not None:
            note.append(Words(theme, "address", breakable(readable_address(helpline.address)), tone="accent"))
        self._code_room = row()
        edge, top = theme.by_frame(24, 20, 14), theme.by_frame(theme.by_height(14, 10), 16, 2)
        texts = column(None, *note, None)
        foot = row(texts, 12, self._code_room)
        foot.setStretchFactor(texts, 1)
        inner = column(label, number, foot, margins=(edge, top, theme.by_frame(18, 14, 8), theme.by_frame(8, 14, 2)))
        inner.setStretch(2, 1)
        self.setLayout(column(box("card", inner)))

    def speak(self, tongue: Tongue) -> None:
        """Draw the code of this language."""
        if self._helpline.code is None:
            return
        payload = self._helpline.code.in_language(tongue.code)
        if self._plate is not None:
            if self._plate.payload == payload:
                return
            self._code_room.removeWidget(self._plate)
            self._plate.deleteLater()
        self._plate = CodePlate(self._theme, payload, self._helpline.label, self._theme.by_frame(150, 132, 120))
        self._plate.speak(tongue)
        self._code_room.addWidget(self._plate)


def _unseen(theme: Theme) -> QWidget:
    return bar_note(theme, "eye-off", Words(theme, "meta", _("Opening this page is not recorded."), tone="quiet"))
