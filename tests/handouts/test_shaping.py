import shutil
import subprocess

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.handouts.fonts import Face
from outreach_app.handouts.marks import TextLine
from outreach_app.handouts.papers import LETTER
from outreach_app.handouts.press import pages_of, press
from outreach_app.handouts.shaping import shaped, width_of
from tests.handouts.reading import codes_on, language_of
from tests.handouts.samples import arabic

MIXED = ("Maria", "988", "مكتب", "(2026)", "202-555-0103", "يُلزم", "—", "«قانون»", "x/y")


def order_of(text: str) -> str:
    """The letters of a right-to-left line as they stand on paper, from left to right."""
    line = shaped(text, Face.REGULAR, is_right_to_left=True)
    told = {(cut, code): letters for cut, meanings in line.meanings for code, letters in meanings.items()}
    seen = []
    for piece in line.pieces:
        for show, _rise in piece.strokes:
            for run in show.split("<")[1:]:
                codes = run.split(">")[0]
                seen += [told[piece.cut, int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4)]
    return "".join(seen)


def test_a_phone_number_in_an_arabic_line_is_read_from_its_first_digit():
    assert "202-224-3121" in order_of("رقم 202-224-3121 يصلك")


def test_an_address_and_a_bill_keep_their_own_direction():
    assert "report.cybertip.org/now" in order_of("اكتب report.cybertip.org/now الآن")
    assert "S. 1829 (STOP CSAM Act)" in order_of("دعم S. 1829 (STOP CSAM Act) الآن")


def test_arabic_words_run_from_right_to_left():
    assert order_of("من مكتب") == "بتكم نم"


def test_a_letter_is_one_glyph_to_whoever_copies_it_and_its_dots_are_drawn_beside():
    line = shaped("ب", Face.REGULAR, is_right_to_left=True)

    assert [list(meanings.values()) for _cut, meanings in line.meanings] == [["ب"]]
    assert len(line.dots) == 1


def test_letters_that_share_a_body_have_codes_of_their_own():
    codes = {letter: list(shaped(letter, Face.BOLD, is_right_to_left=True).meanings[0][1]) for letter in "بتثنيئ"}

    assert len({code for each in codes.values() for code in each}) == len(codes)


def test_latin_letters_are_kerned():
    assert width_of("AV", Face.REGULAR) < width_of("A", Face.REGULAR) + width_of("V", Face.REGULAR)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Maria", "988", "مكتب", "(2026)", "202-555-0103", "يُلزم", "—", "«قانون»", "x/y"]), min_size=1
    ).map(" ".join)
)
def test_every_line_keeps_all_its_letters_in_either_direction(text):
    for is_right_to_left in (True, False):
        line = shaped(text, Face.REGULAR, is_right_to_left=is_right_to_left)
        told = {letter for _cut, meanings in line.meanings for letters in meanings.values() for letter in letters}

        # A bracket or quotation mark may be seen from its other side.
        marks = set("()«»")
        assert told - marks == set(text) - marks


def test_an_arabic_page_copies_out_in_order_says_its_language_and_scans():
    pdf = press(arabic(), LETTER)
    with pypdfium2.PdfDocument(pdf) as document:
        copied = document[0].get_textpage().get_text_range()

    assert language_of(pdf) == "ar"
    assert "https://example.org/takeitdown" in codes_on(pdf, 150)
    places = [copied.index(text) for text in ("أزيلوه ولا تدعوه يعود", "من يمثلونك", "ماذا تقول", "المساعدة لك")]
    assert places == sorted(places)
    assert "202-224-3121" in copied
    assert "example.org/takeitdown" in copied


def test_another_reader_copies_arabic_sentences_whole(tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed here")
    (tmp_path / "page.pdf").write_bytes(press(arabic(), LETTER))

    read = subprocess.run(["pdftotext", str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True).stdout
    plain = "".join(letter for letter in read if letter not in "\u200e\u200f\u202a\u202b\u202c")

    # It sets full stops between two of its own direction marks, so whole runs of words are compared.
    assert "انتظر حتى يردوا" in plain
    assert "يمكنك ترك رسالة صوتية" in plain
    assert "لإزالة مواد الاعتداء الجنسي على الأطفال" in plain


def test_a_right_to_left_page_is_mirrored():
    (page,) = pages_of(arabic(), LETTER)
    headline = next(
        mark for mark in page.panels[0].marks if isinstance(mark, TextLine) and mark.text.startswith("أزيلوه")
    )

    assert headline.x + headline.width == pytest.approx(LETTER.width - LETTER.margin, abs=0.01)
