"""A clock that jumped is said to the lead, doubted in what is sealed, and believed again when the lead confirms it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach_app.kiosk.staff_bar import StaffBar
from outreach_app.visit.flow import Place
from outreach_app.visit.open_sign import Standing
from tests.journeys.staffed_table import VOLUNTEER_PIN
from tests.journeys.test_staff_day import Staff
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until


def test_two_years_forward_are_asked_about_and_the_pledges_say_so(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    pledge = table.station._desk
    assert pledge._read_now().is_trusted
    table.clock._moment += timedelta(days=731)
    assert not pledge._read_now().is_trusted, "the record says that the clock was doubtful"
    staff.sign_as_visitor(table)
    assert staff.place is Place.ATTRACT, "no visitor is held up"
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("See the list")
    staff.waits_to_read("Is that today’s date?")
    assert "The date is right" not in staff.names(), "a lead confirms it"
    staff.tap("Back to the desk")
    table.window._leave()
    staff.come_in()
    staff.tap("See the list")
    staff.waits_to_read("the last day it was sure of is November 22, 2026")
    staff.tap("The date is right")
    staff.waits_to_read("The clock says November 22, 2028.")
    wait_until(lambda: "The date is right" not in staff.names(), "the question to go")
    assert pledge._read_now().is_trusted


def test_the_bar_above_the_desk_follows_the_clock(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    assert "Nov 22" in staff.reading()
    table.clock._moment += timedelta(days=2)
    (bar,) = table.window.findChildren(StaffBar)
    assert bar._again.isActive()
    bar._again.timeout.emit()
    assert "Nov 24" in staff.reading()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_question_fits_every_window(set_a_staffed_table, size, language):
    table = set_a_staffed_table(size=size, standing=Standing.NOT_READY)
    staff = Staff(table.window)
    table.clock._moment += timedelta(days=731)
    staff.come_in()
    staff.tap("See the list")
    staff.waits_to_read("Is that today’s date?")
    table.window.speak_language(language)
    settle()
    assert broken_rules(table.window, size) == []
