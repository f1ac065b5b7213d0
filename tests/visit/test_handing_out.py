"""What stands on the page that a visitor takes away."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from outreach_app.asset_files import asset
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.handout import Handout
from outreach_app.domain.lawmakers import Answer, DivisionShare, NoteCode, Role
from outreach_app.errors import HandoutError
from outreach_app.language import Tongue, _
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.finding import Finding, LegislatorFinder
from outreach_app.visit.handing_out import HandoutDesk
from tests.visit.table import OHIO, filled_draft, lawmaker

TODAY = date(2026, 11, 22)
LANGUAGES = ["en", "es"]
LIBRARY = asset("campaigns", "riverbend-library")


@pytest.fixture
def desk(campaign):
    return HandoutDesk(campaign, read_tokens(), lambda handout: handout.headline.encode())


@pytest.fixture
def finder(sample_pack, campaign, clock):
    return LegislatorFinder(sample_pack, campaign.finders, clock)


def finding_of(*people, notes=(), is_split=False) -> Finding:
    upper = tuple(person for person in people if person.role == Role.SENATOR)
    lower = tuple(person for person in people if person.role != Role.SENATOR)
    divisions = tuple(DivisionShare(person.division_id, None) for person in lower)
    answer = Answer("43215", divisions, people, (), notes, date(2026, 6, 15), is_split)
    return Finding("43215", answer, upper, lower, (), (), needs_finder=is_split)


def everything_on(handout) -> str:
    return str(asdict(handout))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_each_lawmaker_with_number_and_code(desk, finder, language):
    page = desk.write(finder.find("43055"), Tongue(language), TODAY)
    assert page.language == language
    assert len(page.lawmakers) == 3
    for card in page.lawmakers:
        assert card.phone
        assert card.code.payload.startswith("https://example.org/")
        assert card.code.address == card.code.payload.removeprefix("https://")
    assert page.extra_codes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_zip_is_said_on_the_page_and_brings_the_code_of_one_official_page(desk, finder, campaign, language):
    page = desk.write(finder.find("43215"), Tongue(language), TODAY)
    assert [code.payload for code in page.extra_codes] == [campaign.finders[0].url]
    of_one_district = desk.write(finder.find("43055"), Tongue(language), TODAY)
    assert page.lawmakers_heading.startswith(of_one_district.lawmakers_heading)
    assert page.lawmakers_heading != of_one_district.lawmakers_heading
    assert "Ohio" in page.lawmakers_note


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skips", [True, False])
def test_without_lawmakers_the_page_leads_to_every_official_page_and_the_switchboard(
    desk, finder, campaign, language, skips
):
    finding = None if skips else finder.without_postcode()
    page = desk.write(finding, Tongue(language), TODAY)
    assert page.lawmakers == ()
    assert page.lawmakers_note
    assert [code.payload for code in page.extra_codes] == [finder.url for finder in campaign.finders]
    assert "202-224-3121" in page.list_note
    assert "2026" not in page.list_note
    assert page.script


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_whole_on_every_page(desk, campaign, language):
    page = desk.write(None, Tongue(language), TODAY)
    assert [help_line.headline for help_line in page.helplines] == [
        line.headline.in_language(language) for line in campaign.helplines
    ]
    assert any(line.headline == "988" for line in page.helplines)
    assert any("911" in line.headline for line in page.helplines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_blank_is_left_and_the_two_languages_differ(desk, finder, language):
    page = desk.write(finder.find("43215"), Tongue(language), TODAY)
    other = desk.write(finder.find("43215"), Tongue({"en": "es", "es": "en"}[language]), TODAY)
    texts = [page.headline, page.ask, page.lawmakers_note, page.list_note, *(line.text for line in page.script)]
    for text in texts:
        assert "{" not in text
        assert "Message(" not in text
    for name in ("headline", "ask", "corner", "lawmakers_heading", "lawmakers_note", "script_heading", "help_heading"):
        assert getattr(page, name) != getattr(other, name), name


def test_nothing_of_the_person_is_on_the_page(desk, finder):
    draft = filled_draft(mobile="+16142243121")
    page = everything_on(desk.write(finder.find(draft.postcode), Tongue("en"), TODAY))
    for told in (draft.given_name, draft.family_name, draft.email, draft.postcode, draft.mobile):
        assert told not in page


def test_of_those_who_share_a_zip_all_have_a_card_or_none_and_the_others_are_named(desk):
    senators = [lawmaker(), lawmaker("Theo Whitlock")]
    candidates = [lawmaker(f"Member {n}", Role.REPRESENTATIVE, f"{OHIO}/cd:{n}") for n in range(1, 6)]
    shared = {"notes": (NoteCode.SPLIT,), "is_split": True}
    for language in LANGUAGES:
        tongue = Tongue(language)
        page = desk.write(finding_of(*senators, *candidates, **shared), tongue, TODAY)
        assert [card.name for card in page.lawmakers] == ["Maria Aldous", "Theo Whitlock"]
        assert all(person.name in page.lawmakers_note for person in candidates)
        assert page.extra_codes
        whole = desk.write(finding_of(*senators, *candidates[:4], **shared), tongue, TODAY)
        assert len(whole.lawmakers) == 6
        assert "Member" not in (whole.lawmakers_note or "")
        half = desk.write(finding_of(*senators, *candidates[:2], **shared), tongue, TODAY, 3)
        assert len(half.lawmakers) == 2
        assert half.lawmakers_heading != whole.lawmakers_heading


def test_of_several_who_all_speak_for_a_place_as_many_as_fit_have_a_card(desk):
    people = [lawmaker(f"Member {n}", division=f"{OHIO}/sldl:{n}") for n in range(1, 9)]
    for language in LANGUAGES:
        page = desk.write(finding_of(*people), Tongue(language), TODAY)
        assert len(page.lawmakers) == 6
        assert {"en": "than fit here", "es": "de los que caben"}[language] in page.lawmakers_note


def test_a_campaign_that_asks_nothing_of_lawmakers_prints_what_else_there_is_to_do():
    campaign = read_campaign(LIBRARY)
    desk = HandoutDesk(campaign, read_tokens(), lambda handout: handout.headline.encode())
    page = desk.write(None, Tongue("en"), TODAY)

    assert "your lawmakers" not in everything_on(page).lower()
    assert "official" not in everything_on(page)
    assert [code.address for code in page.extra_codes][:2] == [
        "board@riverbend.example.org",
        "example.org/riverbend/petition",
    ]
    assert campaign.page not in [code.payload for code in page.extra_codes]
    assert page.script[0].text.startswith("“Hello.")
    assert "12 Mill Street" in page.list_note


def test_a_vacant_seat_is_said_on_the_page(desk, finder):
    assert (
        "Ohio District 15: no one holds this seat now."
        in desk.write(finder.find("43215"), Tongue("en"), TODAY).lawmakers_note
    )


def test_the_age_of_the_list_stands_on_every_page_with_lawmakers(desk):
    page = desk.write(finding_of(lawmaker()), Tongue("en"), TODAY)
    assert "June 15, 2026" in page.list_note
    assert "15 de junio de 2026" in desk.write(finding_of(lawmaker()), Tongue("es"), TODAY).list_note


def test_a_term_that_has_ended_is_said_on_its_card(desk):
    ended, serving = lawmaker(end=date(2026, 6, 1)), lawmaker("Theo Whitlock", end=date(2031, 1, 3))
    page = desk.write(finding_of(ended, serving), Tongue("en"), TODAY)
    assert [card.remark for card in page.lawmakers] == ["Term until June 1, 2026", None]


def test_the_script_is_for_the_one_lawmaker_or_for_any_office(desk):
    alone = desk.write(finding_of(lawmaker()), Tongue("en"), TODAY)
    assert any("Senator Maria Aldous" in line.text and "S. 1829" in line.text for line in alone.script)
    both = desk.write(finding_of(lawmaker(), lawmaker("Theo Whitlock")), Tongue("en"), TODAY)
    assert not any("Maria" in line.text or "S. 1829" in line.text for line in both.script)


@pytest.mark.parametrize("today", [date(2027, 1, 4), date(2035, 1, 1)])
def test_no_dead_bill_is_on_the_page(desk, campaign, today):
    page = everything_on(desk.write(finding_of(lawmaker()), Tongue("en"), today))
    assert not [bill.number for bill in campaign.bills if bill.number in page]


def test_a_campaign_without_a_switchboard_promises_none(campaign):
    desk = HandoutDesk(replace(campaign, switchboard=None), read_tokens(), lambda handout: b"")
    assert desk.write(None, Tongue("en"), TODAY).list_note == ""


def test_the_page_is_pressed_from_what_was_written(desk):
    page = desk.write(None, Tongue("en"), TODAY)
    assert desk.page(None, Tongue("en"), TODAY) == page.headline.encode()


def test_a_page_too_full_for_all_its_lawmakers_holds_fewer_and_says_so(campaign):
    def press_four(handout: Handout) -> bytes:
        if len(handout.lawmakers) > 4:
            raise HandoutError(_("These do not fit."))
        return f"{len(handout.lawmakers)} {handout.lawmakers_note}".encode()

    many = finding_of(*(lawmaker(name) for name in ("Ann Oak", "Ben Elm", "Cy Ash", "Dee Fir", "Eve Yew", "Flo Box")))
    page = HandoutDesk(campaign, read_tokens(), press_four).page(many, Tongue("en"), TODAY).decode()
    assert page.startswith("4 ")
    assert "More lawmakers share this ZIP code than fit here" in page


def test_a_page_that_never_fits_says_why(campaign):
    def refuse(handout: Handout) -> bytes:
        raise HandoutError(_("These do not fit."))

    with pytest.raises(HandoutError, match="do not fit"):
        HandoutDesk(campaign, read_tokens(), refuse).page(None, Tongue("en"), TODAY)
