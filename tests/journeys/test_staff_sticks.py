"""Sticks: pulled at each file operation, full, read-only, the wrong one of two. Nothing is lost, and each is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from outreach_app.look.notice_strip import NoticeStrip
from outreach_app.look.words import Words
from outreach_app.pledge_book.chain import Chain
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.pack import SUFFIX, read_pack
from outreach_app.visit.copy_note import read_copy_note
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.stick import OFFICE_KEYS_NAME
from tests.journeys.staffed_table import PLENTY, StaffedTable
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import settle, wait_until

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
def table(set_a_staffed_table):
    """A table whose stick is pulled at ``table.pulled_at``."""
    table = set_a_staffed_table(make_folder=lambda path: PulledStick(path, table.pulled_at))
    table.pulled_at = None
    return table


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
        ("HOLIDAY", "HOLIDAY cannot be written."),
        ("FULL", "FULL is full"),
        ("OFFICE", "OFFICE holds the office’s keys."),
    ):
        staff.tap_name(name)
        staff.waits_to_read(said)
        assert not table.window.shown._copy.isEnabled()
    staff.tap_name("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    assert list((table.folder / "sticks" / "CAMPAIGN-A").iterdir())


def tone_of(staff: Staff, said: str) -> str:
    """How a sentence that stands there is set."""
    (words,) = [each for each in staff.window.shown.findChildren(Words) if each.isVisible() and said in each.text()]
    strip = words.parentWidget()
    return strip.kind.value if isinstance(strip, NoticeStrip) else str(words.property("tone"))


def test_what_came_of_a_copy_stays_to_be_read_whatever_is_pulled_or_plugged_in_after_it(table):
    staff = go_to_copying(table)
    table.plug_in("CAMPAIGN-A")
    staff.waits_to_read("CAMPAIGN-A")
    table.pulled_at = "the sync"
    staff.tap("Copy now")
    staff.waits_to_read("Nothing was lost.")
    table.sticks.clear()
    staff.waits_to_read("No stick is plugged in.")
    assert staff.reads("refuses to write")
    assert tone_of(staff, "refuses to write") == "warn"
    assert tone_of(staff, "No stick is plugged in.") == "quiet"

    table.pulled_at = None
    table.plug_in("CAMPAIGN-B")
    staff.waits_to_read("CAMPAIGN-B")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-B.")
    assert not staff.reads("refuses to write")
    table.pull("CAMPAIGN-B")
    staff.waits_to_read("No stick is plugged in.")
    (table.plug_in("OFFICE") / OFFICE_KEYS_NAME).write_bytes(b"age")
    staff.waits_to_read("OFFICE holds the office’s keys.")
    assert tone_of(staff, "OFFICE holds") == "warn"
    assert tone_of(staff, "It is safe to remove CAMPAIGN-B.") == "good"
    staff.tap("Back to the desk")
    table.window._take(Step.COPY_PLEDGES)
    settle()
    assert not staff.reads("It is safe to remove CAMPAIGN-B.")


def test_room_and_the_little_switch_are_looked_at_again_while_the_stick_stays_in(table):
    staff = go_to_copying(table)
    table.plug_in("CAMPAIGN-A", free=10)
    staff.waits_to_read("CAMPAIGN-A is full")
    (stick,) = table.sticks
    table.sticks[0] = replace(stick, free_bytes=PLENTY, is_writable=False)
    staff.waits_to_read("CAMPAIGN-A cannot be written.")
    assert staff.reads("12 GB free")
    table.sticks[0] = replace(stick, free_bytes=PLENTY)
    wait_until(table.window.shown._copy.isEnabled, "the copy to be offered")


def test_the_leftover_of_a_pulled_stick_makes_room_for_the_next_copy_and_nothing_finished_goes(table):
    staff = go_to_copying(table)
    stick = table.plug_in("CAMPAIGN-A", free=10)
    station = table.place.settings.where.station
    finished = stick / f"{station}-000001{SUFFIX}"
    finished.write_bytes(b"an earlier copy")
    staff.waits_to_read("CAMPAIGN-A is full")
    leftover = stick / f"{station}-000044{SUFFIX}.partial"
    leftover.write_bytes(bytes(1_000_000))
    wait_until(table.window.shown._copy.isEnabled, "the copy to be offered")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    assert not leftover.exists()
    assert finished.read_bytes() == b"an earlier copy"


def test_from_the_copy_of_a_closed_event_the_way_back_is_the_desks(table):
    staff = go_to_copying(table)
    staff.tap("Back to the desk")
    assert staff.place is Place.DESK
    staff.tap("Close event")
    staff.tap("The event is over")
    staff.tap("Close the event")
    staff.waits_to_read("Head of the book")
    staff.tap("Copy now")
    assert staff.place is Place.COPYING
    staff.tap("Back to the desk")
    assert staff.place is Place.DESK


def test_the_desk_calls_copied_only_what_a_stick_holds_as_it_stands(table):
    staff = go_to_copying(table)
    table.window._leave()
    code = staff.sign_as_visitor(table)
    table.plug_in("CAMPAIGN-A")
    for change, said in (
        (lambda: None, "Copied"),
        (lambda: table.station._book.withdraw(code), "One pledge was taken back, and the last copy still holds it."),
        (lambda: table.station._book.close_event(table.place.now(table.clock)), "The closed book is in no copy yet."),
    ):
        copy_as_lead(table, staff)
        in_the_books_thread(table, change)
        staff.tap("Back to the desk")
        staff.waits_to_read(said)
        assert staff.reads("Not copied yet") is (said != "Copied")
    copy_as_lead(table, staff)
    staff.tap("Back to the desk")
    staff.waits_to_read("Copied")
    assert not staff.reads("Not copied yet")


def copy_as_lead(table: StaffedTable, staff: Staff) -> None:
    """From anywhere to a whole copy."""
    if staff.place is not Place.DESK:
        staff.come_in()
    table.window._take(Step.COPY_PLEDGES)
    wait_until(lambda: table.window.shown._copy.isEnabled(), "the copy to be offered")
    staff.tap_on(table.window.shown._copy)
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")


def in_the_books_thread(table: StaffedTable, change: Callable[[], object]) -> None:
    """Change the open book as the station itself does."""
    answers: list[object] = []
    table.station._book_lane.do(lambda: [change()], answers.append, answers.append)
    wait_until(lambda: answers, "the book")
    assert isinstance(answers[0], list), answers[0]
