import os
import shutil
import subprocess
from dataclasses import replace

import pypdfium2
import pytest

from outreach_app.domain.handout import Handout, PrintedLine
from outreach_app.errors import HandoutError
from outreach_app.handouts.papers import A4, LETTER, paper_named
from outreach_app.handouts.press import press, press_batch
from tests.handouts.reading import codes_on, fonts_on, language_of, words_on
from tests.handouts.samples import EVERY_SAMPLE, code, english, spanish, split

DENSEST = ("english-3", "english-split-six", "spanish-6", "spanish-none")


READ_BACK = ("english-1", "english-2", "english-4", "english-split", "english-no-script", "spanish-3")


def payloads(handout: Handout, *, with_extras: bool = False) -> list[str]:
    """What the codes of a page must say; its extras are the codes that dial and the one that shares."""
    codes = [lawmaker.code for lawmaker in handout.lawmakers if lawmaker.code]
    if with_extras:
        codes += [lawmaker.call for lawmaker in handout.lawmakers if lawmaker.call]
        codes += [handout.share.code] if handout.share and handout.share.code else []
    return sorted(code.payload for code in (*codes, *handout.extra_codes, handout.main_code))


def is_read_back(handout: Handout, read: list[str]) -> bool:
    """Whether every code was read, on a page that has its extras or on one that had no room for them."""
    return read in (payloads(handout), payloads(handout, with_extras=True))


def sentences(handout: Handout) -> list[str]:
    """All texts of a handout as a person reads them from top to bottom."""
    texts = [handout.wordmark, handout.corner, handout.headline, handout.ask, handout.lawmakers_heading]
    texts.append(handout.lawmakers_note)
    for extra in handout.extra_codes:
        texts += [extra.purpose, extra.address]
    for person in handout.lawmakers:
        texts += [person.name, person.title, person.remark, person.phone]
        texts += [person.code.purpose, person.code.address] if person.code else []
    texts += [handout.list_note, handout.script_heading, *(line.text for line in handout.script)]
    texts += [handout.main_code.purpose, handout.main_code.address, handout.help_heading]
    for helpline in handout.helplines:
        texts += [helpline.label, helpline.headline, helpline.note]
    return [text for text in texts if text]


@pytest.mark.parametrize("name", READ_BACK)
def test_every_code_of_a_sample_is_read_back_from_a_coarse_print(name):
    handout = EVERY_SAMPLE[name]

    assert is_read_back(handout, codes_on(press(handout, A4), 150))


@pytest.mark.parametrize("dots_per_inch", [200, 300])
def test_every_code_of_the_densest_page_is_read_back_from_a_finer_print(dots_per_inch):
    assert is_read_back(spanish(6), codes_on(press(spanish(6), LETTER), dots_per_inch))


def test_three_lawmakers_have_codes_to_call_and_to_write_and_words_to_share():
    pdf = press(english(3), LETTER)

    assert codes_on(pdf, 150) == payloads(english(3), with_extras=True)
    assert sum(payload.startswith("tel:+1202555") for payload in codes_on(pdf, 150)) == 3
    assert "Wordstoshare" in "".join(words_on(pdf))


@pytest.mark.parametrize("name", ["english-4", "spanish-6", "english-split-six"])
def test_the_text_copies_out_whole_and_in_the_order_in_which_it_is_read(name):
    # Long addresses go over two lines, so letters are compared and not words.
    copied = "".join(words_on(press(EVERY_SAMPLE[name], LETTER)))

    assert copied == "".join("".join(text.split()) for text in sentences(EVERY_SAMPLE[name]))


@pytest.mark.parametrize(("paper", "points"), [(LETTER, (612.0, 792.0)), (A4, (595.276, 841.89))])
def test_a_handout_is_one_page_of_exactly_the_papers_size(paper, points):
    with pypdfium2.PdfDocument(press(spanish(6), paper)) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx(points, abs=0.01)


def test_the_file_names_its_language_and_title_and_nobody():
    pdf = press(spanish(2), LETTER)
    with pypdfium2.PdfDocument(pdf) as document:
        about = document.get_metadata_dict()

    assert language_of(pdf) == "es"
    assert about["Title"] == "Una hoja para llevar a casa"
    assert (about["Author"], about["Creator"], about["Subject"], about["Keywords"]) == ("", "", "", "")
    assert about["CreationDate"].startswith("D:2000")


def test_every_font_is_embedded_and_only_with_the_letters_in_use():
    pdf = press(english(3), LETTER)

    embedded = fonts_on(pdf)
    assert embedded
    assert all(embedded)
    assert b"Helvetica" not in pdf
    assert len(pdf) < 60_000


def test_the_same_handout_gives_the_same_bytes():
    assert press(english(3), LETTER) == press(english(3), LETTER)


def test_what_is_drawn_is_compressed():
    pdf = press(english(6), LETTER)

    assert b" re " not in pdf
    assert b" Tm" not in pdf
    assert len(pdf) < 40_000


@pytest.mark.parametrize("name", DENSEST)
def test_another_programs_check_finds_nothing_wrong(name, tmp_path):
    if shutil.which("qpdf") is None:
        if os.environ.get("CI"):
            pytest.fail("qpdf is missing; the checks of this project's CI need it")
        pytest.skip("qpdf is not installed here")
    file = tmp_path / "page.pdf"
    file.write_bytes(press(EVERY_SAMPLE[name], LETTER))

    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_many_pages_share_one_typeface():
    handouts = [english(count) for count in range(1, 7)]

    pdf = press_batch(handouts, LETTER)

    assert len(pdf) < len(press(english(6), LETTER)) + 5 * 11_000
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 6
    assert is_read_back(handouts[4], codes_on(pdf, 150, page=4))


def test_pages_of_two_languages_are_not_mixed_in_one_file():
    with pytest.raises(HandoutError, match="several languages"):
        press_batch([english(1), spanish(1)], LETTER)


def test_no_handout_is_no_file():
    with pytest.raises(HandoutError, match="no handout"):
        press_batch([], LETTER)


def test_a_lawmaker_without_phone_or_code_still_has_a_card():
    bare = replace(english(3).lawmakers[0], phone=None, code=None, call=None)
    handout = replace(english(3), lawmakers=(bare, *english(3).lawmakers[1:]))

    pdf = press(handout, LETTER)

    assert is_read_back(handout, codes_on(pdf, 150))
    assert "202-555-0103" not in words_on(pdf)
    press(replace(english(1), lawmakers=(bare,)), LETTER)
    press(replace(english(3), lawmakers=(bare, bare, bare)), LETTER)


def test_a_link_too_long_to_scan_well_is_refused_with_a_sentence():
    dense = code("https://example.org/" + "a" * 260, "Write to this office")
    lawmaker = replace(english(1).lawmakers[0], code=dense)

    with pytest.raises(HandoutError, match=r"scans well on letter\. Use a link of at most 251 letters"):
        press(replace(english(1), lawmakers=(lawmaker,)), LETTER)


def test_texts_too_long_for_one_page_are_refused_with_a_sentence():
    endless = tuple(PrintedLine("“I am asking you to make it a duty in law.”") for _ in range(60))

    with pytest.raises(HandoutError, match="too long for one page"):
        press(replace(english(3), script=endless), LETTER)


def test_letters_the_typeface_lacks_are_refused_rather_than_printed_as_boxes():
    with pytest.raises(HandoutError, match="Latin or Arabic letters"):
        press(replace(english(3), headline="撤下"), LETTER)


def test_seven_long_spanish_cards_are_more_than_a_page_and_say_so():
    with pytest.raises(HandoutError, match="too long for one page"):
        press(split(spanish(6)), LETTER)


def test_papers_are_found_by_name():
    assert paper_named("a4") is A4
    with pytest.raises(HandoutError, match="no paper called papyrus"):
        paper_named("papyrus")
