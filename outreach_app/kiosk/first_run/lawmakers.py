"""The list of lawmakers: a file that was found, one fetched now, or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import LegislatorsError, OutreachError
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.durable_files import storage_error
from outreach_app.visit.station_folder import LEGISLATORS_NAME
from outreach_app.visit.sticks import Wanted, found_in

_NONE, _GIVEN = "none", "given"
_FETCHED = "fetched.lawmakers"
_CONGRESS = "us"
"""The only lists that somebody publishes anew for everybody; the ZIP codes in one are kept when it is renewed."""

_NOTHING_HERE = _(
    "No list was found. Ask the office for its file, which ends in .lawmakers, on a stick. Then look again."
)


@dataclass(frozen=True)
class _Found:
    """What can be chosen, and the list that could be renewed, if there is one."""

    options: tuple[Option, ...]
    to_renew: Path | None


class LawmakersPage(Page):
    """The lists that were found, each with its date."""

    place = FirstPlace.LAWMAKERS

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._lists = OptionList(theme)
        self._said = Words(theme, "body", "")
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look_again)
        self._fetch = Button(theme, "small", _("Fetch today’s list"), icon="database")
        self._fetch.clicked.connect(self._fetch_now)
        self._fetch.hide()
        self._to_renew: Path | None = None
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

    def _look_again(self) -> None:
        self._said.tell("")
        self._look()

    def _look(self) -> None:
        self.work(self._find, self._show)

    def _find(self) -> _Found:
        options: list[Option] = []
        to_renew = None
        for path in self._lists_here():
            try:
                with LegislatorPack.open(path) as pack:
                    as_of, can_renew = pack.as_of, pack.manifest.country == _CONGRESS and not pack.is_sample
            except LegislatorsError:
                # A file that is no list is not offered.
                continue
            if path == self._chosen:
                options.append(Option(_GIVEN, _("The list that was chosen"), _("As of {day}", day=as_of)))
            elif path.name != LEGISLATORS_NAME:
                options.append(Option(path, path.name, _("As of {day}", day=as_of)))
            if can_renew and to_renew is None:
                to_renew = path
        return _Found((*options, Option(_NONE, _("No list"), _("Pages lead to the official finders"))), to_renew)

    @property
    def _chosen(self) -> Path:
        return self.services.home.draft_folder / LEGISLATORS_NAME

    def _lists_here(self) -> Iterator[Path]:
        """The one that was chosen, those on sticks and in folders, and those of earlier events, newest first."""
        if self.draft.answers.lawmakers == _GIVEN:
            yield self._chosen
        yield from found_in(self.services.places(), Wanted.LAWMAKERS)
        for folder in reversed(self.services.home.stations()):
            if (folder / LEGISLATORS_NAME).is_file():
                yield folder / LEGISLATORS_NAME

    def _show(self, found: _Found) -> None:
        held = self.draft.answers.lawmakers
        self._to_renew = found.to_renew
        self._lists.fill(found.options, held or found.options[0].key)
        self._fetch.setVisible(found.to_renew is not None)
        self._fetch.setEnabled(True)
        if len(found.options) == 1 and found.to_renew is None:
            self._said.tell(_NOTHING_HERE)
        self.say_anew(self)

    def _fetch_now(self) -> None:
        base = self._to_renew
        if base is None:
            return
        self._fetch.setEnabled(False)
        self._said.tell(_("Fetching. This takes a minute, and needs the internet this once."))
        self.say_anew(self._said)
        target = self.services.home.draft_folder / _FETCHED
        language = self.tongue.code
        self.work(lambda: self._fetch_into(base, target, language), self._have_fetched)

    def _fetch_into(self, base: Path, target: Path, language: str) -> None:
        """Renew a copy: the people are fetched, the ZIP codes stay those of the list that is here."""
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(base, target)
            self.services.fetch_lawmakers(target, language)
            self.draft.take_lawmakers(target)
        except OSError as error:
            raise storage_error(error) from error
        finally:
            target.unlink(missing_ok=True)

    def _have_fetched(self, _nothing: None) -> None:
        self._said.tell(_("The list was fetched."))
        self._look()

    def _fail(self, error: OutreachError) -> None:
        super()._fail(error)
        self._said.tell("")
        self._fetch.setEnabled(True)

    def go_on(self) -> None:
        key = self._lists.key
        if key == _GIVEN:
            self.turned.emit(Turn.NEXT)
            return
        file = key if isinstance(key, Path) else None
        self.work(lambda: self.draft.take_lawmakers(file), lambda _kept: self.turned.emit(Turn.NEXT))
