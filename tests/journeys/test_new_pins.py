"""The PINs are lost, or a lead wants others: the recovery code lets in, new ones are chosen, the old open nothing."""

from __future__ import annotations

import secrets

import pytest

from outreach_app.errors import Message, StorageFailed
from outreach_app.kiosk.staff_recovery_card import RecoveryCard
from outreach_app.kiosk.table import gate_of
from outreach_app.look.keypad import Keypad
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.attempt_file import WrongTries
from outreach_app.visit.flow import Place
from outreach_app.visit.new_door import NewDoor
from outreach_app.visit.pins import StaffRole, fits
from outreach_app.visit.staff_gate import recovery_tag
from outreach_app.visit.station_folder import SETTINGS_NAME, StationFolder
from tests.handouts.reading import words_on
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.staffed_table import LEAD_PIN, RECOVERY_CODE, VOLUNTEER_PIN, StaffedTable, make_station
from tests.journeys.test_staff_day import Staff
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until
from tests.visit.table import HandClock

NEW_LEAD, NEW_VOLUNTEER = "718281", "693147"


def enter_code(staff: Staff, code: str) -> None:
    """At the gate: *PIN lost*, then the code letter by letter on the keys."""
    staff.knock()
    if staff.reads("Enter the staff PIN, then Open."):
        staff.tap("PIN lost")
    staff.tap_on(staff.field("Recovery code"))
    for letter in code.replace("-", ""):
        staff.tap_name(letter)
    staff.tap("Continue")


def choose(staff: Staff, pin: str) -> None:
    staff.enter_digits(pin)
    staff.tap("Continue")


def choose_both(staff: Staff) -> str:
    """Both PINs; gives the new recovery code that is shown."""
    choose(staff, NEW_LEAD)
    staff.waits_to_read("Now the volunteers’ PIN")
    choose(staff, NEW_VOLUNTEER)
    staff.waits_to_read("I have it on paper")
    return staff.window.shown._door.code


def hashes_on_disk(table: StaffedTable) -> dict[StaffRole, str]:
    return dict(StationFolder(table.place.path).settings.pin_hashes)


def test_whoever_lost_the_pins_comes_in_by_the_code_chooses_new_ones_and_has_a_new_code(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    table.gate._put(WrongTries(15, 15))
    enter_code(staff, RECOVERY_CODE)
    staff.wait_for(Place.NEW_PINS)
    choose(staff, "123456")
    staff.waits_to_read("This PIN is easy to guess. Choose another one.")
    choose(staff, NEW_LEAD)
    staff.waits_to_read("Now the volunteers’ PIN")
    choose(staff, NEW_LEAD)
    staff.waits_to_read("The lead and the volunteers need different PINs.")
    choose(staff, NEW_VOLUNTEER)
    staff.waits_to_read("I have it on paper")
    code = staff.window.shown._door.code
    assert code in staff.reading()
    assert fits(LEAD_PIN, hashes_on_disk(table)[StaffRole.LEAD]), "the old ones count until the last touch"
    staff.tap("I have it on paper")
    staff.tap("Let these count")
    staff.waits_to_read("The new PINs and the new recovery code count from now on.")
    assert code not in staff.reading(), "it is shown once"
    staff.tap("To the desk")
    staff.wait_for(Place.DESK)
    table.window._leave()

    # After a restart, too, the old ones open nothing, and the used code is spent.
    table.close()
    again = set_a_staffed_table(folder=table.folder)
    staff = Staff(again.window)
    staff.knock()
    for pin in (LEAD_PIN, VOLUNTEER_PIN):
        staff.try_pin(pin)
        staff.waits_to_read("That is not the PIN. Try again.")
    staff.tap("Back to visitors")
    enter_code(staff, RECOVERY_CODE)
    staff.waits_to_read("That is not the recovery code.")
    again.window._leave()
    staff.come_in(NEW_LEAD)
    again.window._leave()
    staff.come_in(NEW_VOLUNTEER)
    assert again.window.visit.role is StaffRole.VOLUNTEER
    again.window._leave()
    enter_code(staff, code)
    staff.wait_for(Place.NEW_PINS)


def test_whoever_leaves_half_way_has_changed_nothing(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    before = (table.place.path / SETTINGS_NAME).read_bytes()
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Choose new PINs")
    code = choose_both(staff)
    table.window._leave()
    settle()
    assert code not in staff.reading()
    assert (table.place.path / SETTINGS_NAME).read_bytes() == before
    staff.come_in(LEAD_PIN)
    assert not [card for card in table.window.findChildren(RecoveryCard) if code in card._shown.text()]


def test_a_disk_that_refuses_leaves_the_old_pins_and_says_so(set_a_staffed_table, monkeypatch):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Choose new PINs")
    choose_both(staff)

    def refuse(_hashes: object, _tag: str) -> None:
        raise StorageFailed(Message("The disk refuses."))

    monkeypatch.setattr(table.place, "keep_door", refuse)
    staff.tap("I have it on paper")
    staff.tap("Let these count")
    staff.waits_to_read("The disk refuses.")
    assert table.gate.try_pin(LEAD_PIN) is StaffRole.LEAD
    assert table.gate.try_pin(NEW_LEAD) is None


@pytest.mark.parametrize("file", ["the copy of the old ones", "the new ones", "the copy of the new ones"])
@pytest.mark.parametrize("step", ["write", "read_back", "rename", "sync_folder"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_power_cut_while_they_are_kept_leaves_the_old_or_the_new_and_never_a_mixture(
    tmp_path, monkeypatch, file, step, when
):
    station = make_station(tmp_path / "booth", HandClock())
    old = (station.path / SETTINGS_NAME).read_bytes()
    door = NewDoor(secrets.token_bytes)
    door.choose(StaffRole.LEAD, NEW_LEAD)
    door.choose(StaffRole.VOLUNTEER, NEW_VOLUNTEER)
    real = getattr(DurableFolder, step)
    files = iter(["the copy of the old ones", "the new ones", "the copy of the new ones"])

    def cut(*what: object) -> None:
        is_now = next(files) == file
        if when == "after" or not is_now:
            real(*what)
        if is_now:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(DurableFolder, step, cut)
        with pytest.raises(KeyboardInterrupt):
            door.keep(StationFolder(station.path), gate_of(station, HandClock()))
    is_new = (station.path / SETTINGS_NAME).read_bytes() != old
    is_there = step == "sync_folder" or (step, when) == ("rename", "after")
    assert is_new is (file == "the copy of the new ones" or (file == "the new ones" and is_there))
    settings = StationFolder(station.path).settings
    assert fits(NEW_LEAD if is_new else LEAD_PIN, settings.pin_hashes[StaffRole.LEAD])
    assert fits(NEW_VOLUNTEER if is_new else VOLUNTEER_PIN, settings.pin_hashes[StaffRole.VOLUNTEER])
    assert settings.recovery_tag == recovery_tag(door.code if is_new else RECOVERY_CODE)
    door.keep(StationFolder(station.path), gate_of(station, HandClock()))
    assert StationFolder(station.path).settings.recovery_tag == recovery_tag(door.code), "trying again mends it"


def test_where_a_printer_works_the_new_code_comes_out_on_a_slip(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    table = set_a_staffed_table(printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Choose new PINs")
    code = choose_both(staff)
    staff.tap("Print it on a slip")
    staff.waits_to_read("The slip was printed, and this program keeps no copy.")
    assert code in "".join(words_on(printer.pages[-1]))
    assert printer.forgets == 1, "the printer's queue keeps no copy"


def test_a_volunteer_with_the_trick_locks_the_leads_pin_alone_and_the_gate_says_so(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    table.gate._put(WrongTries(0, 15))
    staff.knock()
    staff.waits_to_read("The lead’s PIN is locked after 15 wrong tries.")
    staff.try_pin(LEAD_PIN)
    staff.waits_to_read("That is not the volunteers’ PIN, and the lead’s is locked.")
    staff.try_pin(VOLUNTEER_PIN)
    staff.wait_for(Place.DESK)
    assert table.window.visit.role is StaffRole.VOLUNTEER
    table.window._leave()
    staff.sign_as_visitor(table)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_of_it_fits_every_window_and_no_fault_moves_the_pad(set_a_staffed_table, size, language):
    table = set_a_staffed_table(size=size, language=language)
    staff, window = Staff(table.window), table.window
    table.gate._put(WrongTries(4, 15))
    staff.knock()

    def pad_top() -> int:
        settle()
        (pad,) = (each for each in window.findChildren(Keypad) if each.isVisible())
        return pad.mapTo(window, pad.rect().topLeft()).y()

    before = pad_top()
    window.shown._judged(None)
    assert pad_top() == before
    assert broken_rules(window, size) == []
    window.shown._turn_page()
    settle()
    assert broken_rules(window, size) == []
    window.shown._code_judged(False)
    settle()
    assert broken_rules(window, size) == []
    window.shown._code_judged(True)
    assert staff.place is Place.NEW_PINS
    before = pad_top()
    window.shown._choice.show_fault(Message("The lead and the volunteers need different PINs. Choose another one."))
    assert pad_top() == before
    assert broken_rules(window, size) == []
    screen = window.shown
    screen._show_code(screen._door)
    settle()
    assert broken_rules(window, size) == []
    wait_until(lambda: screen.told.isVisible(), "the sentence")
