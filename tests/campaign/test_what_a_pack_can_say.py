"""The whole language of a pack: every key that means something does, and every slip is said with its key.

Tried on a copy of the library's campaign, which has no film to copy and nothing in common with the first sample.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.campaign.acting import read_actions
from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.problems import Findings
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.table import Table
from outreach_app.campaign.texts import Texts
from outreach_app.domain.campaign import LoopPart, PledgeFieldKind
from outreach_app.domain.posting import MOST_ON, Network, length_on
from tests.campaign.packs import ENGLISH, SETTINGS, change, errors, only_error, put_first, said, warnings

ARABIC = "text/ar.toml"
CALL = 'id = "call"\nkind = "call"\nphone = "503-555-0160"\nsource = "https://example.org/riverbend/board"\n'


@pytest.fixture
def library(tmp_path: Path) -> Path:
    pack = tmp_path / "library"
    shutil.copytree(bundled_campaign("riverbend-library"), pack)
    return pack


# -- the loop --------------------------------------------------------------------------------------------------------


def test_a_pack_without_a_playlist_gets_one_from_what_it_has(library: Path) -> None:
    campaign = read_campaign(library)
    parts = [entry.part for entry in campaign.playlist]
    assert parts == [LoopPart.SLIDES, LoopPart.FACTS] * len(campaign.slides) + [LoopPart.GOAL]


def test_a_playlist_is_kept_in_its_order(library: Path) -> None:
    put_first(library, SETTINGS, 'playlist = [{ part = "goal", seconds = 5 }, { part = "facts", seconds = 20 }]\n')
    shown = [(entry.part, entry.seconds) for entry in read_campaign(library).playlist]
    assert shown == [(LoopPart.GOAL, 5), (LoopPart.FACTS, 20)]


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ('{ part = "film" }', "playlist[1].part", "The pack has no quiet loop to play."),
        ('{ part = "film", seconds = 9 }', "playlist[1].seconds", "No such key is known here."),
        ('{ part = "slides", seconds = 1 }', "playlist[1].seconds", "This must be a whole number from 4 to 120."),
        ('{ part = "slides" }', "playlist[1].seconds", "This key is missing."),
        ('{ part = "song", seconds = 9 }', "playlist[1].part", "This must be one of: film, slides, facts, goal."),
    ],
)
def test_a_turn_that_cannot_be_shown(library: Path, entry: str, key: str, sentence: str) -> None:
    put_first(library, SETTINGS, f"playlist = [{entry}]\n")
    found = [(where, text) for file, where, text in said(errors(library)) if file == SETTINGS]
    assert any(where == key and text.startswith(sentence) for where, text in found), found


def test_a_goal_card_needs_a_goal(library: Path) -> None:
    change(library, SETTINGS, "goal = 400\n", 'playlist = [{ part = "goal", seconds = 9 }]\n')
    assert only_error(library)[1:] == ("playlist[1].part", "The pack names no goal. Add one, or take this out.")


# -- actions ---------------------------------------------------------------------------------------------------------


def test_a_call_may_go_to_a_named_office(library: Path) -> None:
    call = next(action for action in read_campaign(library).actions if action.id == "call")
    assert (call.phone, call.roles, call.target is not None) == ("503-555-0160", (), True)
    assert call.source == "https://example.org/riverbend/board"


def test_an_action_for_lawmakers_may_be_for_one_place(library: Path) -> None:
    change(
        library, SETTINGS, CALL, 'id = "call"\nkind = "call"\nroles = ["mayor"]\nplaces = ["ocd-division/country:us"]\n'
    )
    for text in (ENGLISH, ARABIC):
        lines = (library / text).read_text(encoding="utf-8").splitlines(keepends=True)
        start = lines.index("[actions.call]\n")
        target = next(number for number in range(start, len(lines)) if lines[number].startswith("target"))
        (library / text).write_text("".join(lines[:target] + lines[target + 1 :]), encoding="utf-8")
    call = next(action for action in read_campaign(library).actions if action.id == "call")
    assert (call.roles, call.places, call.phone) == (("mayor",), ("ocd-division/country:us",), None)
    change(library, SETTINGS, 'places = ["ocd-division/country:us"]', 'places = ["Ohio"]')
    assert only_error(library)[1] == "actions.call.places"


def test_a_blank_that_only_a_lawmaker_fills_has_no_place_in_words_to_a_company(library: Path) -> None:
    old = (library / ENGLISH).read_text(encoding="utf-8")
    start = old.index("[actions.board]")
    line = old.index('say = "', start) + len('say = "')
    (library / ENGLISH).write_text(f"{old[:line]}{{name}}, {old[line:]}", encoding="utf-8")
    assert only_error(library)[2] == "Nothing fills the blank {name} here. Take it out."


def test_networks_that_nobody_knows(library: Path) -> None:
    change(library, SETTINGS, 'kind = "share"\n', 'kind = "share"\nnetworks = ["x", "pigeon"]\n')
    assert only_error(library)[1] == "actions.share.networks"


@given(some.text(some.characters(categories=["L", "N", "Zs"], exclude_characters="\u2028"), min_size=1, max_size=600))
def test_a_post_is_refused_if_and_only_if_it_is_too_long_somewhere(post: str) -> None:
    findings = Findings()
    tables = {"id": "a", "kind": "share", "url": "https://example.org/", "as_of": date(2026, 1, 1), "expires": "never"}
    texts = Texts({"en": {"actions": {"a": {"title": "Share", "post": post}}}}, "en", findings)
    (action,) = read_actions(Table({"actions": [tables]}, SETTINGS, "", findings), texts)
    if not post.strip():
        return
    too_long = {network for network in Network if length_on(network, action.whole_post("en")) > MOST_ON[network]}
    keys = [problem.key for problem in findings.errors()]
    assert keys == ["actions.a.post"] * len(too_long)


# -- the pledge ------------------------------------------------------------------------------------------------------


def test_the_librarys_own_questions_have_names_that_no_language_changes(library: Path) -> None:
    form = read_campaign(library).pledge
    branch = form.field(PledgeFieldKind.CHOICE)
    assert branch is not None
    assert branch.id == "branch"
    assert [choice.id for choice in branch.choices] == ["central", "mill-street", "north-hill"]


@pytest.mark.parametrize(
    ("choices", "key"),
    [
        ('["one"]', "pledge.fields[2].choices"),
        ('["a", "a"]', "pledge.fields[2].choices"),
        ('["a", "b", "c", "d", "e", "f", "g"]', "pledge.fields[2].choices"),
    ],
)
def test_a_choice_is_between_two_and_six(library: Path, choices: str, key: str) -> None:
    change(library, SETTINGS, '["central", "mill-street", "north-hill"]', choices)
    assert key in [where for _file, where, _text in said(errors(library))]


def test_two_boxes_of_one_name(library: Path) -> None:
    box = '{ kind = "check-box", id = "card", required = false },'
    change(library, SETTINGS, box, f"{box}\n  {box}")
    assert only_error(library)[1:] == ("pledge.fields[4].id", "The pledge already asks for this.")


def test_a_postcode_with_letters_is_said_by_the_pack(library: Path) -> None:
    email = '{ kind = "email", required = false },'
    change(library, SETTINGS, email, f'{email}\n  {{ kind = "postcode", required = false, letters = true }},')
    postcode = read_campaign(library).pledge.field(PledgeFieldKind.POSTCODE)
    assert postcode is not None
    assert postcode.has_letters


def test_a_pledge_may_ask_nobodys_age_and_its_author_is_told(library: Path) -> None:
    change(library, SETTINGS, "minimum_age = 13\n", "")
    assert read_campaign(library).pledge.minimum_age is None
    told = [text for _file, key, text in said(warnings(library)) if key == "pledge.minimum_age"]
    assert told == ["Nobody's age is asked. Ask your counsel whether children may sign this."]


# -- colours ---------------------------------------------------------------------------------------------------------


def test_the_librarys_wall_has_its_own_shades(library: Path) -> None:
    motif = read_campaign(library).motif
    assert motif["attract"][0] == "#242F5E"
    assert motif["on_accent_quiet_text"] == ("#E8ECFA",)


@pytest.mark.parametrize(
    ("shades", "sentence"),
    [
        ('["#242F5E", "#242F5E", "#2A3669"]', "Give at least 3 shades: neighbouring bars never share one."),
        ('["#242F5E", "#2A3669", "blue"]', "A colour is written as # and six digits, such as #0B5C57."),
    ],
)
def test_shades_that_make_no_wall(library: Path, shades: str, sentence: str) -> None:
    change(library, SETTINGS, '["#242F5E", "#2A3669", "#202A55", "#33407A", "#1D264E"]', shades)
    assert only_error(library) == (SETTINGS, "theme.motif.attract", sentence)


def test_words_that_vanish_into_the_wall_name_the_pair(library: Path) -> None:
    change(library, SETTINGS, '"#33407A"', '"#F8F5EE"')
    file, key, text = only_error(library)
    assert (file, key) == (SETTINGS, "theme.attract")
    assert text.startswith("ink on motif.attract has a contrast of 1.00")


# -- what an author is told ------------------------------------------------------------------------------------------


def test_a_page_whose_day_is_over_stays_and_the_author_is_told(library: Path) -> None:
    late = {key: text for _file, key, text in said(warnings(library, date(2029, 1, 1)))}
    assert late["page"].endswith("It is shown all the same; look at it again.")


@pytest.mark.parametrize(
    ("old", "new", "key", "numbers"),
    [
        ('figure = "3 in 5"', 'figure = "About three in five of us"', "facts.homework.figure", ("25", "14")),
        ('title = "Add your name"', 'title = "Add your name to the list today"', "pledge.title", ("31", "22")),
        ("Open on\nSundays.", "Open on Sundays", "motto", ("15", "9")),
        ("Open on\nSundays.", "A\nB\nC\nD", "motto", ("4", "3")),
        (
            'mill-street = "Mill Street"',
            f'mill-street = "{"Mill " * 9}"',
            "pledge.fields.branch.choices.mill-street",
            ("44",),
        ),
    ],
)
def test_a_text_too_long_for_its_place(library: Path, old: str, new: str, key: str, numbers: tuple[str, ...]) -> None:
    change(library, ENGLISH, old, new)
    told = [text for file, where, text in said(warnings(library)) if (file, where) == (ENGLISH, key)]
    assert len(told) == 1
    assert all(number in told[0] for number in numbers)
    read_campaign(library)


def test_a_text_file_that_cannot_be_read_is_one_problem_not_a_hundred(library: Path) -> None:
    (library / ENGLISH).write_text("name = \n", encoding="utf-8")
    assert [file for file, _key, _text in said(errors(library))] == [ENGLISH]


def test_a_sentence_that_one_language_lacks_falls_back_and_is_named(library: Path) -> None:
    old = (library / ARABIC).read_text(encoding="utf-8").splitlines(keepends=True)
    (library / ARABIC).write_text("".join(line for line in old if not line.startswith("wordmark")), encoding="utf-8")
    assert read_campaign(library).wordmark.in_language("ar") == "Open on Sundays"
    assert (ARABIC, "wordmark") in [(file, key) for file, key, _text in said(warnings(library))]
