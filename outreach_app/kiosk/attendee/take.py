"""Take it with you: the real page as a picture, a code to scan, and the page kept for printing."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import OutreachError
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, Tongue, _
from outreach_app.look.arranging import box, column, empty, row
from outreach_app.look.button import Button
from outreach_app.look.card import icon_tile
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.page_preview import PagePreview
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, breakable
from outreach_app.visit.acting import page_scan, write_scan
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit


class TakeScreen(Screen):
    """Without a printer the code to scan comes first; the page can be saved for the staff to print."""

    place = Place.TAKE
    steps = frozenset({Step.BACK, Step.LEAVE})

    def __init__(self, theme: Theme, *, campaign: Campaign, paper: PaperDesk, is_demo: bool) -> None:
        super().__init__(theme)
        self._campaign, self._paper, self._is_demo = campaign, paper, is_demo
        self._visit: Visit | None = None
        self._pdf = b""
        self._made_in = ""
        self._preview = PagePreview(theme)
        self._save = Button(theme, "small", _("Save my page"))
        self._save.clicked.connect(self._keep)
        self._title = Words(theme, "panel_title", _("Your page"))
        self._state = Words(theme, "min", tone="quiet")
        self._scan_room = row()
        lead = _("One page: your lawmakers, what to say, where to get help. Your name and pledge are not on it.")
        right = column(
            Words(theme, "h1", _("Take it with you")),
            theme.by_frame(8, 8, 2),
            Words(theme, "lead", lead, tone="quiet"),
            theme.by_frame(20, 20, 8),
            self._scan_room,
            theme.by_frame(20, 20, 10),
            self._page_card(),
            None,
        )
        if theme.is_portrait:
            self._preview.setFixedHeight(470)
            page: QBoxLayout = column(self._preview, 28, right)
        else:
            self._preview.setFixedWidth(theme.by_frame(404, 0, 300))
            page = row(self._preview, theme.by_frame(64, 0, 28), right)
        page.setStretch(2, 1)
        self.arrange(page, top=theme.by_frame(34, 32, 12), bottom=theme.by_frame(28, 24, 12))
        done = Button(theme, "primary", _("I am done"))
        done.clicked.connect(lambda: self.emits(Step.LEAVE))
        self.bar.put(start=(self.back_button(),), end=(done,))

    # -- building --------------------------------------------------------------------------------------------------

    def _page_card(self) -> QWidget:
        theme = self.theme
        texts = column(None, self._title, 1, self._state, None)
        layout = row(
            icon_tile(theme, "document", theme.by_frame(72, 72, 56)), 24, texts, 16, column(None, self._save, None)
        )
        layout.setStretchFactor(texts, 1)
        edge, top = theme.by_frame(30, 26, 14), theme.by_frame(24, 22, 10)
        layout.setContentsMargins(edge, top, edge, top)
        return box("card", layout)

    def _scan_card(self, visit: Visit) -> QWidget:
        """The chosen lawmaker's own page if one was chosen, else the campaign's: never a page that does not exist."""
        theme = self.theme
        scan = write_scan(visit.chosen) if visit.chosen is not None else None
        purpose: Sayable = _("{name}: contact page", name=visit.chosen.name) if visit.chosen is not None else ""
        if scan is None:
            scan, purpose = page_scan(self._campaign.page), self._campaign.page_label
        texts = column(
            None,
            Words(theme, "panel_title", _("Scan, no paper")),
            4,
            Words(theme, "min", _("Point your phone camera at the code."), tone="quiet"),
            Words(theme, "min", purpose, tone="quiet"),
            4,
            Words(theme, "h3", breakable(scan.readable), tone="accent"),
            None,
        )
        plate = CodePlate(
            theme, scan.payload, purpose, theme.by_frame(theme.by_height(200, 160), theme.by_height(180, 150), 140)
        )
        layout = row(plate, theme.by_frame(26, 20, 14), texts)
        layout.setStretchFactor(texts, 1)
        edge, top = theme.by_frame(24, 22, 12), theme.by_frame(20, 18, 6)
        layout.setContentsMargins(edge, top, edge, top)
        return box("card", layout)

    @property
    def has_page(self) -> bool:
        """Whether the page is made."""
        return bool(self._pdf)

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        empty(self._scan_room)
        self._scan_room.addWidget(self._scan_card(visit))
        self.say_anew(self)
        self._make()

    def leave(self) -> None:
        self._visit = None
        self._pdf = b""
        self._preview.show_pdf(b"")
        empty(self._scan_room)

    def speak(self, tongue: Tongue) -> None:
        """In another language the page is another page."""
        super().speak(tongue)
        if self._visit is not None and tongue.code != self._made_in:
            self._make()

    def _make(self) -> None:
        if self._visit is None:
            return
        self._made_in = self.tongue.code
        self._save.setEnabled(False)
        self._say(_("Making your page ..."))
        self._paper.make(self._visit, self.tongue, self._show, self._explain)

    def _show(self, pdf: bytes) -> None:
        if self._visit is None:
            return
        self._pdf = pdf
        self._preview.show_pdf(pdf)
        self._save.setEnabled(True)
        self._say(_("It is ready to save.") if self._is_demo else _("It is ready. Save it, and staff can print it."))

    def _keep(self) -> None:
        self._save.setEnabled(False)
        self._paper.save(self._pdf, self._saved, self._explain)

    def _saved(self, number: int) -> None:
        if self._is_demo:
            self._say(_("Saved as page {number}. It goes when the demo ends.", number=number))
        else:
            self._say(_("Saved as page {number}. Ask staff to print it.", number=number))

    def _explain(self, error: OutreachError) -> None:
        self._save.setEnabled(bool(self._pdf))
        self._say(error.message)

    def _say(self, sentence: Message) -> None:
        if self._visit is None:
            # The answer came after the screen was left.
            return
        self._state.tell(sentence)
        self._state.speak(self.tongue)
