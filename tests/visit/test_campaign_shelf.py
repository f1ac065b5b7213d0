"""The campaigns of a station: several, one of them shown, and none that its publisher did not sign."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from outreach_app.campaign.building import build_pack
from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.starter import write_starter
from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import CampaignError, StorageFailed, StorageFull
from outreach_app.office.pack_signing import OfficeSigner
from outreach_app.pledge_book import durable_files
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, fingerprint_of_key, throwaway_recipients
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.setting_up import StationSetup, door_of, set_up
from outreach_app.visit.station_check import check_station
from outreach_app.visit.station_folder import StationFolder
from tests.pledge_book.people import seeded

OFFICE, STRANGER = OfficeSigner(SigningKey(b"o" * 32)), OfficeSigner(SigningKey(b"s" * 32))
PINS = {StaffRole.LEAD: "123456", StaffRole.VOLUNTEER: "654321"}
TODAY = date(2026, 11, 22)


class NoonClock:
    """Always noon of the same day."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture
def park(tmp_path: Path) -> Path:
    """A campaign that has nothing to do with the sample."""
    folder = tmp_path / "save-the-park"
    write_starter(folder)
    return folder


def enrolment(tmp_path: Path, publisher: str | None = None) -> Path:
    path = tmp_path / "office.enrolment"
    path.write_bytes(encode_enrolment(Enrolment("Office", throwaway_recipients(seeded(1)), "ab" * 32, publisher)))
    return path


def packed(folder: Path, signer: OfficeSigner | None) -> Path:
    file = folder.with_suffix(".campaign")
    build_pack(folder, file, signer, lambda _bytes: None)
    return file


def station_of(tmp_path: Path, *packs: Path, publisher: str | None = None) -> StationFolder:
    setup = StationSetup(packs[0], enrolment(tmp_path, publisher), "Fair", "", None, packs[1:])
    return set_up(tmp_path / "booth", setup, door_of(PINS), NoonClock(), seeded(2))


def rows(station: StationFolder) -> dict[str, Check]:
    return {check.code: check for check in check_station(station, NoonClock())}


def test_the_first_of_several_campaigns_is_shown(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, packed(park, None), bundled_campaign())
    assert station.campaign().id == "save-the-park"
    assert station.shelf().ids() == ("save-the-park", "take-it-down")
    assert [held.is_shown for held in station.shelf().campaigns()] == [True, False]


def test_a_choice_is_kept_in_the_station_s_settings(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park, bundled_campaign())
    assert station.shelf().choose("take-it-down").id == "take-it-down"
    again = StationFolder(station.path)
    assert again.campaign().id == "take-it-down"
    assert again.settings.where == station.settings.where
    assert again.settings.pin_hashes == station.settings.pin_hashes


def test_a_campaign_that_is_not_there_is_not_chosen(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park)
    for name in ("take-it-down", "..", "", "../../etc"):
        with pytest.raises(CampaignError, match="has no campaign"):
            station.shelf().choose(name)
    assert StationFolder(station.path).campaign().id == "save-the-park"


def test_a_choice_that_cannot_be_kept_changes_nothing(tmp_path: Path, park: Path, monkeypatch) -> None:
    station = station_of(tmp_path, park, bundled_campaign())

    def full(*_arguments: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(durable_files.DurableFolder, "rename", full)
    with pytest.raises(StorageFull):
        station.shelf().choose("take-it-down")
    assert StationFolder(station.path).campaign().id == "save-the-park"
    assert not list(station.path.glob("*.partial"))


def test_two_packs_of_one_id_are_refused(tmp_path: Path, park: Path) -> None:
    with pytest.raises(CampaignError, match="same id"):
        station_of(tmp_path, park, packed(park, None))
    assert not (tmp_path / "booth").exists()


def test_a_newer_version_takes_the_place_of_the_older(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park)
    station.shelf().add(packed(newer(park), None))
    assert station.campaign().version == "2"
    assert [path.name for path in (station.path / "campaigns").iterdir()] == ["save-the-park"]


def test_a_pack_that_cannot_be_used_leaves_the_older_in_place(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park)
    (park / "text" / "en.toml").unlink()
    with pytest.raises(CampaignError):
        station.shelf().add(park)
    assert station.campaign().version == "1"
    assert [path.name for path in (station.path / "campaigns").iterdir()] == ["save-the-park"]


def newer(park: Path) -> Path:
    settings = park / "campaign.toml"
    settings.write_text(settings.read_text().replace('version = "1"', 'version = "2"'))
    return park


class _PowerCut(BaseException):
    """Nothing of the program runs after it."""


@pytest.mark.parametrize(("cut_at", "version"), [(1, "1"), (2, "1"), (3, "2")])
def test_a_power_cut_while_a_pack_is_renewed_leaves_one_whole_version(
    tmp_path: Path, park: Path, monkeypatch, cut_at: int, version: str
) -> None:
    station = station_of(tmp_path, park)
    renames, rename = [], Path.rename

    def cut(path: Path, target: Path) -> Path:
        renames.append(path)
        if len(renames) == cut_at:
            raise _PowerCut
        return rename(path, target)

    with monkeypatch.context() as power:
        power.setattr(Path, "rename", cut)
        # The one that counts the folder as synced comes after both.
        power.setattr("outreach_app.visit.campaign_shelf.sync_folder", lambda folder: cut(folder, folder))
        power.setattr("outreach_app.visit.campaign_shelf.CampaignShelf._clear_away", lambda _shelf: None)
        with pytest.raises(_PowerCut):
            station.shelf().add(newer(park))
    assert len(renames) == cut_at
    assert StationFolder(station.path).campaign().version == version
    station.shelf().add(park)
    assert StationFolder(station.path).campaign().version == "2"
    assert [path.name for path in (station.path / "campaigns").iterdir()] == ["save-the-park"]


def test_a_newer_version_that_cannot_be_moved_in_leaves_the_older(tmp_path: Path, park: Path, monkeypatch) -> None:
    station, rename = station_of(tmp_path, park), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == ".arriving":
            raise PermissionError(13, "held by another program")
        return rename(path, target)

    with monkeypatch.context() as system:
        system.setattr(Path, "rename", refuse)
        with pytest.raises(StorageFailed):
            station.shelf().add(newer(park))
    assert station.campaign().version == "1"
    assert [path.name for path in (station.path / "campaigns").iterdir()] == ["save-the-park"]


def test_only_a_pack_s_own_files_come_along(tmp_path: Path, park: Path) -> None:
    (park / "notes.txt").write_text("for the author alone")
    (park / ".git").mkdir()
    station = station_of(tmp_path, park)
    folder = station.path / "campaigns" / "save-the-park"
    assert {path.name for path in folder.rglob("*")} == {"campaign.toml", "text", "media", "en.toml"}


def test_a_link_in_a_pack_is_not_followed(tmp_path: Path, park: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    (park / "media" / "a.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(CampaignError, match="link to another place"):
        station_of(tmp_path, park)


# -- a publisher ------------------------------------------------------------------------------------------------------


def test_a_station_with_a_publisher_takes_what_they_signed(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, packed(park, OFFICE), publisher=OFFICE.publisher)
    assert station.campaign().id == "save-the-park"
    assert rows(station)["signature"].level is CheckLevel.OK
    assert station.shelf().campaigns()[0].signed_by == fingerprint_of_key(OFFICE.publisher)


@pytest.mark.parametrize("signer", [None, STRANGER], ids=["unsigned", "signed by a stranger"])
def test_a_station_with_a_publisher_takes_nothing_else(tmp_path: Path, park: Path, signer: OfficeSigner | None) -> None:
    with pytest.raises(CampaignError, match="publisher"):
        station_of(tmp_path, packed(park, signer), publisher=OFFICE.publisher)
    assert not (tmp_path / "booth").exists()
    station = station_of(tmp_path, packed(park, OFFICE), publisher=OFFICE.publisher)
    with pytest.raises(CampaignError, match="publisher"):
        station.shelf().add(packed(park, signer))
    assert station.campaign()


@pytest.mark.parametrize("file", ["text/en.toml", "media/a.png", "campaign.toml"])
def test_a_file_changed_on_the_station_is_noticed_when_it_opens(tmp_path: Path, park: Path, file: str) -> None:
    (park / "media" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    station = station_of(tmp_path, packed(park, OFFICE), publisher=OFFICE.publisher)
    with (station.path / "campaigns" / "save-the-park" / file).open("ab") as changed:
        changed.write(b"\n")
    with pytest.raises(CampaignError, match=file):
        station.campaign()
    assert rows(station)["campaign"].level is CheckLevel.FAIL


def test_a_campaign_swapped_for_another_is_noticed(tmp_path: Path, park: Path) -> None:
    packs = packed(park, OFFICE), packed(other_campaign(tmp_path), OFFICE)
    station = station_of(tmp_path, *packs, publisher=OFFICE.publisher)
    shelf = station.path / "campaigns"
    shutil.rmtree(shelf / "save-the-park")
    (shelf / "other-campaign").rename(shelf / "save-the-park")
    with pytest.raises(CampaignError, match="another one"):
        station.campaign()


def other_campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "other-campaign"
    write_starter(folder)
    return folder


# -- the checklist ----------------------------------------------------------------------------------------------------


def test_the_checklist_says_what_a_starter_still_lacks(tmp_path: Path, park: Path) -> None:
    found = rows(station_of(tmp_path, park))
    assert {code for code in ("signature", "sample-text", "links", "helplines") if found[code].level is CheckLevel.WARN}
    assert "Fingerprint" not in found["signature"].text.text
    assert "page" in str(found["links"].text)


def test_the_checklist_names_what_ends_soon_and_what_has_ended(tmp_path: Path, park: Path) -> None:
    fact = '[[facts]]\nid = "{id}"\nsource = "https://example.org/"\nas_of = 2026-01-01\nexpires = {day}\n\n'
    settings, texts = park / "campaign.toml", park / "text" / "en.toml"
    more = fact.format(id="ended", day="2026-11-21") + fact.format(id="ending", day="2026-12-01")
    settings.write_text(settings.read_text().replace("[[facts]]", more + "[[facts]]", 1))
    for name in ("ended", "ending"):
        texts.write_text(texts.read_text() + f'\n[facts.{name}]\nsentence = "One."\nsource = "Them"\n')
    station = station_of(tmp_path, park)
    found = rows(station)
    assert "ended" in str(found["statements"].text.values["keys"])
    assert "ending" in str(found["ending"].text.values["keys"])
    (held,) = station.shelf().campaigns()
    assert [one.key for one in held.hidden(TODAY)] == ["facts.ended"]
    assert "facts.ending" in [one.key for one in held.ending(TODAY)]


def test_the_checklist_names_another_campaign_that_is_damaged(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park, bundled_campaign())
    (station.path / "campaigns" / "take-it-down" / "campaign.toml").unlink()
    found = rows(station)
    assert found["campaign"].level is CheckLevel.OK
    assert found["other-campaign"].level is CheckLevel.WARN


def test_the_checklist_fails_when_the_shown_campaign_is_gone(tmp_path: Path, park: Path) -> None:
    station = station_of(tmp_path, park, bundled_campaign())
    shutil.rmtree(station.path / "campaigns" / "save-the-park")
    assert rows(station)["campaign"].level is CheckLevel.FAIL


def test_a_pledge_says_which_campaign_was_signed(tmp_path: Path, park: Path) -> None:
    from outreach_app.visit.pledging import PledgeDesk
    from outreach_app.visit.rehearsing import invented_pledges

    station = station_of(tmp_path, park, bundled_campaign())
    for name in ("save-the-park", "take-it-down"):
        campaign = station.shelf().choose(name)
        desk = PledgeDesk(campaign, station.settings.where, lambda: station.now(NoonClock()), is_rehearsal=True)
        pledge = next(invented_pledges(campaign, desk, 1, seed=1))
        assert (pledge.campaign_id, pledge.text_id) == (name, campaign.pledge.text_id)
        with closing(station.open_book()) as book:
            assert book.sign(pledge)
