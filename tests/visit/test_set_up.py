"""A set-up that can be left at any moment, the file that sets up ten more devices, and the device's list of events."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.errors import BookBusy, FolderError
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.visit.attempt_file import ATTEMPTS_NAME, AttemptFile, WrongTries
from outreach_app.visit.demo_folders import wipe_crashed_demos
from outreach_app.visit.folder_lock import FolderLock, is_in_use
from outreach_app.visit.pins import StaffRole, fits
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import GOAL
from outreach_app.visit.set_up_draft import SetUpDraft, SetUpStep
from outreach_app.visit.set_up_file import read_set_up_file, write_set_up_file
from outreach_app.visit.setting_up import set_up
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import StationHome, home_folder
from outreach_app.visit.sticks import Wanted, found_in
from tests.visit.table import HandClock

REPOSITORY = Path(__file__).resolve().parents[2]
CODE = "0000-0000-0000-0000-0"


@pytest.fixture(scope="module")
def enrolment(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("office") / "office.enrolment"
    file.write_bytes(encode_enrolment(Enrolment("Office", throwaway_recipients(secrets.token_bytes), "ab" * 32)))
    return file


def answer_all(draft: SetUpDraft, enrolment: Path) -> None:
    """Every question, as a person answers them, each with a fresh look at the disk as after a power cut."""
    draft.take_enrolment(enrolment)
    draft.keep(is_compared=True)
    draft.take_campaign(Path("take-it-down"))
    draft.keep(event="State fair", place="Hall B", goal=200)
    draft.keep(has_chosen_printer=True)
    draft.take_lawmakers(None)
    draft.set_pin(StaffRole.LEAD, "482913")
    draft.set_pin(StaffRole.VOLUNTEER, "739105")
    draft.set_recovery(CODE)


@pytest.fixture(scope="module")
def station(tmp_path_factory, enrolment) -> StationFolder:
    draft = SetUpDraft(StationHome(tmp_path_factory.mktemp("home")))
    answer_all(draft, enrolment)
    return draft.finish(HandClock(), secrets.token_bytes)


@pytest.fixture(scope="module")
def setup_file(station, tmp_path_factory) -> Path:
    return write_set_up_file(station, tmp_path_factory.mktemp("stick") / "fair.setup")


# -- the draft ---------------------------------------------------------------------------------------------------------


def test_a_set_up_goes_on_where_it_was_left_whatever_the_moment(tmp_path, enrolment):
    home = StationHome(tmp_path)
    answers = [
        (SetUpStep.OFFICE, lambda draft: (draft.take_enrolment(enrolment), draft.keep(is_compared=True))),
        (SetUpStep.CAMPAIGN, lambda draft: draft.take_campaign(Path("take-it-down"))),
        (SetUpStep.EVENT, lambda draft: draft.keep(event="State fair")),
        (SetUpStep.PRINTER, lambda draft: draft.keep(has_chosen_printer=True)),
        (SetUpStep.LAWMAKERS, lambda draft: draft.take_lawmakers(None)),
        (SetUpStep.PINS, lambda draft: draft.set_pin(StaffRole.LEAD, "482913")),
        (SetUpStep.PINS, lambda draft: draft.set_pin(StaffRole.VOLUNTEER, "739105")),
        (SetUpStep.RECOVERY, lambda draft: draft.set_recovery(CODE)),
    ]
    for step, answer in answers:
        draft = SetUpDraft(home)
        assert draft.step() is step
        answer(draft)
    again = SetUpDraft(home)
    assert again.step() is SetUpStep.CHECK
    assert (again.answers.event, again.campaign().id, again.enrolment().label) == (
        "State fair",
        "take-it-down",
        "Office",
    )
    assert not home.stations(), "nothing is a station before the last touch"


def test_a_finished_set_up_is_a_station_that_is_remembered_and_leaves_no_draft(station):
    home = StationHome(station.path.parent.parent)
    assert home.opened_last() == station.path
    assert not home.draft_folder.exists()
    assert PreferenceFile(station.path).read().preferences.number(GOAL) == 200
    assert AttemptFile(station.path / ATTEMPTS_NAME).tries() == WrongTries()
    assert station.settings.recovery_tag
    assert fits("482913", station.settings.pin_hashes[StaffRole.LEAD])


def test_pins_and_the_code_stand_nowhere_in_the_clear(tmp_path, enrolment):
    draft = SetUpDraft(StationHome(tmp_path))
    answer_all(draft, enrolment)
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".mp4")
    assert b"State fair" in held
    assert not any(secret in held for secret in (b"482913", b"739105", CODE.encode(), CODE.replace("-", "").encode()))


@pytest.mark.parametrize(
    ("pin", "what"), [("12345", "six digits"), ("777777", "easy"), ("123456", "easy"), ("12a456", "six")]
)
def test_a_pin_that_guards_nothing_is_refused(tmp_path, pin, what):
    with pytest.raises(FolderError, match=what):
        SetUpDraft(StationHome(tmp_path)).set_pin(StaffRole.LEAD, pin)


def test_both_roles_need_pins_of_their_own(tmp_path):
    draft = SetUpDraft(StationHome(tmp_path))
    draft.set_pin(StaffRole.LEAD, "482913")
    with pytest.raises(FolderError, match="different PINs"):
        draft.set_pin(StaffRole.VOLUNTEER, "482913")


def test_a_new_office_must_be_compared_anew(tmp_path, enrolment):
    draft = SetUpDraft(StationHome(tmp_path))
    answer_all(draft, enrolment)
    draft.take_enrolment(enrolment)
    assert SetUpDraft(StationHome(tmp_path)).step() is SetUpStep.OFFICE


def test_a_crash_right_after_the_station_was_made_leaves_one_station_and_no_second_set_up(
    tmp_path, enrolment, monkeypatch
):
    home = StationHome(tmp_path)
    draft = SetUpDraft(home)
    answer_all(draft, enrolment)
    monkeypatch.setattr(StationHome, "remember", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        draft.finish(HandClock(), secrets.token_bytes)
    monkeypatch.undo()
    assert not SetUpDraft(home).has_begun
    assert home.opened_last() == home.stations()[0]


def test_answers_that_cannot_be_read_are_asked_again(tmp_path, enrolment):
    draft = SetUpDraft(StationHome(tmp_path))
    answer_all(draft, enrolment)
    (tmp_path / "set-up" / "answers.json").write_text('{"format": 1, "even')
    assert SetUpDraft(StationHome(tmp_path)).step() is SetUpStep.OFFICE


# -- one file for ten devices ------------------------------------------------------------------------------------------


def test_a_second_device_becomes_like_the_first_with_an_id_of_its_own(setup_file, station, tmp_path):
    home = StationHome(tmp_path)
    draft = SetUpDraft(home)
    draft.take_set_up_file(setup_file)
    assert draft.step() is SetUpStep.OFFICE, "the letters are compared on each device"
    draft.keep(is_compared=True)
    assert draft.step() is SetUpStep.CHECK
    other = draft.finish(HandClock(), secrets.token_bytes)
    ours, theirs = station.settings, other.settings
    assert (ours.where.event, ours.where.place, ours.pin_hashes) == (
        theirs.where.event,
        theirs.where.place,
        theirs.pin_hashes,
    )
    assert ours.where.station != theirs.where.station
    assert ours.recovery_tag == theirs.recovery_tag
    assert other.campaign().id == "take-it-down"
    with closing(other.open_book()) as book:
        assert book.pledges == 0


def test_the_file_carries_lawmakers_and_no_pledge(station, tmp_path, setup_file):
    names = zipfile.ZipFile(setup_file).namelist()
    assert "pledges.book" not in names
    assert "station.json" not in names
    data = build_sample_pack(tmp_path / "sample.lawmakers")
    held = read_set_up_file(setup_file, tmp_path / "parts")
    assert held.setup.legislators is None
    from dataclasses import replace

    with_data = set_up(
        tmp_path / "b", replace(held.setup, legislators=data), held.door, HandClock(), secrets.token_bytes
    )
    again = read_set_up_file(write_set_up_file(with_data, tmp_path / "b.setup"), tmp_path / "more")
    assert again.setup.legislators.read_bytes() == data.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/etc/passwd",
        "campaigns/other/campaign.toml",
        "campaigns/take-it-down/../x",
        "pledges.book",
        "C:/x",
        "campaigns/take-it-down/run.exe",
    ],
)
def test_a_name_that_does_not_belong_is_refused_before_a_byte_is_written(setup_file, tmp_path, name):
    bad = tmp_path / "bad.setup"
    bad.write_bytes(setup_file.read_bytes())
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(FolderError, match="not a whole set-up file"):
        read_set_up_file(bad, tmp_path / "parts")
    assert not (tmp_path / "parts").exists()


def small_setup(path: Path, manifest: dict[str, object], *, packed: bool = False) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("setup.json") if not packed else "setup.json", json.dumps(manifest))
        archive.writestr(zipfile.ZipInfo("office.enrolment"), b"{}")
    return path


SOUND: dict[str, object] = {
    "format": 1, "event": "Fair", "place": "", "recovery": "", "campaigns": ["a"],
    "pins": dict.fromkeys(("lead", "volunteer"), "$argon2id$v=19$m=65536,t=3,p=1$" + "A" * 22 + "$" + "B" * 43),
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"pins": {}},
        {"campaigns": []},
        {"campaigns": ["../a"]},
        {"recovery": "zz"},
        {"more": 1},
        {"pins": {"lead": "$argon2id$v=19$m=9999999,t=99,p=1$AAAAAAAAAAAAAAAAAAAAAA$BB", "volunteer": "x"}},
    ],
)
def test_a_strange_list_of_parts_is_refused(tmp_path, change):
    assert read_set_up_file(small_setup(tmp_path / "good.setup", SOUND), tmp_path / "p").setup.event == "Fair"
    with pytest.raises(FolderError, match="not a whole set-up file"):
        read_set_up_file(small_setup(tmp_path / "bad.setup", {**SOUND, **change}), tmp_path / "q")


def test_a_packed_file_is_refused_so_that_nothing_grows_while_it_is_read(tmp_path):
    with pytest.raises(FolderError, match="not a whole set-up file"):
        read_set_up_file(small_setup(tmp_path / "bad.setup", SOUND, packed=True), tmp_path / "q")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damage_makes_it_stumble(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("damaged")
    whole = bytearray(small_setup(folder / "good.setup", SOUND).read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        whole[place] ^= data.draw(st.integers(1, 255))
    else:
        del whole[place:]
    (folder / "bad.setup").write_bytes(bytes(whole))
    with suppress(FolderError):  # its sentence; anything else is a stumble
        read_set_up_file(folder / "bad.setup", folder / "parts")


# -- the device --------------------------------------------------------------------------------------------------------


def test_the_history_tells_events_with_counts_newest_first(station, tmp_path, setup_file):
    home = StationHome(tmp_path)
    for day, event in ((1, "First"), (2, "Second")):
        draft = SetUpDraft(home)
        draft.take_set_up_file(setup_file)
        draft.keep(is_compared=True, event=event)
        draft.finish(HandClock(datetime(2026, 11, day, 9, tzinfo=UTC)), secrets.token_bytes)
    with closing(StationFolder(home.stations()[0]).open_book()) as book:
        book.close_event(StationFolder(home.stations()[0]).now(HandClock()))
    assert [(record.event, record.pledges, record.is_closed) for record in home.events()] == [
        ("Second", 0, False),
        ("First", 0, True),
    ]


def test_a_station_that_cannot_be_read_stands_in_the_history_with_its_reason(tmp_path, setup_file):
    home = StationHome(tmp_path)
    draft = SetUpDraft(home)
    draft.take_set_up_file(setup_file)
    draft.keep(is_compared=True)
    folder = draft.finish(HandClock(), secrets.token_bytes).path
    (folder / "pledges.book").write_bytes(b"nothing")
    (record,) = home.events()
    assert record.fault is not None
    assert record.event == "State fair"


def test_a_second_program_is_refused_at_once_and_a_killed_one_leaves_no_lock(tmp_path):
    script = "import sys; from pathlib import Path; from outreach_app.visit.folder_lock import FolderLock\n"
    script += "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.readline()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline().strip() == b"held"
        assert is_in_use(tmp_path)
        with pytest.raises(BookBusy, match="open already"):
            FolderLock(tmp_path)
        other.kill()
    lock = FolderLock(tmp_path)
    lock.release()


def test_what_a_crashed_demo_left_is_wiped_and_a_running_one_is_let_be(tmp_path):
    for name in ("outreach-demo-dead", "outreach-demo-alive", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pledges.book").write_bytes(b"x")
    lock = FolderLock(tmp_path / "outreach-demo-alive")
    assert wipe_crashed_demos(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"outreach-demo-alive", "other"}
    lock.release()


def test_a_folder_for_stations_can_be_named(tmp_path):
    assert home_folder({"OUTREACH_HOME": str(tmp_path)}) == tmp_path
    assert home_folder({}).name == "outreach"


def test_files_are_found_on_a_stick_but_not_in_its_depths(tmp_path):
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / ".trash").mkdir()
    for place in ("top.enrolment", "a/b/two.enrolment", "a/b/c/deep.enrolment", ".trash/old.enrolment", "x.campaign"):
        (tmp_path / place).write_bytes(b"")
    assert {path.name for path in found_in([tmp_path], Wanted.ENROLMENT)} == {"top.enrolment", "two.enrolment"}
    assert found_in([tmp_path / "gone"], Wanted.SETUP) == []


def test_the_bundled_sample_can_be_taken_by_name(tmp_path):
    assert SetUpDraft(StationHome(tmp_path)).take_campaign(bundled_campaign()).id == "take-it-down"
