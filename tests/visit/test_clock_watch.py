"""The clock of a table without a network: trusted while it goes on, doubted when it jumps, until a lead confirms it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.domain.checks import CheckLevel
from outreach_app.visit.clock_watch import DOUBTED_DATE, SEEN_NAME, ClockWatch, watch_from_start
from tests.visit.table import HandClock

SATURDAY = datetime(2026, 11, 28, 9, tzinfo=UTC)


class Jumping(HandClock):
    """A clock whose date can be set, as a person does in the system's settings."""

    def set_to(self, moment: datetime) -> None:
        self._moment = moment


class Table:
    """A station that can be shut down and started again."""

    def __init__(self, folder) -> None:
        self.folder, self.clock = folder, Jumping(SATURDAY)
        self.start()

    def start(self) -> None:
        self.watch = ClockWatch(self.folder, self.clock, SATURDAY - timedelta(hours=1))
        watch_from_start(self.watch)

    @property
    def is_trusted(self) -> bool:
        return self.watch.read().is_trusted


@pytest.fixture
def table(tmp_path) -> Table:
    return Table(tmp_path)


def test_a_day_and_a_night_and_a_restart_are_no_reason_to_ask(table):
    for _hour in range(10):
        table.clock.wait(3600)
        table.watch.note()
        assert table.is_trusted
    table.clock.set_to(SATURDAY + timedelta(days=1))
    table.start()
    assert table.is_trusted
    assert table.watch.check().level is CheckLevel.OK


def test_two_years_forward_during_an_event_are_doubted_until_the_clock_is_mended(table):
    table.clock.wait(3600)
    assert table.is_trusted
    table.clock.set_to(datetime(2028, 11, 28, 10, tzinfo=UTC))
    assert not table.is_trusted
    row = table.watch.check()
    assert (row.code, row.level) == (DOUBTED_DATE, CheckLevel.WARN)
    assert "2028" in str(row.text)
    table.watch.note()
    table.start()
    assert not table.is_trusted, "a restart does not make it true"
    table.clock.set_to(SATURDAY + timedelta(hours=2))
    assert table.is_trusted


def test_a_week_without_power_is_asked_about_once_and_a_lead_answers(table):
    table.clock.set_to(SATURDAY + timedelta(days=7))
    table.start()
    assert not table.is_trusted
    table.watch.confirm()
    assert table.is_trusted
    table.start()
    assert table.is_trusted
    assert table.watch.check().code == "clock"


@pytest.mark.parametrize("back", [timedelta(minutes=10), timedelta(days=400)])
def test_a_clock_behind_what_it_said_before_is_not_trusted_also_after_a_restart(table, back):
    table.clock.wait(7200)
    table.watch.note()
    table.clock.set_to(table.clock.now() - back)
    assert not table.is_trusted
    table.start()
    assert not table.is_trusted


def test_before_the_set_up_nobody_can_confirm_it(table):
    table.clock.set_to(SATURDAY - timedelta(days=400))
    assert "earlier than the day this station was set up" in str(table.watch.check().text)
    table.watch.confirm()
    assert not table.is_trusted


@given(st.binary(max_size=80))
def test_whatever_the_file_holds_the_table_opens(tmp_path_factory, held):
    folder = tmp_path_factory.mktemp("clock")
    (folder / SEEN_NAME).write_bytes(held)
    ClockWatch(folder, HandClock(SATURDAY), SATURDAY).read()
