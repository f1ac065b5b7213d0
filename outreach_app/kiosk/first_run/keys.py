"""Keys for a campaign without an office: made by a process of its own, onto a stick, never onto this device."""

from __future__ import annotations

from pathlib import Path

from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.other_programs import KEYS_FOLDER, SHEET_NAME, make_office_keys
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.enrolment import Enrolment

_LEAST_LETTERS = 12


class KeysPage(Page):
    """A stick, a name, and words that lock the keys."""

    place = FirstPlace.KEYS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._has_made = False
        self._label = Field(theme, _("What is your group called?"), longest=60)
        self._words = Field(theme, _("Words that lock the keys"), longest=200)
        self._again = Field(theme, _("The same words again"), longest=200)
        self._area = TypingArea(theme, self.bar, self)
        self._area.take([self._label, self._words, self._again], [self._label], lambda _field: None)
        self._area.completed.connect(self._area.hide)
        self._area.went_back.connect(self._area.hide)
        self._sticks = OptionList(theme)
        self._none = Words(theme, "body", _("No stick was found. Plug one in, then look again."))
        look = Button(theme, "small", _("Look again"), icon="replay")
        look.clicked.connect(self._look)
        hint = Words(theme, "min", _("Four or five random words. Write them down; nobody can help if they are lost."))
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
        self.work(lambda: list(self.services.sticks()), self._show)

    def _show(self, sticks: list[Path]) -> None:
        options = [Option(stick, stick.name or str(stick), str(stick)) for stick in sticks]
        self._sticks.fill(options, sticks[0] if len(sticks) == 1 else None)
        self._none.setVisible(not sticks)
        self.say_anew(self)

    def go_on(self) -> None:
        if self._has_made:
            self.turned.emit(Turn.BACK)
            return
        label, words, stick = self._label.line.text().strip(), self._words.line.text().strip(), self._sticks.key
        is_same = words == self._again.line.text().strip()
        self._label.show_fault(None if label else _("Type a name, such as Park Friends."))
        self._words.show_fault(None if len(words) >= _LEAST_LETTERS else _("Use twelve letters or more."))
        self._again.show_fault(None if is_same else _("These are not the same words. Type them once more."))
        self.say_anew(self)
        if not (label and is_same and len(words) >= _LEAST_LETTERS):
            return
        if not isinstance(stick, Path):
            self.show_fault(_("Choose a stick. Without one, no keys are made."))
            return
        self.work(lambda: self._make(stick, label, words), self._tell)

    def _make(self, stick: Path, label: str, words: str) -> Enrolment:
        return self.draft.take_enrolment(make_office_keys(stick, label, words))

    def _tell(self, _enrolment: Enrolment) -> None:
        for field in (self._label, self._words, self._again):
            field.line.wipe()
        self._has_made = True
        self._form.hide()
        self._told.tell(
            _(
                "The keys are on the stick, in {folder}. Print {sheet} from the stick at another computer, put the "
                "paper in a safe place and erase that file. Then compare the paper with the letters on the next page. "
                "Keep the stick away from the table.",
                folder=KEYS_FOLDER,
                sheet=SHEET_NAME,
            )
        )
        self._told.show()
        self.onward.tell(_("Continue"), icon="arrow-right")
        self.say_anew(self)
