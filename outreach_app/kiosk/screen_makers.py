"""How each place's screen is made. Each is imported only when it is made, so that the first one can show at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from outreach_app.domain.campaign import Campaign, Film
from outreach_app.kiosk.film_notices import FilmNotices
from outreach_app.kiosk.keeping import PledgeKeeper
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.screen import Screen
from outreach_app.look.theme import Theme
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place
from outreach_app.visit.idling import Patience
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.ports import Clock
from outreach_app.visit.preferences import LOOP, VOLUME, Preferences

if TYPE_CHECKING:
    from outreach_app.kiosk.staff_services import StaffServices

_MINUTE = 60
MakeScreen = Callable[[Theme], Screen]


@dataclass(frozen=True)
class Services:
    """What the station has for its screens.

    ``finder`` opens the lawmaker data when first called; ``staff`` is ``None`` for a table without a staff area.
    """

    campaign: Campaign
    clock: Clock
    desk: PledgeDesk
    keeper: PledgeKeeper
    paper: PaperDesk
    printing: PrintDesk
    finder: Callable[[], LegislatorFinder]
    film_notices: FilmNotices
    signed_here: Callable[[], int]
    is_demo: bool
    staff: StaffServices | None = None
    preferences: Callable[[], Preferences] = Preferences


def screen_makers(services: Services) -> Mapping[Place, MakeScreen]:
    """A maker for every place of the flow, likeliest first: they are made ahead in this order."""
    makers: dict[Place, Callable[[Services, Theme], Screen]] = {
        Place.ATTRACT: _attract,
        Place.HOME: _home,
        Place.HELP: _help,
        Place.AGE: _age,
        Place.FACTS: _facts,
        Place.PLEDGE: _pledge,
        Place.QUESTIONS: _questions,
        Place.ZIP: _zip,
        Place.CONSENTS: _consents,
        Place.SIGN: _sign,
        Place.THANKS: _thanks,
        Place.LAWMAKERS: _lawmakers,
        Place.ACT: _act,
        Place.TAKE: _take,
        Place.OTHER_WAYS: _other_ways,
        Place.NOTICE: _notice,
        Place.NOT_NOW: _not_now,
    }
    film = services.campaign.film
    if film is not None:
        makers[Place.FILM_NOTICE] = partial(_film_notice, film)
        makers[Place.FILM] = partial(_film, film)
    made: dict[Place, MakeScreen] = {place: partial(make, services) for place, make in makers.items()}
    if services.staff is not None:
        from outreach_app.kiosk.staff_makers import staff_makers

        made |= staff_makers(services.staff)
    return made


def _attract(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.attract import AttractScreen

    return AttractScreen(
        theme,
        campaign=services.campaign,
        clock=services.clock,
        signed_here=services.signed_here,
        report=services.film_notices.note,
        wants_loop=lambda: services.preferences().is_on(LOOP),
    )


def _home(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.home import HomeScreen

    return HomeScreen(
        theme,
        campaign=services.campaign,
        clock=services.clock,
        signed_here=services.signed_here(),
        shows_badge=not services.is_demo,
    )


def _film_notice(film: Film, services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.film_notice import FilmNoticeScreen

    return FilmNoticeScreen(theme, campaign=services.campaign, film=film)


def _film(film: Film, services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.film import FilmScreen

    return FilmScreen(
        theme,
        campaign=services.campaign,
        film=film,
        report=services.film_notices.note,
        volume=services.preferences().number(VOLUME),
    )


def _help(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.get_help import HelpScreen

    return HelpScreen(theme, campaign=services.campaign, paper=services.paper, printing=services.printing)


def _age(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.age import AgeScreen

    return AgeScreen(theme, campaign=services.campaign)


def _facts(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.facts import FactsScreen

    return FactsScreen(theme, campaign=services.campaign, clock=services.clock)


def _pledge(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.pledge import PledgeScreen

    return PledgeScreen(theme, campaign=services.campaign, desk=services.desk, shows_badge=not services.is_demo)


def _questions(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.questions import QuestionsScreen

    return QuestionsScreen(theme, campaign=services.campaign, desk=services.desk)


def _zip(services: Services, theme: Theme) -> Screen:
    finder = services.finder()
    if finder.code_shape.digits is None:
        from outreach_app.kiosk.attendee.postcode import PostcodeScreen

        return PostcodeScreen(theme, finder=finder)
    from outreach_app.kiosk.attendee.zip_code import ZipScreen

    return ZipScreen(theme, finder=finder)


def _consents(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.consents import ConsentsScreen

    return ConsentsScreen(theme, campaign=services.campaign, desk=services.desk)


def _sign(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.sign import SignScreen

    return SignScreen(
        theme, campaign=services.campaign, desk=services.desk, keeper=services.keeper, clock=services.clock
    )


def _thanks(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.thanks import ThanksScreen

    return ThanksScreen(
        theme,
        campaign=services.campaign,
        keeper=services.keeper,
        finder=services.finder,
        is_demo=services.is_demo,
        clears_in_a_minute=Patience.of_preferences(services.preferences()).seconds_at(Place.THANKS) == _MINUTE,
    )


def _lawmakers(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.lawmakers import LawmakersScreen

    return LawmakersScreen(theme, campaign=services.campaign, clock=services.clock)


def _act(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.act import ActScreen

    return ActScreen(theme, campaign=services.campaign, clock=services.clock)


def _other_ways(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.other_ways import OtherWaysScreen

    return OtherWaysScreen(theme, campaign=services.campaign, clock=services.clock)


def _take(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.take import TakeScreen

    return TakeScreen(
        theme,
        campaign=services.campaign,
        paper=services.paper,
        printing=services.printing,
        clock=services.clock,
        is_demo=services.is_demo,
    )


def _notice(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.notice import NoticeScreen

    return NoticeScreen(theme, campaign=services.campaign)


def _not_now(services: Services, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.not_now import NotNowScreen

    return NotNowScreen(theme, campaign=services.campaign, clock=services.clock)
