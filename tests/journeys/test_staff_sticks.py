"""Sticks: pulled at each file operation, full, read-only, the wrong one of two. Nothing is lost, and each is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import pytest

from outreach_app.pledge_book.chain import Chain
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.pack import SUFFIX, read_pack
from outreach_app.visit.copy_note import read_copy_note
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.stick import OFFICE_KEYS_NAME
from tests.journeys.staffed_table import StaffedTable
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import settle

OPERATIONS = ("the first line", "a line in the middle", "the sync", "reading back", "the name", "the folder's sync")


class PulledStick(DurableFolder):
    """A stick that is pulled out at one of its file operations."""

    def __init__(self, path: Path, at: str | None) -> None:
        super().__init__(path)
        self._at = at

    def _pull_at(self, operation: str) -> None:
        if operation == self._at:
            shutil.rmtree(self.path)
            raise OSError(5, "Input/output error")

    def write(self, partial: Path, chunks: Iterable[bytes]) -> None:
        def pulled() -> Iterable[bytes]:
            for number, chunk in enumerate(chunks):
                if number < 2:
                    self._pull_at(OPERATIONS[number])
                yield chunk

        super().write(partial, pulled())
        self._pull_at("the sync")

    def read_back(self, partial: Path, check: Callable[[BinaryIO], None]) -> None:
        self._pull_at("reading back")
        super().read_back(partial, check)

    def rename(self, partial: Path, final: Path) -> None:
        self._pull_at("the name")
        super().rename(partial, final)

    def sync_folder(self) -> None:
        self._pull_at("the folder's sync")
        super().sync_folder()


@pytest.fixture
def table(qapp, tmp_path):
    """A table whose stick is pulled at ``table.pulled_at``."""
    made: list[StaffedTable] = []

    def make_folder(path: Path) -> DurableFolder:
        return PulledStick(path, made[0].pulled_at)

    made.append(StaffedTable(tmp_path / "day", make_folder=make_folder))
    made[0].pulled_at = None
    yield made[0]
    made[0].close()


def go_to_copying(table: StaffedTable) -> Staff:
    """As a lead, with one pledge kept."""
    staff, window = Staff(table.window), table.window
    staff.sign_as_visitor(table)
    window._take(Step.OPEN_STAFF_DOOR)
    window.visit.role = StaffRole.LEAD
    window._take(Step.UNLOCK)
    window._take(Step.COPY_PLEDGES)
    settle()
    assert staff.place is Place.COPYING
    return staff


def test_a_stick_pulled_at_any_moment_leaves_nothing_or_a_whole_copy_and_the_next_one_works(table):
    staff = go_to_copying(table)
    staff.waits_to_read("No stick is plugged in.")
    for operation in OPERATIONS:
        table.pulled_at = operation
        stick = table.plug_in(f"PULLED-{OPERATIONS.index(operation)}")
        staff.waits_to_read(stick.name)
        staff.tap("Copy now")
        staff.waits_to_read("Nothing was lost.")
        assert not stick.exists()
        assert read_copy_note(table.place.path, table.station._book.slip.event) is None, operation
        table.sticks.clear()
        staff.waits_to_read("No stick is plugged in.")
    table.pulled_at = None
    stick = table.plug_in("WHOLE")
    staff.waits_to_read("WHOLE")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove WHOLE.")
    (copy,) = stick.iterdir()
    assert copy.name.endswith(SUFFIX)
    chain = Chain()
    with copy.open("rb") as file:
        for _entry in read_pack(file, chain):
            pass
    assert chain.pledges == 1


def test_of_two_sticks_one_is_chosen_and_one_that_cannot_serve_says_why(table):
    staff = go_to_copying(table)
    table.plug_in("HOLIDAY", is_writable=False)
    table.plug_in("FULL", free=10)
    office = table.plug_in("OFFICE")
    (office / OFFICE_KEYS_NAME).write_bytes(b"age")
    table.plug_in("CAMPAIGN-A")
    staff.waits_to_read("More than one stick is plugged in.")
    for name, said in (
        ("HOLIDAY", "cannot be written"),
        ("FULL", "This stick is full."),
        ("OFFICE", "holds the office's keys"),
    ):
        staff.tap_name(name)
        staff.waits_to_read(said)
        assert not table.window.shown._copy.isEnabled()
    staff.tap_name("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    assert list((table.folder / "sticks" / "CAMPAIGN-A").iterdir())
