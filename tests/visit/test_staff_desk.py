"""What the desk knows without a window: figures, hours, counts, the last copy, sticks, the list before opening."""

from __future__ import annotations

import secrets
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.domain.checks import CheckLevel
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.visit.battery import Battery, read_battery
from outreach_app.visit.copy_note import COPY_NAME, CopyNote, keep_copy_note, note_of, read_copy_note
from outreach_app.visit.desk_figures import OnlyHere, figures_of, hours_of
from outreach_app.visit.happenings import HAPPENINGS_NAME, Happening, Happenings
from outreach_app.visit.hidden_door import HiddenDoor
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.opening_checks import accept_helplines, look_before_opening, standing_at_start
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.station_check import OpenBookState
from outreach_app.visit.stick import OFFICE_KEYS_NAME, Stick
from outreach_app.visit.timekeeping import read_clock
from tests.journeys.staffed_table import make_station
from tests.visit.table import WHERE, HandClock

NOW = datetime(2026, 11, 22, 15, 21, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture
def clock():
    return HandClock(NOW)


# -- the door and the sign ---------------------------------------------------------------------------------------------


@given(some.lists(some.tuples(some.booleans(), some.floats(0.05, 5.0)), max_size=30))
def test_the_hidden_door_opens_at_the_fifth_touch_of_the_corner_within_three_seconds(touches):
    door, at, corner = HiddenDoor(), 0.0, []
    for is_corner, pause in touches:
        at += pause
        corner = [*corner, at] if is_corner else []
        opens = door.touch(40 if is_corner else 300, 40, at)
        assert opens is (len(corner) >= 5 and at - corner[-5] <= 3.0)
        if opens:
            corner = []


def test_a_closed_event_stays_closed_whatever_the_sign_is_turned_to():
    sign = OpenSign()
    sign.turn(Standing.CLOSED)
    sign.turn(Standing.OPEN)
    assert not sign.is_open


# -- figures -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("signed", [0, 1, 40])
def test_the_figures_are_the_books(tmp_path, campaign, clock, signed):
    desk = PledgeDesk(campaign, WHERE, lambda: read_clock(clock, NOW), is_rehearsal=True)
    people = list(invented_pledges(campaign, desk, signed + 1, seed=3))
    path = tmp_path / "pledges.book"
    with closing(
        PledgeBook.create(path, throwaway_recipients(secrets.token_bytes), WHERE, read_clock(clock, NOW))
    ) as book:
        for number, pledge in enumerate(people[:signed]):
            book.sign(replace(pledge, is_rehearsal=False, is_from_paper=number % 4 == 0))
        book.sign(people[signed])
        figures = figures_of(book, None, NOW, 1000)
        assert (figures.slip.kept, figures.slip.rehearsals) == (signed, 1)
        assert figures.only_here == (OnlyHere(signed, 0, 0, is_closing=False) if signed else None)
        assert sum(bar.count or 0 for bar in figures.hours) == (signed if signed >= 5 else 0)
        assert figures.from_paper == {0: 0, 1: None, 40: 10}[signed]


@pytest.fixture
def book(tmp_path, clock):
    where = tmp_path / "pledges.book"
    with closing(
        PledgeBook.create(where, throwaway_recipients(secrets.token_bytes), WHERE, read_clock(clock, NOW))
    ) as made:
        yield made


@pytest.fixture
def people(campaign, clock):
    """Some who sign, none of them for practice."""
    desk = PledgeDesk(campaign, WHERE, lambda: read_clock(clock, NOW), is_rehearsal=True)
    return [replace(pledge, is_rehearsal=False) for pledge in invented_pledges(campaign, desk, 6, seed=3)]


def only_here_after(book, note):
    figures = figures_of(book, note, NOW, 1000)
    assert figures.is_copied is (note is not None and figures.only_here is None)
    return figures.only_here


def copied_now(book):
    """The note of a copy that is made now."""
    book.checkpoint()
    return note_of(book.slip, NOW)


def test_a_copy_covers_the_book_only_while_the_book_ends_as_the_copy_does(book, people):
    code = book.sign(people[0]).withdrawal_code
    book.sign(people[1])
    note = copied_now(book)
    assert only_here_after(book, note) is None
    book.sign(people[2])
    assert only_here_after(book, note) == OnlyHere(1, 0, 0, is_closing=False)
    book.undo(3)
    assert only_here_after(book, note) == OnlyHere(0, 0, 1, is_closing=False)
    note = copied_now(book)
    book.withdraw(code)
    assert only_here_after(book, note) == OnlyHere(0, 0, 1, is_closing=False)
    note = copied_now(book)
    book.request_erasure("Ada Quill", "")
    assert only_here_after(book, note) == OnlyHere(0, 1, 0, is_closing=False)
    note = copied_now(book)
    book.close_event(read_clock(HandClock(NOW), NOW))
    assert only_here_after(book, note) == OnlyHere(0, 0, 0, is_closing=True)
    assert only_here_after(book, note_of(book.slip, NOW)) is None


def test_practice_alone_needs_no_copy_and_is_never_called_copied(book, people):
    book.sign(replace(people[0], is_rehearsal=True))
    assert only_here_after(book, None) is None
    assert not figures_of(book, None, NOW, 1000).is_copied
    note = copied_now(book)
    book.sign(replace(people[1], is_rehearsal=True))
    assert only_here_after(book, note) == OnlyHere(0, 0, 0, is_closing=False)
    book.sign(people[2])
    assert only_here_after(book, note) == OnlyHere(1, 0, 0, is_closing=False)


def test_what_a_copy_takes_is_told_to_the_byte(book, people, tmp_path):
    code = book.sign(people[0]).withdrawal_code
    for pledge in people[1:]:
        book.sign(pledge)
    book.withdraw(code)
    book.request_erasure("Ada Quill", "ada@example.org")
    book.close_event(read_clock(HandClock(NOW), NOW))
    assert copy_out(book, DurableFolder(tmp_path)).path.stat().st_size == book.copy_bytes()


def test_the_hours_are_todays_in_the_stations_own_zone_with_the_gaps_between():
    counts = [("2026-11-21T20Z", 50), ("2026-11-22T17Z", 9), ("2026-11-22T19Z", None), ("2026-11-22T21Z", 14)]
    bars = hours_of(counts, NOW)
    assert [(bar.begins.hour, bar.count, bar.is_now) for bar in bars] == [
        (11, 9, False),
        (12, 0, False),
        (13, None, False),
        (14, 0, False),
        (15, 14, True),
    ]
    assert hours_of([], NOW) == ()


def test_a_long_day_shows_all_of_its_hours():
    counts = [(f"2026-11-22T{hour:02}Z", 5) for hour in range(7, 22)]
    bars = hours_of(counts, NOW)
    assert [bar.begins.hour for bar in bars] == list(range(1, 16))
    assert bars[-1].is_now


# -- counts of what visitors did ---------------------------------------------------------------------------------------


def test_small_counts_are_not_said_and_all_of_them_outlast_a_restart(tmp_path):
    happenings = Happenings(tmp_path)
    for _time in range(4):
        happenings.note(Happening.FILM_WATCHED)
    for _time in range(5):
        happenings.note(Happening.FACTS_READ)
    happenings.keep()
    shown = Happenings(tmp_path).shown()
    assert (shown[Happening.FILM_WATCHED], shown[Happening.FACTS_READ], shown[Happening.PAGE_SAVED]) == (None, 5, 0)


@given(some.binary(max_size=200))
def test_whatever_stands_in_the_file_of_counts_a_table_opens(tmp_path_factory, held):
    folder = tmp_path_factory.mktemp("counts")
    (folder / HAPPENINGS_NAME).write_bytes(held)
    assert set(Happenings(folder).shown()) == set(Happening)


# -- the last copy -----------------------------------------------------------------------------------------------------


def test_the_note_of_a_copy_is_for_its_event_alone_and_a_damaged_one_counts_as_none(tmp_path):
    note = CopyNote("EVENT", datetime(2026, 11, 22, 21, tzinfo=UTC), "ab" * 32, 40)
    keep_copy_note(tmp_path, note)
    assert read_copy_note(tmp_path, "EVENT") == note
    assert read_copy_note(tmp_path, "ANOTHER") is None
    # Notes of earlier versions knew no head, so nobody can tell what they cover.
    (tmp_path / COPY_NAME).write_text('{"event":"EVENT","at":"2026-11-22T21:00:00Z","entries":44,"signed":40}')
    assert read_copy_note(tmp_path, "EVENT") is None
    (tmp_path / COPY_NAME).write_bytes(b"{")
    assert read_copy_note(tmp_path, "EVENT") is None


# -- sticks ------------------------------------------------------------------------------------------------------------


def test_a_stick_says_what_speaks_against_it(tmp_path):
    plain = Stick(tmp_path, "CAMPAIGN-A", 10**9, is_writable=True)
    assert plain.fault(10**6, "K7QF2M3P") is None
    assert "CAMPAIGN-A cannot be written" in str(replace(plain, is_writable=False).fault(10**6, "K7QF2M3P"))
    assert "CAMPAIGN-A is full" in str(replace(plain, free_bytes=10**6).fault(10**6, "K7QF2M3P"))
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / OFFICE_KEYS_NAME).write_bytes(b"age")
    assert "CAMPAIGN-A holds the office’s keys" in str(plain.fault(10**6, "K7QF2M3P"))


def test_only_this_stations_own_unfinished_copies_count_as_room(tmp_path):
    stick = Stick(tmp_path, "CAMPAIGN-A", 10**6, is_writable=True)
    for name in ("K7QF2M3P-000044.pledges", "ZZZZ2M3P-000044.pledges.partial", "holiday.partial"):
        (tmp_path / name).write_bytes(bytes(3 * 10**6))
        assert stick.fault(2 * 10**6, "K7QF2M3P") is not None, name
    (tmp_path / "K7QF2M3P-000044.pledges.partial").write_bytes(bytes(3 * 10**6))
    assert stick.fault(2 * 10**6, "K7QF2M3P") is None
    assert stick.fault(4 * 10**6, "K7QF2M3P") is not None


# -- the device --------------------------------------------------------------------------------------------------------


def test_the_battery_is_read_where_the_system_tells_and_not_known_elsewhere(tmp_path):
    assert read_battery(tmp_path / "nothing") is None
    for folder, lines in {
        "AC": {"type": "Mains"},
        "mouse": {"type": "Battery", "scope": "Device", "capacity": "5", "status": "Discharging"},
        "tablet": {"type": "Battery", "capacity": "41", "status": "Discharging"},
    }.items():
        (tmp_path / folder).mkdir()
        for name, line in lines.items():
            (tmp_path / folder / name).write_text(line + "\n")
    assert read_battery(tmp_path) == Battery(41, is_plugged_in=False)


# -- before opening ----------------------------------------------------------------------------------------------------


def look(station, clock, battery=None):
    with closing(station.open_book()) as book:
        state = OpenBookState(book.slip, book.retention)
        return look_before_opening(station, clock, state, (), lambda: battery)


def test_a_station_in_order_may_open_and_what_is_to_be_looked_at_stands_first(tmp_path):
    clock = HandClock()
    station = make_station(tmp_path / "booth", clock)
    found = look(station, clock, Battery(41, is_plugged_in=False))
    assert not found.harmful
    assert not found.needs_lead
    assert "battery" in [check.code for check in found.checks[: found.to_look_at]]
    assert all(check.level is CheckLevel.OK for check in found.checks[found.to_look_at :])


def test_what_would_harm_visitors_keeps_the_door_shut(tmp_path, monkeypatch):
    clock = HandClock()
    station = make_station(tmp_path / "booth", clock)

    def refuse(*_anything: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as broken:
        broken.setattr(DurableFolder, "write", refuse)
        assert [check.code for check in look(station, clock).harmful] == ["writing"]
    with closing(station.open_book()) as book:
        book.close_event(station.now(clock))
    assert "event" in [check.code for check in look(station, clock).harmful]
    with closing(station.open_book()) as book:
        state = OpenBookState(book.slip, book.retention)
    (station.path / "office.enrolment").write_bytes(b"nothing")
    found = look_before_opening(station, clock, state, (), lambda: None)
    assert "enrolment" in [check.code for check in found.harmful]


def test_helplines_that_nobody_verified_need_a_lead_and_hold_for_the_day(tmp_path, campaign):
    late = HandClock(datetime(2028, 1, 1, 12, tzinfo=UTC))
    station = make_station(tmp_path / "booth", late)
    found = look(station, late)
    assert found.needs_lead
    assert not found.harmful
    today = date(2028, 1, 1)
    assert standing_at_start(station.path, campaign, today, is_closed=False) is Standing.NOT_READY
    accept_helplines(station.path, today)
    assert standing_at_start(station.path, campaign, today, is_closed=False) is Standing.OPEN
    assert standing_at_start(station.path, campaign, date(2028, 1, 2), is_closed=False) is Standing.NOT_READY
    assert standing_at_start(station.path, campaign, today, is_closed=True) is Standing.CLOSED
