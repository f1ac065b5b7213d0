"""The sample campaign: whole in both languages, honest, and never empty."""

from __future__ import annotations

import re
import string
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.action import ActionKind
from outreach_app.domain.campaign import Campaign, ConsentBox, HelplineKind, PledgeFieldKind
from outreach_app.domain.posting import MOST_ON, length_on
from outreach_app.domain.wording import Wording
from outreach_app.errors import CampaignError
from tests.campaign.packs import warnings

AFTER_THE_CONGRESS = date(2027, 1, 4)
LATER_DAYS = [AFTER_THE_CONGRESS, date(2027, 2, 1), date(2035, 1, 1)]


@pytest.fixture(scope="module")
def sample() -> Campaign:
    return read_campaign(bundled_campaign("take-it-down"))


def wordings_in(thing: object) -> list[Wording]:
    if isinstance(thing, Wording):
        return [thing]
    if isinstance(thing, tuple):
        return [wording for item in thing for wording in wordings_in(item)]
    if is_dataclass(thing):
        return [wording for field in fields(thing) for wording in wordings_in(getattr(thing, field.name))]
    return []


def test_every_text_stands_in_every_language(sample: Campaign) -> None:
    codes = [helpline.code for helpline in sample.helplines]
    texts = [wording for wording in wordings_in(sample) if wording not in codes]
    assert len(texts) > 100
    for wording in texts:
        assert set(wording.versions) == {"en", "es"}, wording


def test_the_check_finds_nothing_but_what_is_meant() -> None:
    found = {problem.key for problem in warnings(bundled_campaign("take-it-down"))}
    assert found == {"pledge.approved"}


@pytest.mark.parametrize("today", LATER_DAYS)
def test_the_demo_has_content_whatever_the_year(sample: Campaign, today: date) -> None:
    assert {"report-act", "tida"} <= {fact.id for fact in sample.facts_on(today)}
    assert sample.bills_on(today) == ()
    assert all(fact.freshness.is_current(today) for fact in sample.facts_on(today))
    assert len(sample.helplines) == 6
    assert {action.id for action in sample.actions_on(today)} >= {"call", "write", "share-law", "companies"}


def test_the_film_is_hidden_with_the_figure_it_shows_and_the_loop_never(sample: Campaign) -> None:
    figure = next(fact for fact in sample.facts if fact.id == "enticement")
    assert sample.film is not None
    assert sample.film.freshness == figure.freshness
    assert sample.film_on(date(2027, 3, 31)) is sample.film
    assert sample.film_on(date(2027, 4, 1)) is None
    assert sample.loop_on(date(2035, 1, 1)) is sample.loop


def test_bills_live_until_their_congress_ends(sample: Campaign) -> None:
    assert len(sample.bills_on(date(2027, 1, 3))) == len(sample.bills) == 4
    assert sample.bills_on(AFTER_THE_CONGRESS) == ()


def test_no_fact_names_a_bill_that_has_died(sample: Campaign) -> None:
    for fact in sample.facts_on(AFTER_THE_CONGRESS):
        assert "STOP CSAM" not in str(fact.sentence)


def test_each_script_has_a_variant_that_names_no_bill(sample: Campaign) -> None:
    scripts = [action for action in sample.actions if action.lines]
    assert [action.id for action in scripts] == ["call", "write", "letter", "visit"]
    for action in scripts:
        for language in sample.languages:
            with_bill = " ".join(line.text.in_language(language) for line in action.lines)
            without = " ".join(line.text.in_language(language) for line in action.lines_without_bill)
            assert blanks(with_bill) == {"title", "name", "bill"}
            assert blanks(without) == {"title", "name"}


def blanks(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_a_script_has_speech_and_pauses(sample: Campaign) -> None:
    call = next(action for action in sample.actions if action.kind is ActionKind.CALL)
    assert [line.is_pause for line in call.lines] == [False, True, False, True, False]


def test_help_begins_with_988_and_ends_with_911_which_has_no_code(sample: Campaign) -> None:
    assert [str(helpline.headline) for helpline in sample.helplines] == [
        "988",
        "1-800-422-4453",
        "1-800-656-4673",
        "1-800-843-5678",
        "Take It Down",
        "911",
    ]
    assert sample.helplines[-1].kind is HelplineKind.EMERGENCY
    assert sample.helplines[-1].code is None
    assert all(helpline.code is not None for helpline in sample.helplines[:-1])


def test_988_speaks_spanish_on_the_spanish_page(sample: Campaign) -> None:
    lifeline = sample.helplines[0]
    assert lifeline.code is not None
    assert lifeline.code.in_language("en") == "tel:988"
    assert lifeline.code.in_language("es") == "sms:988?body=AYUDA"
    assert "oprime 2" in lifeline.note.in_language("es")
    assert "AYUDA" in lifeline.note.in_language("es")


def test_a_code_and_the_address_beside_it_lead_to_the_same_place(sample: Campaign) -> None:
    addresses = {helpline.id: helpline.address for helpline in sample.helplines}
    assert addresses["cybertipline"] == "report.cybertip.org"
    assert addresses["removal"] == "takeitdown.ncmec.org"
    assert addresses["lifeline"] is None


def test_the_removal_service_is_told_apart_from_the_campaign(sample: Campaign) -> None:
    removal = next(helpline for helpline in sample.helplines if helpline.kind is HelplineKind.REMOVAL)
    assert removal.note.in_language("en").startswith("Not this campaign")
    assert removal.note.in_language("es").startswith("No es esta campaña")


def test_only_a_name_and_a_signature_are_required(sample: Campaign) -> None:
    required = {field.kind for field in sample.pledge.fields if field.is_required}
    assert required == {PledgeFieldKind.NAME, PledgeFieldKind.SIGNATURE}
    assert {consent.box for consent in sample.pledge.consents} == set(ConsentBox)
    assert sample.pledge.minimum_age == 18


def test_the_sample_pledge_is_marked_as_a_sample(sample: Campaign) -> None:
    assert not sample.pledge.is_approved


def test_nobody_is_said_to_have_checked_a_fact_that_nobody_checked(sample: Campaign) -> None:
    assert all(fact.checked_by is None and fact.checked_on is None for fact in sample.facts)


def test_what_must_never_be_shown_is_not_there(sample: Campaign) -> None:
    everything = " ".join(text for wording in wordings_in(sample) for text in wording.versions.values()).casefold()
    for never in (
        "36.2",
        "440,419",
        "88 million",
        "no punishment",
        "each report is a child",
        "porn",
        "victim",
        "!",
        "¡",
    ):
        assert never not in everything, never


def test_nothing_asks_a_person_to_tell_what_happened_to_them(sample: Campaign) -> None:
    read_aloud = [*sample.slides, sample.pledge.text, *(fact.sentence for fact in sample.facts)]
    assert not [text for wording in read_aloud for text in wording.versions.values() if "?" in text]


def test_the_comparison_is_the_one_the_source_makes(sample: Campaign) -> None:
    compared = {fact.id: [bar.value for bar in fact.bars] for fact in sample.facts if fact.bars}
    assert compared == {"enticement": [292_951, 518_720]}


def test_a_figure_known_only_at_second_hand_says_so(sample: Campaign) -> None:
    sources = {fact.id: fact.source.name for fact in sample.facts}
    for fact in ("reports-2024", "tida"):
        assert "others" in sources[fact].in_language("en")
        assert "otros" in sources[fact].in_language("es")


def test_the_motto_is_two_short_lines(sample: Campaign) -> None:
    for language in sample.languages:
        lines = sample.motto.in_language(language).split("\n")
        assert len(lines) == 2
        assert all(len(line) <= 8 for line in lines)


def test_ready_made_posts_fit_the_shortest_networks(sample: Campaign) -> None:
    posts = [action for action in sample.actions if action.post is not None]
    assert len(posts) == 3
    for action in posts:
        for language in sample.languages:
            for network in action.networks:
                assert length_on(network, action.whole_post(language)) <= MOST_ON[network]


def test_helplines_ask_to_be_verified_after_ninety_days() -> None:
    ninety_days_on = date(2026, 11, 22) + timedelta(days=90)
    pack = bundled_campaign("take-it-down")
    assert not [problem for problem in warnings(pack, ninety_days_on) if problem.key.startswith("helplines.")]
    late = [
        problem for problem in warnings(pack, ninety_days_on + timedelta(days=1)) if "verified" in str(problem.text)
    ]
    assert len(late) == 6


def test_what_expires_within_thirty_days_is_announced() -> None:
    pack = bundled_campaign("take-it-down")
    soon = {problem.key for problem in warnings(pack, date(2026, 12, 4))}
    assert {"facts.stop-csam", "facts.launch-year", "bills.kosa"} <= soon
    assert "facts.enticement" not in soon
    assert "bills.kosa" not in {problem.key for problem in warnings(pack, date(2026, 12, 3))}


def test_what_has_expired_is_announced_as_hidden() -> None:
    late = warnings(bundled_campaign("take-it-down"), AFTER_THE_CONGRESS)
    hidden = {problem.key for problem in late if re.search("hidden. Renew", str(problem.text))}
    assert {"bills.stop-csam-senate", "bills.stop-csam-house", "facts.launch-year"} <= hidden
    assert "facts.tida" not in hidden


def test_an_unknown_campaign_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CampaignError, match="take-it-down"):
        bundled_campaign("../secrets")
