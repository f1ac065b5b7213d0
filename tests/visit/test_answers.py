"""What hurried people type: made tidy quietly, or answered with a sentence that says the fix."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from outreach_app.errors import Message
from outreach_app.language import Tongue
from outreach_app.visit.answers import (
    LONGEST_NAME,
    Answer,
    check_age,
    check_email,
    check_mobile,
    check_name,
    check_zip,
    tidy,
)

CHECKS = (check_name, check_email, check_zip, check_mobile)
ADDRESS_LIKE = some.text("aZ9.,@ -_+\u200b\u202e＠ñ🙂'\"<>:;", max_size=40)
NUMBER_LIKE = some.text("0123456789Oo ()-+.\u200f４٣x", max_size=24)
TYPED = some.one_of(some.text(max_size=60), ADDRESS_LIKE, NUMBER_LIKE)


def fault_of(answer: Answer) -> str:
    assert answer.fault is not None, f"{answer.text!r} was taken"
    return str(answer.fault)


def taken(answer: Answer) -> str:
    assert answer.fault is None, str(answer.fault)
    return answer.text


@pytest.mark.parametrize(
    "typed",
    [
        " maria@gmail.com",
        "maria@gmail.com  ",
        "maria@gmail,com",
        "maria@gmail;com",
        "maria@gmail.com.",
        "maria@gmail. com",
        "maria @ gmail.com",
        "mailto:maria@gmail.com",
        "MAILTO:maria@gmail.com",
        "<maria@gmail.com>",
        '"maria@gmail.com",',
        "maria＠gmail．com",
        "\u202amaria@gmail.com\u202c",
        "ma\u200bria@gmail.com\ufeff",
        "maria@gmail.com🙂",
        "maria@gmail.com\r\n",
        "\tmaria@gmail.com",
        "maria@GMAIL.com",
    ],
)
def test_an_address_is_made_tidy_quietly(typed):
    assert taken(check_email(typed, is_required=True)) == "maria@gmail.com"


@pytest.mark.parametrize(
    "address",
    ["maria.lopez+table@mail.example.org", "o'brien@example.org", "a^b`c@example.org", "a@x.org", "josé@example.org"],
)
def test_an_odd_but_right_address_stays_as_it_is(address):
    assert taken(check_email(address, is_required=True)) == address


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("maria", "Add the @ and the part after it, such as gmail.com"),
        ("maria@", "Add the part after the @, such as gmail.com"),
        ("maria@.", "Add the part after the @, such as gmail.com"),
        ("@gmail.com", "Add the part before the @"),
        ("maria@x@gmail.com", "An email has only one @"),
        ("maria@gmail", "Add the ending, such as .com or .org"),
        ("maria@gmail..com", "Check this email: one part of it does not look right"),
        ("maria lopez@gmail.com", "Check this email: one part of it does not look right"),
        ("maria@gmail.c", "Add the ending, such as .com or .org"),
        ("a" * 10_000 + "@gmail.com", "Check this email: one part of it does not look right"),
        ("a" * 10_000, "Add the @ and the part after it, such as gmail.com"),
        ("🙂", "Write your email here"),
        ("", "Write your email here"),
    ],
)
def test_an_address_that_needs_mending_gets_a_sentence_that_says_how(typed, sentence):
    assert fault_of(check_email(typed, is_required=True)) == sentence


def test_mailto_in_the_middle_of_an_address_is_not_cut_out():
    assert check_email("amailto:b@example.org", is_required=True).text != "ab@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "43215",
        " 43215 ",
        "4 3 2 1 5",
        "43215-1234",
        "432151234",
        "43215 1234",
        "43215–1234",
        "43215.",
        "４３２１５",
        "٤٣٢١٥",
        "\u200f43215",
        "4️⃣3️⃣2️⃣1️⃣5️⃣",
    ],
)
def test_a_zip_is_made_tidy_quietly(typed):
    assert taken(check_zip(typed, is_required=True)) == "43215"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("4321S", "A ZIP code has only numbers"),
        ("4321O", "A ZIP code has only numbers"),
        ("OH 43215", "A ZIP code has only numbers"),
        ("4321", "Add one more number"),
        ("4", "Add 4 more numbers"),
        ("432156", "A ZIP code has five numbers"),
        ("1" * 10_000, "A ZIP code has five numbers"),
        ("-", "Write your ZIP code here"),
    ],
)
def test_a_zip_that_needs_mending_gets_a_sentence_that_says_how(typed, sentence):
    assert fault_of(check_zip(typed, is_required=True)) == sentence


@pytest.mark.parametrize(
    "name",
    [
        "Ada",
        "O",
        "Ñ",
        "李",
        "Jean-Luc",
        "D'Angelo",
        "D’Angelo",
        "María del Carmen",
        "Zoë",
        "Иван",
        "محمد",
        "שרה",
        "ไพลิน",
        "प्रिया",
        "Nguyễn",
        "Dr. Ruiz, Jr.",
        "A" * LONGEST_NAME,
    ],
)
def test_a_name_in_any_script_stays_as_it_is(name):
    assert taken(check_name(name, is_required=True)) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  Ada   Maria ", "Ada Maria"),
        ("Ada🙂", "Ada"),
        ("👩🏽‍🏫 Ada ✊🏿", "Ada"),
        ("\u202eAda\u202c", "Ada"),
        ("A\u200bd\u2060a\ufeff", "Ada"),
        ("Jose\u0301", "José"),
        ("Jose\u200b\u0301", "José"),
        ("Ada\nMaria", "Ada Maria"),
        ("Ada\x00\x1b[31m", "Ada[31m"),
        ("O´Brien", "O'Brien"),
        ("D`Angelo", "D'Angelo"),
        ("Ada " * 2_500, ("Ada " * 20).strip()),
    ],
)
def test_a_name_is_made_tidy_quietly(typed, meant):
    assert taken(check_name(typed, is_required=True)) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write your name here"),
        ("   ", "Write your name here"),
        ("🙂🙂", "Write your name here"),
        ("\u3164\u115f", "Write your name here"),
        ("12345", "Write your name with letters"),
        ("--", "Write your name with letters"),
        ("maria@gmail.com", "This looks like an email. Write your name here"),
    ],
)
def test_a_name_that_needs_mending_gets_a_sentence_that_says_how(typed, sentence):
    assert fault_of(check_name(typed, is_required=True)) == sentence


@pytest.mark.parametrize(
    "typed",
    [
        "6142243121",
        "(614) 224-3121",
        "614.224.3121",
        "1 614 224 3121",
        "+1 614-224-3121",
        "６１４２２４３１２１",
        "٦١٤٢٢٤٣١٢١",
        "\u202d614-224-3121\u202c",
    ],
)
def test_a_mobile_number_is_kept_in_one_form(typed):
    assert taken(check_mobile(typed, is_required=True)) == "+16142243121"


def test_a_mobile_number_of_another_country_is_kept_with_its_country_code():
    assert taken(check_mobile("+52 55 1234 5678", is_required=True)) == "+525512345678"


@pytest.mark.parametrize("typed", ["614", "911", "0000000000", "my phone", "6" * 10_000, "+999 1"])
def test_a_mobile_number_that_needs_mending_gets_a_sentence_that_says_how(typed):
    assert fault_of(check_mobile(typed, is_required=True)) == "Check this number: area code first, ten numbers in all"


@pytest.mark.parametrize("check", CHECKS)
def test_an_empty_field_is_a_fault_only_where_it_must_be_filled(check):
    assert check("", is_required=False) == Answer("")
    assert fault_of(check("", is_required=True)).startswith("Write your ")


@pytest.mark.parametrize("check", CHECKS)
@given(typed=TYPED, is_required=some.booleans())
@example(typed="A\u200b\u0301", is_required=True)
@example(typed="a@\u2f46.com", is_required=True)
def test_whatever_is_typed_becomes_a_tidy_text_or_a_sentence(check, typed, is_required):
    answer = check(typed, is_required=is_required)
    assert is_tidy(answer.text)
    if answer.fault is None:
        assert check(answer.text, is_required=is_required) == answer
        assert answer.text or not is_required
    else:
        assert isinstance(answer.fault, Message)
        for language in ("en", "es"):
            assert "{" not in Tongue(language).say(answer.fault)
        for value in answer.fault.values.values():
            assert not isinstance(value, str), "a sentence must hold nothing that was typed"


@given(some.text())
@example("\u00c5\u200b\u0323")
def test_tidying_twice_changes_nothing_more(text):
    once = tidy(text)
    assert tidy(once) == once
    assert is_tidy(once)


def is_tidy(text: str) -> bool:
    """Nothing unseen, no direction marks, no control characters, one form of each letter, single spaces."""
    unseen = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    return (
        not any(unicodedata.category(character) in unseen for character in text)
        and unicodedata.is_normalized("NFC", text)
        and text == text.strip()
        and "  " not in text
    )


@pytest.mark.parametrize(("digits", "meets"), [("17", False), ("18", True), ("1", False), ("120", True), ("018", True)])
def test_an_age_meets_the_limit_or_not(digits, meets):
    assert check_age(digits, 18) is meets


@pytest.mark.parametrize("digits", ["", "0", "000", "121", "999", "²", "x", "-5", "1 8", "9" * 5000])
def test_what_is_no_age_is_neither(digits):
    assert check_age(digits, 18) is None


@given(some.text())
def test_an_age_never_raises(text):
    assert check_age(text, 18) in (True, False, None)


@pytest.mark.parametrize("typed", ["www.example.org", "https://example.org/ada", "example.com", "takeitdown.org/ada"])
def test_a_web_address_is_no_name(typed):
    assert "web address" in fault_of(check_name(typed, is_required=True))


@pytest.mark.parametrize("typed", ["J.R. Ewing", "Mary-Jo", "O'Brien", "Ada B.", "St. John", "Dr.Ada", "12 Ada", "Io"])
def test_a_name_with_stops_or_numbers_in_it_is_a_name(typed):
    assert taken(check_name(typed, is_required=True))


@pytest.mark.parametrize("typed", ["00000", "00012", "00000-1234", "000001234"])
def test_a_zip_that_no_place_has_is_asked_about_again(typed):
    assert "no place has it" in fault_of(check_zip(typed, is_required=True))


def test_the_lowest_zip_there_is_is_taken():
    assert taken(check_zip("00501", is_required=True)) == "00501"
