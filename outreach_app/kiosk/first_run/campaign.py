"""What the table speaks of: a campaign that comes with the program, or a pack that was found."""

from __future__ import annotations

from pathlib import Path

from outreach_app.asset_files import asset
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import CampaignError
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Listing, Message, _, language_name
from outreach_app.look.arranging import row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.visit.sticks import Wanted, found_in

_TAKEN = "taken"


class CampaignPage(Page):
    """A list of campaigns, one of which is shown at first; staff may add others later."""

    place = FirstPlace.CAMPAIGN

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._packs = OptionList(theme)
        self._packs.chosen.connect(self._take)
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        self.lay_out(
            _("Which campaign?"),
            _("Touch the one this table shows. Your own packs end in .campaign and may lie on a stick."),
            self._packs,
            theme.by_frame(12, 12, 8),
            row(again, None),
        )

    def begin(self) -> None:
        self._look()

    def _look(self) -> None:
        self.work(self._find, self._show)

    def _find(self) -> tuple[list[Option], str]:
        taken = self._taken()
        options = [Option(_TAKEN, taken.name, _about(taken))] if taken is not None else []
        found = [
            Option(path, path.stem, _found_line(path)) for path in found_in(self.services.places(), Wanted.CAMPAIGN)
        ]
        bundled = [Option(path, held.name, _sample_line(held)) for path, held in _bundled()]
        known = taken.id if taken is not None else ""
        options += [*found, *(option for option in bundled if _folder_name(option.key) != known)]
        return options, known

    def _taken(self) -> Campaign | None:
        try:
            return self.draft.campaign()
        except CampaignError:
            # Its copy can no longer be used, such as after another office was chosen: it is chosen anew.
            return None

    def _show(self, found: tuple[list[Option], str]) -> None:
        options, known = found
        self._packs.fill(options, _TAKEN if known else None)
        self.say_anew(self)
        self.onward.setEnabled(bool(known))

    def _take(self, key: object) -> None:
        if isinstance(key, Path):
            self.work(lambda: self.draft.take_campaign(key), lambda _held: None)

    def go_on(self) -> None:
        if self.draft.answers.campaign:
            self.turned.emit(Turn.NEXT)


def _bundled() -> list[tuple[Path, Campaign]]:
    folders = sorted(path for path in asset("campaigns").iterdir() if (path / "campaign.toml").is_file())
    # The one made for this program's first campaign stands first.
    return [(folder, read_campaign(folder)) for folder in reversed(folders)]


def _folder_name(key: object) -> str:
    return key.name if isinstance(key, Path) else ""


def _about(held: Campaign) -> Message:
    languages = Listing(tuple(language_name(code) for code in held.languages))
    return _("Chosen. Speaks {languages}.", languages=languages)


def _sample_line(held: Campaign) -> Message:
    languages = Listing(tuple(language_name(code) for code in held.languages))
    return _("Comes with the program. Speaks {languages}.", languages=languages)


def _found_line(path: Path) -> Message:
    return _("{file} in {folder}", file=path.name, folder=path.parent.name or str(path.parent))
