"""What a visitor can do about a lawmaker: whole sentences, living bills, codes that lead there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from outreach_app.domain.campaign import ActionKind
from outreach_app.domain.lawmakers import Role
from outreach_app.visit.acting import Scan, call_scan, page_scan, posts, script, write_scan
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
