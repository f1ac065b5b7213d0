"""How each page of the first run is made: imported when it is first shown, so that the welcome stands at once."""

from __future__ import annotations

from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.look.theme import Theme


def make_page(place: FirstPlace, theme: Theme, services: FirstRunServices) -> Page:
    """The page of a place."""
    return _class_of(place)(theme, services)


def _class_of(place: FirstPlace) -> type[Page]:
    if place in (FirstPlace.WELCOME, FirstPlace.EVENTS, FirstPlace.GATE, FirstPlace.FROM_FILE, FirstPlace.DONE):
        return _around_the_steps(place)
    return _of_a_step(place)


def _around_the_steps(place: FirstPlace) -> type[Page]:
    match place:
        case FirstPlace.WELCOME:
            from outreach_app.kiosk.first_run.welcome import WelcomePage

            return WelcomePage
        case FirstPlace.EVENTS:
            from outreach_app.kiosk.first_run.events import EventsPage

            return EventsPage
        case FirstPlace.GATE:
            from outreach_app.kiosk.first_run.gate import GatePage

            return GatePage
        case FirstPlace.FROM_FILE:
            from outreach_app.kiosk.first_run.from_file import FromFilePage

            return FromFilePage
        case _:
            from outreach_app.kiosk.first_run.done import DonePage

            return DonePage


def _of_a_step(place: FirstPlace) -> type[Page]:
    match place:
        case FirstPlace.KEYS:
            from outreach_app.kiosk.first_run.keys import KeysPage

            return KeysPage
        case FirstPlace.OFFICE:
            from outreach_app.kiosk.first_run.office import OfficePage

            return OfficePage
        case FirstPlace.CAMPAIGN:
            from outreach_app.kiosk.first_run.campaign import CampaignPage

            return CampaignPage
        case FirstPlace.EVENT:
            from outreach_app.kiosk.first_run.event import EventPage

            return EventPage
        case FirstPlace.PRINTER:
            from outreach_app.kiosk.first_run.printer import PrinterPage

            return PrinterPage
        case FirstPlace.LAWMAKERS:
            from outreach_app.kiosk.first_run.lawmakers import LawmakersPage

            return LawmakersPage
        case FirstPlace.PINS:
            from outreach_app.kiosk.first_run.pins import PinsPage

            return PinsPage
        case FirstPlace.RECOVERY:
            from outreach_app.kiosk.first_run.recovery import RecoveryPage

            return RecoveryPage
        case _:
            from outreach_app.kiosk.first_run.check import CheckPage

            return CheckPage
