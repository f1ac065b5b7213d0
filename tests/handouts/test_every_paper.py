"""Every paper of the registry, with the bundled campaign's own words: what a phone, a ruler and a reader find on it."""

import os
import shutil
import subprocess
from datetime import date
from itertools import combinations

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.links import readable_address
from outreach_app.errors import HandoutError
from outreach_app.handouts.codes import Level
from outreach_app.handouts.marks import Code, TextLine
from outreach_app.handouts.papers import A3, LETTER, PAPERS, POINTS_PER_MM, RECEIPT, TABLOID, TENT_CARD, Purpose
from outreach_app.handouts.press import pages_of, press
from outreach_app.language import Tongue
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.paper_making import PaperMaker
from outreach_app.visit.paper_words import PaperWords
from tests.handouts.reading import codes_on, language_of
from tests.handouts.samples import arabic, english, spanish
from tests.handouts.test_layout import faults_of, overlap

DAY = date(2026, 11, 23)
CAMPAIGN = read_campaign(bundled_campaign())
SCANNED = [paper for paper in PAPERS if paper.purpose in (Purpose.TAKE_HOME, Purpose.EVERYBODY)]


def made(paper, language="en"):
    return PaperMaker(CAMPAIGN, read_tokens(), DAY).pdf(paper, Tongue(language))


def needs(program):
    if shutil.which(program) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is missing; the checks of this project's CI need it")
        pytest.skip(f"{program} is not installed here")


def leaf_for(paper, language="en"):
    handout = {"en": english, "es": lambda: spanish(3, is_long=False), "ar": arabic}[language]()
    words = PaperWords(CAMPAIGN, read_tokens(), Tongue(language))
    return handout if paper.purpose is Purpose.TAKE_HOME else words.flyer()


def links_of(leaf):
    codes = [leaf.main_code] if hasattr(leaf, "main_code") else [leaf.code]
    return {code.payload for code in codes}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("language", CAMPAIGN.languages)
def test_every_paper_is_made_whole_in_every_language(paper, language, tmp_path):
    needs("qpdf")
    file = tmp_path / "page.pdf"
    file.write_bytes(made(paper, language))

    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert language_of(file.read_bytes()) == language


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_has_exactly_its_own_size(paper):
    with pypdfium2.PdfDocument(made(paper)) as document:
        sizes = [page.get_size() for page in document]

    for width, height in sizes:
        assert width == pytest.approx(paper.width_mm * 72 / 25.4, abs=0.01)
        assert paper.height_mm is None or height == pytest.approx(paper.height_mm * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize("paper", SCANNED, ids=lambda paper: paper.name)
@pytest.mark.parametrize("dots_per_inch", [150, 200, 300])
def test_the_codes_of_every_paper_are_read_at_each_resolution(paper, dots_per_inch):
    if dots_per_inch == 300 and paper in (TABLOID, A3):
        dots_per_inch = 250  # 20 million dots are enough
    leaf = leaf_for(paper)

    assert links_of(leaf) <= set(codes_on(press(leaf, paper), dots_per_inch))
    codes = [mark for mark in marks_of(leaf, paper) if isinstance(mark, Code)]
    assert len(codes_on(press(leaf, paper), dots_per_inch)) == len(codes) * copies_of(leaf, paper)


def marks_of(leaf, paper):
    (page,) = pages_of(leaf, paper)
    return page.panels[0].marks


def copies_of(leaf, paper):
    (page,) = pages_of(leaf, paper)
    return len(page.panels)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_receipt_is_read_as_its_printer_draws_it_in_black_and_white_alone(language):
    leaf = leaf_for(RECEIPT, language)
    with pypdfium2.PdfDocument(press(leaf, RECEIPT)) as document:
        grey = document[0].render(scale=203 / 72, grayscale=True).to_pil()
    black = grey.point(lambda shade: 255 if shade > 127 else 0).convert("1", dither=Image.Dither.NONE)

    assert {found.text for found in zxingcpp.read_barcodes(black.convert("L"))} == links_of(leaf)


def test_a_receipt_is_black_alone_and_its_modules_are_whole_dots():
    (code,) = [mark for mark in marks_of(english(), RECEIPT) if isinstance(mark, Code)]
    with pypdfium2.PdfDocument(press(english(), RECEIPT)) as document:
        picture = document[0].render(scale=203 / 72).to_pil().convert("RGB")

    assert all(red == green == blue for _count, (red, green, blue) in picture.getcolors(1_000_000))
    dots = code.side / code.matrix.size * 203 / 72
    assert dots == pytest.approx(round(dots), abs=0.001)
    assert round(dots) >= 4


@pytest.mark.parametrize("paper", SCANNED, ids=lambda paper: paper.name)
def test_another_decoder_reads_the_same(paper, tmp_path):
    needs("zbarimg")
    leaf = leaf_for(paper)
    with pypdfium2.PdfDocument(press(leaf, paper)) as document:
        document[0].render(scale=150 / 72, grayscale=True).to_pil().save(tmp_path / "page.png")

    read = subprocess.run(
        ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(tmp_path / "page.png")],
        capture_output=True,
        text=True,
    )

    assert links_of(leaf) <= set(read.stdout.splitlines())


@pytest.mark.parametrize("paper", SCANNED, ids=lambda paper: paper.name)
def test_the_address_under_each_code_leads_where_the_code_leads(paper):
    leaf = leaf_for(paper)
    text = "".join(mark.text for mark in marks_of(leaf, paper) if isinstance(mark, TextLine))

    for link in links_of(leaf):
        assert readable_address(link) in text


@pytest.mark.parametrize("paper", SCANNED, ids=lambda paper: paper.name)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_codes_are_as_large_as_the_norms_ask_and_nothing_lies_in_their_quiet_zone(paper, language):
    marks = marks_of(leaf_for(paper, language), paper)
    codes = [mark for mark in marks if isinstance(mark, Code)]

    for code in codes:
        assert code.side >= paper.least_side_mm * POINTS_PER_MM - 72 / paper.dots_per_inch * code.matrix.size
        assert code.side / code.matrix.size >= max(0.4, 4 * 25.4 / paper.dots_per_inch) * POINTS_PER_MM - 0.001
        inks = [mark for mark in marks if not isinstance(mark, Code) and hasattr(mark, "text")]
        assert not [mark for mark in inks if overlap(mark.bounds, code.bounds)]
    texts = [mark for mark in marks if isinstance(mark, TextLine)]
    assert not [pair for pair in combinations(texts, 2) if overlap(pair[0].bounds, pair[1].bounds)]


def test_a_poster_is_read_from_a_metre_and_a_card_that_folds_bears_a_crease():
    for paper in (TABLOID, A3):
        (code,) = [mark for mark in marks_of(leaf_for(paper), paper) if isinstance(mark, Code)]
        assert code.side >= 100 * POINTS_PER_MM
    assert TENT_CARD.level is Level.Q
    (code,) = [mark for mark in marks_of(leaf_for(TENT_CARD), TENT_CARD) if isinstance(mark, Code)]
    assert code.side >= 60 * POINTS_PER_MM


def test_both_faces_of_a_tent_card_stand_upright_and_each_flyer_has_its_quarter():
    (tent,) = pages_of(leaf_for(TENT_CARD), TENT_CARD)

    assert [panel.is_on_its_head for panel in tent.panels] == [True, False]
    assert [panel.y for panel in tent.panels] == [TENT_CARD.height / 2] * 2
    assert made(TENT_CARD).count(b"/StructParents") == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_form_overlaps_itself_or_leaves_its_paper(language):
    words = PaperWords(CAMPAIGN, read_tokens(), Tongue(language))
    for form in (words.staff_card(), words.pledge_sheet()):
        for page in pages_of(form, LETTER):
            assert faults_of(page.panels[0].marks, LETTER) == []


def test_a_leaf_on_a_paper_that_is_not_made_for_it_is_refused():
    with pytest.raises(HandoutError, match="not made for the paper tabloid"):
        press(english(), TABLOID)
    with pytest.raises(HandoutError, match="not made for the paper letter"):
        press(leaf_for(TABLOID), LETTER)


def test_copies_share_what_is_drawn():
    one = press(english(), LETTER)
    maker = PaperMaker(CAMPAIGN, read_tokens(), DAY)
    many = maker.pdf(LETTER, Tongue("en"), copies=40)

    with pypdfium2.PdfDocument(many) as document:
        assert len(document) == 40
    assert len(many) < len(one) + 40 * 3_000
