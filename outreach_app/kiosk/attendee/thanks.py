"""Thank you: the number, the code that takes the pledge back, and what can be done next. No name: others read along."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import MalformedPostcode, OutreachError
from outreach_app.kiosk.bars import bar_note
from outreach_app.kiosk.keeping import PledgeKeeper, told_to_visitor
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Message, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.card import choice_card
from outreach_app.look.code_line import CodeLine
from outreach_app.look.icon import Icon, paint_icon
from outreach_app.look.motif import WallCard
from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_LOOK_AGAIN_MS = 100
_HIDDEN = "•••• •••• •••• •••• •"


class ThanksScreen(Screen):
    """Shown only with the book's receipt in hand."""

    place = Place.THANKS
    steps = frozenset(
        {Step.SIGN_AGAIN, Step.ASK_ZIP, Step.SHOW_LAWMAKERS, Step.SEE_OTHER_WAYS, Step.TAKE_IT, Step.LEAVE}
    )

    def __init__(
        self,
        theme: Theme,
        *,
        campaign: Campaign,
        keeper: PledgeKeeper,
        finder: Callable[[], LegislatorFinder],
        is_demo: bool,
        clears_in_a_minute: bool = True,
    ) -> None:
        super().__init__(theme)
        self._campaign = campaign
        self._keeper = keeper
        self._finder = finder
        self._is_demo = is_demo
        self._visit: Visit | None = None
        self._kept = Words(theme, "lead", strong=Strong.STARRED)
        self._code = CodeLine(theme)
        # One column has room for it in the card, and none in its narrow bar.
        self._mistyped = Button(theme, "link" if theme.is_portrait else "quiet", _("I mistyped"), icon="pencil")
        self._mistyped.clicked.connect(self._take_back)
        self._waiting = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._waiting.timeout.connect(self._look_again)
        left = column(*self._thanks(), theme.by_frame(22, 24, 10), self._kept, theme.by_frame(22, 26, 12))
        left.addWidget(self._code_card())
        left.setStretch(left.count() - 1, 1)
        right = column(self._next_card(), theme.by_frame(20, 20, 12), self._take_card())
        right.setStretch(0, 3)
        right.setStretch(2, 1)
        directions = QBoxLayout.Direction
        page = QBoxLayout(directions.TopToBottom if theme.is_portrait else directions.LeftToRight)
        page.setSpacing(theme.by_frame(56, 28, 24))
        page.addLayout(left, 624)
        page.addLayout(right, 520)
        self.arrange(page, top=theme.by_frame(40, 36, 14), bottom=theme.by_frame(40, 32, 14))
        self._fill_bar(clears_in_a_minute=clears_in_a_minute)

    def _thanks(self) -> tuple[QBoxLayout]:
        theme = self.theme
        words = Words(theme, "thanks", _("Thank you."))
        line = row(_Tick(theme), theme.by_frame(25, 22, 16), words, align=Qt.AlignmentFlag.AlignVCenter)
        line.setStretchFactor(words, 1)
        return (line,)

    def _code_card(self) -> QWidget:
        theme = self.theme
        title = Words(theme, "h3", _("Your withdrawal code"))
        head = row(title, 8, Icon(theme, "key", color="ink_quiet", size=28))
        head.setStretchFactor(title, 1)
        why = Words(theme, "body", self._why(), tone="quiet")
        side = theme.by_frame(32, 30, 20)
        below = (row(self._mistyped, None),) if theme.is_portrait else ()
        inner = column(head, theme.by_frame(8, 8, 0), self._code, theme.by_frame(16, 16, 4), why, *below, None)
        inner.setContentsMargins(side, theme.by_frame(20, 24, 12), side, theme.by_frame(14, 24, 10))
        return box("card", inner)

    def _why(self) -> Message:
        form = self._campaign.pledge
        if form.withdrawal_address is not None:
            return _(
                "Changed your mind, today or later? Give this code to {contact}, or enter it at {address}, and your "
                "pledge is removed. Take a photo of it, or write it down.",
                contact=form.withdrawal_contact,
                address=form.withdrawal_address,
            )
        return _(
            "Changed your mind, today or later? Give this code to {contact}, and your pledge is removed. "
            "Take a photo of it, or write it down.",
            contact=form.withdrawal_contact,
        )

    def _next_card(self) -> QWidget:
        """What to do next: tell the lawmakers, or whomever else the campaign asks."""
        theme = self.theme
        if self._campaign.asks_lawmakers:
            picture, title, verb = "capitol", _("Tell your lawmakers"), _("Find my lawmakers")
            why, act = _("A call takes about two minutes. We give you the number and the words."), self._find_lawmakers
        else:
            picture, title, verb = "share", _("Do one thing more"), _("See what I can do")
            why, act = _("It takes a few minutes. We give you the codes and the words."), self._see_other_ways
        card = WallCard(theme, 0, (0, 0, 0))
        find = Button(theme, "hero", verb, icon="arrow-right", icon_after=True, spread=True)
        find.clicked.connect(act)
        side = theme.by_frame(36, 36, 24)
        words = Words(theme, "body", why, tone="on_accent_quiet")
        icon = () if theme.is_compact else (Icon(theme, picture, color="on_accent", size=52), 8)
        inner = column(*icon, Words(theme, "h1", title, tone="on_accent"), 6, words, 12, None, find)
        inner.setContentsMargins(side, theme.by_frame(28, 32, 20), side, theme.by_frame(26, 34, 22))
        card.setLayout(inner)
        return card

    def _take_card(self) -> QWidget:
        card = choice_card(self.theme, "printer", _("Take it with you"), _("Your page with codes to scan"))
        card.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        return card

    def _fill_bar(self, *, clears_in_a_minute: bool) -> None:
        theme = self.theme
        done = Button(theme, "secondary", _("I am done"))
        done.clicked.connect(lambda: self.emits(Step.LEAVE))
        note = bar_note(
            theme, "clock", Words(theme, "meta", _("This screen clears itself after 1 minute"), tone="quiet")
        )
        self._hide = Button(theme, "quiet", _("Hide my code"), icon="eye-off")
        self._hide.clicked.connect(self._hide_code)
        beside = () if theme.is_portrait else (self._mistyped,)
        # Staff may have set another time, and then it would be no true word.
        self.bar.put(start=(done, *beside), middle=note if clears_in_a_minute else None, end=(self._hide,))

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        receipt = visit.receipt
        if receipt is None:
            # The pledge was taken back while they were elsewhere: there is nothing to thank for any more.
            self._code.tell("")
            QTimer.singleShot(0, self, self._sign_again)
            return
        if visit.is_taking_back:
            self._waiting.start()
        self._kept.tell(self._sentence(receipt.number))
        self._kept.speak(self.tongue)
        self._code.tell(_HIDDEN if visit.hides_code else receipt.withdrawal_code)
        self._hide.setEnabled(not visit.hides_code)
        self._mistyped.setEnabled(not visit.is_taking_back)
        self._look_up(visit)
        self.once_seen(self._come_nearer)

    def _come_nearer(self) -> None:
        """Fill the lawmakers' screen, which begins the page; without lawmakers begin the page at once."""
        visit = self._visit
        if visit is not None:
            shows_lawmakers = visit.finding is not None and self._campaign.asks_lawmakers
            self.nearing.emit(Step.SHOW_LAWMAKERS if shows_lawmakers else Step.TAKE_IT)

    def _look_up(self, visit: Visit) -> None:
        """The ZIP was given with the pledge, so it is not asked twice."""
        if visit.finding is None and visit.draft.postcode:
            # A list of another country may not know this shape of code; then the visitor is asked for theirs.
            with suppress(MalformedPostcode):
                visit.take_finding(self._finder().find(visit.draft.postcode))

    def leave(self) -> None:
        self._visit = None
        self._waiting.stop()
        self._code.tell("")

    def _sentence(self, number: int) -> Message:
        if self._is_demo:
            return _(
                "You are pledge number **{number}** of this demo. "
                "It was sealed and saved, and goes when the demo ends.",
                number=number,
            )
        return _(
            "Your pledge is number **{number}** at this table. It is saved and locked on this device. "
            "The campaign gets it after the event.",
            number=number,
        )

    def _hide_code(self) -> None:
        if self._visit is not None:
            self._visit.hides_code = True
        self._code.tell(_HIDDEN)
        self._hide.setEnabled(False)

    # -- taking it back --------------------------------------------------------------------------------------------

    def _take_back(self) -> None:
        """Let the book forget the pledge, and give the form back as it was: what was mistyped is mended there."""
        if self._visit is not None:
            self._mistyped.setEnabled(False)
            self._keeper.take_back(self._visit, self._sign_again, self._explain)

    def _sign_again(self) -> None:
        if self._visit is not None and self._visit.journey.at is self.place:
            self.emits(Step.SIGN_AGAIN)

    def _look_again(self) -> None:
        """The answer goes to the screen that asked; this one was made since, and looks for it at the visit."""
        if self._visit is None or not self._visit.is_taking_back:
            self._waiting.stop()
            self._mistyped.setEnabled(True)
            if self._visit is not None and self._visit.receipt is None:
                self._sign_again()

    def _explain(self, error: OutreachError) -> None:
        self._mistyped.setEnabled(True)
        self._kept.tell(told_to_visitor(error))
        self._kept.speak(self.tongue)

    def _see_other_ways(self) -> None:
        self.emits(Step.SEE_OTHER_WAYS)

    def _find_lawmakers(self) -> None:
        if self._visit is not None:
            self.emits(self._visit.lawmaker_step())


class _Tick(QWidget):
    """The round sign that says it is done; the words beside it say it too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side = theme.by_frame(88, 88, 60)
        leave_unread(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("good_soft"))
        painter.drawEllipse(self.rect())
        side = round(self._side * 0.5)
        start = (self._side - side) / 2
        paint_icon(painter, "check", QRectF(start, start, side, side), self._theme.color("good"), stroke=3)
        painter.end()
