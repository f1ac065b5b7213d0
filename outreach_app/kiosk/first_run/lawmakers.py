"""The list of lawmakers: a file that was found, one fetched now, or none."""

from __future__ import annotations

from pathlib import Path

from outreach_app.errors import LegislatorsError
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.other_programs import fetch_lawmakers
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.sticks import Wanted, found_in

_NONE, _GIVEN = "none", "given"
_FETCHED = "fetched.lawmakers"


class LawmakersPage(Page):
    """The lists that were found, each with its date."""

    place = FirstPlace.LAWMAKERS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._lists = OptionList(theme)
        self._said = Words(theme, "body", "")
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        self._fetch = Button(theme, "small", _("Fetch today’s list"), icon="database")
        self._fetch.clicked.connect(self._fetch_now)
        self.lay_out(
            _("A list of lawmakers?"),
            _("With one, visitors find theirs by ZIP. Without one, pages lead to the official finders."),
            self._lists,
            theme.by_frame(12, 12, 8),
            row(again, 16, self._fetch, None),
            8,
            self._said,
        )

    def begin(self) -> None:
        self._look()

    def _look(self) -> None:
        self.work(self._find, self._show)

    def _find(self) -> list[Option]:
        options = []
        if self.draft.answers.lawmakers == _GIVEN:
            options.append(Option(_GIVEN, _("The list that was chosen"), _("Already copied to this device")))
        for path in found_in(self.services.places(), Wanted.LAWMAKERS):
            try:
                with LegislatorPack.open(path) as pack:
                    options.append(Option(path, path.name, _("As of {day}", day=pack.as_of)))
            except LegislatorsError:
                # A file that is no list is not offered.
                continue
        return [*options, Option(_NONE, _("No list"), _("Pages lead to the official finders"))]

    def _show(self, options: list[Option]) -> None:
        held = self.draft.answers.lawmakers
        self._lists.fill(options, held or options[0].key)
        self.say_anew(self)

    def _fetch_now(self) -> None:
        self._fetch.setEnabled(False)
        self._said.tell(_("Fetching. This takes a minute, and needs the internet this once."))
        self.say_anew(self._said)
        target = self.services.home.draft_folder / _FETCHED
        self.work(lambda: self._fetch_into(target), self._have_fetched)

    def _fetch_into(self, target: Path) -> None:
        try:
            fetch_lawmakers(target)
            self.draft.take_lawmakers(target)
        finally:
            target.unlink(missing_ok=True)

    def _have_fetched(self, _nothing: None) -> None:
        self._fetch.setEnabled(True)
        self._said.tell(_("The list was fetched."))
        self._look()

    def go_on(self) -> None:
        key = self._lists.key
        if key == _GIVEN:
            self.turned.emit(Turn.NEXT)
            return
        file = key if isinstance(key, Path) else None
        self.work(lambda: self.draft.take_lawmakers(file), lambda _kept: self.turned.emit(Turn.NEXT))
