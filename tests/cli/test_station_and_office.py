"""A day through the command line: keys, a station, a rehearsal, copies, the office, a receipt."""

from __future__ import annotations

import base64
import csv
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.cli.program import program
from outreach_app.office.drilling import drill
from outreach_app.office.keys import read_keys
from outreach_app.pledge_book.enrolment import read_enrolment
from outreach_app.visit.station_folder import StationFolder
from tests.conftest import REPOSITORY


def test_the_closing_slip_comes_out_as_a_paper_with_the_head_of_the_copy(tmp_path, booth, stick, document, say):
    slip = tmp_path / "slip.pdf"
    copied = document("station", "copy-out", "--folder", booth, "--to", stick, "--slip", slip)

    with pypdfium2.PdfDocument(slip) as paper:
        words = paper[0].get_textpage().get_text_range()
    assert copied["slip"] == str(slip)
    assert copied["short_head"] in words
    assert copied["station"] in words
    assert "no, still open" in words
    code, _said, sorry = say(
        "station", "copy-out", "--folder", booth, "--to", stick, "--slip", tmp_path / "no" / "s.pdf"
    )
    assert (code, "cannot be written" in sorry) == (1, True)


def test_a_day_from_rehearsal_to_receipt(tmp_path, office, booth, stick, document, say):
    ledger, unlock = tmp_path / "fair.ledger", ("--passphrase-file", office.passphrase_file)
    rehearsed = document("station", "rehearse", "--folder", booth, "--pledges", 12, "--seed", 7)
    assert rehearsed["saved"] == 12

    first = document("station", "copy-out", "--folder", booth, "--to", stick)
    assert (first["pledges"], first["withdrawn"], first["closed"]) == (12, 0, False)
    gone = document("station", "withdraw", "--folder", booth, rehearsed["last_code"])
    assert (gone["number"], gone["pledges"]) == (12, 11)
    last = document("station", "copy-out", "--folder", booth, "--to", stick, "--close")
    assert (last["pledges"], last["withdrawn"], last["closed"]) == (11, 1, True)
    assert set(last) >= {"file", "pledges", "withdrawn", "entries", "head", "closed"}

    opened = document("office", "open", first["file"], last["file"], last["file"], "--keys", office.keys,
                      "--ledger", ledger, *unlock)  # fmt: skip
    assert [pack["verdict"] for pack in opened["packs"]] == ["open", "closed-verified", "duplicate"]
    assert all(set(pack) >= {"file", "verdict", "pledges", "withdrawn", "reason"} for pack in opened["packs"])
    assert opened["ledger"].items() >= {"pledges": 11, "duplicates": 0, "withdrawn": 1, "rehearsal": 11}.items()

    people = document("office", "list", "--ledger", ledger, *unlock)["people"]
    assert {person["event"] for person in people} == {"State fair"}
    document("office", "remove", "--ledger", ledger, "--id", people[0]["id"], "--reason", "asked", *unlock)

    receipts = document("office", "receipt", "--ledger", ledger, "--keys", office.keys, "--out", stick, *unlock)
    [receipt] = receipts["receipts"]
    taken = document("station", "receipt", "--folder", booth, receipt)
    assert (taken["receipt"], taken["erased"]) == (True, False)
    assert taken["erased_from"]

    for preset in ("raw", "action-network"):
        out = tmp_path / f"{preset}.csv"
        command = ("office", "export", "--ledger", ledger, "--preset", preset, "--out", out, *unlock)
        assert document(*command)["rows"] == 0, "rehearsal stays out unless it is asked for"
        assert document(*command, "--include-rehearsal")["rows"] > 0
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["consent_email"] for row in rows} == ({"yes"} if preset == "action-network" else {"yes", "no"})


def test_a_doubtful_pack_ends_with_exit_code_one_and_its_reason(tmp_path, office, booth, stick, document):
    document("station", "rehearse", "--folder", booth, "--pledges", 3)
    pack = Path(document("station", "copy-out", "--folder", booth, "--to", stick)["file"])
    pack.write_bytes(pack.read_bytes()[:-100])
    opened = document("office", "open", pack, "--keys", office.keys, "--ledger", tmp_path / "a.ledger",
                      "--passphrase-file", office.passphrase_file, code=1)  # fmt: skip
    assert opened["packs"][0]["verdict"] == "truncated"
    assert opened["packs"][0]["reason"]
    assert opened["ledger"]["pledges"] == 0


def test_without_json_people_get_sentences(tmp_path, office, booth, stick, say):
    unlock = ("--passphrase-file", office.passphrase_file)
    say("station", "rehearse", "--folder", booth, "--pledges", 2)
    out = say("station", "copy-out", "--folder", booth, "--to", stick, "--close")[1]
    assert "The copy was read back and is whole" in out
    assert "Pledges, practice included: 2. Taken back: 0." in out
    [pack] = stick.iterdir()
    ledger = tmp_path / "a.ledger"
    out = say("office", "open", pack, "--keys", office.keys, "--ledger", ledger, *unlock)[1]
    assert "closed and verified" in out
    assert "In the ledger: 2 pledges" in out
    assert "rehearsal-" in say("office", "list", "--ledger", ledger, *unlock)[1]
    out = say("office", "receipt", "--ledger", ledger, "--keys", office.keys, "--out", stick, *unlock)[1]
    assert ".receipt to its station" in out
    [receipt] = stick.glob("*.receipt")
    assert "may be erased from" in say("station", "receipt", "--folder", booth, receipt)[1]


def test_who_lost_their_code_is_erased_by_one_command_and_who_is_in_doubt_by_two(
    tmp_path, office, booth, stick, document, say
):
    document("station", "rehearse", "--folder", booth, "--pledges", 3, "--seed", 7)
    station = StationFolder(booth)
    ledger = ["--ledger", tmp_path / "fair.ledger", "--passphrase-file", office.passphrase_file]
    opening = ["office", "open", "--keys", office.keys, *ledger]
    document(*opening, document("station", "copy-out", "--folder", booth, "--to", stick)["file"])
    first, second, third = document("office", "list", *ledger)["people"]
    with closing(station.open_book()) as book:
        book.request_erasure(f"{first['given_name']} {first['family_name']}", first["email"].upper())
        book.request_erasure(f"{second['given_name']} {second['family_name']}", "another@example.org")
    again = document(*opening, document("station", "copy-out", "--folder", booth, "--to", stick)["file"])
    assert again["ledger"]["erasure_requests"] == 2
    sure, doubtful = document("office", "list", *ledger)["erasure_requests"]
    assert (sure["means"], doubtful["means"]) == ([first["id"]], [])
    assert second["id"] in doubtful["may_mean"]

    code, said, _fault = say("office", "erase", *ledger)
    assert code == 0
    assert "one pledge was erased, and no pack brings it back." in said
    assert "Erase them in the tools, too" in said
    assert f"outreach office erase --request {doubtful['id']} --id ID" in said
    assert say("office", "erase", *ledger, "--request", doubtful["id"])[0] == 2
    done = document("office", "erase", *ledger, "--request", doubtful["id"], "--id", second["id"])
    assert done["requests"][0]["erased"] == [second["id"]]
    left = document("office", "list", *ledger)
    assert [person["id"] for person in left["people"]] == [third["id"]]
    assert left["erasure_requests"] == []
    assert "Nobody has asked to be erased." in say("office", "erase", *ledger)[1]


def test_each_key_is_proved_by_a_drill(tmp_path, office, document, say):
    proved = document("keys", "drill", "--enrolment", office.enrolment, "--keys", office.keys,
                      "--passphrase-file", office.passphrase_file)  # fmt: skip
    assert proved["key"] == "office"
    typed = typed_from_the_sheet(office, tmp_path)
    assert document("keys", "drill", "--enrolment", office.enrolment, "--recovery-file", typed)["key"] == "recovery"
    assert say("keys", "drill", "--enrolment", office.enrolment)[0] == 2


def typed_from_the_sheet(office, folder):
    """The recovery key as somebody typed it in."""
    with pypdfium2.PdfDocument(office.sheet) as sheet:
        line = re.search("AGE-SECRET-KEY-1[0-9A-Z]+", sheet[0].get_textpage().get_text_bounded())[0]
    typed = folder / "typed.txt"
    typed.write_text(line)
    return typed


def test_with_the_passphrase_forgotten_the_recovery_key_opens_what_the_tables_sealed(
    tmp_path, office, booth, stick, document, say
):
    document("station", "rehearse", "--folder", booth, "--pledges", 2, "--seed", 7)
    copied = document("station", "copy-out", "--folder", booth, "--to", stick, "--close")
    new_words, typed = tmp_path / "new.txt", typed_from_the_sheet(office, tmp_path)
    new_words.write_text("another horse battery staple\n")
    with_new_words = ("--ledger", tmp_path / "fair.ledger", "--passphrase-file", new_words)
    opened = document("office", "open", copied["file"], "--recovery-file", typed, *with_new_words)
    assert [pack["verdict"] for pack in opened["packs"]] == ["closed-verified"]
    assert opened["ledger"]["pledges"] == 2
    for neither_or_both in ((), ("--keys", office.keys, "--recovery-file", typed)):
        assert say("office", "open", copied["file"], *neither_or_both, *with_new_words)[0] == 2


def test_show_tells_fingerprints_and_no_secret(office, document, say):
    shown = document("keys", "show", office.enrolment)
    assert shown["fingerprint"] == read_enrolment(office.enrolment).fingerprint
    assert set(shown["fingerprints"]) == {"office", "recovery", "receipts"}
    code, out, _err = say("keys", "show", office.keys)
    assert code == 0
    assert "SECRET" not in out


def test_a_wrong_passphrase_is_one_sentence(tmp_path, office, say):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else\n")
    code, out, err = say("keys", "drill", "--enrolment", office.enrolment, "--keys", office.keys,
                         "--passphrase-file", wrong)  # fmt: skip
    assert (code, out) == (1, "")
    assert "passphrase is another one" in err
    assert len(err.splitlines()) == 1


def test_rehearse_says_each_number_after_its_commit(booth, say):
    code, out, _err = say("station", "rehearse", "--folder", booth, "--pledges", 4, "--verbose")
    assert code == 0
    assert out.splitlines()[:4] == ["saved 1", "saved 2", "saved 3", "saved 4"]


def test_the_same_seed_invents_the_same_people(tmp_path, office, booth, stick, document):
    unlock = ("--passphrase-file", office.passphrase_file)
    for _time in range(2):
        document("station", "rehearse", "--folder", booth, "--pledges", 5, "--seed", 3)
    pack = document("station", "copy-out", "--folder", booth, "--to", stick)["file"]
    ledger = tmp_path / "a.ledger"
    counts = document("office", "open", pack, "--keys", office.keys, "--ledger", ledger, *unlock)["ledger"]
    assert (counts["pledges"], counts["duplicates"]) == (10, 5)


def test_check_lists_every_part_of_a_station(booth, document):
    checks = {check["code"]: check for check in document("station", "check", "--folder", booth)["checks"]}
    assert {"book", "enrolment", "campaign", "legislators", "pins", "disk-space", "clock"} <= set(checks)
    assert checks["book"]["level"] == "ok"
    assert all(check["remedy"] for check in checks.values() if check["level"] != "ok")


def test_check_fails_where_the_enrolment_was_changed(booth, document):
    enrolment = booth / "office.enrolment"
    held = json.loads(enrolment.read_text())
    enrolment.write_text(json.dumps(held | {"recipients": held["recipients"][::-1]}))
    checks = {check["code"]: check for check in document("station", "check", "--folder", booth, code=1)["checks"]}
    assert checks["book"]["level"] == "fail"
    assert "other keys" in checks["book"]["text"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("station", "check", "--folder", "nowhere"),
        ("station", "copy-out", "--folder", "nowhere", "--to", "."),
        ("station", "copy-out", "--folder", "nowhere", "--to", "no-stick"),
        ("station", "rehearse", "--folder", "nowhere", "--pledges", 1),
        ("keys", "show", "nowhere"),
        ("office", "list", "--ledger", "nowhere", "--passphrase-file", "nowhere"),
    ],
)
def test_what_is_missing_is_one_sentence_and_exit_code_one(arguments, say, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = say(*arguments)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_a_mistyped_code_is_told_apart_from_an_unknown_one(booth, say):
    assert "One letter" in say("station", "withdraw", "--folder", booth, "0000-0000-0000-0000-1")[2]
    assert "no pledge in this book" in say("station", "withdraw", "--folder", booth, "0000-0000-0000-0000-0")[2]


def test_a_station_without_a_pin_file_gets_pins_that_are_shown_once(tmp_path, office, document):
    made = document("station", "new", "--folder", tmp_path / "b", "--campaign", bundled_campaign(),
                    "--enrolment", office.enrolment, "--event", "Fair")  # fmt: skip
    assert set(made["pins"]) == {"lead", "volunteer"}
    assert not any(pin in (tmp_path / "b" / "station.json").read_text() for pin in made["pins"].values())


def test_many_devices_are_set_up_from_one_file(tmp_path, booth, document, say):
    file = document("station", "share", "--folder", booth, "--out", tmp_path / "fair.setup")["file"]
    stations = {
        document("station", "new", "--folder", tmp_path / name, "--from", file)["station"] for name in ("one", "two")
    }
    assert len(stations) == 2, "each device has its own neutral id"
    (tmp_path / "bad.setup").write_bytes(Path(file).read_bytes()[:-10])
    assert (
        "not a whole set-up file"
        in say("station", "new", "--folder", tmp_path / "c", "--from", tmp_path / "bad.setup")[2]
    )


def test_an_event_has_a_last_day_where_one_is_given(tmp_path, office, booth, stick, document, say):
    new = ["station", "new", "--folder", tmp_path / "fair", "--campaign", bundled_campaign(), "--enrolment",
           office.enrolment, "--event", "Fair", "--pin-file", office.pin_file]  # fmt: skip
    code, _said, fault = say(*new, "--last-day", "2020-01-31")
    assert code == 1
    assert "January 31, 2020, is over" in fault
    assert say(*new, "--last-day", "tomorrow")[0] == 2
    document(*new, "--last-day", "2099-12-31")
    rows = {check["code"]: check for check in document("station", "check", "--folder", tmp_path / "fair")["checks"]}
    assert rows["last-day"]["text"] == "The last day of this event is December 31, 2099."
    document("station", "share", "--folder", tmp_path / "fair", "--out", stick / "fair.setup")
    again = ["station", "new", "--from", stick / "fair.setup"]
    document(*again, "--folder", tmp_path / "same")
    document(*again, "--folder", tmp_path / "later", "--last-day", "2100-01-02")
    for folder, day in ((booth, "no last day"), (tmp_path / "same", "December 31, 2099"), (tmp_path / "later", "2100")):
        checks = document("station", "check", "--folder", folder)["checks"]
        assert day in next(check["text"] for check in checks if check["code"] == "last-day")


def test_a_station_is_never_set_up_over_another(booth, office, say):
    code, _out, err = say("station", "new", "--folder", booth, "--campaign", bundled_campaign(),
                          "--enrolment", office.enrolment, "--event", "Other")  # fmt: skip
    assert code == 1
    assert "There is something in" in err


def test_a_book_in_use_is_refused_at_once(booth, say):
    script = """
import sys
from pathlib import Path
from outreach_app.visit.station_folder import StationFolder
book = StationFolder(Path(sys.argv[1])).open_book()
print("has it", flush=True)
sys.stdin.readline()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(booth)], cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        code, _out, err = say("station", "rehearse", "--folder", booth, "--pledges", 1)
        other.stdin.close()
    assert code == 1
    assert "Another program" in err


def test_debian_s_age_alone_opens_what_a_station_sealed(tmp_path, office, booth, stick, document):
    age = shutil.which("age")
    if age is None:
        assert not os.environ.get("CI"), "CI must have age (apt install age)"
        pytest.skip("Debian's age is not installed")
    document("station", "rehearse", "--folder", booth, "--pledges", 1, "--seed", 1)
    pack = Path(document("station", "copy-out", "--folder", booth, "--to", stick)["file"])
    lines = [json.loads(line) for line in pack.read_text().splitlines()]
    [sealed] = [base64.b64decode(line["sealed"]) for line in lines if "sealed" in line]
    keys = read_keys(office.keys, "correct horse battery staple")
    assert drill(read_enrolment(office.enrolment), keys.opener, keys.signing_key) == "office"
    with pypdfium2.PdfDocument(office.sheet) as sheet:
        line = re.search("AGE-SECRET-KEY-1[0-9A-Z]+", sheet[0].get_textpage().get_text_bounded())[0]
    (tmp_path / "key.txt").write_text(line)
    (tmp_path / "pledge.age").write_bytes(sealed)
    done = subprocess.run([age, "-d", "-i", tmp_path / "key.txt", tmp_path / "pledge.age"], capture_output=True)
    assert json.loads(done.stdout) == json.loads(keys.opener.open(sealed))
    assert json.loads(done.stdout)["email"] == "rehearsal-1-1@example.org"


@pytest.mark.parametrize("noun", ["keys", "station", "office"])
def test_every_command_has_help_that_ends_in_an_example(noun, say):
    group = program.get_command(None, noun)
    for name in ("", *group.commands):
        _code, out, _err = say(*([noun, name, "--help"] if name else [noun, "--help"]))
        assert out.strip().splitlines()[-1].strip().startswith("Example:") or "Example: outreach" in out[-300:]
