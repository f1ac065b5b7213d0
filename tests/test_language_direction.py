"""Arabic: which way it runs, how it counts, and how names and numbers stand whole in its sentences."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.domain.wording import Wording
from outreach_app.language import Direction, Month, Tongue, _, direction_of, ngettext, runs_from_the_right
from tests.test_language import refresh

ARABIC, ENGLISH, SPANISH = Tongue("ar"), Tongue("en"), Tongue("es")
FIRST_STRONG, LEFT_TO_RIGHT, END = "\u2068", "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("ar", Direction.RIGHT_TO_LEFT),
        ("ar-EG", Direction.RIGHT_TO_LEFT),
        ("he", Direction.RIGHT_TO_LEFT),
        ("en", Direction.LEFT_TO_RIGHT),
        ("pt-BR", Direction.LEFT_TO_RIGHT),
        ("", Direction.LEFT_TO_RIGHT),
    ],
)
def test_a_language_runs_one_way(code, direction):
    assert direction_of(code) is direction


def test_a_text_shows_which_way_its_letters_run():
    assert runs_from_the_right("12 مكتبة")
    assert not runs_from_the_right("Öffnen 12")


@pytest.mark.parametrize("value", ["202-555-0143", "Maria Aldous", "ada@example.org", 1284])
def test_a_latin_value_is_kept_whole_in_an_arabic_sentence(value):
    said = ARABIC.say(_("Or call {phone}.", phone=value))
    assert f"{FIRST_STRONG}{ARABIC.say(value)}{END}" in said


def test_an_arabic_value_needs_no_mark_in_an_arabic_sentence_and_one_in_an_english_one():
    said = _("Source: {name}", name="مكتبة ريفربند")
    assert ARABIC.say(said) == "المصدر: مكتبة ريفربند"
    assert ENGLISH.say(said) == f"Source: {FIRST_STRONG}مكتبة ريفربند{END}"


def test_english_and_spanish_sentences_hold_no_mark_that_nobody_sees():
    for tongue in (ENGLISH, SPANISH):
        said = tongue.say(_("Or call {phone}.", phone="202-555-0143"))
        assert not {FIRST_STRONG, LEFT_TO_RIGHT, END} & set(said)


@pytest.mark.parametrize("number", ["503-555-0142", "(503) 555-0142", "+1 503 555 0142", "1-800-422-4453", "24/7"])
def test_a_number_written_in_a_packs_arabic_text_keeps_its_parts_in_order(number):
    text = Wording({"en": "x", "ar": f"اتصل بالرقم {number} الآن."}, "en")
    assert ARABIC.say(text) == f"اتصل بالرقم {LEFT_TO_RIGHT}{number}{END} الآن."
    assert ENGLISH.say(text) == "x"


@pytest.mark.parametrize("text", ["3 من كل 5", "في عام 2026. 12 شخصًا", "1,940"])
def test_numbers_that_are_no_parts_of_one_stay_as_they_are(text):
    assert ARABIC.say(Wording({"ar": text}, "ar")) == text


def test_arabic_bends_a_sentence_in_six_ways():
    said = [
        ARABIC.say(ngettext("Add one more number", "Add {count} more numbers", count)) for count in (1, 2, 3, 11, 100)
    ]
    assert len(set(said)) == 5
    assert said[0] == "أضف رقمًا واحدًا"
    assert said[1] == "أضف رقمين"
    assert "أرقام" in said[2]
    assert "رقمًا" in said[3]


def test_days_months_and_counts_are_said_with_the_digits_that_stand_on_the_pad():
    assert ARABIC.say(date(2026, 11, 22)) == "22 نوفمبر 2026"
    assert ARABIC.say(Month(date(2026, 11, 22))) == "نوفمبر 2026"
    assert ARABIC.say(1284) == "1,284"


def test_a_language_of_visitors_alone_must_have_their_side_and_may_lack_the_staffs():
    catalog = refresh.in_step("ar", refresh.sentences(), "")
    missing = set(refresh.wanting(catalog))
    assert {"Touch to begin", "Thank you.", "Write your email here", "What to say when you call"} <= missing
    staffs = {
        refresh.text_of(message)
        for message in catalog
        if message.id and all("/office/" in file or "/cli/" in file for file, _line in message.locations)
    }
    assert staffs
    assert not staffs & missing
    spanish = refresh.in_step("es", refresh.sentences(), "")
    assert missing < set(refresh.wanting(spanish)), "Spanish has the whole program"
