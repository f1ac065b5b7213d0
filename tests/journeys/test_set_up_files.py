"""Files and sticks in the set-up: what is found, what is wrong with it, which stick is used, what is fetched."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from outreach_app.errors import FolderError
from outreach_app.kiosk.first_run.other_programs import KEYS_FOLDER, fetch_lawmakers, plainly
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.language import Tongue, _
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.legislators.united_states.importing import import_congress
from outreach_app.visit.stick import OFFICE_KEYS_NAME
from tests.journeys.new_device import Device, Newcomer, answer_everything, choose_a_campaign, compare_letters
from tests.kiosk.table import wait_until
from tests.legislators.small_congress import write_files

# -- a wrong enrolment -------------------------------------------------------------------------------------------------


def test_each_file_that_is_no_enrolment_is_named_with_what_is_wrong(device, enrolment):
    held = json.loads(enrolment.read_bytes())
    first = held["recipients"][0]
    held["recipients"][0] = first[:-1] + ("q" if first[-1] != "q" else "p")
    enrolment.unlink()
    (device.stick / "altered.enrolment").write_text(json.dumps(held))
    (device.stick / "garbage.enrolment").write_bytes(b"\x00\xff" * 40)
    (device.stick / "renamed.enrolment").write_bytes(b"age-encryption.org/v1\n-> scrypt AAAA 18\n")
    person = device.start()
    person.tap("Set up this station")
    wait_until(lambda: "garbage.enrolment" in person.reading(), "the files")
    said = person.reading()
    assert "garbage.enrolment in STICK cannot be used." in said
    assert "garbage.enrolment is not a whole enrolment file." in said
    assert "altered.enrolment in STICK cannot be used." in said
    assert "renamed.enrolment holds locked keys, whatever its name says" in said
    assert "No such file was found" not in said
    assert not person.window.page.onward.isEnabled()


def test_a_wrong_file_beside_the_right_one_hinders_nobody(device, enrolment):
    (device.stick / "garbage.enrolment").write_bytes(b"no")
    person = device.start("es")
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    assert person.page is FirstPlace.CAMPAIGN


# -- the stick for a set-up file ---------------------------------------------------------------------------------------


@pytest.fixture
def done(device, enrolment) -> Newcomer:
    person = device.start()
    person.tap("Set up this station")
    answer_everything(person, enrolment)
    person.go_on("Make the station")
    return person


def test_the_stick_with_the_office_s_keys_takes_no_set_up_file(device, done):
    (device.stick / KEYS_FOLDER).mkdir()
    (device.stick / KEYS_FOLDER / OFFICE_KEYS_NAME).write_bytes(b"locked")
    done.tap("Make a set-up file")
    wait_until(lambda: "STICK holds the office’s keys." in done.reading(), "the refusal")
    assert not list(device.stick.rglob("*.setup"))


def test_of_two_sticks_it_asks_which_and_names_the_one_it_used(device, done):
    other = device.stick.with_name("SPARE")
    other.mkdir()
    device.sticks = [device.stick, other]
    done.tap("Make a set-up file")
    wait_until(lambda: "Touch the one for this file" in done.reading(), "the question")
    assert not [path for stick in device.sticks for path in stick.glob("*.setup")]
    done.tap_name(next(name for name in done.names() if name.startswith("SPARE")))
    done.tap("Make a set-up file")
    wait_until(lambda: list(other.glob("*.setup")), "the file")
    wait_until(lambda: "on SPARE. Keep it like a staff card." in done.reading(), "the stick's name")
    assert not list(device.stick.glob("*.setup"))


def test_a_stick_that_cannot_be_written_is_said_with_what_to_do(device, done):
    device.can_write = False
    done.tap("Make a set-up file")
    wait_until(lambda: "Move its little switch, or take another stick." in done.reading(), "the remedy")


# -- the stick for keys ------------------------------------------------------------------------------------------------


def type_the_form(person: Newcomer, words: tuple[str, ...] = ("maple", "river", "sofa", "comet")) -> None:
    person.fill("What is your group called?", "Park")
    for label in ("Words that lock the keys", "The same words again"):
        person.fill(label, words[0])
        for word in words[1:]:
            person.tap("space")
            person.type(word)
    person.tap("Hide the keyboard")


@pytest.fixture
def keys(device) -> Newcomer:
    person = device.start()
    person.tap("Set up this station")
    person.tap("We have no office yet: make keys")
    wait_until(lambda: person.page is FirstPlace.KEYS, "the keys")
    return person


def test_keys_are_not_made_on_a_stick_that_cannot_be_written_and_it_says_what_to_do(device, keys):
    device.can_write = False
    keys.tap("Look again")
    wait_until(keys.window.page.onward.isEnabled, "the sticks")
    type_the_form(keys)
    keys.tap("Make the keys")
    wait_until(lambda: "Move its little switch, or take another stick." in keys.reading(), "the remedy")
    assert not list(device.stick.iterdir())


def test_a_stick_with_an_office_s_keys_takes_no_second_ones(device, keys):
    (device.stick / OFFICE_KEYS_NAME).write_bytes(b"locked")
    type_the_form(keys)
    keys.tap("Make the keys")
    wait_until(lambda: "There are an office’s keys on STICK already." in keys.reading(), "the refusal")


def test_a_field_is_judged_when_it_is_left_and_the_rule_is_one_sentence(keys):
    keys.fill("Words that lock the keys", "maple")
    keys.tap_on(keys.field("What is your group called?"))
    words = keys.window.page._words
    assert str(words.fault) == "Four random words or more, of at least three letters each."
    keys.fill("Words that lock the keys", "")
    for word in ("river", "sofa", "comet"):
        keys.tap("space")
        keys.type(word)
    keys.tap_on(keys.field("What is your group called?"))
    assert words.fault is None, "no error stands beside a right entry"


def test_the_lock_words_hide_themselves_and_the_group_s_name_does_not(keys):
    type_the_form(keys)
    page = keys.window.page
    for field in (page._label, page._words, page._again):
        field.line._veil.timeout.emit()
    assert [field.line.is_veiled for field in (page._label, page._words, page._again)] == [False, True, True]


# -- lawmakers ---------------------------------------------------------------------------------------------------------


def a_list(device: Device) -> Path:
    """A small list of Congress on the stick."""
    folder = device.stick.with_name("files")
    folder.mkdir()
    out = device.stick / "congress.lawmakers"
    build_pack(import_congress(write_files(folder), date(2026, 6, 15)).tables, out)
    return out


def go_to_the_lawmakers(person: Newcomer, enrolment: Path) -> None:
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    choose_a_campaign(person)
    person.go_on()
    wait_until(lambda: "Front_Desk" in person.reading(), "the printers")
    person.go_on()
    assert person.page is FirstPlace.LAWMAKERS
    wait_until(person.window.page.onward.isEnabled, "the lists")


def test_without_a_list_nothing_is_fetched_and_the_way_to_one_is_said(device, enrolment):
    person = device.start()
    go_to_the_lawmakers(person, enrolment)
    assert "Fetch today’s list" not in person.names()
    way = "Ask the office for its file, which ends in .lawmakers, on a stick."
    assert way in person.reading()
    assert "--" not in person.reading()
    a_list(device)
    person.tap("Look again")
    wait_until(lambda: "Fetch today’s list" in person.names(), "the list of the office")
    assert way not in person.reading()


def test_an_invented_list_is_not_renewed(device, enrolment):
    build_sample_pack(device.stick / "sample.lawmakers")
    person = device.start()
    go_to_the_lawmakers(person, enrolment)
    assert "Fetch today’s list" not in person.names()


def test_a_list_with_zip_codes_is_renewed_and_taken(device, enrolment):
    listed = a_list(device)
    before = listed.read_bytes()
    given: list[bytes] = []
    device.fetch = lambda out, _language: given.append(out.read_bytes())
    person = device.start()
    go_to_the_lawmakers(person, enrolment)
    person.tap("Fetch today’s list")
    wait_until(lambda: "The list was fetched." in person.reading(), "the list")
    assert given == [before], "a copy is renewed, with its ZIP codes"
    assert listed.read_bytes() == before, "the file on the stick stays"
    with LegislatorPack.open(device.home.draft_folder / "legislators.data") as pack:
        assert list(pack.areas())
    assert "Fetch today’s list" in person.names()


def test_a_failed_fetch_says_why_and_can_be_tried_again(device, enrolment):
    a_list(device)

    def fail(_out: Path, _language: str) -> None:
        raise FolderError(_("It could not be done. {why}", why="The connection failed."))

    device.fetch = fail
    person = device.start()
    go_to_the_lawmakers(person, enrolment)
    person.tap("Fetch today’s list")
    wait_until(lambda: "The connection failed." in person.reading(), "the reason")
    assert "Fetching." not in person.reading()
    assert person.can_reach("Fetch today’s list")
    assert person.window.page._fetch.isEnabled()
    assert not list(device.home.draft_folder.glob("fetched*"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "is not a lawmaker list"), ("es", "no es una lista de legisladores"), ("xx", "is not")],
)
def test_the_program_that_fetches_says_what_went_wrong_in_the_language_of_the_screen(tmp_path, language, said):
    no_list = tmp_path / "notes.lawmakers"
    no_list.write_text("Call Ohio first")
    with pytest.raises(FolderError) as failed:
        fetch_lawmakers(no_list, language)
    assert said in Tongue(language).say(failed.value.message)
    assert no_list.read_text() == "Call Ohio first"


def test_no_option_of_a_command_line_is_said_on_a_screen():
    said = "That looks like a broken source, so nothing was changed. If it is right, use --force.\n"
    assert plainly(said) == "That looks like a broken source, so nothing was changed."
