"""A table to try things at: the sample campaign, a clock that is moved by hand, invented lawmakers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from outreach_app.domain.campaign import PledgeField, PledgeForm
from outreach_app.domain.lawmakers import Lawmaker, Role
from outreach_app.domain.pledge import EventPlace
from outreach_app.domain.wording import Wording
from outreach_app.visit.visit import PledgeDraft

OHIO = "ocd-division/country:us/state:oh"
WHERE = EventPlace("State fair, Saturday", "Hall B", "K7QF2M3P")


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)) -> None:
        self._moment = moment
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._moment

    def monotonic(self) -> float:
        return self._seconds

    def wait(self, seconds: float) -> None:
        self._seconds += seconds
        self._moment += timedelta(seconds=seconds)


def lawmaker(name: str = "Maria Aldous", role: str = Role.SENATOR, division: str = OHIO, **more: object) -> Lawmaker:
    """An invented person; whatever is not said is not known."""
    nothing = dict.fromkeys(("party", "phone", "contact_url", "url", "address", "start", "end", "note"))
    return Lawmaker(
        **{"id": name, "name": name, "role": role, "division_id": division, "is_voting": True} | nothing | more
    )


def filled_draft(**more: object) -> PledgeDraft:
    """The form of an invented person, filled in."""
    plain = {"given_name": "Adaeze", "family_name": "Quillfeather", "email": "adaeze@example.org", "postcode": "43215"}
    return PledgeDraft(**plain | more)


def words(text: str) -> Wording:
    """A text of a pack in one language."""
    return Wording({"en": text}, "en")


def pledge_form(*fields: PledgeField, minimum_age: int | None = 18) -> PledgeForm:
    """A pledge that asks for these fields."""
    some = words("Something.")
    return PledgeForm("test-1", some, True, some, some, minimum_age, fields, (), (), (some,), None, some)
