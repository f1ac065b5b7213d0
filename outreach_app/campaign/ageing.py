"""What in a campaign grows old: for the author's check, the staff's checklist and the opening of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from outreach_app.domain.campaign import Campaign, Helpline
from outreach_app.domain.freshness import Freshness

WARN_BEFORE_EXPIRY_DAYS = 30
VERIFY_HELPLINES_EVERY_DAYS = 90


@dataclass(frozen=True)
class Ageing:
    """A fact, bill, action or film with its key in ``campaign.toml``, such as ``facts.duty``."""

    key: str
    freshness: Freshness


def _all(campaign: Campaign) -> Iterator[Ageing]:
    for fact in campaign.facts:
        yield Ageing(f"facts.{fact.id}", fact.freshness)
    for bill in campaign.bills:
        yield Ageing(f"bills.{bill.id}", bill.freshness)
    for action in campaign.actions:
        yield Ageing(f"actions.{action.id}", action.freshness)
    for key, film in (("film", campaign.film), ("loop", campaign.loop)):
        if film is not None:
            yield Ageing(key, film.freshness)


def _never_hidden(campaign: Campaign) -> Iterator[Ageing]:
    """What is left when all else is out of date: official finders, the switchboard, the campaign's own page."""
    yield Ageing("page", campaign.page_freshness)
    if campaign.switchboard_freshness is not None:
        yield Ageing("switchboard", campaign.switchboard_freshness)
    for finder in campaign.finders:
        yield Ageing(f"finders.{finder.id}", finder.freshness)


def expired(campaign: Campaign, today: date) -> list[Ageing]:
    """What is hidden because its last day is over."""
    return [one for one in _all(campaign) if not one.freshness.is_current(today)]


def overdue(campaign: Campaign, today: date) -> list[Ageing]:
    """What is shown although its last day is over, and should be looked at."""
    return [one for one in _never_hidden(campaign) if not one.freshness.is_current(today)]


def expiring(campaign: Campaign, today: date) -> list[Ageing]:
    """What is still shown, is hidden after its last day, and has at most 30 days left."""
    return [one for one in _all(campaign) if _ends_soon(one, today)]


def soon_overdue(campaign: Campaign, today: date) -> list[Ageing]:
    """What is never hidden and has at most 30 days left until it should be looked at."""
    return [one for one in _never_hidden(campaign) if _ends_soon(one, today)]


def _ends_soon(one: Ageing, today: date) -> bool:
    first_day_without = today + timedelta(days=WARN_BEFORE_EXPIRY_DAYS + 1)
    return one.freshness.is_current(today) and not one.freshness.is_current(first_day_without)


def dated_ahead(campaign: Campaign, today: date) -> list[Ageing]:
    """What claims to be as of a day that is still to come: a slip of the pen, or a clock that is wrong."""
    return [one for one in (*_all(campaign), *_never_hidden(campaign)) if one.freshness.as_of > today]


def unverified_helplines(campaign: Campaign, today: date) -> list[Helpline]:
    """Helplines that nobody has verified for more than 90 days. They are shown all the same."""
    oldest = today - timedelta(days=VERIFY_HELPLINES_EVERY_DAYS)
    return [helpline for helpline in campaign.helplines if helpline.verified_on < oldest]


def last_day_with_facts(campaign: Campaign) -> date | None:
    """The last day on which any fact is shown; ``None`` if one of them never expires."""
    ends = [fact.freshness.expires for fact in campaign.facts]
    return None if None in ends else max(end for end in ends if end is not None)
