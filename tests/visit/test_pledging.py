"""From a filled form to a pledge: exact words, boxes as they were left, and nothing that was not asked."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import asdict, replace
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.domain.campaign import ConsentBox, PledgeField, PledgeFieldKind
from outreach_app.domain.pledge import DrawnSignature, TypedSignature
from outreach_app.pledge_book.record import MOST_SIGNATURE_BYTES, read_record, write_pledge
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.timekeeping import read_clock
from tests.visit.table import WHERE, HandClock, filled_draft

POINTS = some.tuples(some.integers(0, 1000), some.integers(0, 1000))
STROKES = some.lists(some.lists(POINTS, max_size=60).map(tuple), max_size=60).map(tuple)


@pytest.fixture(scope="module")
def desk(campaign):
    return PledgeDesk(campaign, WHERE, reading(HandClock()))


def reading(clock):
    return partial(read_clock, clock, clock.now())


def digest(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pledge_names_the_exact_words_in_the_language_that_was_shown(desk, campaign, language):
    pledge = desk.compose(filled_draft(), language)
    form = campaign.pledge
    assert (pledge.language, pledge.text_id) == (language, form.text_id)
    assert pledge.text_sha256 == digest(form.text.in_language(language))
    assert [(c.language, c.text_id, c.text_sha256) for c in pledge.consents] == [
        (language, consent.id, digest(consent.text.in_language(language))) for consent in form.consents
    ]


def test_the_words_of_two_languages_have_two_digests(desk):
    assert desk.compose(filled_draft(), "en").text_sha256 != desk.compose(filled_draft(), "es").text_sha256


@given(some.sets(some.sampled_from(ConsentBox)))
def test_every_box_is_kept_as_it_was_left(desk, ticked):
    pledge = desk.compose(filled_draft(consents=dict.fromkeys(ticked, "en")), "en")
    assert {consent.box for consent in pledge.consents} == set(ConsentBox)
    assert {consent.box for consent in pledge.consents if consent.is_given} == ticked


def test_a_box_keeps_the_words_it_was_ticked_under_when_the_language_changes_afterwards(desk, campaign):
    pledge = desk.compose(filled_draft(consents={ConsentBox.EMAIL: "en"}), "es")
    email = next(consent for consent in pledge.consents if consent.box is ConsentBox.EMAIL)
    words = next(consent.text for consent in campaign.pledge.consents if consent.box is ConsentBox.EMAIL)
    assert (pledge.language, email.language, email.text_sha256) == ("es", "en", digest(words.in_language("en")))


def test_a_draft_starts_with_no_box_ticked(desk):
    assert not any(consent.is_given for consent in desk.compose(filled_draft(), "en").consents)


def test_nobodys_age_is_in_a_pledge(desk):
    assert not [name for name in asdict(desk.compose(filled_draft(), "en")) if "age" in name.split("_")]


def test_the_pledge_says_where_when_and_whether_it_is_practice(campaign, desk, clock):
    pledge = desk.compose(filled_draft(), "en")
    assert pledge.where == WHERE
    assert pledge.signed_at.utc == clock.now()
    assert pledge.signed_at.is_trusted
    assert not pledge.is_rehearsal
    assert PledgeDesk(campaign, WHERE, reading(clock), is_rehearsal=True).compose(filled_draft(), "en").is_rehearsal


def test_what_was_not_given_is_nothing_and_not_an_empty_text(desk):
    pledge = desk.compose(filled_draft(family_name="", email="", postcode="", mobile=""), "en")
    assert (pledge.family_name, pledge.email, pledge.postcode, pledge.mobile) == (None, None, None, None)


def test_a_number_typed_for_texts_is_not_kept_once_the_box_is_unticked(desk, campaign, clock):
    number = "+16142243121"
    assert desk.compose(filled_draft(mobile=number, consents={ConsentBox.TEXTS: "en"}), "en").mobile == number
    assert desk.compose(filled_draft(mobile=number), "en").mobile is None
    asks = replace(
        campaign.pledge, fields=(*campaign.pledge.fields, PledgeField("mobile", PledgeFieldKind.MOBILE, False))
    )
    other = PledgeDesk(replace(campaign, pledge=asks), WHERE, reading(clock))
    assert other.compose(filled_draft(mobile=number), "en").mobile == number


@given(STROKES)
def test_any_drawn_signature_fits_the_seal_and_keeps_the_ends_of_its_strokes(desk, strokes):
    """The book thins a long signature by its own bytes; the desk hands it over whole."""
    drawn = DrawnSignature(strokes)
    pledge = desk.compose(filled_draft(signature=drawn), "en")
    assert pledge.signature == drawn
    sealed = write_pledge(pledge, "event", 1)
    held = msgspec.json.decode(sealed)["signature"].get("drawn", [])
    assert len(msgspec.json.encode(held)) <= MOST_SIGNATURE_BYTES
    kept = read_record(sealed).pledge.signature
    whole = [stroke for stroke in strokes if stroke]
    assert [stroke[0] for stroke in kept.strokes] == [stroke[0] for stroke in whole][: len(kept.strokes)]
    assert [stroke[-1] for stroke in kept.strokes] == [stroke[-1] for stroke in whole][: len(kept.strokes)]


def test_a_long_quick_signature_keeps_hundreds_of_points(desk):
    stroke = tuple((x, 200 + x % 7) for x in range(1000))
    sealed = write_pledge(desk.compose(filled_draft(signature=DrawnSignature((stroke,))), "en"), "event", 1)
    assert len(read_record(sealed).pledge.signature.strokes[0]) > 300


def test_a_typed_name_counts_the_same(desk):
    signature = TypedSignature("Adaeze Quillfeather")
    assert desk.compose(filled_draft(signature=signature), "en").signature == signature
    assert desk.signature_fault(filled_draft(signature=signature)) is None


def test_a_missing_signature_is_told_where_the_campaign_asks_for_one(desk, campaign, clock):
    assert "Sign with your finger" in str(desk.signature_fault(filled_draft()))
    unasked = replace(campaign, pledge=replace(campaign.pledge, fields=()))
    assert PledgeDesk(unasked, WHERE, reading(clock)).signature_fault(filled_draft()) is None


def test_checking_the_form_tidies_what_is_right_and_names_what_is_wrong(desk):
    draft = filled_draft(given_name="  Adaeze ", email="adaeze@example,org", postcode="4321")
    faults = desk.faults(draft, ("given_name", "family_name", "email", "postcode"))
    assert [(fault.field, str(fault.sentence)) for fault in faults] == [("postcode", "Add one more number")]
    assert (draft.given_name, draft.email, draft.postcode) == ("Adaeze", "adaeze@example.org", "4321")


def test_only_what_the_campaign_requires_must_be_filled(desk):
    draft = filled_draft(given_name="", family_name="", email="", postcode="")
    assert [fault.field for fault in desk.faults(draft, ("given_name", "family_name", "email", "postcode"))] == [
        "given_name"
    ]


def test_whoever_wants_texts_gives_a_number(desk):
    assert desk.check("mobile", "").fault is None
    assert desk.check_mobile_for_texts("").fault is not None
