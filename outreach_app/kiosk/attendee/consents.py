"""Keep in touch? Each box apart and unticked; beside them what happens to the details."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, Consent, ConsentBox, NoticeIcon, PledgeFieldKind
from outreach_app.kiosk.digits_page import promise
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, Sayable, _
from outreach_app.look.arranging import box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.field import Field
from outreach_app.look.keypad import Keypad
from outreach_app.look.scrolling import bring_into_sight, scrolling
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import stage
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import Visit

_ICONS = {
    NoticeIcon.LOCK: "lock",
    NoticeIcon.KEY: "key",
    NoticeIcon.LAWMAKERS: "capitol",
    NoticeIcon.NEVER: "cross",
}


class ConsentsScreen(Screen):
    """*Continue* works with none ticked. Ticking texts asks for the mobile number, in the panel at the side."""

    place = Place.CONSENTS
    steps = frozenset({Step.CHOOSE_CONSENTS, Step.READ_NOTICE, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, desk: PledgeDesk) -> None:
        super().__init__(theme)
        self._desk = desk
        self._visit: Visit | None = None
        self._asks_mobile = campaign.pledge.field(PledgeFieldKind.MOBILE) is not None
        self._choices = {consent.box: self._choice(consent) for consent in campaign.pledge.consents}
        self._mobile = Field(theme, _("Mobile number"), longest=20, layout_name="digits")
        self._mobile.line.textEdited.connect(self._remember_mobile)
        self._mobile.line.returnPressed.connect(self._go_on)
        self._notice = self._notice_panel(campaign)
        self._number = self._mobile_panel()
        self._number.hide()
        self._lay_out()
        on = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        on.clicked.connect(self._go_on)
        self.bar.put(start=(self.back_button(),), middle=Steps(theme, *stage(campaign.pledge, self.place)), end=(on,))

    # -- building --------------------------------------------------------------------------------------------------

    def _choice(self, consent: Consent) -> Choice:
        choice = Choice(self.theme, consent.title, consent.text)
        choice.toggled.connect(lambda is_on: self._choose(consent.box, is_on))
        return choice

    def _notice_panel(self, campaign: Campaign) -> QWidget:
        theme = self.theme
        lines = [promise(theme, _ICONS[line.icon], line.text, tone="") for line in campaign.pledge.notice]
        read = Button(theme, "small", _("Read the full notice"))
        read.clicked.connect(lambda: self.emits(Step.READ_NOTICE))
        title = Words(theme, "panel_title", _("What happens to my details"))
        side = theme.by_frame(24, 28, 20)
        inner = column(title, 18, column(*lines, gap=theme.by_frame(18, 14, 8)), 16, None, row(read, None))
        inner.setContentsMargins(side, theme.by_frame(30, 26, 16), side, theme.by_frame(30, 26, 16))
        return box("soft", inner)

    def _mobile_panel(self) -> QWidget:
        theme = self.theme
        tall = 72 if theme.is_large and theme.display.low else theme.by_height(84, 80)
        pad = Keypad(theme, key_height=theme.by_frame(84, tall, theme.by_height(62, 56)))
        pad.digit.connect(self._type_digit)
        pad.cleared.connect(lambda: self._put_mobile(""))
        pad.erased.connect(lambda: self._put_mobile(self._mobile.line.text()[:-1]))
        if theme.is_large and theme.frame is not Frame.PORTRAIT:
            # In a wide window they fit beside each other, so that the last row of keys is in sight with the field.
            inner: QBoxLayout = row(self._mobile, 24, pad)
            inner.setStretch(0, 1)
        else:
            inner = column(self._mobile, 4, None, row(None, pad, None), None)
        inner.setContentsMargins(0, theme.by_frame(10, 0, 0), 0, 4)
        return holding(inner)

    def _lay_out(self) -> None:
        theme = self.theme
        gap = theme.by_frame(11, 16, 8)
        cards = column(*self._choices.values(), gap=gap)
        holder = holding(column(cards, None))
        questions = column(self._head(), theme.by_frame(theme.by_height(14, 8), 20, 6), scrolling(holder))
        questions.setStretch(2, 1)
        if theme.is_portrait:
            page: QBoxLayout = column(questions, self._notice, self._number, gap=24)
        else:
            self._notice.setFixedWidth(theme.by_frame(392, 0, 0))
            self._number.setFixedWidth(theme.by_frame(420, 0, 372))
            # A gap, not a space: where nothing stands beside them, the boxes reach the edge.
            page = row(questions, self._notice, self._number, gap=theme.by_frame(28, 0, 16))
        # In a low window the boxes take the whole width; a button leads to the full notice in place of the short one.
        if theme.is_compact:
            self._notice.hide()
        page.setStretch(0, 1)
        low = theme.by_height(8, 2)
        top, bottom = theme.by_frame(theme.by_height(32, 26), 36, low), theme.by_frame(theme.by_height(24, 8), 28, low)
        self.arrange(page, top=top, bottom=bottom)

    def _head(self) -> QBoxLayout:
        theme = self.theme
        title = Words(theme, "h1", _("Keep in touch?") if self._choices else _("What happens to my details"))
        if theme.is_compact:
            read = Button(theme, "link", _("What happens to my details"), icon="lock")
            read.clicked.connect(lambda: self.emits(Step.READ_NOTICE))
            head = row(title, 16, read, align=Qt.AlignmentFlag.AlignVCenter)
            head.setStretchFactor(title, 1)
            return head
        if not self._choices:
            return column(title)
        return column(
            title, 6, Words(theme, "lead", _("All are optional. Your pledge counts either way."), tone="quiet")
        )

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        for consent, choice in self._choices.items():
            # Nobody can be written to who gave no address, so that box is not there to be ticked.
            can_be = consent is not ConsentBox.EMAIL or bool(visit.draft.email)
            if not can_be:
                visit.draft.consents.pop(consent, None)
            choice.setVisible(can_be)
            choice.setChecked(consent in visit.draft.consents)
        self._mobile.line.setText(visit.draft.mobile)
        self._show_side()

    def leave(self) -> None:
        self._visit = None
        self._mobile.line.wipe()

    def carried(self) -> Sayable | None:
        return self._mobile.fault

    def resume(self, carried: object) -> None:
        if isinstance(carried, Message):
            self._mobile.show_fault(carried)
            self.say_anew(self._mobile)

    def _choose(self, consent: ConsentBox, is_on: bool) -> None:
        if self._visit is None:
            return
        if is_on:
            self._visit.draft.consents.setdefault(consent, self._visit.language)
        else:
            self._visit.draft.consents.pop(consent, None)
        if consent is ConsentBox.TEXTS:
            if not is_on and not self._asks_mobile:
                self._put_mobile("")
            self._show_side()

    def _show_side(self) -> None:
        draft = self._visit.draft if self._visit is not None else None
        is_known = self._asks_mobile and draft is not None and bool(draft.mobile)
        wants_mobile = draft is not None and ConsentBox.TEXTS in draft.consents and not is_known
        self._number.setVisible(wants_mobile)
        self._notice.setVisible(not wants_mobile and not self.theme.is_compact)
        if wants_mobile:
            self._mobile.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            bring_into_sight(self._number)

    def _type_digit(self, digit: str) -> None:
        self._put_mobile(self._mobile.line.text() + digit)

    def _put_mobile(self, text: str) -> None:
        self._mobile.line.setText(text[: self._mobile.line.maxLength()])
        self._mobile.show_fault(None)
        self._remember_mobile(self._mobile.line.text())

    def _remember_mobile(self, text: str) -> None:
        if self._visit is not None:
            self._visit.draft.mobile = text

    def _go_on(self) -> None:
        if self._visit is None:
            return
        if ConsentBox.TEXTS in self._visit.draft.consents:
            answer = self._desk.check_mobile_for_texts(self._visit.draft.mobile)
            self._mobile.show_fault(answer.fault)
            self.say_anew(self._mobile)
            if answer.fault is not None:
                bring_into_sight(self._number)
                return
            self._visit.draft.mobile = answer.text
        self.emits(Step.CHOOSE_CONSENTS)
