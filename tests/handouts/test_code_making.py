import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode
from qrcode.util import lost_point

from outreach_app.handouts.code_making import modules_of
from outreach_app.handouts.code_masks import MaskJudge
from outreach_app.handouts.codes import Level

DIGITS_AND_CAPITALS = st.one_of(
    st.text("0123456789", min_size=1, max_size=60),
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=1, max_size=60),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=60),
    st.text(min_size=1, max_size=15),
)
PAYLOADS = st.lists(DIGITS_AND_CAPITALS, min_size=1, max_size=3).map("".join)


def by_the_library(payload, level):
    code = QRCode(error_correction=level.value)
    code.add_data(payload)
    code.make()
    return code.modules


def as_number(modules):
    return int("".join("1" if module else "0" for row in modules for module in row), 2)


@settings(max_examples=60)
@given(payload=PAYLOADS, level=st.sampled_from(Level))
def test_a_code_is_the_librarys_own_with_its_own_best_mask(payload, level):
    assert [list(row) for row in modules_of(payload, level.value)] == by_the_library(payload, level)


@pytest.mark.parametrize(("letters", "level"), [(200, Level.M), (330, Level.Q), (700, Level.M), (1_100, Level.Q)])
def test_a_long_text_in_many_blocks_is_the_librarys_own(letters, level):
    text = "".join(chr(97 + place * place % 26) for place in range(letters))

    assert [list(row) for row in modules_of(text, level.value)] == by_the_library(text, level)


@given(st.data(), st.integers(11, 40))
def test_a_masks_loss_is_the_librarys_for_any_modules(data, size):
    rows = st.integers(0, 2**size - 1) | st.sampled_from([0, 2**size - 1, 0b10111010000, 0b00001011101])
    lines = [f"{data.draw(rows):0{size}b}" for _row in range(size)]
    modules = [[letter == "1" for letter in line] for line in lines]

    assert MaskJudge(size).loss(as_number(modules)) == lost_point(modules)


def test_as_much_as_a_code_can_hold_fits_and_one_letter_more_does_not():
    assert len(modules_of("x" * 2_331, Level.M.value)) == 177
    with pytest.raises(DataOverflowError):
        modules_of("x" * 2_332, Level.M.value)
