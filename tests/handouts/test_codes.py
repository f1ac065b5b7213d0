import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from outreach_app.errors import HandoutError
from outreach_app.handouts.codes import QUIET_ZONE, CodeMatrix, Level, code_matrix

LINK_LETTERS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=150)


def picture_of(matrix: CodeMatrix, dots: int = 4) -> Image.Image:
    """The code drawn from its runs alone, as paper and screen draw it."""
    side = matrix.size_with_quiet_zone * dots
    picture = Image.new("L", (side, side), 255)
    for x, y, width in matrix.runs():
        left, top = (x + QUIET_ZONE) * dots, (y + QUIET_ZONE) * dots
        picture.paste(0, (left, top, left + width * dots, top + dots))
    return picture


@given(payload=LINK_LETTERS, level=st.sampled_from(Level))
def test_whatever_a_code_says_is_read_back_letter_by_letter(payload, level):
    (found,) = zxingcpp.read_barcodes(picture_of(code_matrix(payload, level)))

    assert found.text == payload


@pytest.mark.parametrize("payload", ["U" * 90, "3" * 90, "/" * 90, " " * 90, "https://example.org/?" + "%20" * 20])
def test_a_monotonous_link_reads_as_well_as_any(payload):
    (found,) = zxingcpp.read_barcodes(picture_of(code_matrix(payload)))

    assert found.text == payload


def test_runs_cover_the_dark_modules_and_never_touch_each_other():
    matrix = code_matrix("https://example.org/oh-3")
    covered = [(x + step, y) for x, y, width in matrix.runs() for step in range(width)]
    dark = [(x, y) for y, row in enumerate(matrix.rows) for x, is_dark in enumerate(row) if is_dark]

    assert sorted(covered) == sorted(dark)
    assert not [run for run in matrix.runs() if (run[0] + run[2], run[1]) in set(covered)]


def test_the_same_link_is_worked_out_once():
    assert code_matrix("https://example.org/once") is code_matrix("https://example.org/once")


def test_a_folding_paper_gets_a_denser_code_of_the_same_link():
    link = "https://example.org/folded-paper-and-more"

    assert code_matrix(link, Level.Q).version > code_matrix(link, Level.M).version


@pytest.mark.parametrize("payload", ["", "x" * 2_400])
def test_a_code_that_cannot_be_made_is_refused_with_a_sentence(payload):
    with pytest.raises(HandoutError, match=r"shorter link|no link"):
        code_matrix(payload)
