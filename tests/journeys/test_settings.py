"""A lead sets the table as the hall needs it, and looks at the device's events."""

from __future__ import annotations

import pytest

from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.preference_row import PreferenceRow
from outreach_app.visit.flow import Place
from outreach_app.visit.idling import Patience
from outreach_app.visit.preference_file import BEFORE_NAME, PREFERENCES_NAME, PreferenceFile
from outreach_app.visit.preferences import (
    AS_SET_UP,
    FIRST_LANGUAGE,
    IDLE_ASK,
    LOOP,
    NO_PRINTER,
    PAPER,
    PREFERENCES,
    PRINTER,
    TEXT_SIZE,
    Preferences,
)
from outreach_app.visit.printer_choice import chosen_printer
from tests.handouts.reading import words_on
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.test_staff_day import Staff
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until


def row_of(staff: Staff, preference) -> PreferenceRow:
    rows = staff.window.findChildren(PreferenceRow)
    return next(row for row in rows if row.preference is preference and row.isVisible())


def test_what_a_lead_sets_is_on_the_disk_at_once_and_counts(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    assert staff.place is Place.SETTINGS
    for preference in PREFERENCES:
        assert staff.says(preference.sentence) in staff.reading()
    row = row_of(staff, IDLE_ASK)
    staff.tap_on(row._stepper._more)
    wait_until(lambda: PreferenceFile(table.folder / "booth").read().preferences.number(IDLE_ASK) == 50, "the number")
    wait_until(lambda: Patience.of_preferences(table.preferences.now).ask == 50, "the table to go by it")
    for preference, value in ((FIRST_LANGUAGE, "es"), (TEXT_SIZE, "large"), (LOOP, False)):
        staff.tap_on(row_of(staff, preference)._segments[value])
        wait_until(lambda p=preference, v=value: table.preferences.now.value(p) == v, preference.key)
    staff.window.start_over()
    assert staff.window.visit.language == "es"
    assert staff.window._theme.is_large


def test_thanks_promises_to_clear_itself_after_a_minute_only_while_it_does(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    for is_a_minute in (True, False):
        staff.go_to_the_form()
        staff.fill_in("Ada", "Quill", "", "43055")
        staff.sign(table.campaign.pledge_title)
        staff.wait_for(Place.THANKS)
        assert staff.reads("This screen clears itself after 1 minute") is is_a_minute
        staff.tap("Leave")
        staff.come_in()
        staff.tap("Settings")
        staff.tap_on(row_of(staff, IDLE_ASK)._stepper._more)
        wait_until(lambda: Patience.of_preferences(table.preferences.now).ask > 40, "the table to go by it")
        staff.window.start_over()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_settings_and_events_fit_every_window(set_a_staffed_table, size, language):
    table = set_a_staffed_table(size=size)
    staff = Staff(table.window)
    staff.come_in()
    for place, name in ((Place.SETTINGS, "Settings"), (Place.EVENTS, "Events")):
        staff.window.speak_language("en")
        # Its cards grow as their answers come, and move what is touched.
        wait_until(lambda: table.window.shown._figures and table.window.shown._found, "all that the desk asked for")
        settle()
        staff.tap(name)
        assert staff.place is place
        staff.window.speak_language(language)
        wait_until(lambda: staff.place is not Place.EVENTS or len(staff.reading()) > 50, "the page")
        assert broken_rules(table.window, size) == []
        staff.tap("Back to the desk")


def test_damaged_settings_give_way_to_the_ones_before_and_the_screen_says_so(tmp_path, set_a_staffed_table):
    table = set_a_staffed_table()
    booth = table.folder / "booth"
    file = PreferenceFile(booth)
    file.keep(PreferenceDesk(file).now.having(IDLE_ASK, 60))
    file.keep(PreferenceDesk(file).now.having(IDLE_ASK, 70))
    (booth / PREFERENCES_NAME).write_bytes(b"\0" * 40)
    assert (booth / BEFORE_NAME).is_file()
    desk = PreferenceDesk(file)
    assert desk.now.number(IDLE_ASK) == 60
    assert "those from before" in str(desk.notice)


def test_a_lead_prints_a_page_for_a_bad_moment(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    table = set_a_staffed_table(printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    staff.tap("Device lost")
    wait_until(lambda: printer.pages, "the page")
    assert "stolen" in words_on(printer.pages[-1])


def test_only_languages_of_the_campaign_are_offered(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    segments = row_of(staff, FIRST_LANGUAGE)._segments
    assert {code for code, segment in segments.items() if segment.isVisible()} == {
        "campaign",
        *table.campaign.languages,
    }


def test_a_lead_chooses_another_printer_and_paper_and_the_next_opening_works_with_them(set_a_staffed_table):
    table = set_a_staffed_table(printers=("Brother HL-L2350", "Epson TM-T20"))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    row = row_of(staff, PRINTER)
    wait_until(lambda: "Epson TM-T20" in row._segments, "the names of the printers")
    assert row._segments[AS_SET_UP].isChecked()
    for preference, value in ((PRINTER, "Epson TM-T20"), (PAPER, "receipt-80mm")):
        staff.tap_on(row_of(staff, preference)._segments[value])
        wait_until(lambda p=preference, v=value: table.preferences.now.value(p) == v, preference.key)
    kept = PreferenceFile(table.folder / "booth").read().preferences
    assert chosen_printer(table.place.settings, kept) == ("Epson TM-T20", "receipt-80mm")
    assert chosen_printer(table.place.settings, kept.having(PRINTER, NO_PRINTER)) == ("", "receipt-80mm")


def test_a_printer_that_is_switched_off_now_stays_the_chosen_one(set_a_staffed_table):
    table = set_a_staffed_table(preferences=Preferences({PRINTER.key: "Epson TM-T20"}))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    assert row_of(staff, PRINTER)._segments["Epson TM-T20"].isChecked()


def test_each_language_is_called_by_its_own_name(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    assert [segment.text() for segment in row_of(staff, FIRST_LANGUAGE)._segments.values()] == [
        "As the campaign has it",
        "English",
        "Español",
        "العربية",
    ]
