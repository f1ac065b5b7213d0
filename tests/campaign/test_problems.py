"""Each kind of mistake in a pack is said in a sentence, with the file and the key."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from outreach_app.campaign.reading import read_campaign
from outreach_app.errors import CampaignError
from outreach_app.language import Tongue
from tests.campaign.packs import (
    A_DAY,
    MP4_HEAD,
    PNG_HEAD,
    add,
    change,
    copy_of_the_sample,
    errors,
    put_first,
    said,
    warnings,
)

SETTINGS = "campaign.toml"
ENGLISH = "text/en.toml"
SPANISH = "text/es.toml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_the_sample(tmp_path)


def only_error(pack: Path) -> tuple[str, str, str]:
    """The one error of a pack, having made sure that reading refuses it with the same sentence."""
    found = said(errors(pack))
    assert len(found) == 1, found
    with pytest.raises(CampaignError) as refused:
        read_campaign(pack)
    assert found[0][2] in str(refused.value)
    return found[0]


def test_a_copy_of_the_sample_is_sound(pack: Path) -> None:
    assert errors(pack) == []


def test_a_missing_folder(tmp_path: Path) -> None:
    assert only_error(tmp_path / "nowhere") == (SETTINGS, "", "There is no such folder. Look at the path.")


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("no folder")
    assert only_error(tmp_path / "pack")[2] == "There is no such folder. Look at the path."


def test_a_folder_without_campaign_toml(tmp_path: Path) -> None:
    assert only_error(tmp_path) == (SETTINGS, "", "This file is missing.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read every file")
def test_a_file_nobody_may_open(pack: Path) -> None:
    (pack / SETTINGS).chmod(0)
    assert only_error(pack) == (SETTINGS, "", "This file cannot be read. Check who may open it.")


def test_a_mistake_in_the_toml_names_its_line(pack: Path) -> None:
    put_first(pack, SETTINGS, 'id = "one\n')
    file, _key, text = only_error(pack)
    assert file == SETTINGS
    assert text == "Line 1, column 10 is not written as TOML."


def test_a_file_that_breaks_off(pack: Path) -> None:
    add(pack, SETTINGS, "\nrest = [")
    assert only_error(pack)[2] == "This file ends too early. Look at its last lines."


def test_a_text_file_named_by_no_language(pack: Path) -> None:
    (pack / "text" / "English text.toml").write_text("")
    assert only_error(pack)[2] == "A text file is named by its language, such as en.toml."


def test_a_file_in_another_encoding(pack: Path) -> None:
    (pack / SETTINGS).write_bytes('name = "Señal"'.encode("latin-1"))
    assert only_error(pack)[2] == "This file is not saved as UTF-8. Save it again as UTF-8."


def test_brackets_nested_beyond_reason(pack: Path) -> None:
    (pack / SETTINGS).write_text("a = " + "[" * 5000)
    assert only_error(pack)[2] == "This file is nested or numbered beyond reason."


def test_a_number_beyond_reason(pack: Path) -> None:
    (pack / SETTINGS).write_text("a = " + "1" * 5000)
    assert only_error(pack)[2] == "This file is nested or numbered beyond reason."


def test_a_file_too_large_to_be_text(pack: Path) -> None:
    (pack / SETTINGS).write_text("#" * (1024 * 1024 + 1))
    assert only_error(pack)[2] == "This file is larger than a megabyte, so it is no campaign text."


def test_a_text_missing_in_the_fallback_language(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"\n', "")
    assert only_error(pack) == (ENGLISH, "help.title", "This text is missing.")


def test_a_missing_translation_falls_back_and_is_noted(pack: Path) -> None:
    change(pack, SPANISH, 'title = "Busca ayuda"\n', "")
    assert errors(pack) == []
    assert read_campaign(pack).help_title.in_language("es") == "Get help"
    noted = [one for one in said(warnings(pack)) if one[0] == SPANISH]
    assert noted == [(SPANISH, "help.title", "This text is not translated, so it is shown in the language en.")]


def test_a_language_without_its_file(pack: Path) -> None:
    (pack / SPANISH).unlink()
    assert only_error(pack) == (SPANISH, "", "This file is missing.")


def test_an_unknown_key(pack: Path) -> None:
    put_first(pack, SETTINGS, 'colour = "red"\n')
    assert only_error(pack) == (SETTINGS, "colour", "No such key is known here. Look for a slip of the pen.")


def test_an_unknown_key_deep_inside(pack: Path) -> None:
    change(pack, SETTINGS, 'id = "duty"\n', 'id = "duty"\nsource_url = "https://example.org/"\n')
    assert only_error(pack)[1] == "facts[1].source_url"


def test_a_text_nobody_asks_for(pack: Path) -> None:
    add(pack, ENGLISH, '\n[facts.dutty]\nsentence = "One letter too many."\n')
    file, key, text = only_error(pack)
    assert (file, key) == (ENGLISH, "facts.dutty.sentence")
    assert text.startswith("No such text is known.")


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
    change(pack, SETTINGS, 'page = "https://takeitdown.childfund.org/"', f'page = "{link}"')
    found = said(errors(pack))
    assert found[0][:2] == (SETTINGS, "page")
    assert found[0][2].startswith(sentence)


def test_a_link_in_punycode_is_welcome(pack: Path) -> None:
    change(pack, SETTINGS, 'page = "https://takeitdown.childfund.org/"', 'page = "https://xn--exmple-cua.org/"')
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
    assert only_error(pack) == (SETTINGS, "facts[6].as_of", sentence)


def test_a_day_the_calendar_does_not_have(pack: Path) -> None:
    change(pack, SETTINGS, "as_of = 2026-05-19", "as_of = 2026-02-30")
    assert "is not written as TOML" in only_error(pack)[2]


def test_an_expiry_before_the_source(pack: Path) -> None:
    change(pack, SETTINGS, "expires = 2027-06-30", "expires = 2025-06-30")
    assert only_error(pack) == (SETTINGS, "facts[7].expires", "This day lies before the day the source speaks of.")


def test_an_expiry_must_be_said_aloud(pack: Path) -> None:
    change(pack, SETTINGS, "expires = 2027-06-30\n", "")
    assert only_error(pack) == (SETTINGS, "facts[7].expires", "This key is missing.")


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


def test_a_blank_that_nothing_fills(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"', 'title = "Get help, {name}"')
    assert only_error(pack)[2] == "Nothing fills the blank {name} here. Take it out."


@pytest.mark.parametrize("written", ["{governor}", "{name.__class__}", "{", "}", "{}", "{title!r}", "{name:>999999}"])
def test_a_script_holds_only_the_blanks_it_can_fill(pack: Path, written: str) -> None:
    change(pack, ENGLISH, "“I am asking {title} {name}", "“I am asking " + written)
    file, key, text = only_error(pack)
    assert (file, key) == (ENGLISH, "actions.call.lines[3]")
    assert text.startswith("Nothing fills the blank")


def test_a_script_without_a_bill_may_not_name_one(pack: Path) -> None:
    change(pack, ENGLISH, "I am writing about", "Please support {bill}. I am writing about")
    assert only_error(pack)[1] == "actions.write.lines_without_bill[2]"


def test_a_script_that_names_a_bill_needs_its_variant(pack: Path) -> None:
    for language in (ENGLISH, SPANISH):
        text = (pack / language).read_text(encoding="utf-8")
        start = text.index("lines_without_bill")
        (pack / language).write_text(text[:start] + text[text.index("]\n\n", start) + 3 :], encoding="utf-8")
    assert only_error(pack) == (ENGLISH, "actions.call.lines_without_bill", "This text is missing.")


def test_a_script_that_speaks_where_the_other_language_pauses(pack: Path) -> None:
    change(pack, SPANISH, '{ pause = "Tal vez', '{ say = "Tal vez')
    assert only_error(pack)[:2] == (SPANISH, "actions.call.lines[4]")


def test_a_script_line_of_another_kind(pack: Path) -> None:
    change(pack, ENGLISH, '{ pause = "They may', '{ shout = "They may')
    found = said(errors(pack))
    assert (ENGLISH, "actions.call.lines[4]", 'A line is written { say = "..." } or { pause = "..." }.') in found


def test_a_list_shorter_than_in_the_fallback_language(pack: Path) -> None:
    change(pack, SPANISH, '  "Las leyes cambian cuando mucha gente lo pide. Tú puedes pedirlo.",\n', "")
    assert only_error(pack) == (SPANISH, "slides", "This list has 2 entries and the fallback language has 3.")


def test_a_text_that_is_no_text(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"', "title = 988")
    assert only_error(pack) == (ENGLISH, "help.title", "This must be a text between quotation marks.")


def test_an_empty_text(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"', 'title = "  "')
    assert only_error(pack)[2] == "This must be a text between quotation marks."


def test_two_facts_of_one_name(pack: Path) -> None:
    change(pack, SETTINGS, 'id = "no-search"', 'id = "duty"')
    assert (SETTINGS, "facts[2].id", "Another entry already has this name.") in said(errors(pack))


def test_a_kind_that_is_not_known(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "crisis"', 'kind = "panic"')
    assert only_error(pack)[2] == "This must be one of: crisis, support, report, removal, emergency."


def test_email_is_never_offered_to_members_of_congress(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "contact-form"', 'kind = "email"\nmailbox = "someone@example.org"')
    file, key, text = only_error(pack)
    assert (file, key) == (SETTINGS, "actions[2].roles")
    assert text.startswith("Members of Congress take web forms")


def test_email_to_somebody_else_is_possible(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "contact-form"', 'kind = "email"\nmailbox = "someone@example.org"')
    change(
        pack,
        SETTINGS,
        'mailbox = "someone@example.org"\nroles = ["senator", "representative", "delegate"]',
        'mailbox = "someone@example.org"',
    )
    assert read_campaign(pack).actions[1].url == "mailto:someone@example.org"


def test_a_mailbox_may_not_smuggle_in_more(pack: Path) -> None:
    change(
        pack,
        SETTINGS,
        'kind = "contact-form"\nroles = ["senator", "representative", "delegate"]',
        'kind = "email"\nmailbox = "someone@example.org?bcc=other@example.org"',
    )
    assert only_error(pack) == (
        SETTINGS,
        "actions[2].mailbox",
        "This is no email address. Write it as name@example.org.",
    )


def test_an_emergency_number_has_no_code(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "emergency"', 'kind = "emergency"\ncode = { en = { call = "911" } }')
    assert only_error(pack)[2] == "An emergency number has no code: a stray scan must not call it."


def test_a_helpline_code_does_one_thing(pack: Path) -> None:
    change(pack, SETTINGS, 'en = { call = "988" }', 'en = { call = "988", text = "988" }')
    assert only_error(pack)[1:] == ("helplines[1].code.en", "Give one of call, text or link.")


def test_a_phone_number_that_is_none(pack: Path) -> None:
    change(pack, SETTINGS, 'switchboard = "202-224-3121"', 'switchboard = "tel:202;isub=1"')
    assert only_error(pack)[1] == "switchboard"


def test_a_pledge_without_a_name(pack: Path) -> None:
    change(pack, SETTINGS, '{ kind = "name", required = true }', '{ kind = "name", required = false }')
    assert only_error(pack) == (SETTINGS, "pledge.fields", "A pledge asks for a name, and the name is required.")


def test_email_consent_without_an_email_field(pack: Path) -> None:
    change(pack, SETTINGS, '  { kind = "email", required = false },\n', "")
    assert only_error(pack)[1] == "pledge.consents[1].box"


def test_an_age_beyond_reason(pack: Path) -> None:
    change(pack, SETTINGS, "minimum_age = 18", "minimum_age = 180")
    assert only_error(pack)[2] == "This must be a whole number from 0 to 99."


def test_true_is_no_number(pack: Path) -> None:
    change(pack, SETTINGS, "minimum_age = 18", "minimum_age = true")
    assert only_error(pack)[2] == "This must be a whole number from 0 to 99."


def test_one_bar_compares_nothing(pack: Path) -> None:
    change(pack, SETTINGS, '{ id = "first-half-2024", value = 292951 }, ', "")
    assert (SETTINGS, "facts[3].bars", "One bar compares nothing. Give two or more, or none.") in said(errors(pack))


def test_who_checked_a_fact_comes_with_the_day(pack: Path) -> None:
    change(pack, ENGLISH, "[facts.duty]\n", '[facts.duty]\nchecked_by = "the research desk"\n')
    assert only_error(pack)[2] == "Say both who checked this fact and when, or neither."
    change(pack, SETTINGS, 'id = "duty"\n', 'id = "duty"\nchecked_on = 2026-11-20\n')
    assert str(read_campaign(pack).facts[0].checked_by) == "the research desk"


def test_a_pack_of_a_newer_format(pack: Path) -> None:
    change(pack, SETTINGS, "format = 1", "format = 2")
    assert only_error(pack)[2] == "This pack is written for a newer version of the program. Update the program."


@pytest.mark.parametrize("languages", ['["en", "../../etc/passwd"]', '["en", "en"]', "[]", '"en"', '["EN"]'])
def test_languages_that_are_none(pack: Path, languages: str) -> None:
    change(pack, SETTINGS, 'languages = ["en", "es"]', f"languages = {languages}")
    assert "languages" in {key for _file, key, _text in said(errors(pack))}


def test_a_fallback_that_is_no_language_of_the_pack(pack: Path) -> None:
    change(pack, SETTINGS, 'fallback_language = "en"', 'fallback_language = "fr"')
    assert only_error(pack)[2] == "The fallback language must be one of the languages."


def test_every_problem_is_counted_and_the_first_one_said(pack: Path) -> None:
    change(pack, SETTINGS, "format = 1", "format = 0")
    change(pack, SETTINGS, 'kind = "crisis"', 'kind = "panic"')
    change(pack, ENGLISH, 'title = "Get help"\n', "")
    with pytest.raises(CampaignError) as refused:
        read_campaign(pack)
    assert Tongue("en").say(refused.value.message) == (
        "This campaign pack cannot be used. campaign.toml, format: "
        "This must be a whole number from 1 to 1,000. There are 2 more problems."
    )


def film(pack: Path, table: str, head: bytes = MP4_HEAD, name: str = "film.mp4") -> None:
    (pack / "media").mkdir(exist_ok=True)
    (pack / "media" / name).write_bytes(head)
    add(pack, SETTINGS, table)


def test_a_film_with_captions_and_poster_is_read(pack: Path) -> None:
    film(
        pack,
        '\n[film]\nfile = "media/film.mp4"\nseconds = 52\nposter = "media/poster.png"\n'
        '[film.captions]\nen = "media/film.en.vtt"\nes = "media/film.es.vtt"\n',
    )
    (pack / "media" / "poster.png").write_bytes(PNG_HEAD)
    for language in ("en", "es"):
        (pack / "media" / f"film.{language}.vtt").write_text("WEBVTT\n")
    shown = read_campaign(pack).film
    assert shown is not None
    assert shown.path == pack / "media" / "film.mp4"
    assert shown.seconds == 52
    assert shown.poster == pack / "media" / "poster.png"
    assert set(shown.captions) == {"en", "es"}


def test_a_film_that_is_not_there(pack: Path) -> None:
    add(pack, SETTINGS, '\n[film]\nfile = "media/film.mp4"\nseconds = 52\n')
    assert only_error(pack)[:2] == (SETTINGS, "film.file")


@pytest.mark.parametrize(
    "name", ["../../film.mp4", "media/../campaign.toml", "/etc/passwd", "C:\\\\film.mp4", "film.mp4"]
)
def test_a_film_from_elsewhere(pack: Path, name: str) -> None:
    film(pack, f'\n[film]\nfile = "{name}"\nseconds = 52\n')
    assert only_error(pack)[:2] == (SETTINGS, "film.file")


def test_a_film_that_is_a_link_to_elsewhere(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "private.mp4").write_bytes(MP4_HEAD)
    (pack / "media").mkdir()
    (pack / "media" / "film.mp4").symlink_to(tmp_path / "private.mp4")
    assert only_error(pack)[::2] == (
        "media/film.mp4",
        "This is a link to another place. Put the file here itself.",
    )


def test_a_media_folder_that_is_a_link(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (pack / "media").symlink_to(tmp_path / "elsewhere")
    assert only_error(pack)[0] == "media"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("film.mp4", PNG_HEAD),
        ("page.html", b"<html>"),
        ("icon.svg", b"<svg xmlns="),
        ("view.qml", b"import QtQuick"),
        ("face.ttf", b"\x00\x01\x00\x00"),
        ("film.mp4", b""),
    ],
)
def test_media_that_are_not_what_a_pack_holds(pack: Path, name: str, head: bytes) -> None:
    film(pack, "", head, name)
    file, _key, text = only_error(pack)
    assert file == f"media/{name}"
    assert text.startswith("Its content is not what its name says.")


def test_file_names_that_differ_only_by_capitals(pack: Path) -> None:
    film(pack, "", MP4_HEAD, "film.mp4")
    film(pack, "", MP4_HEAD, "Film.mp4")
    if len(list((pack / "media").iterdir())) == 1:
        pytest.skip("this disk keeps no such twins")
    assert only_error(pack)[2] == "Its name differs from media/Film.mp4 only by capitals. Rename one."


def test_more_files_than_a_pack_holds(pack: Path) -> None:
    (pack / "media").mkdir()
    for number in range(201):
        (pack / "media" / f"{number}.png").write_bytes(PNG_HEAD)
    assert only_error(pack)[2] == "A pack holds at most 200 files."


def test_more_bytes_than_a_pack_holds(pack: Path) -> None:
    film(pack, "")
    os.truncate(pack / "media" / "film.mp4", 201 * 1024 * 1024)
    assert only_error(pack)[2] == "A pack holds at most 200 megabytes."


def test_what_lies_beside_the_pack_is_not_its_own(pack: Path) -> None:
    (pack / "make_film.py").write_text("print('not the pack')")
    assert errors(pack) == []


def test_a_text_of_no_declared_language_is_worth_a_look(pack: Path) -> None:
    (pack / "text" / "fr.toml").write_text('name = "À bas"\n', encoding="utf-8")
    assert ("text/fr.toml", "", "This language is not among the campaign's languages.") in said(warnings(pack, A_DAY))


def test_a_call_goes_to_somebody(pack: Path) -> None:
    change(pack, SETTINGS, 'roles = ["senator", "representative", "delegate"]\n', "")
    assert only_error(pack) == (SETTINGS, "actions[1].roles", "Say which lawmakers this is for, such as senator.")


def test_the_same_consent_twice(pack: Path) -> None:
    change(pack, SETTINGS, '{ id = "named-sample-1", box = "named" }', '{ id = "named-sample-1", box = "email" }')
    assert only_error(pack) == (SETTINGS, "pledge.consents[3].box", "Another entry already asks for this.")


def test_the_same_field_twice(pack: Path) -> None:
    change(pack, SETTINGS, '{ kind = "postcode", required = false }', '{ kind = "email", required = true }')
    assert only_error(pack) == (SETTINGS, "pledge.fields[3].kind", "The pledge already asks for this.")


def test_a_campaign_says_what_becomes_of_the_details(pack: Path) -> None:
    text = (pack / SETTINGS).read_text()
    start = text.index("notice = [")
    (pack / SETTINGS).write_text(text[:start] + text[text.index("]\n", start) + 2 :])
    assert (SETTINGS, "pledge.notice", "Say in at least one line what happens to the details people give.") in said(
        errors(pack)
    )


@pytest.mark.parametrize(
    ("list_name", "sentence"),
    [
        ("facts", "A campaign shows at least one fact."),
        ("helplines", "A campaign names at least one place to turn to for help."),
    ],
)
def test_a_campaign_without_facts_or_helplines(pack: Path, list_name: str, sentence: str) -> None:
    blocks = (pack / SETTINGS).read_text().split("\n\n")
    kept = [block for block in blocks if f"[[{list_name}]]" not in block]
    assert len(kept) < len(blocks)
    (pack / SETTINGS).write_text("\n\n".join(kept))
    assert (SETTINGS, list_name, sentence) in said(errors(pack))


def test_a_helpline_code_only_in_a_translation(pack: Path) -> None:
    change(pack, SETTINGS, 'en = { call = "988" }, ', "")
    assert only_error(pack) == (SETTINGS, "helplines[1].code.en", "This key is missing.")


def test_a_word_to_send_that_says_more(pack: Path) -> None:
    change(pack, SETTINGS, 'saying = "AYUDA"', 'saying = "AYUDA&body=x"')
    assert only_error(pack)[1] == "helplines[1].code.es.saying"


def test_bars_that_are_all_zero(pack: Path) -> None:
    change(pack, SETTINGS, "value = 292951", "value = 0")
    assert errors(pack) == []
    change(pack, SETTINGS, "value = 518720", "value = 0")
    assert only_error(pack)[2] == "At least one bar must be larger than zero."


def test_captions_in_a_language_the_campaign_does_not_speak(pack: Path) -> None:
    film(pack, '\n[film]\nfile = "media/film.mp4"\nseconds = 52\ncaptions = { fr = "media/film.fr.vtt" }\n')
    (pack / "media" / "film.fr.vtt").write_text("WEBVTT\n")
    assert only_error(pack) == (SETTINGS, "film.captions.fr", "The campaign is not written in this language.")


def test_a_choice_and_a_check_box_bring_their_own_words(pack: Path) -> None:
    change(
        pack,
        SETTINGS,
        '  { kind = "signature", required = true },',
        '  { kind = "signature", required = true },\n'
        '  { kind = "choice", id = "why", required = false },\n'
        '  { kind = "check-box", id = "volunteer", required = false },',
    )
    add(pack, ENGLISH, '\n[pledge.fields.why]\nlabel = "I am a"\nchoices = ["Parent", "Teacher"]\n')
    add(pack, ENGLISH, '\n[pledge.fields.volunteer]\nlabel = "I can help at a table."\n')
    choice, box = read_campaign(pack).pledge.fields[-2:]
    assert str(choice.label) == "I am a"
    assert [str(one) for one in choice.choices] == ["Parent", "Teacher"]
    assert str(box.label) == "I can help at a table."
    assert box.choices == ()


def test_a_page_for_withdrawal_is_taken_when_there_is_one(pack: Path) -> None:
    assert read_campaign(pack).pledge.withdrawal_address is None
    change(pack, SETTINGS, "minimum_age = 18", 'minimum_age = 18\nwithdrawal_address = "https://example.org/undo"')
    assert read_campaign(pack).pledge.withdrawal_address == "https://example.org/undo"
