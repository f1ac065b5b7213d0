"""``outreach legislators`` as a person or a script meets it."""

from __future__ import annotations

import json
import os
from datetime import date, datetime

import pytest

from outreach_app.cli.program import run
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.legislators.united_states.importing import import_congress
from tests.legislators.made_up_country import PEOPLE, write_tables
from tests.legislators.small_congress import AREA_FILES, write_files


@pytest.fixture
def files(tmp_path):
    write_files(tmp_path)
    return tmp_path


@pytest.fixture
def sample(tmp_path):
    return build_sample_pack(tmp_path / "sample.lawmakers")


def build_line(files, *more):
    areas = [part for name in AREA_FILES for part in ("--areas", str(files / name))]
    people = ["--people", str(files / "members.json"), "--offices", str(files / "offices.csv")]
    extras = ["--contacts", str(files / "contacts.csv"), "--social", str(files / "social.yaml")]
    return ["legislators", "build", *people, *extras, *areas, "--out", str(files / "c.lawmakers"), *more]


def test_build_makes_the_list_and_says_what_it_left_out(files, capsys):
    assert run(build_line(files, "--as-of", "2026-06-15")) == 0
    said = capsys.readouterr().out
    assert f"Built {files / 'c.lawmakers'}: 6 people, 5 postcodes, as of June 15, 2026." in said
    assert "Ada A000003: left out, since hhttps://three.example.org is no https web address." in said
    with LegislatorPack.open(files / "c.lawmakers") as pack:
        assert pack.as_of == date(2026, 6, 15)


def test_without_a_day_the_list_is_as_of_the_day_the_file_was_saved(files, capsys):
    saved = datetime(2025, 3, 4, 12).timestamp()  # noqa: DTZ001 - the reader's own clock is meant
    os.utime(files / "members.json", (saved, saved))
    assert run(build_line(files)) == 0
    assert "as of March 4, 2025." in capsys.readouterr().out


def test_the_list_of_the_command_line_is_the_list_of_the_library(files, tmp_path):
    assert run(build_line(files, "--as-of", "2026-06-15")) == 0
    build_pack(import_congress(write_files(tmp_path), date(2026, 6, 15)).tables, tmp_path / "other")
    assert (tmp_path / "other").read_bytes() == (files / "c.lawmakers").read_bytes()


def test_build_from_tables_of_any_country(tmp_path, capsys):
    write_tables(tmp_path)
    out = tmp_path / "lerna.lawmakers"
    assert run(["legislators", "build", "--tables", str(tmp_path), "--out", str(out)]) == 0
    assert "4 people, 3 postcodes" in capsys.readouterr().out
    assert run(["legislators", "lookup", "ko 16", "--data", str(out), "--on", "2026-06-20"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "KO16, list as of June 15, 2026",
        "  Elder of an island, Kora: Ona Brill, +991234567",
        "  Speaker for a harbour, KORA 3: vacant",
    ]


def test_an_odd_table_ends_in_one_sentence_and_the_old_list_stays(tmp_path, capsys):
    write_tables(tmp_path)
    out = tmp_path / "lerna.lawmakers"
    out.write_bytes(b"the list in use")
    (tmp_path / "people.csv").write_text(PEOPLE.replace("speaker", "The Speaker", 1))
    assert run(["legislators", "build", "--tables", str(tmp_path), "--out", str(out)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "people.csv, line 3: The Speaker should be small letters, digits and hyphens.\n"
    assert out.read_bytes() == b"the list in use"


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--out", "x"],
        ["build", "--people", "a.json", "--out", "x"],
        ["build", "--areas", "a.csv", "--out", "x"],
        ["build", "--tables", "t", "--people", "a.json", "--out", "x"],
        ["build", "--tables", "t", "--as-of", "2026-01-01", "--out", "x"],
        ["build", "--tables", "t"],
        ["lookup", "43215"],
        ["lookup", "--data", "x"],
        ["lookup", "43215", "--data", "x", "--on", "tomorrow"],
        ["check"],
    ],
)
def test_a_usage_mistake_is_told_from_a_failure(arguments, capsys):
    assert run(["legislators", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_lookup_prints_the_keys_that_scripts_rely_on(sample, capsys):
    assert run(["legislators", "lookup", "43215-1234", "--data", str(sample), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) >= {"postcode", "divisions", "people", "vacant", "notes", "as_of", "split"}
    assert (answer["postcode"], answer["as_of"], answer["split"]) == ("43215", "2026-11-03", True)
    assert answer["divisions"][0] == {"division_id": "ocd-division/country:us/state:oh/cd:3", "share": 0.61}
    assert answer["vacant"] == ["ocd-division/country:us/state:oh/cd:15"]
    person = answer["people"][0]
    promised = "id name role division_id party phone contact_url url voting term_ended"
    assert set(person) >= set(promised.split())
    assert (person["name"], person["phone"], person["voting"]) == ("Maria Aldous", "2025550143", True)
    assert {note["code"] for note in answer["notes"]} == {"split", "vacant", "sample-data"}
    assert all(note["text"] for note in answer["notes"])


def test_a_well_formed_unknown_code_is_an_answer_with_the_official_finder(files, capsys):
    run(build_line(files))
    capsys.readouterr()
    assert run(["legislators", "lookup", "00000", "--data", str(files / "c.lawmakers"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["people"] == []
    unknown = [note for note in answer["notes"] if note["code"] == "unknown-postcode"]
    assert "https://www.house.gov/representatives/find-your-representative" in unknown[0]["text"]


@pytest.mark.parametrize("flag", [[], ["--json"]])
def test_a_malformed_code_fails_with_one_sentence_that_does_not_repeat_it(sample, capsys, flag):
    assert run(["legislators", "lookup", "4321x", "--data", str(sample), *flag]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "That is not a postcode we can look up. It should look like 43215.\n"


def test_lookup_on_a_later_day_marks_an_ended_term(files, capsys):
    run(build_line(files))
    capsys.readouterr()
    line = ["legislators", "lookup", "20001", "--data", str(files / "c.lawmakers"), "--on"]
    assert run([*line, "2031-01-02"]) == 0
    assert "until" not in capsys.readouterr().out
    assert run([*line, "2031-01-03"]) == 0
    said = capsys.readouterr().out
    assert "  Delegate, DC at-large: Ada A000006, no number known (until January 3, 2031)" in said
    assert "A term in this list has ended." in said


def test_a_list_that_cannot_be_opened_is_said(tmp_path, capsys):
    assert run(["legislators", "lookup", "43215", "--data", str(tmp_path / "none")]) == 1
    assert "cannot be read: No such file or directory." in capsys.readouterr().err


def test_check_warns_of_a_sample_and_names_what_is_vacant(sample, capsys):
    assert run(["legislators", "check", str(sample)]) == 0
    said = capsys.readouterr().out
    assert "Sample list (invented people): 5 people, 3 postcodes." in said
    assert "warn The people in this list are invented." in said
    assert run(["legislators", "check", str(sample), "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert findings["vacant"] == ["ocd-division/country:us/state:oh/cd:15"]
    assert {check["code"] for check in findings["checks"]} >= {"whole", "sample", "terms", "vacant"}


def test_check_fails_for_a_damaged_list(sample, capsys):
    sample.write_bytes(sample.read_bytes()[:-1])
    assert run(["legislators", "check", str(sample), "--json"]) == 1
    told = capsys.readouterr()
    assert (told.out, "is damaged" in told.err) == ("", True)


@pytest.mark.parametrize("name", ["build", "lookup", "check"])
def test_every_command_helps_with_an_example(name, capsys):
    assert run(["legislators", name, "--help"]) == 0
    assert f"Example: outreach legislators {name}" in capsys.readouterr().out
