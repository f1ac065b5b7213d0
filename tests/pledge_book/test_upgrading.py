"""A book is brought up to date between events, never during one."""

from __future__ import annotations

from contextlib import closing

import pytest

from outreach_app.errors import BookUnusable
from outreach_app.pledge_book.book_file import MIGRATIONS
from outreach_app.pledge_book.upgrading import refuse_upgrade_during_event
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from tests.journeys.staffed_table import make_station
from tests.visit.table import HandClock

NEXT = len(MIGRATIONS) + 1


@pytest.fixture
def station(tmp_path):
    return make_station(tmp_path / "booth", HandClock())


def sign_one(station) -> None:
    desk = PledgeDesk(station.campaign(), station.settings.where, lambda: station.now(HandClock()), is_rehearsal=True)
    with closing(station.open_book()) as book:
        for pledge in invented_pledges(station.campaign(), desk, 1, seed=1):
            book.sign(pledge)


def test_a_renewed_program_refuses_to_go_on_in_the_middle_of_an_event(station, monkeypatch):
    sign_one(station)
    with pytest.raises(BookUnusable, match="renewed during this event"):
        refuse_upgrade_during_event(station.book_path, NEXT)
    before = station.book_path.read_bytes()
    monkeypatch.setattr(refuse_upgrade_during_event, "__defaults__", (NEXT,))
    with pytest.raises(BookUnusable, match="Every pledge is safe"):
        station.open_book()
    assert station.book_path.read_bytes() == before


def test_it_may_be_renewed_before_the_first_entry_and_after_the_event(station):
    refuse_upgrade_during_event(station.book_path, NEXT)
    sign_one(station)
    with closing(station.open_book()) as book:
        book.close_event(station.now(HandClock()))
    refuse_upgrade_during_event(station.book_path, NEXT)


def test_a_book_of_todays_schema_is_let_through_and_what_is_no_book_is_for_others_to_judge(station, tmp_path):
    sign_one(station)
    refuse_upgrade_during_event(station.book_path)
    (tmp_path / "x").write_bytes(b"x" * 100)
    refuse_upgrade_during_event(tmp_path / "x", NEXT)
    refuse_upgrade_during_event(tmp_path / "gone", NEXT)
