"""``outreach campaign`` from nothing to a signed pack on a station that takes no other."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from outreach_app.cli import campaign as noun
from outreach_app.cli.program import run
from tests.cli.conftest import headquarters_in


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Keys of an office whose stations take only what it signs."""
    root = tmp_path_factory.mktemp("office")
    headquarters_in(root, "--only-own-packs")
    return root


@pytest.fixture
def pack(tmp_path, document) -> Path:
    folder = tmp_path / "Save the Park"
    document("campaign", "new", folder)
    return folder


@pytest.fixture(scope="module")
def signed(office) -> Path:
    """A starter that the office built and signed, once for all tests here: opening its keys is slow on purpose."""
    assert run(["campaign", "new", str(office / "Save the Park")]) == 0
    command = ["campaign", "build", str(office / "Save the Park"), "--out", str(office / "park.campaign")]
    keys = ["--sign", str(office / "keys" / "office.age"), "--passphrase-file", str(office / "words.txt")]
    assert run([*command, *keys]) == 0
    return office / "park.campaign"


def test_a_starter_passes_the_check_with_each_of_its_placeholders_named(pack, document):
    problems = document("campaign", "check", pack)["problems"]
    assert {problem["severity"] for problem in problems} == {"warning"}
    texts = (pack / "text" / "en.toml").read_text() + (pack / "campaign.toml").read_text()
    marked = [problem for problem in problems if "starter's placeholder" in problem["text"]]
    lines = [line for line in texts.splitlines() if "[[ " in line and not line.startswith("#")]
    assert len(marked) == len(lines) - 1  # the motto has two lines
    examples = [problem for problem in problems if "leads nowhere" in problem["text"]]
    assert len(examples) == len(re.findall(r'^[a-z_]+ = "https://example', texts, re.MULTILINE))


def test_a_starter_is_named_by_its_folder_and_written_into_no_other(pack, say, document):
    assert 'id = "save-the-park"' in (pack / "campaign.toml").read_text()
    code, _out, err = say("campaign", "new", pack)
    assert (code, "left as it is" in err) == (1, True)


def test_nothing_of_the_starter_is_the_sample_s(pack):
    texts = (pack / "text" / "en.toml").read_text() + (pack / "campaign.toml").read_text()
    assert not re.search(r"takeitdown|childfund|abuse|congress|ncmec", texts, re.IGNORECASE)


def test_the_commented_lines_of_a_starter_are_right_too(pack, document):
    """Every example that an author may uncomment is read without a complaint about its form."""
    settings = (pack / "campaign.toml").read_text()
    examples = re.sub(r"^# (?=\[|[a-z_]+ = )", "", settings, flags=re.MULTILINE)
    assert examples != settings
    (pack / "campaign.toml").write_text(examples)
    refused = {
        (problem["key"], problem["text"])
        for problem in document("campaign", "check", pack, code=1)["problems"]
        if problem["severity"] == "error"
    }
    assert {text for _key, text in refused} == {
        "This text is missing.",
        "The folder media holds no such file of the kind mp4, webm.",
        "The folder media holds no such file of the kind jpg, png.",
        "The folder media holds no such file of the kind vtt.",
    }


def test_a_check_that_finds_what_must_be_mended_ends_with_1(pack, say, document):
    (pack / "text" / "en.toml").write_text('name = "\x07"\n')
    code, out, _err = say("campaign", "check", pack)
    assert code == 1
    assert "must be mended" in out
    assert all(
        set(one) == {"file", "key", "severity", "text"}
        for one in document("campaign", "check", pack, code=1)["problems"]
    )


def test_a_built_and_signed_pack_says_by_which_fingerprint(signed, office, document, say):
    publisher = document("keys", "show", office / "keys" / "office.enrolment")["fingerprints"]["publisher"]
    assert document("campaign", "check", signed)["signed_by"] == publisher
    assert f"Fingerprint of the key: {publisher}" in say("campaign", "check", signed)[1]
    assert zipfile.ZipFile(signed).namelist() == ["campaign.toml", "text/en.toml", "signature.json"]


def test_the_same_pack_builds_to_the_same_bytes(pack, tmp_path, document):
    files = (tmp_path / "one.campaign", tmp_path / "two.campaign")
    built = [document("campaign", "build", pack, "--out", file) for file in files]
    assert built[0]["sha256"] == built[1]["sha256"]
    assert built[0]["signed_by"] is None


def test_a_pack_that_must_be_mended_is_not_built(pack, tmp_path, say):
    (pack / "campaign.toml").write_text("format = 1\n")
    code, out, _err = say("campaign", "build", pack, "--out", tmp_path / "park.campaign")
    assert (code, "must be mended" in out) == (1, True)
    assert not list(tmp_path.glob("*.campaign*"))


def test_a_wrong_passphrase_builds_nothing(pack, office, tmp_path, say):
    (tmp_path / "wrong.txt").write_text("open sesame\n")
    keys = office / "keys" / "office.age"
    code, _out, err = say("campaign", "build", pack, "--out", tmp_path / "park.campaign", "--sign", keys,
                          "--passphrase-file", tmp_path / "wrong.txt")  # fmt: skip
    assert (code, bool(err)) == (1, True)
    assert not list(tmp_path.glob("*.campaign*"))


def test_links_are_asked_only_when_wanted(pack, document, monkeypatch):
    asked = []

    def answer(url: str) -> int:
        asked.append(url)
        return 404

    monkeypatch.setattr(noun, "ask_over_https", answer)
    document("campaign", "check", pack)
    assert asked == []
    problems = document("campaign", "check", pack, "--online")["problems"]
    assert len(asked) == len(set(asked)) == 4
    assert sum("status 404" in problem["text"] for problem in problems) == 4


def test_a_station_of_that_office_takes_what_it_signed_and_nothing_else(pack, signed, office, tmp_path, document, say):
    def station_new(file: Path) -> tuple[int, str, str]:
        return say("station", "new", "--folder", tmp_path / "booth", "--campaign", file, "--enrolment",
                   office / "keys/office.enrolment", "--event", "Fair", "--pin-file", office / "pins.txt")  # fmt: skip

    document("campaign", "build", pack, "--out", tmp_path / "plain.campaign")
    for refused in (pack, tmp_path / "plain.campaign"):
        code, _out, err = station_new(refused)
        assert (code, "publisher" in err) == (1, True)
    assert not (tmp_path / "booth").exists()
    assert station_new(signed)[0] == 0
    rows = {row["code"]: row["level"] for row in document("station", "check", "--folder", tmp_path / "booth")["checks"]}
    assert rows["signature"] == "ok"

    shown = tmp_path / "booth" / "campaigns" / "save-the-park" / "text" / "en.toml"
    shown.write_text(shown.read_text().replace("Get help", "Go away"))
    code, _out, err = say("station", "rehearse", "--folder", tmp_path / "booth", "--pledges", 1)
    assert (code, "text/en.toml" in err) == (1, True)


def test_staff_choose_among_several_campaigns(pack, office, tmp_path, document, say):
    document("campaign", "build", pack, "--out", tmp_path / "park.campaign")
    enrolment = tmp_path / "other.enrolment"
    held = json.loads((office / "keys" / "office.enrolment").read_text())
    del held["publisher"]
    enrolment.write_text(json.dumps(held))
    booth = ("--folder", tmp_path / "booth")
    document("station", "new", *booth, "--campaign", "take-it-down", "--campaign", tmp_path / "park.campaign",
             "--enrolment", enrolment, "--event", "Fair", "--pin-file", office / "pins.txt")  # fmt: skip
    listed = document("station", "campaigns", *booth)["campaigns"]
    assert [(one["id"], one["shown"]) for one in listed] == [("save-the-park", False), ("take-it-down", True)]
    listed = document("station", "campaigns", *booth, "--show", "save-the-park")["campaigns"]
    assert [one["shown"] for one in listed] == [True, False]
    code, _out, err = say("station", "campaigns", *booth, "--show", "no-such")
    assert (code, "It has: save-the-park and take-it-down" in err) == (1, True)
    document("station", "campaigns", *booth, "--add", "riverbend-library")
    assert len(document("station", "campaigns", *booth)["campaigns"]) == 3
