"""Each paper of each campaign that comes with the program, as its author sees it in a preview."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.kiosk.preview_papers import PreviewPapers
from outreach_app.language import Tongue
from outreach_app.theme_tokens import read_tokens


@pytest.mark.parametrize("name", ["take-it-down", "riverbend-library"])
def test_every_paper_says_words_and_never_the_program_s_own_names(name):
    campaign = read_campaign(bundled_campaign(name))
    papers = PreviewPapers(campaign, read_tokens(), None, date(2026, 11, 22))
    assert "letter" in papers.names
    for paper in papers.names:
        document = pypdfium2.PdfDocument(papers.pdf(paper, Tongue("en")))
        text = "".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        assert text.strip(), paper
        for inner in ("Choice(", "Wording(", "Message("):
            assert inner not in text, f"{paper}: {inner}"
