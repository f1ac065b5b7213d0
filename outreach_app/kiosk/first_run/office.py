"""Whose key the pledges are sealed for: the office's enrolment, compared with its printed sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.errors import SealingError
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Message, _
from outreach_app.look.arranging import box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.enrolment import Enrolment, read_enrolment
from outreach_app.visit.sticks import Wanted, found_in


@dataclass(frozen=True)
class _Found:
    """What was looked through: the enrolments, files that only bear such a name, and the one that was taken before."""

    files: list[tuple[Path, Enrolment]]
    unusable: list[tuple[Path, Message]]
    taken: Enrolment | None


class OfficePage(Page):
    """A list of the files that were found, and the letters of the one that was chosen."""

    place = FirstPlace.OFFICE

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._files = OptionList(theme)
        self._files.chosen.connect(self._take)
        self._none = Words(theme, "body", _("No such file was found. Plug in the stick, then look again."))
        self._none.hide()
        self._unusable = QVBoxLayout()
        self._unusable.setSpacing(8)
        self._letters = Words(theme, "code", "", wraps=False)
        self._whose = Words(theme, "h3", "")
        self._same = Choice(theme, _("I compared them: every letter is the same"))
        self._same.toggled.connect(self._judge)
        self._proof = self._proof_card()
        self._proof.hide()
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        keys = Button(theme, "link", _("We have no office yet: make keys"), icon="key")
        keys.clicked.connect(lambda: self.turned.emit(Turn.MAKE_KEYS))
        self.lay_out(
            _("Whose key seals the pledges?"),
            _("The office gives every table one file. Its name ends in .enrolment. It may lie on a stick."),
            self._files,
            self._none,
            self._unusable,
            theme.by_frame(12, 12, 8),
            row(again, 16, keys, None),
            theme.by_frame(20, 20, 10),
            self._proof,
        )

    def begin(self) -> None:
        self._look()

    def _proof_card(self) -> QWidget:
        theme = self.theme
        ask = Words(theme, "min", _("Compare these letters with the office’s printed sheet."), tone="quiet")
        side = theme.by_frame(28, 24, 18)
        card = box("soft", column(self._whose, 6, self._letters, 6, ask, margins=(side, 18, side, 18)))
        return holding(column(card, theme.by_frame(14, 14, 8), self._same))

    def _look(self) -> None:
        self.work(self._find, self._show)
        self._judge()

    def _find(self) -> _Found:
        found, unusable = [], []
        for path in found_in(self.services.places(), Wanted.ENROLMENT):
            try:
                found.append((path, read_enrolment(path)))
            except SealingError as error:
                # It is not offered, but whoever brought it has to hear what is wrong with it.
                unusable.append((path, error.message))
        return _Found(found, unusable, self.draft.enrolment())

    def _show(self, found: _Found) -> None:
        files, taken = found.files, found.taken
        options = [Option(path, held.label, _where(path)) for path, held in files]
        known = next((path for path, held in files if held == taken), None)
        if taken is not None and known is None:
            options = [Option("taken", taken.label, _("Already copied to this device")), *options]
        self._files.fill(options, known if known is not None else "taken")
        self._none.setVisible(not options and not found.unusable)
        empty(self._unusable)
        for path, why in found.unusable:
            self._unusable.addWidget(Words(self.theme, "fault", _unusable_line(path, why), tone="warn"))
        self.say_anew(self)
        if taken is not None:
            self._prove(taken)
            self._same.setChecked(self.draft.answers.is_compared)
        elif len(files) == 1:
            # The one file there is, is the answer; it still has to be compared.
            self._files.tick(files[0][0])
            self._take(files[0][0])
        self._judge()

    def _take(self, key: object) -> None:
        if isinstance(key, Path):
            self._same.setChecked(False)
            self.work(lambda: self.draft.take_enrolment(key), self._prove)

    def _prove(self, enrolment: Enrolment) -> None:
        self._whose.tell(_("The office calls itself: {label}", label=enrolment.label))
        self._letters.tell(enrolment.fingerprint)
        self._proof.show()
        self.say_anew(self._proof)
        self._judge()

    def _judge(self) -> None:
        self.onward.setEnabled(self._same.isChecked() and not self._proof.isHidden())

    def go_on(self) -> None:
        self.work(lambda: self.draft.keep(is_compared=True), lambda _kept: self.turned.emit(Turn.NEXT))


def _where(path: Path) -> Message:
    return _("{file} in {folder}", file=path.name, folder=path.parent.name or str(path.parent))


def _unusable_line(path: Path, why: Message) -> Message:
    return _(
        "{file} in {folder} cannot be used. {why}", file=path.name, folder=path.parent.name or path.parent, why=why
    )
