"""Keys for a campaign without an office: made by a process of its own, onto a stick, never onto this device."""

from __future__ import annotations

from collections.abc import Sequence

from outreach_app.errors import Message
from outreach_app.kiosk.first_run.other_programs import KEYS_FOLDER, SHEET_NAME, make_office_keys
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.stick_list import StickList
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.enrolment import Enrolment
from outreach_app.visit.stick import Stick

_LEAST_WORDS, _LEAST_LETTERS = 4, 3
_MOST_BYTES = 1_000_000
"""All of it, the sheet included, is far smaller."""

_RULE = _("Four random words or more, of at least three letters each.")


class KeysPage(Page):
    """A stick, a name, and words that lock the keys."""

    place = FirstPlace.KEYS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._has_made = False
        self._label = Field(theme, _("What is your group called?"), longest=60, is_private=False)
        self._words = Field(theme, _("Words that lock the keys"), longest=200)
        self._again = Field(theme, _("The same words again"), longest=200)
        self._area = TypingArea(theme, self.bar, self)
        self._area.take([self._label, self._words, self._again], [self._label], self._check_left)
        self._area.completed.connect(self._area.hide)
        self._area.went_back.connect(self._area.hide)
        self._sticks = StickList(theme)
        self._none = Words(theme, "body", _("No stick was found. Plug one in, then look again."))
        look = Button(theme, "small", _("Look again"), icon="replay")
        look.clicked.connect(self._look)
        write_down = _("Write them down; nobody can help if they are lost.")
        hint = Words(theme, "min", _("{what} {remedy}", what=_RULE, remedy=write_down))
        pair: Part = row(self._words, theme.by_frame(24, 16, 16), self._again)
        if theme.is_portrait:
            pair = column(self._words, 12, self._again)
        stick = column(Words(theme, "h3", _("Onto which stick?")), 8, self._sticks, self._none, 10, row(look, None))
        self._stick_part = holding(stick)
        self._form = holding(column(self._label, 8, pair, hint, theme.by_frame(20, 20, 12), self._stick_part))
        self._told = Words(theme, "body", "")
        self._told.hide()
        self._area.keyboard_shown.connect(lambda is_shown: self._stick_part.setVisible(not is_shown))
        self.onward.tell(_("Make the keys"), icon="key")
        self.lay_out(
            _("Make your own office’s keys"),
            _("They open what the tables seal. They are written to a stick, and never to this device."),
            self._form,
            self._told,
            below=(self._area.keyboard,),
        )

    def begin(self) -> None:
        self._look()

    def _look(self) -> None:
        self.work(self.services.find_sticks, self._show)

    def _show(self, sticks: Sequence[Stick]) -> None:
        self._sticks.show_sticks(sticks)
        self._none.setVisible(not sticks)
        self.say_anew(self)

    # -- checking --------------------------------------------------------------------------------------------------

    def _fault_of(self, field: Field) -> Message | None:
        """What is wrong with what stands in a field."""
        typed = field.line.text().strip()
        if field is self._label:
            return None if typed else _("Type a name, such as Park Friends.")
        if field is self._words:
            return None if _is_enough(typed) else _RULE
        is_same = typed == self._words.line.text().strip()
        return None if is_same else _("These are not the same words. Type them once more.")

    def _check_left(self, field: Field) -> None:
        """Judge what was typed as soon as they are done with it; of an empty field nothing is said yet."""
        judged = [field, self._again] if field is self._words else [field]
        for each in judged:
            if each.line.text():
                each.show_fault(self._fault_of(each))
                self.say_anew(each)

    # -- making ----------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        if self._has_made:
            self.turned.emit(Turn.BACK)
            return
        fields = (self._label, self._words, self._again)
        for field in fields:
            field.show_fault(self._fault_of(field))
        self.say_anew(self)
        if any(field.has_fault for field in fields):
            return
        stick = self._sticks.stick
        fault = _fault_of_stick(stick)
        if stick is None or fault is not None:
            self.show_fault(fault)
            return
        label, words = (field.line.text().strip() for field in (self._label, self._words))
        language = self.tongue.code
        self.work(lambda: self._make(stick, label, words, language), lambda _made: self._tell(stick))

    def _make(self, stick: Stick, label: str, words: str, language: str) -> Enrolment:
        return self.draft.take_enrolment(make_office_keys(stick.path, label, words, language))

    def _tell(self, stick: Stick) -> None:
        for field in (self._label, self._words, self._again):
            field.line.wipe()
        self._has_made = True
        self._form.hide()
        self._told.tell(
            _(
                "The keys are on {stick}, in {folder}. Print {sheet} from it at another computer, put the paper in a "
                "safe place and erase that file. Then compare the paper with the letters on the next page. "
                "Keep that stick away from the table.",
                stick=stick.name,
                folder=KEYS_FOLDER,
                sheet=SHEET_NAME,
            )
        )
        self._told.show()
        self.onward.tell(_("Continue"), icon="arrow-right")
        self.say_anew(self)


def _is_enough(words: str) -> bool:
    return sum(len(word) >= _LEAST_LETTERS for word in words.split()) >= _LEAST_WORDS


def _fault_of_stick(stick: Stick | None) -> Message | None:
    if stick is None:
        return _("Choose a stick. Without one, no keys are made.")
    if stick.holds_office_keys:
        return _("There are an office’s keys on {stick} already. Take another stick.", stick=stick.name)
    return stick.room_fault(_MOST_BYTES)
