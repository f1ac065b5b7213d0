"""Take it with you: the real page as a picture, paper to print and a code to scan beside each other."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.errors import OutreachError
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.kiosk.print_card import PrintCard
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, Tongue, _
from outreach_app.look.arranging import box, column, empty, row
from outreach_app.look.button import Button
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.page_preview import PagePreview
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, breakable
from outreach_app.visit.acting import page_scan, write_scan
from outreach_app.visit.finding import Finding
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.happenings import Happening
from outreach_app.visit.ports import Clock
from outreach_app.visit.taking import CAN_SAVE, TakeState, is_paper_first, share_done, take_state
from outreach_app.visit.visit import Visit

_STEP_MS = 200
"""Between two looks at how far the page is."""


class TakeScreen(Screen):
    """Paper first while the table can print; without a printer the code to scan moves up and the page can be saved."""

    place = Place.TAKE
    steps = frozenset({Step.BACK, Step.LEAVE})

    def __init__(
        self, theme: Theme, *, campaign: Campaign, paper: PaperDesk, printing: PrintDesk, clock: Clock, is_demo: bool
    ) -> None:
        super().__init__(theme)
        self._campaign, self._paper, self._printing = campaign, paper, printing
        self._clock, self._is_demo = clock, is_demo
        self._visit: Visit | None = None
        self._pdf = b""
        self._failure: Message | None = None
        self._told: Message | None = None
        self._made_for: tuple[Visit, Finding | None, str] | None = None
        self._scan_for: tuple[Visit, Lawmaker | None, bool] | None = None
        self._preview = PagePreview(theme)
        self._card = PrintCard(theme)
        self._card.print_wanted.connect(self.print_page)
        self._card.cancel_wanted.connect(self._cancel)
        self._card.save_wanted.connect(self._keep)
        printing.changed.connect(self._look)
        self._steps = QTimer(self, interval=_STEP_MS)
        self._steps.timeout.connect(self._look)
        self._scan_room = column()
        self._choices = column(self._card, gap=theme.by_frame(20, 20, 10))
        self._choices.addLayout(self._scan_room)
        self._is_paper_first = True
        lead = _("One page: your lawmakers, what to say, where to get help. Your name and pledge are not on it.")
        if not campaign.asks_lawmakers:
            lead = _("One page: what you can do, and where to get help. Your name and pledge are not on it.")
        right = column(
            Words(theme, "h1", _("Take it with you")),
            theme.by_frame(8, 8, 2),
            Words(theme, "lead", lead, tone="quiet"),
            theme.by_frame(20, 20, 8),
            self._choices,
            None,
        )
        if theme.is_portrait:
            self._preview.setFixedHeight(470)
            # With large text the codes come first: the page is only looked at.
            parts = (right, 28, self._preview) if theme.is_large else (self._preview, 28, right)
            page: QBoxLayout = column(*parts)
        else:
            self._preview.setFixedWidth(theme.by_frame(404, 0, 300))
            page = row(self._preview, theme.by_frame(64, 0, 28), right)
        page.setStretch(2, 1)
        self.arrange(page, top=theme.by_frame(32, 32, 12), bottom=theme.by_frame(16, 24, 12))
        done = Button(theme, "primary", _("I am done"))
        done.clicked.connect(lambda: self.emits(Step.LEAVE))
        self.bar.put(start=(self.back_button(),), end=(done,))

    # -- building --------------------------------------------------------------------------------------------------

    def _scan_card(self, visit: Visit) -> QWidget:
        """The chosen lawmaker's own page if one was chosen, else the campaign's: never a page that does not exist."""
        theme = self.theme
        scan = write_scan(visit.chosen) if visit.chosen is not None else None
        purpose: Sayable = _("{name}: contact page", name=visit.chosen.name) if visit.chosen is not None else ""
        if scan is None:
            scan, purpose = page_scan(self._campaign.page), self._campaign.page_label
        title = _("Or scan, no paper") if self._is_paper_first else _("Scan, no paper")
        texts = column(
            None,
            Words(theme, "panel_title", title),
            4,
            Words(theme, "min", _("Point your phone camera at the code."), tone="quiet"),
            Words(theme, "min", purpose, tone="quiet"),
            4,
            Words(theme, "h3", breakable(scan.readable), tone="accent"),
            None,
        )
        plate = CodePlate(
            theme, scan.payload, purpose, theme.by_frame(theme.by_height(190, 160), theme.by_height(180, 150), 140)
        )
        layout = row(plate, theme.by_frame(26, 20, 14), texts)
        layout.setStretchFactor(texts, 1)
        edge, top = theme.by_frame(24, 22, 12), theme.by_frame(14, 18, 6)
        layout.setContentsMargins(edge, top, edge, top)
        return box("card", layout)

    def _show_scan(self, visit: Visit) -> None:
        wanted = (visit, visit.chosen, self._is_paper_first)
        if self._scan_for == wanted:
            return
        self._scan_for = wanted
        empty(self._scan_room)
        self._scan_room.addWidget(self._scan_card(visit))
        self.say_anew(self)

    @property
    def state(self) -> TakeState:
        """What stands on the card."""
        return self._card.state

    @property
    def has_page(self) -> bool:
        """Whether the page is made, and its picture is seen."""
        return bool(self._pdf) and self._preview.is_drawn

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._show_scan(visit)
        self._make()
        self._look()

    def leave(self) -> None:
        self._visit = None
        self._pdf = b""
        self._made_for = self._scan_for = None
        self._failure = self._told = None
        self._steps.stop()
        self._preview.show_pdf(b"")
        empty(self._scan_room)

    def speak(self, tongue: Tongue) -> None:
        """In another language the page is another page."""
        super().speak(tongue)
        if self._visit is not None:
            self._make()
            self._look()

    # -- the page --------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        """Make the page, unless the very one is there or on its way: it is begun while the screen before is read."""
        visit = self._visit
        if visit is None:
            return
        wanted = (visit, visit.finding, self.tongue.code)
        if self._made_for == wanted:
            return
        self._made_for = wanted
        self._pdf, self._failure, self._told = b"", None, None

        def show(pdf: bytes) -> None:
            if self._made_for == wanted:
                self._pdf = pdf
                self._preview.show_pdf(pdf)
                self._look()

        def explain(error: OutreachError) -> None:
            if self._made_for == wanted:
                self._failure = error.message
                self._look()

        self._paper.make(visit, self.tongue, show, explain)

    def _keep(self) -> None:
        self._card.save_button.setEnabled(False)
        self._paper.save(self._pdf, self._saved, self._not_saved)

    def _saved(self, number: int) -> None:
        self.did.emit(Happening.PAGE_SAVED)
        if self._is_demo:
            self._tell(_("Saved as page {number}. It goes when the demo ends.", number=number))
        else:
            self._tell(_("Saved as page {number}. Ask staff to print it.", number=number))

    def _not_saved(self, error: OutreachError) -> None:
        self._tell(error.message)
        self._card.save_button.setEnabled(True)

    def _tell(self, sentence: Message) -> None:
        if self._visit is not None:
            self._told = sentence
            self._look()

    # -- the printer -----------------------------------------------------------------------------------------------

    def print_page(self) -> None:
        """Print the page, as a touch on the button does."""
        if self._visit is not None and self._pdf:
            self._printing.print_page(self._visit, self._pdf)
            self._look()

    def _cancel(self) -> None:
        if self._visit is not None and self._visit.print_job is not None:
            self._printing.cancel(self._visit.print_job)

    def _look(self) -> None:
        """Show how it stands now; called whenever anything may have changed."""
        visit = self._visit
        if visit is None:
            return
        job, offer, seconds = visit.print_job, self._printing.offer(), self._clock.monotonic()
        state = take_state(
            job,
            offer,
            seconds=seconds,
            is_made=bool(self._pdf),
            has_failed=self._failure is not None,
        )
        if state is not self._card.state:
            self._card.save_button.setEnabled(True)
        self._card.show_state(state, line=self._line_of(state))
        self._put_first(is_paper_first(state, offer))
        is_under_way = job is not None and job.is_under_way
        if job is not None and is_under_way:
            self._card.show_progress(share_done(job, seconds), job.expected_seconds)
        if is_under_way != self._steps.isActive():
            (self._steps.start if is_under_way else self._steps.stop)()

    def _line_of(self, state: TakeState) -> Message | None:
        if state is TakeState.NOT_MADE:
            return self._failure
        if state in CAN_SAVE and self._told is not None:
            return self._told
        if state is TakeState.SAVE and self._is_demo:
            return _("It is ready to save.")
        return None

    def _put_first(self, is_paper: bool) -> None:
        """Paper above the code, or the code above paper."""
        if is_paper == self._is_paper_first or self._visit is None:
            return
        self._is_paper_first = is_paper
        self._choices.removeWidget(self._card)
        self._choices.insertWidget(0 if is_paper else 1, self._card)
        self._show_scan(self._visit)
