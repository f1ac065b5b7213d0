"""A station's settings file that is damaged: the last good copy serves, staff are told, and no pledge is locked in."""

from __future__ import annotations

import json
import secrets
from contextlib import closing

import pytest

from outreach_app.cli.program import run
from outreach_app.errors import FolderError
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.pledge_book.chain import Chain
from outreach_app.pledge_book.pack import read_pack
from outreach_app.visit.kept_twice import KeptTwice
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.station_folder import SETTINGS_COPY_NAME, SETTINGS_NAME, StationFolder
from tests.journeys.test_closed_and_not_copied import opened, sign, to_open
from tests.kiosk.table import wait_until
from tests.visit.table import HandClock

DAMAGE = {
    "cut short": lambda data: data[: len(data) // 2],
    "zeroes": lambda data: bytes(len(data)),
    "empty": lambda _data: b"",
    "another program's": lambda _data: b'{"format": 1}',
}


def damage(station: StationFolder, *names: str, how=DAMAGE["cut short"]) -> None:
    for name in names:
        path = station.path / name
        path.write_bytes(how(path.read_bytes()))


@pytest.mark.parametrize("how", DAMAGE.values(), ids=DAMAGE)
def test_the_table_opens_with_the_copy_mends_the_file_and_says_so_on_desk_and_list(device, station, how):
    sign(station)
    damage(station, SETTINGS_NAME, how=how)
    assert to_open(device.home) == station.path
    with opened(station) as staff:
        staff.come_in()
        said = "The settings file of this event was damaged, so its last good copy is in use."
        staff.waits_to_read(said)
        staff.tap("See the list")
        staff.waits_to_read("Tell the office when you bring the pledges.")
        assert said in staff.reading()
    again = StationFolder(station.path)
    assert again.notice is None, "the file is whole again"
    assert again.settings == station.settings
    assert (station.path / SETTINGS_NAME).read_bytes() == (station.path / SETTINGS_COPY_NAME).read_bytes()


def test_a_file_that_is_gone_is_made_again_from_its_copy(station):
    (station.path / SETTINGS_NAME).unlink()
    again = StationFolder(station.path)
    assert again.settings == station.settings
    again.mend()
    assert StationFolder(station.path).notice is None


def test_a_station_of_an_older_version_gets_its_copy_when_it_opens(station):
    (station.path / SETTINGS_COPY_NAME).unlink()
    StationFolder(station.path).mend()
    damage(station, SETTINGS_NAME)
    assert StationFolder(station.path).settings == station.settings


def test_a_disk_that_refuses_the_mending_keeps_no_table_shut(station, monkeypatch):
    damage(station, SETTINGS_NAME)
    monkeypatch.setattr(KeptTwice, "_put", refuse)
    with opened(station) as staff:
        assert "Touch to begin" in staff.names()
    assert StationFolder(station.path).settings == station.settings


def refuse(*_how: object) -> None:
    from outreach_app.errors import Message, StorageFailed

    raise StorageFailed(Message("refused"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_with_both_lost_the_list_says_what_to_do_and_names_no_folder(device, station, language):
    sign(station)
    damage(station, SETTINGS_NAME, SETTINGS_COPY_NAME)
    with pytest.raises(FolderError, match="Its pledges are safe and sealed"):
        StationFolder(station.path)
    person = device.start(language)
    assert person.page is FirstPlace.EVENTS
    wait_until(lambda: person.reads("Look at it"), "the event")
    assert person.reads(FolderError(device.home.events()[0].fault).message)
    assert str(station.path) not in person.reading()
    assert "--" not in person.reading()


def test_with_both_lost_or_gone_the_sealed_book_is_copied_all_the_same(device, station, tmp_path, capsys):
    sign(station)
    with closing(station.open_book()) as book:
        event = book.slip.event
    damage(station, SETTINGS_NAME)
    (station.path / SETTINGS_COPY_NAME).unlink()
    copy = ["station", "copy-out", "--folder", str(station.path), "--to", str(tmp_path), "--close", "--json"]
    assert run(copy) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["event"], told["pledges"], told["closed"]) == (event, 1, True)
    chain = Chain()
    with next(tmp_path.glob("*.pledges")).open("rb") as pack:
        assert len(list(read_pack(pack, chain))) == told["entries"]
    assert (chain.pledges, chain.is_closed, chain.head) == (1, True, told["head"])


def test_the_copy_follows_a_change_and_an_interrupted_one_loses_nothing(tmp_path):
    kept = KeptTwice(tmp_path, "a.json", "a.before.json", lambda data: json.loads(data) if data else None)
    for number in (1, 2):
        kept.keep(str(number).encode())
    (tmp_path / "a.json.partial").write_bytes(b"3")
    assert (kept.read().value, kept.read().is_from_copy) == (2, False)
    (tmp_path / "a.json").write_bytes(b"")
    assert (kept.read().value, kept.read().is_from_copy) == (1, True)
    kept.mend()
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_an_invented_person_signs_where_only_the_copy_is_whole(station):
    damage(station, SETTINGS_NAME)
    again = StationFolder(station.path)
    desk = PledgeDesk(again.campaign(), again.settings.where, lambda: again.now(HandClock()))
    with closing(again.open_book()) as book:
        (pledge,) = invented_pledges(again.campaign(), desk, 1, secrets.randbelow(99))
        assert book.sign(pledge).number == 1
