"""Somebody to turn to. Six cards, the first line of help first. Not counted, not recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.domain.campaign import Campaign, Helpline
from outreach_app.domain.links import readable_address
from outreach_app.errors import OutreachError
from outreach_app.kiosk.bars import bar_note
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Tongue, _
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words, breakable
from outreach_app.printing.job import JobStage
from outreach_app.printing.queue import Kind, Offer
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_UNSEEN = _("Opening this page is not recorded.")
_SCAN = _("Scan with your phone camera, or write the number down")


class HelpScreen(Screen):
    """Get help."""

    place = Place.HELP
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, paper: PaperDesk, printing: PrintDesk) -> None:
        super().__init__(theme)
        self._campaign, self._paper, self._printing = campaign, paper, printing
        self._visit: Visit | None = None
        self._is_asked = False
        self._cards: list[_HelpCard] = []
        cards = scrolling(holding(self._grid()))
        content = column(self._head(), theme.by_frame(12, 16, 6), cards)
        content.setStretch(2, 1)
        self.arrange(
            content,
            top=theme.by_frame(theme.by_height(16, 8), 28, 6),
            bottom=theme.by_frame(theme.by_height(12, 6), 16, 6),
        )
        self._note = Words(theme, "meta", _UNSEEN if theme.is_compact else _SCAN, tone="quiet")
        self._print = Button(theme, "secondary", _("Print this"), icon="printer")
        self._print.clicked.connect(self._print_it)
        printing.changed.connect(self._look)
        note = bar_note(theme, "eye-off" if theme.is_compact else "code", self._note)
        self.bar.put(start=(self.back_button(),), middle=note, end=(self._print,))
        self._look()

    # -- paper -----------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._look()

    def leave(self) -> None:
        self._visit = None
        self._is_asked = False

    def _print_it(self) -> None:
        """The same cards for everybody, on one sheet. It takes nothing from the visit's own page."""
        self._is_asked = True
        self._print.setEnabled(False)
        self._paper.make_help(self.tongue, self._hand_over, self._not_made)

    def _hand_over(self, pdf: bytes) -> None:
        if self._visit is not None:
            self._printing.print_help(self._visit, pdf)
        self._is_asked = False
        self._look()

    def _not_made(self, _error: OutreachError) -> None:
        """Every number stands on the screen; nobody who looks for help is shown a fault of ours."""
        self._is_asked = False
        self._print.hide()

    def _look(self) -> None:
        """Offer paper only while it can come out, and say when it does."""
        offer = self._printing.offer(Kind.HELP)
        job = self._visit.help_job if self._visit is not None else None
        is_under_way = job is not None and job.is_under_way
        self._print.setVisible(offer is Offer.PRINT or offer.is_soon)
        self._print.setEnabled(offer is Offer.PRINT and not self._is_asked)
        sentence = _UNSEEN if self.theme.is_compact else _SCAN
        if is_under_way:
            sentence = _("Printing. Pick it up at the table.")
        elif job is not None and job.stage is JobStage.PRINTED:
            sentence = _("Printed. It is at the table.")
        self._note.tell(sentence)
        self._note.speak(self.tongue)

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
        if theme.is_large and theme.frame is not Frame.LANDSCAPE:
            columns = 1
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
        # The code brings its own white edge along, so it needs no space before it, and hardly any behind it.
        foot = row(texts, self._code_room)
        foot.setStretchFactor(texts, 1)
        inner = column(label, number, foot, margins=(edge, top, theme.by_frame(8, 4, 8), theme.by_frame(8, 14, 2)))
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
    return bar_note(theme, "eye-off", Words(theme, "meta", _UNSEEN, tone="quiet"))
