"""Links, days, colours and letters of a pack: each that cannot stand is said with file and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.safety import heaps_marks
from tests.campaign.packs import ENGLISH, SETTINGS, add, change, errors, only_error, put_first, said, warnings


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("http://example.org/", "A link starts with https:// and no other way."),
        ("javascript:alert(1)", "A link starts with https:// and no other way."),
        ("HTTPS://example.org/", "A link starts with https:// and no other way."),
        ("https://user@example.org/", "A link may not hold a user name before its host."),
        ("https://childfund.org:secret@example.org/", "A link may not hold a user name before its host."),
        ("https://203.0.113.7/", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://[2001:db8::1]/", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://2130706433/", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://0x7f.1/", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://localhost/", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://", "A link names its host in letters, such as www.example.org, and never by number."),
        ("https://example.org:8443/", "A link may not name a port."),
        ("https://example.org:999999/", "This is no web address. Copy it again from the browser."),
        ("https://[::1/", "This is no web address. Copy it again from the browser."),
        ("https://exämple.org/", "The link holds a character that no address has."),
        ("https://example.org/a b", "The link holds a character that no address has."),
        ("https://example.org\\\\@evil.example/", "The link holds a character that no address has."),
        ("https://example.org/" + "a" * 300, "This may have at most 200 characters."),
    ],
)
def test_a_link_that_may_not_stand(pack: Path, link: str, sentence: str) -> None:
    change(
        pack,
        SETTINGS,
        'url = "https://takeitdown.childfund.org/"\nas_of = 2026-11-22\nexpires = 2027',
        f'url = "{link}"\nas_of = 2026-11-22\nexpires = 2027',
    )
    found = said(errors(pack))
    assert found[0][:2] == (SETTINGS, "page.url")
    assert found[0][2].startswith(sentence)


def test_a_link_in_punycode_is_welcome(pack: Path) -> None:
    change(pack, SETTINGS, 'url = "https://takeitdown.childfund.org/"', 'url = "https://xn--exmple-cua.org/"')
    assert read_campaign(pack).page == "https://xn--exmple-cua.org/"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ('"2026-05-19"', "This must be a day such as 2026-11-22, without quotation marks."),
        ("2026-05-19T10:00:00", "This must be a day such as 2026-11-22, without quotation marks."),
        ("20260519", "This must be a day such as 2026-11-22, without quotation marks."),
    ],
)
def test_a_day_that_is_no_day(pack: Path, written: str, sentence: str) -> None:
    change(pack, SETTINGS, "as_of = 2026-05-19", f"as_of = {written}")
    assert only_error(pack) == (SETTINGS, "facts.tida.as_of", sentence)


def test_a_day_the_calendar_does_not_have(pack: Path) -> None:
    change(pack, SETTINGS, "as_of = 2026-05-19", "as_of = 2026-02-30")
    assert "is not written as TOML" in only_error(pack)[2]


def test_an_expiry_before_the_source(pack: Path) -> None:
    change(pack, SETTINGS, "expires = 2027-06-30", "expires = 2025-06-30")
    assert only_error(pack) == (SETTINGS, "facts.removal.expires", "This day lies before the day the source speaks of.")


def test_an_expiry_must_be_said_aloud(pack: Path) -> None:
    change(pack, SETTINGS, "expires = 2027-06-30\n", "")
    assert only_error(pack) == (SETTINGS, "facts.removal.expires", "This key is missing.")


def test_a_date_still_to_come_is_worth_a_look(pack: Path) -> None:
    change(pack, SETTINGS, "as_of = 2026-05-19", "as_of = 2029-05-19")
    assert "facts.tida" in {problem.key for problem in warnings(pack, date(2026, 12, 1))}


def test_a_pack_whose_facts_all_expire_is_worth_a_look(pack: Path) -> None:
    text = (pack / SETTINGS).read_text().replace('expires = "never"', "expires = 2028-01-01")
    (pack / SETTINGS).write_text(text)
    assert "After 2028-01-01 no fact is left to show. Add one that never expires." in [
        text for _file, key, text in said(warnings(pack)) if key == "facts"
    ]


@pytest.mark.parametrize("color", ["red", "#12345", "#GG0000", "0B5C57", "#0B5C5712"])
def test_a_colour_that_is_none(pack: Path, color: str) -> None:
    add(pack, SETTINGS, f'\n[theme.light]\naccent = "{color}"\n')
    assert only_error(pack) == (
        SETTINGS,
        "theme.light.accent",
        "A colour is written as # and six digits, such as #0B5C57.",
    )


def test_colours_too_close_to_tell_apart_name_the_pair(pack: Path) -> None:
    add(pack, SETTINGS, '\n[theme.light]\non_dawn = "#FFFFFF"\n')
    file, key, text = only_error(pack)
    assert (file, key) == (SETTINGS, "theme.light")
    assert text.startswith("on_dawn on dawn has a contrast of 1.")
    assert text.endswith("and people need 4.5.")


def test_colours_that_can_be_told_apart_are_taken(pack: Path) -> None:
    add(pack, SETTINGS, '\n[theme.light]\naccent = "#003a6b"\naccent_press = "#002a50"\n')
    assert read_campaign(pack).palettes == {"light": {"accent": "#003A6B", "accent_press": "#002A50"}}


def test_a_role_or_scheme_that_is_not_known(pack: Path) -> None:
    add(pack, SETTINGS, '\n[theme.light]\nacent = "#003A6B"\n[theme.night]\npaper = "#000000"\n')
    assert [key for _file, key, _text in said(errors(pack))] == ["theme.light.acent", "theme.night"]


@pytest.mark.parametrize("code", ["\\u202e", "\\u2066", "\\u200b", "\\u0007", "\\ufeff", "\\t", "\\r", "\\U000e0041"])
def test_a_character_nobody_can_see(pack: Path, code: str) -> None:
    change(pack, ENGLISH, 'title = "Get help"', f'title = "Get{code} help"')
    file, key, text = only_error(pack)
    assert (file, key) == (ENGLISH, "help.title")
    assert text.startswith("This holds a character nobody can see (U+")


def test_letters_of_other_scripts_and_their_joiners_are_welcome(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"', 'title = "کمک می\u200cخواهم"')
    assert errors(pack) == []


def test_a_hidden_character_in_a_key_never_reaches_the_terminal(pack: Path) -> None:
    put_first(pack, SETTINGS, '"a\\u001b[2J" = 1\n')
    assert only_error(pack)[1] == "a?[2J"


@pytest.mark.parametrize(("file", "key"), [(ENGLISH, "name"), (SETTINGS, "organisation")])
def test_marks_heaped_on_a_letter_would_cover_other_lines(pack: Path, file: str, key: str) -> None:
    old = 'name = "Take It Down"' if file == ENGLISH else 'organisation = "ChildFund International"'
    change(pack, file, old, f'{key} = "Take i' + "\u0301" * 9 + 't"')
    found = only_error(pack)
    assert found[:2] == (file, key)
    assert found[2].startswith("Too many marks stand on one letter")


@pytest.mark.parametrize("text", ["שָׁ֑לוֹם", "مَدْرَسَةٌ", "Vie\u0302\u0323t", "e" + "\u0301" * 8])
def test_marks_that_a_writing_needs_stay(text: str) -> None:
    assert not heaps_marks(text)
