"""A station's folder: set up whole or not at all, and read back as it was."""

from __future__ import annotations

import errno
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.domain.checks import CheckLevel
from outreach_app.errors import CampaignError, FolderError, LegislatorsError, SealingError, StorageFull
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.pledge_book.receipt import Receipt
from outreach_app.visit.pins import StaffRole, fits
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.setting_up import StationSetup, door_of, set_up
from outreach_app.visit.station_check import check_station
from outreach_app.visit.station_folder import SETTINGS_COPY_NAME, SETTINGS_NAME, StationFolder
from tests.pledge_book.people import seeded

DOOR = door_of({StaffRole.LEAD: "123456", StaffRole.VOLUNTEER: "654321"}, "0000-0000-0000-0000-0")


class SetClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def setup(tmp_path) -> StationSetup:
    enrolment = tmp_path / "office.enrolment"
    enrolment.write_bytes(encode_enrolment(Enrolment("Office", throwaway_recipients(seeded(1)), "ab" * 32)))
    return StationSetup(bundled_campaign(), enrolment, "State fair", "Hall B", None)


@pytest.fixture
def station(tmp_path, setup, clock) -> StationFolder:
    return set_up(tmp_path / "booth", setup, DOOR, clock, seeded(2))


def test_a_station_is_read_back_as_it_was_set_up(station, setup):
    again = StationFolder(station.path)
    assert (again.settings.where.event, again.settings.where.place) == ("State fair", "Hall B")
    assert len(again.settings.where.station) == 8
    assert again.enrolment().label == "Office"
    assert again.campaign().id == "take-it-down"
    assert again.legislators() is None
    with closing(again.open_book()) as book:
        assert book.pledges == 0


def test_pins_are_kept_as_slow_hashes(station):
    kept = StationFolder(station.path).settings.pin_hashes
    assert kept[StaffRole.LEAD].startswith("$argon2id$v=19$m=65536,t=3")
    assert fits("123456", kept[StaffRole.LEAD])
    assert not fits("654321", kept[StaffRole.LEAD])
    assert b"123456" not in (station.path / SETTINGS_NAME).read_bytes()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"event": "  "}, FolderError),
        ({"event": "two\nlines"}, FolderError),
        ({"place": "x" * 121}, FolderError),
        ({"campaign": "missing"}, CampaignError),
        ({"enrolment": "missing"}, SealingError),
        ({"legislators": "missing"}, LegislatorsError),
    ],
)
def test_what_cannot_be_used_leaves_no_folder(tmp_path, setup, clock, changes, error):
    paths = {name: tmp_path / value if value == "missing" else value for name, value in changes.items()}
    with pytest.raises(error):
        set_up(tmp_path / "booth", replace(setup, **paths), DOOR, clock, seeded(2))
    assert not (tmp_path / "booth").exists()
    assert not (tmp_path / "booth.partial").exists()


def test_a_station_may_have_lawmakers_of_its_own(tmp_path, setup, clock):
    data = build_sample_pack(tmp_path / "sample.lawmakers")
    station = set_up(tmp_path / "booth", replace(setup, legislators=data), DOOR, clock, seeded(2))
    data.unlink()
    with station.legislators() as pack:
        assert pack.is_sample
    assert "sample" in [check.code for check in check_station(station, clock)]


def test_a_disk_that_fills_up_while_parts_are_copied_leaves_no_half_made_station(tmp_path, setup, clock, monkeypatch):
    def full(_source, _target):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(StorageFull, match="no room"):
        set_up(tmp_path / "booth", setup, DOOR, clock, seeded(2))
    assert {path.name for path in tmp_path.iterdir()} == {"office.enrolment"}


def test_an_empty_folder_may_become_a_station_and_a_full_one_may_not(tmp_path, setup, clock):
    (tmp_path / "empty").mkdir()
    assert set_up(tmp_path / "empty", setup, DOOR, clock, seeded(2)).campaign()
    with pytest.raises(FolderError, match="left as it is"):
        set_up(tmp_path / "empty", setup, DOOR, clock, seeded(2))


def test_a_folder_without_a_station_is_a_sentence(tmp_path):
    with pytest.raises(FolderError, match="no station"):
        StationFolder(tmp_path)


def test_settings_that_are_not_whole_are_a_sentence(station):
    for name in (SETTINGS_NAME, SETTINGS_COPY_NAME):
        path = station.path / name
        path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(FolderError, match="are damaged"):
        StationFolder(station.path)


def test_a_clock_before_the_set_up_is_not_trusted(station, clock):
    assert station.now(clock).is_trusted
    clock.moment -= timedelta(days=400)
    assert not station.now(clock).is_trusted
    levels = {check.code: check.level for check in check_station(station, clock)}
    assert levels["clock"] is CheckLevel.WARN


def test_the_checklist_of_a_fresh_station_fails_nowhere(station, clock):
    assert not [check for check in check_station(station, clock) if check.level is CheckLevel.FAIL]


def test_the_checklist_of_a_closed_event_follows_its_receipt(station, clock):
    def says() -> str:
        return next(check.text.text for check in check_station(station, clock) if check.code == "receipt")

    with closing(station.open_book()) as book:
        book.sign(next(invented_pledges(station.campaign(), desk_of(station, clock), 1, seed=1)))
        slip = book.close_event(station.now(clock))
    assert "no receipt" in says()
    receipt = Receipt(
        "outreach-receipt-1", slip.station, slip.event, slip.pledges, slip.withdrawn, slip.entries, slip.head, ""
    )
    with closing(station.open_book()) as book:
        book.take_receipt(receipt, station.now(clock))
    assert "for seven days" in says()
    clock.moment += timedelta(days=7)
    assert "have passed" in says()
    with closing(station.open_book()) as book:
        book.erase_when_due(station.now(clock))
    assert "were erased" in says()


@pytest.mark.parametrize(
    ("file", "code"),
    [("pledges.book", "book"), ("office.enrolment", "enrolment"), ("campaigns/take-it-down/campaign.toml", "campaign")],
)
def test_the_checklist_names_a_part_that_is_gone(station, clock, file, code):
    (station.path / file).unlink()
    failed = [check.code for check in check_station(station, clock) if check.level is CheckLevel.FAIL]
    assert code in failed


def desk_of(station, clock):
    return PledgeDesk(station.campaign(), station.settings.where, lambda: station.now(clock), is_rehearsal=True)


def test_invented_people_pass_the_desk_s_own_checks_and_are_marked(station, clock):
    campaign = station.campaign()
    desk = desk_of(station, clock)
    invented = list(invented_pledges(campaign, desk, 40, seed=5))
    assert all(pledge.is_rehearsal for pledge in invented)
    assert invented == list(invented_pledges(campaign, desk, 40, seed=5))
    assert invented != list(invented_pledges(campaign, desk, 40, seed=6))
    assert {pledge.language for pledge in invented} == set(campaign.languages)
    for pledge in invented:
        for field in ("given_name", "family_name", "email", "postcode", "mobile"):
            value = getattr(pledge, field)
            if value:
                assert desk.check(field, value).fault is None, (field, value)
