"""Looks over a whole data pack: is it undamaged, how old is it, whose term has ended, which seats are vacant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.domain.lawmakers import Lawmaker, VacantSeat
from outreach_app.language import Listing, _, ngettext
from outreach_app.legislators.answering import OLD_AFTER
from outreach_app.legislators.pack import UNITED_STATES, LegislatorPack
from outreach_app.legislators.tables import ANY_REST, with_those_above


@dataclass(frozen=True)
class Findings:
    """What a look over a pack found.

    Attributes:
        people: how many are in the list; ``postcodes``: how many have rows of their own.
        vacant: seats that should be held and are not.
        ended: people whose term was over on the day of the look.
        checks: most important first.
    """

    people: int
    postcodes: int
    vacant: tuple[VacantSeat, ...]
    ended: tuple[Lawmaker, ...]
    checks: tuple[Check, ...]


def look_over(pack: LegislatorPack, today: date) -> Findings:
    """Read the whole pack and judge it; that it is undamaged, opening it has shown."""
    people, areas = tuple(pack.people()), tuple(pack.areas())
    held = Counter((person.division_id, person.role) for person in people)
    seats = {(division, role): count for division, role, count in pack.seats()}
    vacant = [VacantSeat(*seat) for seat, count in seats.items() for _each in range(count - held[seat])]
    ended = tuple(person for person in people if person.term_ended(today))
    reached = {above for division in {area.division_id for area in areas} for above in with_those_above(division)}
    checks = (
        Check("whole", CheckLevel.OK, _("The file is undamaged.")),
        *([_sample_check()] if pack.is_sample else [_age_check(pack, today)]),
        _terms_check(ended),
        _vacancies_check(vacant),
        _crowded_check(
            [division for (division, role), count in held.items() if count > seats.get((division, role), count)]
        ),
        _unreached_check([person.name for person in people if person.division_id not in reached]),
    )
    codes = {area.postcode for area in areas if not area.postcode.endswith(ANY_REST)}
    return Findings(len(people), len(codes), tuple(vacant), ended, checks)


def _sample_check() -> Check:
    text = _("The people in this list are invented.")
    return Check("sample", CheckLevel.WARN, text, _("For a real event, build or update a list of real people."))


def _age_check(pack: LegislatorPack, today: date) -> Check:
    text = _("The list is as of {day}.", day=pack.as_of)
    if today - pack.as_of <= OLD_AFTER:
        return Check("age", CheckLevel.OK, text)
    if pack.manifest.country == UNITED_STATES:
        remedy = _("It is more than {days} days old. Run: outreach legislators update", days=OLD_AFTER.days)
    else:
        # Nobody publishes the tables of every country in one form, so there is nothing to fetch.
        remedy = _("It is more than {days} days old. Build it again from newer tables.", days=OLD_AFTER.days)
    return Check("age", CheckLevel.WARN, text, remedy)


def _terms_check(ended: tuple[Lawmaker, ...]) -> Check:
    if not ended:
        return Check("terms", CheckLevel.OK, _("No term has ended."))
    text = ngettext(
        "{count} term has ended: {names}.", "{count} terms have ended: {names}.", len(ended), names=_few(ended)
    )
    return Check(
        "terms", CheckLevel.WARN, text, _("They stay in the list, marked. Update the list when it can be had.")
    )


def _few(people: tuple[Lawmaker, ...]) -> Listing:
    names: list[str] = [person.name for person in people[:3]]
    return Listing((*names, "…") if len(people) > len(names) else tuple(names))


def _vacancies_check(vacant: list[VacantSeat]) -> Check:
    if not vacant:
        return Check("vacant", CheckLevel.OK, _("Every seat is held."))
    where = Listing(tuple(seat.division_id for seat in vacant))
    text = ngettext("{count} seat is vacant: {where}.", "{count} seats are vacant: {where}.", len(vacant), where=where)
    return Check("vacant", CheckLevel.OK, text)


def _crowded_check(divisions: list[str]) -> Check:
    if not divisions:
        return Check("crowded", CheckLevel.OK, _("No seat is held twice."))
    text = _("More people than seats: {where}.", where=Listing(tuple(divisions)))
    return Check(
        "crowded", CheckLevel.WARN, text, _("See that each term that has ended has its end date in the tables.")
    )


def _unreached_check(names: list[str]) -> Check:
    if not names:
        return Check("unreached", CheckLevel.OK, _("Everybody can be found by a postcode."))
    text = _("No postcode leads to {names}.", names=Listing(tuple(names)))
    return Check("unreached", CheckLevel.WARN, text, _("Add their postcodes to the table of areas."))
