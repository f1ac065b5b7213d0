"""What stands on papers, and what never may."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import ConsentBox
from outreach_app.domain.pledge import PledgeReceipt, WithdrawalCode
from outreach_app.handouts.papers import CLOSING_SLIP, PAPERS, WITHDRAWAL_SLIP
from outreach_app.handouts.press import press
from outreach_app.language import Tongue
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.paper_making import PaperMaker
from outreach_app.visit.paper_words import PaperWords
from outreach_app.visit.ports import SystemClock
from tests.handouts.reading import codes_on

CAMPAIGN = read_campaign(bundled_campaign())
CODE = WithdrawalCode("9Q3K-7ZRD-2M5T-XW8C-A")
SLIP = ClosingSlip("K7QF2M3P", "3f9d", 147, 2, 3, 152, "ab" * 32, is_closed=True)


def words(language="en"):
    return PaperWords(CAMPAIGN, read_tokens(), Tongue(language))


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_no_paper_bears_the_zip_it_was_made_for_or_a_code_to_take_back(paper, tmp_path):
    pack = LegislatorPack.open(build_sample_pack(tmp_path / "people.data"))
    finding = LegislatorFinder(pack, CAMPAIGN.finders, SystemClock()).find("43215")
    pack.close()

    pdf = PaperMaker(CAMPAIGN, read_tokens(), date(2026, 11, 23)).pdf(paper, Tongue("en"), finding)

    assert "43215" not in text_of(pdf)
    assert not [code for code in codes_on(pdf, 150) if "43215" in code]
    assert CODE not in text_of(pdf)


def test_the_staff_card_says_what_to_do_and_never_asks_for_detail():
    said = text_of(press(words().staff_card(), PAPERS[0])).replace("\r\n", " ")

    for duty in (
        "Listen",
        "Stay calm",
        "Do not question",
        "Do not promise secrecy",
        "Never view, copy",
        "Fetch the lead",
    ):
        assert duty in said
    assert "1-800-843-5678" in said
    assert "988" in said


@pytest.mark.parametrize("language", CAMPAIGN.languages)
def test_the_pledge_sheet_has_the_exact_words_of_every_box_unticked(language):
    said = text_of(press(words(language).pledge_sheet(), PAPERS[0])).replace("\r\n", " ")

    assert {consent.box for consent in CAMPAIGN.pledge.consents} == set(ConsentBox)
    for consent in CAMPAIGN.pledge.consents:
        assert consent.text.in_language(language) in said
    assert CAMPAIGN.pledge.text.in_language(language) in said


def test_the_closing_slip_has_the_counts_and_the_head_to_compare():
    said = text_of(press(words().closing_slip(SLIP), CLOSING_SLIP))

    kept, practice = said.index("Signed and kept 145"), said.index("Practice, which does not count 2")
    assert kept < practice < said.index("Taken back 3")
    assert SLIP.short_head in said
    assert SLIP.station in said


def test_the_withdrawal_slip_alone_bears_the_code():
    said = text_of(press(words("es").withdrawal_slip(PledgeReceipt(148, CODE)), WITHDRAWAL_SLIP))

    assert CODE in said
    assert "148" in said
    assert datetime.now(UTC).strftime("%Y") not in said
