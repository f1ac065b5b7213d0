"""The station is there: practise once, take its set-up to other devices, open it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QFrame

from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import Message, OutreachError
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.stick_list import StickList
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.set_up_file import SUFFIX, write_set_up_file
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.stick import Stick


class DonePage(Page):
    """Two offers, and the way to the table."""

    place = FirstPlace.DONE

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._sticks = StickList(theme)
        self._sticks.hide()
        self._said = {name: Words(theme, "body", "") for name in ("practice", "file")}
        practise = self._offer(
            "practice",
            _("Seal a practice pledge"),
            _("An invented person signs. It proves that this device keeps and seals. The office leaves it out."),
            Button(theme, "small", _("Practise"), icon="pencil"),
            self._practise,
        )
        more = self._offer(
            "file",
            _("More devices like this one?"),
            _("One file on a stick sets them up: the same office, campaign, event and PINs."),
            Button(theme, "small", _("Make a set-up file"), icon="stick"),
            self._share,
        )
        self.onward.tell(_("Open the table"), icon="arrow-right")
        self.lay_out(
            _("The station is ready"),
            _("Staff come in by five touches of the top left corner and a PIN. Starting the program opens the table."),
            practise,
            theme.by_frame(16, 16, 10),
            more,
        )
        for button in self.bar.findChildren(Button):
            # There is nothing to go back to.
            button.setVisible(button is self.onward)

    def _offer(self, name: str, title: Message, line: Message, button: Button, act: Callable[[], None]) -> QFrame:
        theme = self.theme
        button.clicked.connect(act)
        texts = column(Words(theme, "title", title), 4, Words(theme, "min", line, tone="quiet"), 4, self._said[name])
        if name == "file":
            texts.addSpacing(8)
            texts.addWidget(self._sticks)
        texts.addStretch(1)
        side = theme.by_frame(28, 24, 18)
        if theme.is_portrait:
            return box("card", column(texts, 12, row(button, None), margins=(side, 20, side, 20)))
        line_of_both = row(texts, 20, column(None, button, None), margins=(side, 16, side, 16))
        line_of_both.setStretchFactor(texts, 1)
        return box("card", line_of_both)

    def _practise(self) -> None:
        station = self._station()
        self.work(lambda: _sign_once(station, self.services), self._tell_practice)

    def _tell_practice(self, receipt: PledgeReceipt) -> None:
        said = _("Sealed and kept as number {number}, marked as practice.", number=receipt.number)
        self._tell("practice", said)

    def _share(self) -> None:
        self.work(self.services.find_sticks, self._share_onto_one_of)

    def _share_onto_one_of(self, sticks: Sequence[Stick]) -> None:
        self._sticks.show_sticks(sticks)
        self._sticks.setVisible(len(sticks) > 1)
        self.say_anew(self._sticks)
        self._tell("file", "")
        station, stick = self._station(), self._sticks.stick
        if not sticks:
            self.show_fault(_("No stick was found. Plug one in, then try again."))
        elif stick is None:
            self._tell("file", _("More than one stick is plugged in. Touch the one for this file, then make it."))
        elif (fault := stick.fault(0)) is not None:
            self.show_fault(fault)
        else:
            file = stick.path / f"{station.path.name}{SUFFIX}"
            self.work(lambda: write_set_up_file(station, file), lambda made: self._tell_file(made, stick))

    def _tell_file(self, file: Path, stick: Stick) -> None:
        said = _("Made {file} on {stick}. Keep it like a staff card.", file=file.name, stick=stick.name)
        self._tell("file", said)

    def _tell(self, name: str, said: Sayable) -> None:
        self._said[name].tell(said)
        self.say_anew(self._said[name])

    def _station(self) -> StationFolder:
        made = self.services.made
        if made is None:
            raise OutreachError(_("The station is not made yet."))
        return made

    def go_on(self) -> None:
        self.turned.emit(Turn.OPEN_STATION)


def _sign_once(station: StationFolder, services: FirstRunServices) -> PledgeReceipt:
    campaign = station.campaign()
    desk = PledgeDesk(campaign, station.settings.where, lambda: station.now(services.clock), is_rehearsal=True)
    with closing(station.open_book()) as book:
        (pledge,) = invented_pledges(campaign, desk, 1, int.from_bytes(services.random_bytes(3), "big"))
        return book.sign(pledge)
