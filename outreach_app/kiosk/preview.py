"""Every screen of a campaign as pictures, in each language and size: the real window with invented answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton

from outreach_app.domain.campaign import Campaign, ConsentBox
from outreach_app.domain.pledge import DrawnSignature, EventPlace, PledgeReceipt, WithdrawalCode
from outreach_app.kiosk.attendee.take import TakeScreen
from outreach_app.kiosk.demo import throwaway_book
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.station import Station, StationParts
from outreach_app.language import Tongue, _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.look.field import Field
from outreach_app.look.keypad import DigitBoxes
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place
from outreach_app.visit.ports import Clock
from outreach_app.visit.timekeeping import read_clock
from outreach_app.visit.visit import PledgeDraft, Visit

_SECONDS_FOR_A_PAGE = 20.0
_SAMPLE_ZIP = "43215"
_COUNTDOWN = 12
_STROKE = (
    (80, 260), (120, 90), (160, 40), (150, 160), (110, 300), (140, 330), (190, 200), (240, 150), (250, 230), (300, 180),
    (330, 60), (345, 40), (320, 240), (380, 160), (420, 170), (440, 240), (520, 250), (560, 60), (620, 50), (600, 140),
    (540, 150), (600, 230), (660, 250), (720, 170), (740, 250), (790, 180), (840, 230), (940, 140),
)  # fmt: skip


Scene = tuple[str, Place, Callable[[Screen], None]]


@dataclass(frozen=True)
class Picture:
    """One picture: the screen's number and name, and what it looks like."""

    name: str
    image: QPixmap


class Preview:
    """Shows a campaign's screens without a visitor.

    Args:
        campaign: whose screens they are.
        folder: throwaway folder for the station behind them.
        clock: the time they are shown at.
        signed_here: the count on the counter.
        is_demo: with the demo's ribbon in place of the badge.
    """

    def __init__(self, campaign: Campaign, folder: Path, clock: Clock, *, signed_here: int, is_demo: bool) -> None:
        self._campaign = campaign
        self._clock = clock
        pack = LegislatorPack.open(build_sample_pack(folder / "sample.lawmakers"))
        self._finder = LegislatorFinder(pack, campaign.finders, clock)
        where, read_now = EventPlace("Preview", "", "preview"), partial(read_clock, clock, clock.now())
        self._station = Station(
            StationParts(
                campaign=campaign,
                saved_pages=folder / "pages",
                open_book=lambda: throwaway_book(folder, where, read_now()),
                where=where,
                read_now=read_now,
                open_pack=lambda: pack,
                clock=clock,
                first_language=campaign.fallback_language,
                is_demo=is_demo,
                signed_before=signed_here,
            )
        )

    def close(self) -> None:
        """Let go of the station behind the pictures."""
        self._station.close()

    def pictures(self, language: str, size: tuple[int, int]) -> Iterator[Picture]:
        """Every screen in one language and size (px)."""
        window = self._station.window()
        window.allow_close()
        window.resize(*size)
        window.show()
        try:
            for name, place, prepare in self._scenes():
                visit = self._visit(language, place)
                window.look_in(place, visit)
                _settle()
                prepare(window.shown)
                _settle()
                yield Picture(name, window.grab())
            window.ask_whether_there(_COUNTDOWN)
            # Laid out, but without letting a clock run: it would see that somebody is there and clear the sheet.
            QCoreApplication.sendPostedEvents()
            yield Picture("16-idle", window.grab())
        finally:
            window.close()
            window.deleteLater()
            _settle()

    def _visit(self, language: str, place: Place) -> Visit:
        visit = Visit(language, meets_age_limit=True)
        visit.draft = PledgeDraft("Jordan", "Rivera", "jordan.rivera@example.com", _SAMPLE_ZIP)
        visit.draft.signature = DrawnSignature((_STROKE,))
        if place is Place.THANKS:
            visit.receipt = PledgeReceipt(1285, WithdrawalCode("K7QD-4M2P-X9TB-60WE-H"))
        visit.finding = self._finder.find(_SAMPLE_ZIP)
        visit.chosen = visit.finding.people[0] if visit.finding.people else None
        return visit

    def _scenes(self) -> list[Scene]:
        scenes: list[Scene] = [
            ("01-attract", Place.ATTRACT, _as_it_is),
            ("02-home", Place.HOME, _as_it_is),
            ("06-age", Place.AGE, lambda screen: _digits(screen, "2")),
            ("06-not-now", Place.NOT_NOW, _as_it_is),
            ("07-pledge", Place.PLEDGE, _half_an_email),
            ("08-consents", Place.CONSENTS, _as_it_is),
            ("08-consents-texts", Place.CONSENTS, self._tick_texts),
            ("08-notice", Place.NOTICE, _as_it_is),
            ("09-sign", Place.SIGN, _as_it_is),
            ("09-sign-typed", Place.SIGN, lambda screen: _press(screen, _("Type my name instead"))),
            ("10-thanks", Place.THANKS, _as_it_is),
            ("11-zip", Place.ZIP, lambda screen: _digits(screen, _SAMPLE_ZIP[:3])),
            ("12-lawmakers", Place.LAWMAKERS, _as_it_is),
            ("12-lawmakers-none", Place.LAWMAKERS, self._without_zip),
            ("13-act", Place.ACT, _as_it_is),
            ("13-act-write", Place.ACT, lambda screen: _press(screen, _("Write"))),
            ("13-act-share", Place.ACT, lambda screen: _press(screen, _("Share"))),
            ("14-take", Place.TAKE, _wait_for_the_page),
            ("15-help", Place.HELP, _as_it_is),
        ]
        facts = range(len(self._campaign.facts_on(self._clock.now().date())))
        scenes += [(f"05-fact-{number + 1}", Place.FACTS, _fact(number)) for number in facts]
        return sorted(scenes, key=lambda scene: scene[0])

    def _tick_texts(self, screen: Screen) -> None:
        for consent in self._campaign.pledge.consents:
            if consent.box is ConsentBox.TEXTS:
                _press(screen, consent.title, starts=True)

    def _without_zip(self, screen: Screen) -> None:
        visit = self._visit(screen.tongue.code, Place.LAWMAKERS)
        visit.finding = self._finder.without_postcode()
        screen.enter(visit)


def _as_it_is(screen: Screen) -> None:
    """Some screens need nothing more."""


def _fact(number: int) -> Callable[[Screen], None]:
    def turn(screen: Screen) -> None:
        for _step in range(number):
            _press(screen, _("Next fact"))

    return turn


def _digits(screen: Screen, digits: str) -> None:
    for boxes in screen.findChildren(DigitBoxes):
        boxes.put(digits)


def _half_an_email(screen: Screen) -> None:
    """Leave the e-mail half typed, so that its sentence shows."""
    for field in screen.findChildren(Field):
        if field.layout_name == "email":
            field.line.setText("jordan.rivera@")
            field.line.setFocus()
            _settle()
            field.line.finished.emit()
            screen.say_anew(screen)


def _wait_for_the_page(screen: Screen) -> None:
    assert isinstance(screen, TakeScreen)  # noqa: S101 - the scene names its own place
    until = time.monotonic() + _SECONDS_FOR_A_PAGE
    while not screen.has_page and time.monotonic() < until:
        _settle()
        time.sleep(0.005)


def _press(screen: Screen, what: object, *, starts: bool = False) -> None:
    """Press a button by its word."""
    name = Tongue(screen.tongue.code).say(what)
    for button in screen.findChildren(QAbstractButton):
        said = button.accessibleName()
        if button.isVisible() and (said.startswith(name) if starts else said == name):
            button.click()
            return


def _settle() -> None:
    for _round in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
