"""A set-up that was made on another device: one file holds all of it."""

from __future__ import annotations

from pathlib import Path

from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.sticks import Wanted, found_in


class FromFilePage(Page):
    """The set-up files that were found. What is in one is still compared and looked over before it counts."""

    place = FirstPlace.FROM_FILE

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._files = OptionList(theme)
        self._files.chosen.connect(lambda _key: self.onward.setEnabled(True))
        self._none = Words(theme, "body", _("No set-up file was found. Plug in the stick, then look again."))
        self._none.hide()
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        self.lay_out(
            _("Use a set-up file"),
            _("It was made on a device that is set up already. Its name ends in .setup. It may lie on a stick."),
            self._files,
            self._none,
            theme.by_frame(12, 12, 8),
            row(again, None),
        )

    def begin(self) -> None:
        self._look()

    def _look(self) -> None:
        self.work(lambda: found_in(self.services.places(), Wanted.SETUP), self._show)

    def _show(self, files: list[Path]) -> None:
        options = [Option(path, path.name, path.parent.name or str(path.parent)) for path in files]
        self._files.fill(options, files[0] if len(files) == 1 else None)
        self._none.setVisible(not files)
        self.say_anew(self)
        self.onward.setEnabled(self._files.key is not None)

    def go_on(self) -> None:
        file = self._files.key
        if isinstance(file, Path):
            self.work(lambda: self.draft.take_set_up_file(file), lambda _taken: self.turned.emit(Turn.NEXT))
