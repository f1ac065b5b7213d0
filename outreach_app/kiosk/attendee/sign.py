"""Check and sign: a review beside the pad. A typed name counts the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from outreach_app.domain.campaign import Campaign, PledgeFieldKind
from outreach_app.domain.pledge import DrawnSignature, Signature, TypedSignature
from outreach_app.kiosk.keeping import PledgeKeeper
from outreach_app.kiosk.pledge_paper import PledgePaper
from outreach_app.kiosk.pledge_review import Answers, asking_note, full_name, review_lines
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.signature_frame import pad_frame
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.scrolling import scrolling
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.visitor_line import HIDDEN_IN_SHORT
from outreach_app.look.words import Words
from outreach_app.visit.answers import LONGEST_NAME, check_name
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import stage
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import PledgeDraft, Visit

_LINES_BESIDE_THE_ASK = 5
_NO_LIMIT = 16_777_215
"""What Qt takes for no limit of height, px."""

_SAVING = _("Your pledge is being saved. It takes a moment, and nothing is left to do.")
_LOOK_AGAIN_MS = 100
"""Soon enough after the book has answered; what takes no longer than this needs no word about it."""

_TALLEST_REVIEW, _REVIEW_HEAD, _REVIEW_LINE = 520, 110, 52
"""Heights in portrait, px: of the whole card at most, of its head, of a line."""


class SignScreen(Screen):
    """The last look before the pledge is sealed. It leaves only with the book's receipt."""

    place = Place.SIGN
    steps = frozenset({Step.PLEDGE_KEPT, Step.CHANGE_DETAILS, Step.BACK})

    def __init__(
        self, theme: Theme, *, campaign: Campaign, desk: PledgeDesk, keeper: PledgeKeeper, clock: Clock
    ) -> None:
        super().__init__(theme)
        self._campaign, self._desk, self._keeper, self._clock = campaign, desk, keeper, clock
        self._visit: Visit | None = None
        self._waiting = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._waiting.timeout.connect(self._see_to_it)
        self._answers = Answers(theme)
        self._answers.veiled.connect(self._name_signer)
        self._fault = Words(theme, "fault", tone="warn")
        self._said: Sayable = ""
        self._pad = SignaturePad(theme)
        self._pad.changed.connect(self._look_whether_mended)
        self._signer = Words(theme, "min", tone="quiet")
        self._day = Words(theme, "min", tone="quiet", wraps=False)
        self._typed = Field(theme, _("Your name"), longest=LONGEST_NAME)
        self._area = TypingArea(theme, self.bar, self)
        self._typed.line.textChanged.connect(self._look_whether_mended)
        self._area.take([self._typed], [self._typed], lambda _field: None)
        self._area.completed.connect(self._finish_typing)
        self._area.went_back.connect(self._area.hide)
        self._ways = QStackedWidget()
        self._ways.addWidget(self._drawing())
        self._ways.addWidget(self._typing())
        # A pledge that asks for no signature is looked over here and sent.
        self._is_signed = campaign.pledge.field(PledgeFieldKind.SIGNATURE) is not None
        self._has_ask = self._is_signed and not theme.drops_second_lines
        self._paper = PledgePaper(theme, campaign.pledge)
        self._change = Button(theme, "link", _("Change"), icon="pencil")
        self._change.clicked.connect(lambda: self.emits(Step.CHANGE_DETAILS))
        self._back = self.back_button()
        self._review = self._review_card()
        self._area.keyboard_shown.connect(self._make_room)
        self._lay_out()
        self._sign = Button(theme, "primary", campaign.pledge_title, icon="check", icon_after=True)
        self._sign.clicked.connect(self._seal)
        self.bar.put(start=(self._back,), middle=Steps(theme, *stage(campaign.pledge, self.place)), end=(self._sign,))

    # -- building --------------------------------------------------------------------------------------------------

    def _review_card(self) -> QWidget:
        theme, form = self.theme, self._campaign.pledge
        title = Words(theme, "panel_title", _("Check and sign") if self._is_signed else _("Your details"))
        head = row(title, 8, self._change, align=Qt.AlignmentFlag.AlignVCenter)
        head.setStretchFactor(title, 1)
        self._ask = asking_note(theme, form)
        side = theme.by_frame(28, 28, 18)
        parts: list[Part] = [head, theme.by_frame(4, 4, 0), scrolling(self._answers)]
        if self._has_ask:
            # As wide as the lines above it, which leave the edge to what moves them.
            parts += [theme.by_height(16, 8), row(self._ask, 8)]
        margins = (side, theme.by_frame(20, 16, 6), side - 8, theme.by_frame(26, 20, 10))
        card = box("card", column(*parts, margins=margins))
        if not self._has_ask:
            # Not laid out there, but never without a parent: it would be a window of its own.
            self._ask.setParent(card)
        return card

    def _drawing(self) -> QWidget:
        theme = self.theme
        clear = Button(theme, "small", _("Clear"))
        clear.clicked.connect(self._pad.wipe)
        title = Words(theme, "h2", _("Sign with your finger"))
        head = row(title, 16, clear, align=Qt.AlignmentFlag.AlignVCenter)
        head.setStretchFactor(title, 1)
        frame = pad_frame(theme, self._pad, self._signer, None if self._is_tight else self._day)
        other = Button(theme, "link", _("Type my name instead"), icon="keyboard")
        other.clicked.connect(self._type_instead)
        ask = Words(theme, "min", _("Cannot draw here?"), tone="quiet", wraps=False)
        said: tuple[Part, ...] = () if theme.is_large else (ask, 10)
        # In the lowest pad there is no line for the day under the signature, and room beside the button.
        day = (12, self._day) if self._is_tight else ()
        foot = row(*said, other, None, *day, align=Qt.AlignmentFlag.AlignVCenter)
        whole = column(head, theme.by_frame(16, 16, 8), frame, theme.by_frame(14, 14, 4), foot)
        whole.setStretch(2, 1)
        return holding(whole)

    def _typing(self) -> QWidget:
        theme = self.theme
        other = Button(theme, "link", _("Sign with my finger instead"), icon="pencil")
        other.clicked.connect(self._draw_instead)
        title = Words(theme, "h2", _("Type your name to sign"))
        note = Words(theme, "min", _("It counts the same as a drawn signature."), tone="quiet")
        near, far = theme.by_frame(8, 8, theme.by_height(4, 2)), theme.by_frame(24, 24, 2)
        said: tuple[Part, ...] = (title, near, note)
        if theme.is_large:
            # The keyboard leaves room for the field; its label says what it is for.
            said = ()
        elif theme.is_compact and theme.has_ribbon:
            said = (title,)
        return holding(column(*said, far, self._typed, near, row(other, None), None))

    def _lay_out(self) -> None:
        theme = self.theme
        shown, unused = (self._ways, self._paper) if self._is_signed else (self._paper, self._ways)
        # Never without a parent: it would be a window of its own.
        unused.setParent(self)
        unused.hide()
        right = column(shown, self._fault)
        right.setStretch(0, 1)
        if theme.scrolls and theme.frame is Frame.PORTRAIT:
            self._lay_out_above(right)
            return
        if theme.frame is Frame.PORTRAIT:
            self._review.setMaximumHeight(_TALLEST_REVIEW)
            content: QBoxLayout = column(self._review, right, gap=32)
        else:
            self._review.setFixedWidth(theme.by_frame(420, 0, 340) + (40 if theme.is_large else 0))
            # A gap, not a space: it goes with the review, and the field begins where everything else does.
            content = row(self._review, right, gap=theme.by_frame(40, 0, 24))
        content.setStretch(1, 1)
        content.setContentsMargins(
            theme.grid.margin,
            theme.by_frame(34, 32, theme.by_height(12, 6)),
            theme.grid.margin,
            theme.by_frame(28, 24, 8),
        )
        whole = column(content, self._area.keyboard, self.bar)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @property
    def _is_tight(self) -> bool:
        """Whether large text stands in a tall window that was made lower."""
        return self.theme.is_large and self.theme.display.low and self.theme.frame is Frame.PORTRAIT

    def _lay_out_above(self, right: QBoxLayout) -> None:
        """What was answered scrolls above the pad; the pad stands still, or a finger could not sign on it."""
        theme = self.theme
        edge, top = theme.grid.margin, 12 if self._is_tight else 24
        self._pad.setMinimumHeight(140)
        around = 4 if self._is_tight else 16
        right.setContentsMargins(edge, around, edge, around)
        self.fill(column(self._review, margins=(edge, top, edge, 8)), holding(right), self._area.keyboard, self.bar)

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        came_back = visit is self._visit
        self._visit = visit
        self._say(visit.refusal or "")
        self._keep_still(visit.is_sealing)
        self._fill_answers(visit.draft)
        self._name_signer()
        self._day.tell(today(self._clock))
        if not came_back:
            self._restore(visit.draft.signature)
        if visit.receipt is not None:
            # It was kept while they read where to get help; once this screen is shown it can say so.
            QTimer.singleShot(0, self, self._say_thanks)
        elif visit.is_sealing:
            self._see_to_it()
            self._waiting.start()

    def carried(self) -> tuple[int, str, Sayable]:
        if self._visit is not None:
            self._take_signature(self._visit)
        return self._ways.currentIndex(), self._typed.line.text(), self._said

    def resume(self, carried: object) -> None:
        if isinstance(carried, tuple):
            way, typed, said = carried
            self._ways.setCurrentIndex(way)
            self._typed.line.setText(typed)
            self._say(said)

    def _restore(self, signature: Signature | None) -> None:
        """Show again what was signed before this screen was made anew; until then it has kept it itself."""
        self._ways.setCurrentIndex(1 if isinstance(signature, TypedSignature) else 0)
        if isinstance(signature, TypedSignature):
            self._typed.line.setText(signature.name)
        elif isinstance(signature, DrawnSignature):
            self._pad.show_signature(signature)

    def leave(self) -> None:
        self._visit = None
        self._waiting.stop()
        self._pad.wipe()
        self._typed.line.wipe()
        self._signer.tell("")
        self._paper.name("", today(self._clock))
        self._answers.wipe()

    def emits(self, step: Step) -> None:
        """Keep what is drawn or typed for when the visitor comes back."""
        if self._visit is not None:
            self._take_signature(self._visit)
        super().emits(step)

    def _fill_answers(self, draft: PledgeDraft) -> None:
        lines = review_lines(self._campaign, self._desk, draft)
        self._answers.fill(lines)
        if self.theme.is_portrait:
            # The pad below takes what is left, and may not squeeze out what was agreed to.
            self._review.setMinimumHeight(min(_TALLEST_REVIEW, _REVIEW_HEAD + _REVIEW_LINE * len(lines)))
        # What they agreed to must be seen without scrolling; the ask was read two steps before.
        has_room = len(lines) + len(draft.consents) <= _LINES_BESIDE_THE_ASK
        self._ask.setVisible(has_room and self._has_ask)
        self.say_anew(self._review)

    def _name_signer(self, is_veiled: bool = False) -> None:
        """Say whose hand or agreement this is, unless nobody has touched anything for a while."""
        if self._visit is not None:
            name: Sayable = HIDDEN_IN_SHORT if is_veiled else full_name(self._visit.draft)
            self._signer.tell(name)
            self._paper.name(name, today(self._clock))

    def _type_instead(self) -> None:
        self._pad.wipe()
        if self._visit is not None:
            self._visit.draft.signature = None
        self._ways.setCurrentIndex(1)
        self._area.start()

    def _draw_instead(self) -> None:
        self._typed.line.wipe()
        if self._visit is not None:
            self._visit.draft.signature = None
        self._area.hide()
        self._ways.setCurrentIndex(0)

    def _finish_typing(self) -> None:
        self._area.hide()
        self._sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self, keyboard_is_shown: bool) -> None:
        (self.page_area or self._review).setVisible(not keyboard_is_shown)
        typing = self._ways.widget(1)
        if self.theme.is_compact and typing is not None:
            # The pad, unseen behind the line, must not take the height that the keys need.
            least = typing.heightForWidth(self._ways.width())
            self._ways.setMaximumHeight(least if keyboard_is_shown else _NO_LIMIT)

    def _take_signature(self, visit: Visit) -> None:
        if not self._is_signed:
            visit.draft.signature = None
        elif self._ways.currentIndex() == 1:
            name = check_name(self._typed.line.text(), is_required=True)
            visit.draft.signature = TypedSignature(name.text) if name.fault is None else None
        else:
            visit.draft.signature = None if self._pad.is_empty else self._pad.signature()

    def _look_whether_mended(self) -> None:
        """Take away the sentence on what is missing as soon as it is there."""
        visit = self._visit
        if visit is not None and self._said not in ("", _SAVING, visit.refusal):
            self._take_signature(visit)
            if self._desk.signature_fault(visit.draft) is None:
                self._say("")

    # -- sealing ---------------------------------------------------------------------------------------------------

    def _seal(self) -> None:
        visit = self._visit
        if visit is None:
            return
        self._take_signature(visit)
        fault = self._desk.signature_fault(visit.draft)
        if fault is not None:
            self._say(fault)
            return
        self._say("")
        self._keep_still(True)
        self._keeper.keep(visit, self._see_to_it)
        self._waiting.start()

    def _keep_still(self, is_sealing: bool) -> None:
        """Let nothing be changed that is sealed already, or on its way: the change would be lost."""
        for part in (self._sign, self._back, self._change, self._ways):
            part.setEnabled(not is_sealing)

    def _see_to_it(self) -> None:
        """Go by what the visit knows of its pledge: another screen may have sent it, before the window was turned."""
        visit = self._visit
        if visit is None:
            # The visit has ended here, or goes on in a screen that was made since.
            return
        if visit.is_sealing:
            self._say(_SAVING)
            return
        self._waiting.stop()
        if visit.receipt is not None:
            self._say_thanks()
            return
        self._keep_still(False)
        self._say(visit.refusal or "")

    def _say_thanks(self) -> None:
        if self._visit is not None and self._visit.journey.at is self.place:
            super().emits(Step.PLEDGE_KEPT)

    def _say(self, what: Sayable) -> None:
        self._said = what
        self._fault.wear("quiet" if what == _SAVING else "warn")
        self._fault.tell(what)
        self._fault.speak(self.tongue)
