"""A pledge's form, parted into pages, and what is kept of its own questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import Choice, PledgeField, PledgeFieldKind
from outreach_app.domain.pledge import ClockReading, TypedSignature
from outreach_app.visit.countries import country_code
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import MOST_LINES, question_pages, stage, typed_pages
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import PledgeDraft, Visit
from tests.visit.table import WHERE, pledge_form, words

SAMPLE = read_campaign(bundled_campaign())
Kind = PledgeFieldKind


def asks(kind: Kind, name: str = "", *, required: bool = False) -> PledgeField:
    choices = (Choice("yes", words("Yes")), Choice("no", words("No"))) if kind is Kind.CHOICE else ()
    return PledgeField(name or kind.value, kind, required, words("A question"), choices)


def test_the_samples_form_is_one_page():
    assert typed_pages(SAMPLE.pledge) == (("given_name", "family_name", "email", "postcode"),)
    assert question_pages(SAMPLE.pledge) == ()


@given(some.lists(some.sampled_from(Kind), unique=True))
def test_every_field_is_asked_once_and_no_page_is_too_long_for_the_keyboard(kinds):
    form = pledge_form(*(asks(kind) for kind in kinds))
    pages = typed_pages(form)
    assert all(0 < len(page) <= MOST_LINES for page in pages)
    lines = [line for page in pages for line in page]
    assert len(lines) == len(set(lines))
    assert ("mobile" in lines) is (Kind.MOBILE in kinds)
    assert ("country" in lines) is (Kind.COUNTRY in kinds)
    assert len(question_pages(form)) == (Kind.CHOICE in kinds) + (Kind.CHECK_BOX in kinds)


@pytest.mark.parametrize(
    ("fields", "age", "way"),
    [
        ((), 18, [Place.AGE, Place.PLEDGE, Place.CONSENTS, Place.SIGN]),
        ((), None, [Place.PLEDGE, Place.CONSENTS, Place.SIGN]),
        ((asks(Kind.CHECK_BOX, "help"),), None, [Place.PLEDGE, Place.QUESTIONS, Place.CONSENTS, Place.SIGN]),
    ],
)
def test_the_steps_count_what_is_truly_asked(fields, age, way):
    form = pledge_form(*fields, minimum_age=age)
    assert [stage(form, place) for place in way] == [(number, len(way)) for number in range(1, len(way) + 1)]


def test_nobody_is_asked_an_age_that_decides_nothing():
    assert Visit("en").pledge_step(pledge_form(minimum_age=None)) is Step.START_PLEDGE_OF_AGE
    assert Visit("en").pledge_step(pledge_form(minimum_age=13)) is Step.START_PLEDGE


def desk(*fields: PledgeField) -> PledgeDesk:
    form = replace(SAMPLE.pledge, fields=(asks(Kind.NAME, required=True), *fields))
    moment = ClockReading(datetime(2026, 11, 22, 12, tzinfo=UTC), "UTC", True)
    return PledgeDesk(replace(SAMPLE, pledge=form), WHERE, lambda: moment)


def test_a_person_with_nothing_but_a_name_can_sign_if_the_pack_allows():
    bare = desk()
    draft = PledgeDraft(given_name="Ada")
    assert bare.faults(draft, ("given_name", "family_name")) == ()
    assert bare.signature_fault(draft) is None
    pledge = bare.compose(draft, "en")
    assert (pledge.given_name, pledge.email, pledge.postcode, pledge.mobile, pledge.country) == (
        "Ada",
        None,
        None,
        None,
        None,
    )
    assert (pledge.signature, pledge.choices) == (None, ())


def test_answers_are_kept_by_their_names_and_a_box_left_open_is_kept_as_such():
    asked = desk(asks(Kind.CHOICE, "who"), asks(Kind.CHECK_BOX, "help"), asks(Kind.CHECK_BOX, "stay"))
    draft = PledgeDraft(given_name="Ada", answers={"who": "no", "help": "yes", "unknown": "yes"})
    assert asked.compose(draft, "es").choices == (("who", "no"), ("help", "yes"), ("stay", "no"))


def test_a_required_question_is_asked_for_in_kind_words():
    choice, box = asks(Kind.CHOICE, "who", required=True), asks(Kind.CHECK_BOX, "stay", required=True)
    asked = desk(choice, box)
    draft = PledgeDraft(given_name="Ada")
    assert str(asked.question_fault(draft, (choice,))) == "Choose one to go on."
    assert str(asked.question_fault(draft, (box,))).startswith("Tick what is needed")
    draft.answers.update(who="yes", stay="yes")
    assert asked.question_fault(draft, (choice,)) is asked.question_fault(draft, (box,)) is None


def test_a_country_is_kept_by_its_code():
    draft = PledgeDraft(given_name="Ada", country="  méxico ", signature=TypedSignature("Ada"))
    asked = desk(asks(Kind.COUNTRY, required=True))
    assert asked.faults(draft, ("country",)) == ()
    assert asked.compose(draft, "es").country == "MX"
    wrong = PledgeDraft(given_name="Ada", country="Atlantis")
    assert [fault.field for fault in asked.faults(wrong, ("country",))] == ["country"]
    assert [fault.field for fault in asked.faults(PledgeDraft(), ("country",))] == ["country"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("United States", "US"),
        ("USA", "US"),
        ("u.s.", "US"),
        ("Estados Unidos", "US"),
        ("CANADA", "CA"),
        ("Canadá", "CA"),
        ("Côte d'Ivoire", "CI"),
        ("cote divoire", "CI"),
        ("de", "DE"),
        ("Europe", None),
        ("ZZ", None),
        ("", None),
        ("123", None),
    ],
)
def test_countries_as_people_write_them(typed: str, code: str | None):
    assert country_code(typed, ("en", "es")) == code
