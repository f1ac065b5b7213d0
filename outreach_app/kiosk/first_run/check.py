"""All answers on one page, each to be changed; then the station is made, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.first_run.campaign_words import campaigns_language
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Message, Sayable, _, language_name
from outreach_app.look.arranging import box, column, empty, of_width, row, rule
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.pledge_book.enrolment import Enrolment
from outreach_app.visit.station_folder import StationFolder

_LABEL_WIDTH = 190


class CheckPage(Page):
    """The last look before the event opens."""

    place = FirstPlace.CHECK

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        side = theme.by_frame(28, 24, 16)
        card = box("card", column(self._rows, margins=(side, 8, side, 8)))
        self.onward.tell(_("Make the station"), icon="check")
        self.lay_out(_("All set?"), _("Look it over once. Then the station is made and its event opens."), card)

    def begin(self) -> None:
        self.work(lambda: (self.draft.enrolment(), self.draft.campaign()), self._show)

    def _show(self, held: tuple[Enrolment | None, Campaign | None]) -> None:
        empty(self._rows)
        for label, said, place in self._lines(*held):
            self._rows.addWidget(self._row(label, said, place))
            self._rows.addWidget(rule())
        self.say_anew(self)

    def _lines(
        self, enrolment: Enrolment | None, campaign: Campaign | None
    ) -> Iterator[tuple[Message, Sayable, FirstPlace]]:
        held = self.draft.answers
        if enrolment is not None:
            said = _("{label} · {letters}", label=enrolment.label, letters=enrolment.fingerprint)
            yield _("Sealed for"), said, FirstPlace.OFFICE
        yield _("Campaign"), campaign.name if campaign is not None else "", FirstPlace.CAMPAIGN
        where: Sayable = _("{event} · {place}", event=held.event, place=held.place) if held.place else held.event
        yield _("Event"), where, FirstPlace.EVENT
        last_day: Sayable = date.fromisoformat(held.last_day) if held.last_day else _("No last day")
        yield _("Last day"), last_day, FirstPlace.EVENT
        first = held.first_language
        usual = campaigns_language(campaign) if campaign is not None else ""
        language: Sayable = usual if first == "campaign" else language_name(first)
        yield _("First language"), language, FirstPlace.EVENT
        goal = held.goal or (campaign.goal if campaign is not None else None)
        yield _("Goal"), _("{goal} pledges", goal=goal) if goal else _("No goal"), FirstPlace.EVENT
        yield _("Printer"), held.printer or _("No printer"), FirstPlace.PRINTER
        lawmakers = _("A list is on this device") if held.lawmakers == "given" else _("No list")
        yield _("Lawmakers"), lawmakers, FirstPlace.LAWMAKERS
        yield _("PINs"), _("Both are set"), FirstPlace.PINS

    def _row(self, label: Message, said: Sayable, place: FirstPlace) -> QWidget:
        theme = self.theme
        change = Button(theme, "link", _("Change"), icon="pencil", shows_word=not theme.is_portrait)
        change.clicked.connect(lambda: self.change_wanted.emit(place))
        name = of_width(Words(theme, "min", label, tone="quiet"), _LABEL_WIDTH)
        value = Words(theme, "label", said)
        line = row(name, 12, value, 12, change, align=Qt.AlignmentFlag.AlignVCenter)
        line.setStretchFactor(value, 1)
        widget = QWidget()
        widget.setLayout(line)
        return widget

    def go_on(self) -> None:
        services = self.services
        self.work(lambda: self.draft.finish(services.clock, services.random_bytes), self._have_made)

    def _have_made(self, station: StationFolder) -> None:
        self.services.made = station
        self.turned.emit(Turn.MADE)
