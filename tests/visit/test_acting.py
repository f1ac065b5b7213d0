"""What a visitor can do about a lawmaker: whole sentences, living bills, codes that lead there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from outreach_app.domain.action import Action, ActionKind, ScriptLine
from outreach_app.domain.freshness import Freshness
from outreach_app.domain.lawmakers import LocalOffice, Role
from outreach_app.domain.wording import Wording
from outreach_app.language import Tongue
from outreach_app.visit.acting import (
    Scan,
    call_scan,
    goal_scan,
    handles,
    is_in_area,
    letter_addresses,
    offices_to_visit,
    open_actions,
    page_scan,
    posts,
    script,
    script_of,
    ways,
    write_scan,
)
from tests.visit.table import OHIO, lawmaker

TODAY = date(2026, 11, 22)
LAST_DAY = date(2027, 1, 3)
SENATOR = lawmaker()
REPRESENTATIVE = lawmaker("Denise Nakamura", Role.REPRESENTATIVE, f"{OHIO}/cd:3")
DELEGATE = lawmaker("Ana Ruiz", Role.DELEGATE, "ocd-division/country:us/district:dc/cd:at-large")
ELDER = lawmaker("Ona Brill", "elder", "ocd-division/country:lx/island:kora")
EVERYBODY = [SENATOR, REPRESENTATIVE, DELEGATE, None]
KINDS = [ActionKind.CALL, ActionKind.CONTACT_FORM]


def words(campaign, kind, person, today, language):
    return [line.in_language(language) for line in script(campaign, kind, person, today)]


@pytest.mark.parametrize("today", [TODAY, LAST_DAY, date(2027, 1, 4), date(2035, 1, 1)])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("person", EVERYBODY)
@pytest.mark.parametrize("kind", KINDS)
def test_every_blank_is_filled_on_every_day_in_both_languages(campaign, kind, person, language, today):
    lines = words(campaign, kind, person, today, language)
    assert len(lines) >= 3
    assert not re.search(r"[{}]|\bNone\b|Message\(", " ".join(lines))
    if person is not None:
        assert person.name in " ".join(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_the_two_languages_say_different_words(campaign, kind):
    assert words(campaign, kind, SENATOR, TODAY, "en") != words(campaign, kind, SENATOR, TODAY, "es")
    assert "Senator Maria Aldous" in " ".join(words(campaign, kind, SENATOR, TODAY, "en"))


@pytest.mark.parametrize(
    ("person", "office"),
    [
        (SENATOR, "la oficina senatorial de Maria Aldous"),
        (REPRESENTATIVE, "la oficina congresional de Denise Nakamura"),
        (DELEGATE, "la oficina congresional de Ana Ruiz"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_in_spanish_a_name_comes_with_the_kind_of_office_since_titles_there_have_a_gender(
    campaign, kind, person, office
):
    assert office in " ".join(words(campaign, kind, person, TODAY, "es"))


def test_a_line_that_a_pack_lacks_in_a_language_is_said_whole_in_the_one_that_stands_in(campaign):
    assert "“I am asking Senator Maria Aldous to support S. 1829, the STOP CSAM Act." in " ".join(
        words(campaign, ActionKind.CALL, SENATOR, TODAY, "ar")
    )


@pytest.mark.parametrize(
    ("person", "number"), [(SENATOR, "S. 1829"), (REPRESENTATIVE, "H.R. 3921"), (DELEGATE, "H.R. 3921")]
)
@pytest.mark.parametrize("kind", KINDS)
def test_each_is_asked_about_the_bill_of_their_own_chamber(campaign, kind, person, number):
    bills = [bill.number for bill in campaign.bills]
    said = " ".join(words(campaign, kind, person, TODAY, "en"))
    assert [bill for bill in bills if bill in said] == [number]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("person", EVERYBODY)
@pytest.mark.parametrize("kind", KINDS)
def test_no_bill_is_named_after_its_congress_has_ended(campaign, kind, person, language):
    on_the_last_day = " ".join(words(campaign, kind, person, LAST_DAY, language))
    assert any(bill.number in on_the_last_day for bill in campaign.bills) is (person is not None)
    afterwards = " ".join(words(campaign, kind, person, date(2027, 1, 4), language))
    for bill in campaign.bills:
        assert bill.number not in afterwards
        assert bill.title.in_language(language) not in afterwards


def test_pauses_are_told_apart_from_what_is_said(campaign):
    lines = script(campaign, ActionKind.CALL, SENATOR, TODAY)
    assert {line.is_pause for line in lines} == {True, False}
    assert not any(line.is_pause for line in script(campaign, ActionKind.CONTACT_FORM, SENATOR, TODAY))


def test_a_script_for_other_roles_is_not_read_to_this_lawmaker(campaign):
    call = next(action for action in campaign.actions if action.kind is ActionKind.CALL)
    for_senators = replace(call, roles=(Role.SENATOR,), lines_without_bill=call.lines_without_bill[:1])
    for_the_house = replace(call, roles=(Role.REPRESENTATIVE,), lines=call.lines[:2])
    two_scripts = replace(campaign, actions=(for_senators, for_the_house))
    assert len(script(two_scripts, ActionKind.CALL, REPRESENTATIVE, TODAY)) == 2
    assert len(script(two_scripts, ActionKind.CALL, SENATOR, TODAY)) == len(call.lines)
    assert script(two_scripts, ActionKind.CALL, ELDER, TODAY) == ()


def test_a_campaign_without_a_script_has_nothing_to_say(campaign):
    assert script(replace(campaign, actions=()), ActionKind.CALL, SENATOR, TODAY) == ()


def test_posts_are_offered_while_they_are_fresh(campaign):
    assert {post.kind for post in posts(campaign, TODAY)} == {ActionKind.SHARE}
    assert all(post.post is not None for post in posts(campaign, TODAY))


def test_the_code_to_call_dials_the_listed_number():
    assert call_scan(lawmaker(phone="2025550101")) == Scan("tel:+12025550101", "202-555-0101")
    assert call_scan(lawmaker()) is None


def test_the_code_to_write_leads_to_the_contact_page_or_else_to_the_own_site():
    site, contact = "https://www.example.org/", "https://www.example.org/contact/"
    assert write_scan(lawmaker(url=site, contact_url=contact)) == Scan(contact, "example.org/contact")
    assert write_scan(lawmaker(url=site)) == Scan(site, "example.org")
    assert write_scan(lawmaker()) is None


def test_the_code_of_a_page_is_read_as_it_is_typed():
    assert page_scan("https://www.house.gov/find?zip=1") == Scan(
        "https://www.house.gov/find?zip=1", "house.gov/find?zip=1"
    )


HOME_OFFICE = LocalOffice("Columbus", "6145550101", "1 Main St., Columbus, OH 43215", "43215")
FAR_OFFICE = LocalOffice("Toledo", "4195550101", "2 Lake St., Toledo, OH 43604", "43604")
BY_PHONE_ALONE = LocalOffice("Akron", "3305550101", None, "44301")


def action(kind, **more):
    """An action of a campaign, with nothing that is not said."""
    line = ScriptLine(Wording({"en": "Hello. I mean {bill}."}, "en"))
    plain = ScriptLine(Wording({"en": "Hello.", "es": "Hola."}, "en"))
    fields = {
        "id": kind.value,
        "kind": kind,
        "title": Wording({"en": kind.value}, "en"),
        "roles": (),
        "target": None,
        "lines": (line,),
        "lines_without_bill": (plain,),
        "url": None,
        "post": None,
        "freshness": Freshness(date(2026, 1, 1), None),
    }
    return Action(**fields | more)


def test_each_lawmaker_is_offered_what_can_really_be_done(campaign):
    everything = lawmaker(phone="2025550101", contact_url="https://a.example.org/", offices=(HOME_OFFICE,))
    assert ways(campaign, everything, TODAY) == (
        ActionKind.CALL,
        ActionKind.CONTACT_FORM,
        ActionKind.VISIT,
        ActionKind.SHARE,
    )
    without_street = lawmaker(phone="2025550101", offices=(BY_PHONE_ALONE,))
    assert ActionKind.VISIT not in ways(campaign, without_street, TODAY)
    silent = replace(campaign, actions=())
    assert ways(silent, lawmaker(), TODAY) == (ActionKind.CALL,)
    assert ways(silent, lawmaker(social={"twitter": "ada"}), TODAY) == (ActionKind.CALL, ActionKind.SHARE)


def test_a_letter_goes_to_the_first_office_or_to_the_nearest_listed_one_with_a_street():
    person = lawmaker(address="1 Hart Building Washington DC 20510", offices=(BY_PHONE_ALONE, HOME_OFFICE, FAR_OFFICE))
    said = [(Tongue("en").say(name), address) for name, address in letter_addresses(person)]
    assert said == [
        ("Washington office", "1 Hart Building Washington DC 20510"),
        ("Columbus office", "1 Main St., Columbus, OH 43215"),
    ]
    assert letter_addresses(lawmaker()) == ()
    assert offices_to_visit(person) == (HOME_OFFICE, FAR_OFFICE)


def test_an_office_is_called_near_only_where_the_postcodes_say_so():
    assert is_in_area(HOME_OFFICE, "43085") is False
    assert is_in_area(HOME_OFFICE, "43201")
    assert not is_in_area(HOME_OFFICE, "")
    assert not is_in_area(replace(HOME_OFFICE, postcode=None), "43215")


def test_a_letter_has_its_own_words_or_borrows_those_of_the_form(campaign):
    own = " ".join(words(campaign, ActionKind.LETTER, SENATOR, TODAY, "en"))
    form = " ".join(words(campaign, ActionKind.CONTACT_FORM, SENATOR, TODAY, "en"))
    assert own != form
    without = replace(campaign, actions=tuple(a for a in campaign.actions if a.kind is not ActionKind.LETTER))
    assert " ".join(words(without, ActionKind.LETTER, SENATOR, TODAY, "en")) == form


@pytest.mark.parametrize("person", EVERYBODY[:3])
def test_words_read_in_spanish_are_sent_in_english_with_an_english_title_and_bill(campaign, person):
    spanish, english = (
        [line.in_language(code) for line in script(campaign, ActionKind.LETTER, person, TODAY)] for code in ("es", "en")
    )
    assert len(spanish) == len(english)
    assert person.name in english[0]
    assert "la oficina " in spanish[0]
    assert not any("oficina" in line for line in english)


def test_an_action_for_some_states_is_for_their_lawmakers_alone(campaign):
    call = next(action for action in campaign.actions if action.kind is ActionKind.CALL)
    in_ohio = replace(campaign, actions=(replace(call, places=(OHIO,)),))
    assert script(in_ohio, ActionKind.CALL, REPRESENTATIVE, TODAY)
    assert script(in_ohio, ActionKind.CALL, DELEGATE, TODAY) == ()


def test_public_names_lead_to_the_page_of_each_network_the_answering_ones_first():
    person = lawmaker(
        social={
            "youtube": "AdaSenate",
            "mastodon": "ada@sea.example",
            "twitter": "SenAda",
            "bluesky": "ada.example.org",
        }
    )
    assert [(each.network, each.name, each.scan.payload) for each in handles(person)] == [
        ("X", "@SenAda", "https://x.com/SenAda"),
        ("Bluesky", "@ada.example.org", "https://bsky.app/profile/ada.example.org"),
        ("Mastodon", "@ada@sea.example", "https://sea.example/@ada"),
        ("YouTube", "@AdaSenate", "https://www.youtube.com/AdaSenate"),
    ]
    assert handles(lawmaker()) == handles(lawmaker(social={"mastodon": "ada-without-a-host"})) == ()


def test_an_account_known_by_a_number_alone_is_named_only_where_there_is_no_other():
    both = lawmaker(social={"facebook": "61569891687422", "twitter": "SenAda"})
    assert [each.name for each in handles(both)] == ["@SenAda"]
    only = lawmaker(social={"facebook": "61569891687422"})
    assert [each.scan.payload for each in handles(only)] == ["https://www.facebook.com/61569891687422"]


def test_what_needs_no_lawmaker_is_told_apart(campaign):
    kinds = {action.kind for action in open_actions(campaign, TODAY)}
    assert {ActionKind.PETITION, ActionKind.SHARE, ActionKind.LINK} <= kinds
    assert not kinds & {ActionKind.CONTACT_FORM, ActionKind.VISIT}


@pytest.mark.parametrize(
    ("open_action", "payload", "readable"),
    [
        (
            action(
                ActionKind.EMAIL, mailbox="people@example.org", subject=Wording({"en": "One & two", "es": "Uno"}, "en")
            ),
            "mailto:people@example.org?subject=One%20%26%20two",
            "people@example.org",
        ),
        (action(ActionKind.CALL, phone="2025550101"), "tel:+12025550101", "202-555-0101"),
        (
            action(ActionKind.PETITION, url="https://www.example.org/sign"),
            "https://www.example.org/sign",
            "example.org/sign",
        ),
    ],
)
def test_an_action_for_everyone_leads_where_it_says(open_action, payload, readable):
    assert goal_scan(open_action, "en") == Scan(payload, readable)


def test_a_letter_to_a_company_has_no_code_and_names_the_bill_while_it_lives(campaign):
    letter = action(ActionKind.LETTER, target=Wording({"en": "A company"}, "en"))
    assert goal_scan(letter, "en") is None
    alive = [line.in_language("en") for line in script_of(campaign, letter, None, TODAY)]
    assert alive == [f"Hello. I mean {campaign.bills[0].number}, the {campaign.bills[0].title}."]
    assert [line.in_language("es") for line in script_of(campaign, letter, None, date(2027, 1, 4))] == ["Hola."]
