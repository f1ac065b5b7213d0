"""For somebody who lost their code: a request to the office to erase what it has of them, sealed like a pledge."""

from __future__ import annotations

from PySide6.QtCore import Qt

from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.staff_typing import StaffTyping
from outreach_app.language import _
from outreach_app.look.arranging import column, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.answers import LONGEST_EMAIL, check_email, check_name
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import Visit

_LONGEST_FULL_NAME = 120


class ErasingScreen(StaffTyping):
    """Two lines, as the person signed with them. Nobody at the table can find their pledge, so the office does."""

    place = Place.ERASING
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, book: BookDesk, pledges: PledgeDesk) -> None:
        super().__init__(
            theme,
            _("Without a code"),
            _("Nobody here can read whose pledge is whose. The office finds it by name and email, and erases it."),
        )
        self._book, self._pledges = book, pledges
        self._name = Field(theme, _("First and last name, as signed"), longest=_LONGEST_FULL_NAME)
        self._email = Field(
            theme,
            _("Email, as signed"),
            optional=_("Empty if none was given"),
            longest=LONGEST_EMAIL,
            layout_name="email",
        )
        self._seal = Button(theme, "primary", _("Seal for the office"), icon="lock")
        self._seal.clicked.connect(self._ask)
        lines = column(self._name, 16, self._email) if theme.is_portrait else row(self._name, 24, self._email)
        note = _("It is sealed like a pledge and leaves with the next copy. Until then the pledge stays, and counts.")
        self.lay_out_typing(
            [self._name, self._email],
            [self._name],
            self.area.hide,
            lines,
            theme.space("s4"),
            Words(theme, "staff_body", note, tone="quiet"),
            end=(self._seal,),
        )

    def desk_button(self) -> Button:
        """The way back leads to the codes, from where one comes here."""
        button = Button(self.theme, "secondary", _("Back"), icon="arrow-left")
        button.clicked.connect(lambda: self.emits(Step.BACK))
        return button

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._begin_anew()

    def leave(self) -> None:
        self._begin_anew()

    def _begin_anew(self) -> None:
        for field in (self._name, self._email):
            field.line.wipe()
            field.show_fault(None)
        self._seal.setEnabled(True)

    def _ask(self) -> None:
        if self._pledges.is_rehearsal:
            self.tell(_("This is practice, and a request goes to the office. End the practice first."), is_fault=True)
            return
        answers = {
            self._name: check_name(self._name.line.text(), is_required=True),
            self._email: check_email(self._email.line.text(), is_required=False),
        }
        for field, answer in answers.items():
            field.show_fault(answer.fault)
        self.say_anew(self)
        wrong = next((field for field, answer in answers.items() if answer.fault is not None), None)
        if wrong is not None:
            wrong.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            return
        self._seal.setEnabled(False)
        self._book.request_erasure(answers[self._name].text, answers[self._email].text, self._done, self._failed)

    def _done(self, _nothing: None) -> None:
        self._begin_anew()
        self.area.hide()
        self.tell_done(_("The request is sealed. Copy the pledges to a stick, so that it reaches the office."))

    def _failed(self, error: OutreachError) -> None:
        self._seal.setEnabled(True)
        self.area.hide()
        self.tell_failure(error)
