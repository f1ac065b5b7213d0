"""The scenes of a preview: every place a visitor can come to, in each state that looks different."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton

from outreach_app.domain.campaign import Campaign, ConsentBox, LoopPart
from outreach_app.kiosk.attendee.attract import AttractScreen
from outreach_app.kiosk.attendee.film import FilmScreen
from outreach_app.kiosk.preview_paper_scenes import PrinterOfPictures
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.field import Field
from outreach_app.look.keypad import DigitBoxes
from outreach_app.visit.finding import Finding
from outreach_app.visit.flow import VISITOR_PLACES, Place
from outreach_app.visit.form_pages import question_pages
from outreach_app.visit.playlist import SHOWS_COUNT_FROM, Turn
from outreach_app.visit.reading_list import reading_list

_SECONDS_FOR_A_PAGE = 20.0
_SECONDS_FOR_A_FILM = 10.0
_SECONDS_FOR_A_FRAME = 0.5
_PART_OF_THE_FILM = 0.23
_YOUNG = "2"
_FOR_LAWMAKERS = frozenset({Place.ZIP, Place.LAWMAKERS, Place.ACT})
"""Where no visitor comes in a campaign that asks nothing of lawmakers."""
_STANDS = 60

Prepare = Callable[[Screen], bool]
"""Bring a screen into a state; false where this campaign has no such state."""


@dataclass(frozen=True)
class Scene:
    """One picture to take.

    Attributes:
        name: number and name, in the order of a visit.
        place: where it is.
        prepare: brings the screen into its state.
        finding: the lawmakers that were found, where another than the plain answer is shown.
        fact: index of the fact that is read.
    """

    name: str
    place: Place
    prepare: Prepare
    finding: Finding | None = None
    fact: int = 0


def scenes(campaign: Campaign, today: date, findings: Mapping[str, Finding], printer: PrinterOfPictures) -> list[Scene]:
    """Every scene of a campaign on a day, in the order of a visit.

    Args:
        campaign: whose screens they are.
        today: the day, for the facts that may be shown.
        printer: brings the page's screen into its states.
        findings: the kinds of answers the lawmaker data gives, by name; the first is the plain one.
    """
    plain, asks_age = next(iter(findings.values())), campaign.pledge.minimum_age is not None
    facts = [
        Scene(f"05-fact-{number + 1}", Place.FACTS, as_it_is, fact=number)
        for number in range(len(reading_list(campaign, today).cards))
    ]
    found = [Scene(f"12-lawmakers-{kind}", Place.LAWMAKERS, as_it_is, finding) for kind, finding in findings.items()]
    every = [
        Scene("01-attract", Place.ATTRACT, as_it_is),
        *_turns(campaign, today),
        Scene("02-home", Place.HOME, as_it_is),
        *(_film_scenes() if campaign.film_on(today) is not None else []),
        *facts,
        *([Scene("06-age", Place.AGE, lambda screen: _digits(screen, _YOUNG))] if asks_age else []),
        Scene("06-not-now", Place.NOT_NOW, as_it_is),
        Scene("07-pledge", Place.PLEDGE, _half_an_email),
        *([Scene("07-questions", Place.QUESTIONS, as_it_is)] if question_pages(campaign.pledge) else []),
        Scene("08-consents", Place.CONSENTS, as_it_is),
        Scene("08-consents-texts", Place.CONSENTS, lambda screen: _tick(screen, campaign, ConsentBox.TEXTS)),
        Scene("08-notice", Place.NOTICE, as_it_is),
        Scene("09-sign", Place.SIGN, as_it_is),
        Scene("09-sign-typed", Place.SIGN, lambda screen: press(screen, _("Type my name instead"))),
        Scene("10-thanks", Place.THANKS, as_it_is),
        Scene("11-zip", Place.ZIP, lambda screen: _digits(screen, plain.postcode[:3])),
        *found,
        Scene("13-act", Place.ACT, as_it_is),
        Scene("13-act-write", Place.ACT, lambda screen: press(screen, _("Write"))),
        Scene("13-act-share", Place.ACT, lambda screen: press(screen, _("Share"))),
        Scene("14-take", Place.TAKE, printer.offers),
        Scene("14-take-printing", Place.TAKE, printer.prints),
        Scene("14-take-printed", Place.TAKE, printer.has_printed),
        Scene("14-take-call-staff", Place.TAKE, printer.fails),
        Scene("15-help", Place.HELP, printer.stands_by),
    ]
    shown = {scene.place for scene in every} | {Place.FILM_NOTICE, Place.FILM, Place.AGE, Place.QUESTIONS}
    every += [Scene(f"17-{_called(place)}", place, as_it_is) for place in Place if place in VISITOR_PLACES - shown]
    return every if campaign.asks_lawmakers else [scene for scene in every if scene.place not in _FOR_LAWMAKERS]


def _film_scenes() -> list[Scene]:
    return [Scene("03-notice", Place.FILM_NOTICE, as_it_is), Scene("04-film", Place.FILM, _a_still_of_the_film)]


def _turns(campaign: Campaign, today: date) -> list[Scene]:
    """What passers-by see, one of each kind but the film: every slide and fact has its words on other pages too."""
    turns = {"slide": Turn(LoopPart.SLIDES, _STANDS, slide=next(iter(campaign.slides), None))}
    facts = [fact for fact in campaign.facts_on(today) if fact.is_for_passers_by]
    for number, fact in enumerate(facts, start=1):
        turns[f"fact-{number}"] = Turn(LoopPart.FACTS, _STANDS, fact=fact)
    if campaign.goal is not None:
        turns["goal"] = Turn(
            LoopPart.GOAL, _STANDS, signed=max(SHOWS_COUNT_FROM, campaign.goal // 2), goal=campaign.goal
        )
    return [Scene(f"01-attract-{name}", Place.ATTRACT, partial(_show_turn, turn)) for name, turn in turns.items()]


def _show_turn(turn: Turn, screen: Screen) -> bool:
    assert isinstance(screen, AttractScreen)  # noqa: S101 - the shelf gives this place's screen
    screen.show_turn(turn)
    return True


def as_it_is(_screen: Screen) -> bool:
    """Some screens need nothing more."""
    return True


def press(screen: Screen, what: Sayable, *, starts: bool = False) -> bool:
    """Press a button by its word; false where there is none."""
    name = Tongue(screen.tongue.code).say(what)
    for button in screen.findChildren(QAbstractButton):
        said = button.accessibleName()
        if button.isVisible() and (said.startswith(name) if starts else said == name):
            button.click()
            return True
    return False


def settle() -> None:
    """Let everything that is due happen: layouts, and the end of widgets that were thrown away."""
    for _round in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _called(place: Place) -> str:
    return place.name.lower().replace("_", "-")


def _digits(screen: Screen, digits: str) -> bool:
    boxes = screen.findChildren(DigitBoxes)
    for box in boxes:
        box.put(digits)
    return bool(boxes)


def _tick(screen: Screen, campaign: Campaign, box: ConsentBox) -> bool:
    titles = [consent.title for consent in campaign.pledge.consents if consent.box is box]
    return any(press(screen, title, starts=True) for title in titles)


def _half_an_email(screen: Screen) -> bool:
    """Leave the e-mail half typed, so that its sentence shows; a form without one is shown as it is."""
    for field in screen.findChildren(Field):
        if field.layout_name == "email":
            field.line.setText("jordan.rivera@")
            field.line.setFocus()
            settle()
            field.line.finished.emit()
            screen.say_anew(screen)
    return True


def _a_still_of_the_film(screen: Screen) -> bool:
    """Stop the film at its first quarter; where it cannot play, what stands in for it is shown."""
    assert isinstance(screen, FilmScreen)  # noqa: S101 - the scene names its own place
    _wait(lambda: screen.has_picture, _SECONDS_FOR_A_FILM)
    screen.stand_at(_PART_OF_THE_FILM)
    _wait(lambda: False, _SECONDS_FOR_A_FRAME)
    return True


def _wait(holds: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        settle()
        time.sleep(0.005)


def wait_for_paper(holds: Callable[[], bool]) -> None:
    """Let the program run until something about a page holds, or for as long as one may take."""
    _wait(holds, _SECONDS_FOR_A_PAGE)
