"""Codes that people copy by hand: what a slip of the pen does to them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.errors import CodeNotKnown
from outreach_app.pledge_book.bech32 import read_bech32, spell_bech32
from outreach_app.pledge_book.letters import ALPHABET, in_fours, spell
from outreach_app.pledge_book.withdrawal_code import CODE_BYTES, code_from, withdrawal_tag

CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES).map(code_from)


@given(CODES)
def test_a_code_is_sixteen_letters_in_fours_and_a_check_letter(code):
    groups = code.split("-")
    assert [len(group) for group in groups] == [4, 4, 4, 4, 1]
    assert set("".join(groups)) <= set(ALPHABET)


@given(CODES)
def test_a_code_may_be_typed_in_small_letters_with_spaces_and_look_alikes(code):
    typed = " " + code.replace("-", " ").lower().replace("0", "o").replace("1", "l") + "\t"
    assert withdrawal_tag(typed) == withdrawal_tag(code)


@given(CODES, st.integers(0, 16), st.integers(1, 31))
def test_any_one_wrong_letter_is_found(code, place, by):
    letters = list(code.replace("-", ""))
    letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + by) % 32]
    with pytest.raises(CodeNotKnown, match="One letter of this code is not right"):
        withdrawal_tag("".join(letters))


@given(CODES, st.integers(0, 15))
def test_two_neighbours_that_changed_places_are_found(code, place):
    letters = list(code.replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(CodeNotKnown):
        withdrawal_tag("".join(letters))


@pytest.mark.parametrize("typed", ["", "ABCD", "0000-0000-0000-0000-00", "UUUU-UUUU-UUUU-UUUU-U", "é" * 17])
def test_what_is_no_code_is_told_what_one_looks_like(typed):
    with pytest.raises(CodeNotKnown, match="17 letters"):
        withdrawal_tag(typed)


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_a_sentence(typed):
    with suppress(CodeNotKnown):
        assert len(withdrawal_tag(typed)) == 64


@given(CODES, CODES)
def test_different_codes_have_different_tags(one, other):
    assert (withdrawal_tag(one) == withdrawal_tag(other)) == (one == other)


@given(st.binary(min_size=0, max_size=40).filter(lambda data: len(data) % 5 == 0))
def test_bytes_become_letters_of_five_bits_each(data):
    assert len(spell(data)) == len(data) * 8 // 5
    assert in_fours(spell(data)).replace("-", "") == spell(data)


@given(st.sampled_from(["age", "age-secret-key-"]), st.binary(min_size=32, max_size=32))
def test_bech32_is_read_back(prefix, data):
    spelt = spell_bech32(prefix, data)
    assert read_bech32(spelt) == read_bech32(spelt.upper()) == (prefix, data)


@given(st.binary(min_size=32, max_size=32), st.integers(4, 61))
def test_a_wrong_letter_in_bech32_is_found(data, place):
    spelt = spell_bech32("age", data)
    wrong = "q" if spelt[place] != "q" else "p"
    assert read_bech32(spelt[:place] + wrong + spelt[place + 1 :]) is None


def test_the_published_bech32_example_is_read():
    # The shortest valid string of BIP 173.
    assert read_bech32("A12UEL5L") == ("a", b"")
