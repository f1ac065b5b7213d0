"""A station of one's own, opened for visitors: with its count, and for its staff alone once its event is closed."""

from __future__ import annotations

import secrets
from contextlib import closing

import pytest

from outreach_app.campaign.building import build_pack
from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.starter import write_starter
from outreach_app.errors import CampaignError
from outreach_app.kiosk.demo import open_demo
from outreach_app.kiosk.table import open_table
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.visit.flow import Place, Step, steps_from
from outreach_app.visit.pins import new_pins
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.ports import SystemClock
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.setting_up import StationSetup, door_of, set_up
from outreach_app.visit.station_folder import StationFolder
from tests.kiosk.table import prepare_application, shown


@pytest.fixture
def station(tmp_path):
    file = tmp_path / "office.enrolment"
    recipients = throwaway_recipients(secrets.token_bytes)
    file.write_bytes(encode_enrolment(Enrolment("Office", recipients, secrets.token_hex(32))))
    setup = StationSetup(bundled_campaign(), file, "State fair", "", None)
    return set_up(tmp_path / "booth", setup, door_of(new_pins()), SystemClock(), secrets.token_bytes)


def test_a_table_opens_on_its_own_book_and_goes_on_counting(qapp, station):
    prepare_application()
    desk = PledgeDesk(station.campaign(), station.settings.where, lambda: station.now(SystemClock()))
    with closing(station.open_book()) as book:
        for pledge in invented_pledges(station.campaign(), desk, 30, seed=1):
            book.sign(pledge)
    with shown(open_table(station.path)) as window:
        assert "30" in [words.text() for words in window.findChildren(type(window.shown._number))]


def test_a_closed_event_lets_no_visitor_in_and_its_staff_still_can(qapp, station):
    prepare_application()
    with closing(station.open_book()) as book:
        book.close_event(station.now(SystemClock()))
    with shown(open_table(station.path)) as window:
        assert window.visit.journey.at is Place.PAUSED
    assert Step.OPEN_STAFF_DOOR in steps_from(Place.PAUSED)


@pytest.fixture
def packed_starter(tmp_path):
    write_starter(tmp_path / "save-the-park")
    file = tmp_path / "save-the-park.campaign"
    build_pack(tmp_path / "save-the-park", file, None, lambda _bytes: None)
    return file


def test_a_table_shows_the_campaign_that_was_chosen_and_keeps_the_choice(qapp, station, packed_starter):
    prepare_application()
    station.shelf().add(packed_starter)
    with shown(open_table(station.path, campaign_id="save-the-park")) as window:
        assert window.isVisible()
    assert StationFolder(station.path).settings.campaign == "save-the-park"
    with pytest.raises(CampaignError, match="has no campaign"):
        open_table(station.path, campaign_id="no-such")


def test_the_demo_takes_a_packed_campaign_and_unpacks_it_into_its_throwaway_folder(qapp, tmp_path, packed_starter):
    prepare_application()
    throwaway = tmp_path / "throwaway"
    throwaway.mkdir()
    with shown(open_demo(throwaway, campaign_pack=packed_starter)):
        assert (throwaway / "campaign" / "campaign.toml").is_file()
