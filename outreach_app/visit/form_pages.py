"""How a pledge's form is parted into pages: which lines to type, which questions to tick, and how many steps in all."""

from __future__ import annotations

from outreach_app.domain.campaign import PledgeField, PledgeFieldKind, PledgeForm
from outreach_app.visit.flow import Place

MOST_LINES = 4
"""Lines to type on one page: more leave no room for the keyboard."""

_LINES = {
    PledgeFieldKind.NAME: ("given_name", "family_name"),
    PledgeFieldKind.EMAIL: ("email",),
    PledgeFieldKind.POSTCODE: ("postcode",),
    PledgeFieldKind.MOBILE: ("mobile",),
    PledgeFieldKind.COUNTRY: ("country",),
}
"""The lines of each kind, by their names in the draft."""

_WAY = (Place.AGE, Place.PLEDGE, Place.QUESTIONS, Place.CONSENTS, Place.SIGN)


def typed_pages(form: PledgeForm) -> tuple[tuple[str, ...], ...]:
    """The lines to type, by their names in the draft, page by page."""
    lines = [line for kind, lines in _LINES.items() if form.field(kind) is not None for line in lines]
    return tuple(tuple(lines[start : start + MOST_LINES]) for start in range(0, len(lines), MOST_LINES))


def question_pages(form: PledgeForm) -> tuple[tuple[PledgeField, ...], ...]:
    """The questions, page by page: each choice on one of its own, then all boxes to tick on another."""
    choices = [(field,) for field in form.fields if field.kind is PledgeFieldKind.CHOICE]
    boxes = tuple(field for field in form.fields if field.kind is PledgeFieldKind.CHECK_BOX)
    return (*choices, *([boxes] if boxes else []))


def stage(form: PledgeForm, place: Place) -> tuple[int, int]:
    """Which step of how many a place is, on the way to a signature."""
    passed_over = set()
    if form.minimum_age is None:
        passed_over.add(Place.AGE)
    if not question_pages(form):
        passed_over.add(Place.QUESTIONS)
    way = [step for step in _WAY if step not in passed_over or step is place]
    return way.index(place) + 1, len(way)
