"""By taps alone: the office's receipt from a stick, and pages and a report onto one."""

from __future__ import annotations

import zipfile
from contextlib import closing
from datetime import timedelta

import pypdfium2
import pytest
from nacl.signing import SigningKey

from outreach_app.kiosk.table import open_table
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, read_enrolment
from outreach_app.pledge_book.receipt import FORMAT, Receipt, write_receipt
from outreach_app.visit.clock_watch import ClockWatch
from outreach_app.visit.flow import Place
from outreach_app.visit.station_folder import ENROLMENT_NAME
from outreach_app.visit.stick import OFFICE_KEYS_NAME
from tests.journeys.staffed_table import VOLUNTEER_PIN, StaffedTable
from tests.journeys.test_staff_day import Staff
from tests.kiosk.table import settle, wait_until
from tests.visit.table import HandClock

PAGES = ("Device lost", "Stick lost", "Passphrase forgotten", "Both keys lost", "Staff card")


@pytest.fixture
def table(set_a_staffed_table):
    return set_a_staffed_table()


@pytest.fixture
def office(table):
    """The key that the table's office signs receipts with."""
    key, path = SigningKey.generate(), table.place.path / ENROLMENT_NAME
    held = read_enrolment(path)
    path.write_bytes(encode_enrolment(Enrolment(held.label, held.recipients, key.verify_key.encode().hex())))
    return key


def receipt_of(slip, key: SigningKey, **other: object) -> bytes:
    held = {
        **{name: getattr(slip, name) for name in ("station", "event", "pledges", "withdrawn", "entries", "head")},
        **other,
    }
    return write_receipt(Receipt(FORMAT, **held, signature=""), key)


def close_and_go_to_the_receipt(table: StaffedTable) -> Staff:
    staff = Staff(table.window)
    staff.sign_as_visitor(table)
    staff.come_in()
    staff.tap("Close event")
    staff.tap("The event is over")
    staff.tap("Close the event")
    staff.waits_to_read("Head of the book")
    staff.tap("Back to the desk")
    staff.tap("Office’s receipt")
    staff.waits_to_read("until the office says that it has them, and seven days more")
    return staff


def test_a_lead_takes_the_offices_receipt_from_a_stick_and_reads_when_what_is_here_is_erased(table, office):
    staff = close_and_go_to_the_receipt(table)
    slip, stick = table.station._book.slip, table.plug_in("FROM-OFFICE")
    staff.waits_to_read("FROM-OFFICE")

    staff.tap("Take the receipt")
    staff.waits_to_read("FROM-OFFICE holds no receipt for this event.")
    (stick / "forged.receipt").write_bytes(receipt_of(slip, SigningKey.generate()))
    staff.tap("Take the receipt")
    staff.waits_to_read("forged.receipt is no receipt signed by this station’s office")
    (stick / "less.receipt").write_bytes(receipt_of(slip, office, pledges=0))
    staff.tap("Take the receipt")
    staff.waits_to_read("This receipt is for another book, or for less than this one holds")
    assert not table.station._book.retention.has_receipt

    (stick / "less.receipt").unlink()
    (stick / "papers").mkdir()
    (stick / "papers" / "ours.receipt").write_bytes(receipt_of(slip, office))
    staff.tap("Take the receipt")
    staff.waits_to_read("The receipt is taken. It is safe to remove the stick.")
    due = (table.clock.now() + timedelta(days=7)).day
    staff.waits_to_read("The office has everything. The locked pledges here are erased on")
    assert f"{due}, 2026" in staff.reading()


def take_the_receipt_and_switch_off(table: StaffedTable, office: SigningKey) -> None:
    staff = close_and_go_to_the_receipt(table)
    stick = table.plug_in("FROM-OFFICE")
    (stick / "ours.receipt").write_bytes(receipt_of(table.station._book.slip, office))
    staff.waits_to_read("FROM-OFFICE")
    staff.tap("Take the receipt")
    staff.waits_to_read("The receipt is taken.")
    table.close()


def open_and_close(table: StaffedTable, clock: HandClock) -> None:
    """One start of the program on this station."""
    window, closed = open_table(table.place.path, clock)
    window.show()
    settle()
    window.allow_close()
    window.close()
    closed()
    window.deleteLater()
    settle()


def is_erased(table: StaffedTable) -> bool:
    with closing(table.place.open_book()) as book:
        return book.retention.is_erased


def test_a_clock_that_jumped_erases_nothing_until_a_lead_has_said_that_its_date_is_right(table, office):
    take_the_receipt_and_switch_off(table, office)
    month_later = HandClock(table.clock.now() + timedelta(days=30))
    open_and_close(table, month_later)
    assert not is_erased(table), "a year that was mistyped costs nobody's pledge"
    ClockWatch(table.place.path, month_later, table.place.settings.set_up_at).confirm()
    open_and_close(table, HandClock(month_later.now() + timedelta(hours=1)))
    assert is_erased(table)


def test_a_table_that_is_opened_every_day_erases_what_is_due_by_itself(table, office):
    take_the_receipt_and_switch_off(table, office)
    for hours in range(20, 7 * 24, 20):
        open_and_close(table, HandClock(table.clock.now() + timedelta(hours=hours)))
        assert not is_erased(table)
    open_and_close(table, HandClock(table.clock.now() + timedelta(days=7, hours=1)))
    assert is_erased(table)


def test_a_stick_with_the_offices_keys_is_not_even_read(table, office):
    staff = close_and_go_to_the_receipt(table)
    stick = table.plug_in("OFFICE")
    (stick / OFFICE_KEYS_NAME).write_bytes(b"age")
    (stick / "ours.receipt").write_bytes(receipt_of(table.station._book.slip, office))
    staff.waits_to_read("OFFICE holds the office’s keys.")
    assert not table.window.shown._take.isEnabled()


def test_a_table_without_a_printer_saves_each_page_and_a_report_to_a_stick(table):
    staff = Staff(table.window)
    staff.sign_as_visitor(table, "Zenobia")
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Save to a stick")
    assert staff.place is Place.SAVING
    stick = table.plug_in("CAMPAIGN-A")
    staff.waits_to_read("CAMPAIGN-A")
    for page in PAGES:
        staff.tap(page)
        name = page.lower().replace(" ", "-") + ".pdf"
        staff.waits_to_read(f"{name} is on CAMPAIGN-A. It is safe to remove the stick.")
        wait_until(lambda: all(button.isEnabled() for button in table.window.shown._buttons), "the next")
        pages = pypdfium2.PdfDocument(stick / name)
        assert len(pages[0].get_textpage().get_text_range()) > 400, name
    staff.tap("Report for whoever helps")
    staff.waits_to_read(".zip is on CAMPAIGN-A.")
    (report,) = stick.glob("*.zip")
    with zipfile.ZipFile(report) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert {"versions.json", "checks-station.json", "log-1.txt"} <= set(held)
    assert "The pledge book holds together" in held["checks-station.json"]
    assert "Zenobia" not in "".join(held.values())
    staff.tap("Back")
    assert staff.place is Place.SETTINGS


def test_a_stick_that_is_pulled_while_a_page_is_saved_says_so_and_keeps_saying_it(table):
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Save to a stick")
    stick = table.plug_in("CAMPAIGN-A")
    staff.waits_to_read("CAMPAIGN-A")
    stick.rmdir()
    staff.tap("Device lost")
    staff.waits_to_read("Nothing was lost.")
    table.sticks.clear()
    staff.waits_to_read("No stick is plugged in.")
    assert staff.reads("Nothing was lost.")


def test_a_volunteer_is_offered_neither(table):
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert not {"Settings", "Office’s receipt"} & set(staff.names())
