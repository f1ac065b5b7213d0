"""The pages for bad moments: one side of paper each, in both languages, with nothing of any person."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.handouts.papers import TROUBLE_PAPERS
from outreach_app.language import Tongue
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.paper_making import PaperMaker
from outreach_app.visit.trouble_words import TroubleWords
from tests.handouts.reading import words_on


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", TROUBLE_PAPERS, ids=lambda paper: paper.name)
def test_each_page_is_one_side_and_says_what_to_do_in_steps(paper, language):
    campaign = read_campaign(bundled_campaign())
    pdf = PaperMaker(campaign, read_tokens(), date(2026, 11, 22)).pdf(paper, Tongue(language))
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    form = TroubleWords(campaign, read_tokens(), Tongue(language)).forms[paper.name]()
    words = " ".join(words_on(pdf))
    steps = form.pages[0][0].items
    assert len(steps) >= 4
    for step in steps:
        assert step.text.split()[0] in words
    assert "!" not in words


def test_the_spanish_pages_are_spanish():
    campaign = read_campaign(bundled_campaign())
    forms = {code: TroubleWords(campaign, read_tokens(), Tongue(code)).forms for code in ("en", "es")}
    for name in forms["en"]:
        assert forms["en"][name]().heading != forms["es"][name]().heading
