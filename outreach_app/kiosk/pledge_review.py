"""What is read again before signing: each answer on a line, and what was agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, ConsentBox, PledgeForm
from outreach_app.domain.links import readable_phone
from outreach_app.language import Listing, Sayable, _
from outreach_app.look.arranging import box, column, empty, holding, row, rule
from outreach_app.look.theme import Theme
from outreach_app.look.visitor_line import HIDDEN, HIDDEN_IN_SHORT, VEIL_AFTER_SECONDS
from outreach_app.look.words import Strong, Words, breakable
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import PledgeDraft

_SIGNS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


@dataclass(frozen=True)
class ReviewLine:
    """One answer; ``is_private``: others have no business reading it."""

    label: Sayable
    value: Sayable
    is_private: bool = True


def review_lines(campaign: Campaign, desk: PledgeDesk, draft: PledgeDraft) -> list[ReviewLine]:
    """Label and value of all that would be sealed now; what was not given has no line."""
    titles = {consent.box: consent.title for consent in campaign.pledge.consents}
    chosen = tuple(titles[consent] for consent in ConsentBox if consent in draft.consents and consent in titles)
    lines = [ReviewLine(_("Name"), full_name(draft))]
    if draft.email:
        lines.append(ReviewLine(_("Email"), breakable(draft.email)))
    if draft.postcode:
        lines.append(ReviewLine(_("ZIP") if desk.asks_zip else _("Postcode"), draft.postcode))
    if draft.mobile and desk.keeps_mobile(draft):
        lines.append(ReviewLine(_("Mobile"), readable_phone(draft.mobile)))
    if draft.country:
        lines.append(ReviewLine(_("Country"), draft.country))
    answers = _answers_given(campaign, draft)
    if answers:
        lines.append(ReviewLine(_("Answers"), Listing(answers)))
    if campaign.pledge.consents:
        agreed = Listing(chosen) if chosen else _("Nothing more")
        lines.append(ReviewLine(_("Agreed to"), agreed, is_private=False))
    return lines


def _answers_given(campaign: Campaign, draft: PledgeDraft) -> tuple[Sayable, ...]:
    """What was chosen and ticked among the pledge's own questions, in the pack's words."""
    said: list[Sayable] = []
    for field in campaign.pledge.fields:
        given = draft.answers.get(field.id)
        chosen = [choice.label for choice in field.choices if choice.id == given]
        if given is not None and field.label is not None:
            said.append(chosen[0] if chosen else field.label)
    return tuple(said)


def full_name(draft: PledgeDraft) -> str:
    """The person's names, as far as they were given."""
    return " ".join(filter(None, (draft.given_name, draft.family_name)))


def asking_note(theme: Theme, form: PledgeForm) -> QWidget:
    """What the pledge asks for, and of whom."""
    asking = _("**You are asking**\n{whom}: {ask}", whom=form.ask_to, ask=form.ask)
    return box("note", column(Words(theme, "min", asking, strong=Strong.STARRED), margins=(18, 12, 18, 12)))


class Answers(QWidget):
    """The lines of the review. What is private hides itself when nobody touches anything for a while, as the form's do.

    Signals:
        veiled: whether it is hidden now. A touch or a key, wherever, shows it again.
    """

    veiled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._private: list[tuple[Words, Sayable]] = []
        self._is_veiled = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.setLayout(column(self._rows, None, margins=(0, 0, 8, 0)))
        self._veil = QTimer(self, singleShot=True, interval=VEIL_AFTER_SECONDS * 1_000)
        self._veil.timeout.connect(self.hide_text)

    def fill(self, lines: list[ReviewLine]) -> None:
        """Show these lines."""
        self.wipe()
        for line in lines:
            said = Words(self._theme, "min" if self._theme.is_compact else "body", line.value)
            self._rows.addWidget(_row_of(self._theme, line.label, said))
            if line.is_private:
                self._private.append((said, line.value))

    def wipe(self) -> None:
        """Hold nothing any more."""
        self._private = []
        self._is_veiled = False
        empty(self._rows)

    def hide_text(self) -> None:
        """Hide what is private, and how long it is."""
        for index, (said, _value) in enumerate(self._private):
            # How to see it again needs saying once.
            said.tell(HIDDEN_IN_SHORT if index else HIDDEN)
            said.wear("quiet")
        self._turn(is_veiled=True)

    def show_text(self) -> None:
        """Show it, for as long as somebody is there."""
        self._veil.start()
        if self._is_veiled:
            for said, value in self._private:
                said.tell(value)
                said.wear("")
            self._turn(is_veiled=False)

    def _turn(self, *, is_veiled: bool) -> None:
        self._is_veiled = is_veiled
        self.veiled.emit(is_veiled)

    # -- hearing that somebody is there ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._veil.start()
        if (handle := self.window().windowHandle()) is not None:
            # The system's window hears each touch and key first, whatever it is for.
            handle.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (handle := self.window().windowHandle()) is not None:
            handle.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.show_text()
        return False


def _row_of(theme: Theme, label: Sayable, said: Words) -> QWidget:
    """One line of the review."""
    name = Words(theme, "min", label, tone="quiet")
    if theme.is_large:
        line: QBoxLayout = column(name, said)
    else:
        name.setFixedWidth(theme.by_frame(116, 150, 104))
        line = row(name, 0, said)
        line.setStretchFactor(said, 1)
    pad = theme.by_frame(theme.by_height(12, 8), 12, 4)
    return holding(column(pad, line, pad, rule()))
