"""Each kind of mistake in what a pack asks, offers and says is told in a sentence, with the file and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.action import ActionKind
from outreach_app.errors import CampaignError
from outreach_app.language import Tongue
from tests.campaign.packs import ENGLISH, SETTINGS, SPANISH, add, change, errors, only_error, said


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


FORM = 'id = "write"\nkind = "contact-form"\nroles = ["senator", "representative", "delegate"]\n'
MAIL = 'id = "write"\nkind = "email"\nsource = "https://example.org/contact"\n'


def to_a_company(pack: Path, mailbox: str) -> None:
    """Turn the contact form into an email to a company."""
    change(pack, SETTINGS, FORM, f'{MAIL}mailbox = "{mailbox}"\n')
    for text in (ENGLISH, SPANISH):
        body = '\n[actions.write]\ntitle = "Write"\ntarget = "A company"\nsubject = "One request"\n'
        body += 'lines = [{ say = "Hello." }]\n'
        old = (pack / text).read_text(encoding="utf-8")
        start = old.index("[actions.write]")
        (pack / text).write_text(old[:start] + body + old[old.index("[actions.letter]") :], encoding="utf-8")


def test_email_to_a_company_carries_subject_and_words(pack: Path) -> None:
    to_a_company(pack, "someone@example.org")
    email = next(action for action in read_campaign(pack).actions if action.kind is ActionKind.EMAIL)
    assert (email.mailbox, str(email.subject), str(email.target)) == ("someone@example.org", "One request", "A company")
    assert [str(line.text) for line in email.lines] == ["Hello."]
    assert not email.is_for_lawmakers


@pytest.mark.parametrize("mailbox", ["rep@mail.house.gov", "someone@senate.gov"])
def test_email_is_never_offered_to_members_of_congress(pack: Path, mailbox: str) -> None:
    to_a_company(pack, mailbox)
    file, key, text = only_error(pack)
    assert (file, key) == (SETTINGS, "actions.write.mailbox")
    assert text.startswith("Members of Congress take web forms")


def test_an_email_names_no_roles(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "contact-form"', 'kind = "email"\nmailbox = "someone@example.org"')
    assert (SETTINGS, "actions.write.roles") in [problem[:2] for problem in said(errors(pack))]


def test_a_mailbox_may_not_smuggle_in_more(pack: Path) -> None:
    to_a_company(pack, "someone@example.org?bcc=other@example.org")
    assert only_error(pack) == (
        SETTINGS,
        "actions.write.mailbox",
        "This is no email address. Write it as name@example.org.",
    )


def test_an_emergency_number_has_no_code(pack: Path) -> None:
    change(pack, SETTINGS, 'kind = "emergency"', 'kind = "emergency"\ncode = { en = { call = "911" } }')
    assert only_error(pack)[2] == "An emergency number has no code: a stray scan must not call it."


def test_a_helpline_code_does_one_thing(pack: Path) -> None:
    change(pack, SETTINGS, 'en = { call = "988" }', 'en = { call = "988", text = "988" }')
    assert only_error(pack)[1:] == ("helplines.lifeline.code.en", "Give one of call, text or link.")


def test_a_phone_number_that_is_none(pack: Path) -> None:
    change(pack, SETTINGS, 'phone = "202-224-3121"', 'phone = "tel:202;isub=1"')
    assert only_error(pack)[1] == "switchboard.phone"


def test_a_pledge_without_a_name(pack: Path) -> None:
    change(pack, SETTINGS, '{ kind = "name", required = true }', '{ kind = "name", required = false }')
    assert only_error(pack) == (SETTINGS, "pledge.fields", "A pledge asks for a name, and the name is required.")


def test_email_consent_without_an_email_field(pack: Path) -> None:
    change(pack, SETTINGS, '  { kind = "email", required = false },\n', "")
    assert only_error(pack)[1] == "pledge.consents.email-sample-1.box"


def test_an_age_beyond_reason(pack: Path) -> None:
    change(pack, SETTINGS, "minimum_age = 18", "minimum_age = 180")
    assert only_error(pack)[2] == "This must be a whole number from 1 to 99."


def test_true_is_no_number(pack: Path) -> None:
    change(pack, SETTINGS, "minimum_age = 18", "minimum_age = true")
    assert only_error(pack)[2] == "This must be a whole number from 1 to 99."


def test_one_bar_compares_nothing(pack: Path) -> None:
    change(pack, SETTINGS, '{ id = "first-half-2024", value = 292951 }, ', "")
    assert (SETTINGS, "facts.enticement.bars", "One bar compares nothing. Give two or more, or none.") in said(
        errors(pack)
    )


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


def test_a_call_goes_to_somebody(pack: Path) -> None:
    change(pack, SETTINGS, 'roles = ["senator", "representative", "delegate"]\n', "")
    said_so = "Say which lawmakers this is for, such as senator, or name a company or office as its target."
    assert (SETTINGS, "actions.call.roles", said_so) in said(errors(pack))


def test_the_same_consent_twice(pack: Path) -> None:
    change(pack, SETTINGS, '{ id = "named-sample-1", box = "named" }', '{ id = "named-sample-1", box = "email" }')
    assert only_error(pack) == (SETTINGS, "pledge.consents.named-sample-1.box", "Another entry already asks for this.")


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
    assert only_error(pack) == (SETTINGS, "helplines.lifeline.code.en", "This key is missing.")


def test_a_word_to_send_that_says_more(pack: Path) -> None:
    change(pack, SETTINGS, 'saying = "AYUDA"', 'saying = "AYUDA&body=x"')
    assert only_error(pack)[1] == "helplines.lifeline.code.es.saying"


def test_bars_that_are_all_zero(pack: Path) -> None:
    change(pack, SETTINGS, "value = 292951", "value = 0")
    assert errors(pack) == []
    change(pack, SETTINGS, "value = 518720", "value = 0")
    assert only_error(pack)[2] == "At least one bar must be larger than zero."


def test_a_choice_and_a_check_box_bring_their_own_words(pack: Path) -> None:
    change(
        pack,
        SETTINGS,
        '  { kind = "signature", required = true },',
        '  { kind = "signature", required = true },\n'
        '  { kind = "choice", id = "why", choices = ["parent", "teacher"], required = false },\n'
        '  { kind = "check-box", id = "volunteer", required = false },',
    )
    add(
        pack,
        ENGLISH,
        '\n[pledge.fields.why]\nlabel = "I am a"\nchoices.parent = "Parent"\nchoices.teacher = "Teacher"\n',
    )
    add(pack, ENGLISH, '\n[pledge.fields.volunteer]\nlabel = "I can help at a table."\n')
    choice, box = read_campaign(pack).pledge.fields[-2:]
    assert str(choice.label) == "I am a"
    assert [(one.id, str(one.label)) for one in choice.choices] == [("parent", "Parent"), ("teacher", "Teacher")]
    assert str(box.label) == "I can help at a table."
    assert box.choices == ()


def test_a_page_for_withdrawal_is_taken_when_there_is_one(pack: Path) -> None:
    assert read_campaign(pack).pledge.withdrawal_address is None
    change(pack, SETTINGS, "minimum_age = 18", 'minimum_age = 18\nwithdrawal_address = "https://example.org/undo"')
    assert read_campaign(pack).pledge.withdrawal_address == "https://example.org/undo"
