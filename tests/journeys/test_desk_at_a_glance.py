"""The desk in one look: what presses stands first, nothing moves under a finger, and its numbers agree all day long."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from outreach_app.look.words import Words
from outreach_app.visit.copy_note import read_copy_note
from outreach_app.visit.flow import Place
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.station_home import record_of
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.staffed_table import VOLUNTEER_PIN, StaffedTable
from tests.journeys.test_staff_day import LEAD_ONLY, Staff, _fill_in_a_sheet
from tests.journeys.visitor import name_of
from tests.kiosk.table import settle, wait_until
from tests.kiosk.test_staff_screens import go_in


def places_of_buttons(staff: Staff) -> dict[str, QPoint]:
    """Where each button of the desk stands, but for the banner's own."""
    wait_until(lambda: staff.window.shown._found is not None, "the list")
    settle()
    root = staff.window.shown
    buttons = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
    banner = root._slots["banner"].itemAt(0).widget()
    return {name_of(each): each.mapTo(root, QPoint()) for each in buttons if not banner.isAncestorOf(each)}


def somebody_signs(table: StaffedTable) -> None:
    """A pledge is kept, in whatever language the table speaks."""
    desk = PledgeDesk(table.campaign, table.place.settings.where, lambda: table.place.now(table.clock))
    (pledge,) = invented_pledges(table.campaign, desk, 1, seed=3)
    answers: list[object] = []
    table.station._book_lane.do(lambda: table.station._open_book().sign(pledge), answers.append, answers.append)
    wait_until(lambda: answers, "the book")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("has_printer", [True, False])
def test_the_desk_fits_1280_by_800_and_no_button_moves_when_something_is_to_be_said(
    set_a_staffed_table, tmp_path, language, has_printer
):
    printer = plan(tmp_path / "counts", TablePrinter()) if has_printer else None
    table = set_a_staffed_table(printer=printer, language=language)
    staff = Staff(table.window)
    seen = []
    for standing in (Standing.OPEN, Standing.PAUSED, Standing.NOT_READY):
        if standing is Standing.PAUSED:
            somebody_signs(table)
        table.sign.turn(standing)
        go_in(table)
        seen.append(places_of_buttons(staff))
        foot = table.window.shown.bar.mapTo(table.window.shown, QPoint()).y()
        cards = [table.window.shown._slots[name].itemAt(0).widget() for name in ("pledges", "data", "opening", "table")]
        assert all(card.mapTo(table.window.shown, card.rect().bottomLeft()).y() < foot for card in cards), standing
        table.window._leave()
    of_cards = {name for name in seen[0] if all(name in places for places in seen)}
    assert len(of_cards) >= 8
    for places in seen[1:]:
        assert {name: places[name] for name in of_cards} == {name: seen[0][name] for name in of_cards}


def test_what_keeps_a_table_shut_stands_first_and_on_a_ground_of_its_own(set_a_staffed_table):
    table = set_a_staffed_table(standing=Standing.NOT_READY)
    table.clock._moment -= timedelta(days=1000)
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert staff.reads("The table is not open yet.")
    assert staff.reads("Not open yet")
    staff.waits_to_read("The clock is earlier than the day this station was set up.")
    (first, *_others) = [row for row in table.window.shown.findChildren(QWidget) if is_check_row(row)]
    assert first.property("box") == "warn"
    assert {"Clock", "Disk", "Films"} <= set(staff.reading().split("\n"))


def is_check_row(widget: QWidget) -> bool:
    return widget.isVisible() and widget.property("box") == "warn" and "clock is earlier" in said_in(widget)


def said_in(widget: QWidget) -> str:
    return " ".join(words.text() for words in widget.findChildren(Words))


def test_a_volunteer_sees_that_practice_is_on(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert staff.reads("The table is open for visitors.")
    staff.tap("Practice")
    staff.tap("Begin practice")
    staff.tap("Back to the desk")
    staff.waits_to_read("Practice is on.")


def test_after_closing_only_what_still_makes_sense_is_offered(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Close event")
    staff.tap("The event is over")
    staff.tap("Close the event")
    staff.waits_to_read("Head of the book")
    staff.tap("Back to the desk")
    staff.waits_to_read("Closed")
    gone = {"Practice", "Undo newest", "Take back", "Paper sheet", "Pause"}
    assert not gone & set(staff.names())
    assert {"Settings", "Events", "Copy to a stick", "Office’s receipt", "Closing slip"} <= set(staff.names())
    table.window._leave()
    staff.come_in(VOLUNTEER_PIN)
    assert not (gone | set(LEAD_ONLY) | {"Office’s receipt"}) & set(staff.names())


def test_desk_history_slip_and_copy_agree_over_a_day_with_practice_withdrawal_and_paper(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Practice")
    staff.tap("Begin practice")
    table.window._leave()
    staff.sign_as_visitor(table)
    staff.come_in()
    staff.tap("Practice")
    staff.tap("End practice")
    table.window._leave()

    # The first real visitor's number is its place in the book, and says so.
    staff.go_to_the_form()
    staff.fill_in("Ada", "Quill", "ada@example.org", "43215")
    staff.sign(table.campaign.pledge_title)
    staff.wait_for(Place.THANKS)
    assert staff.reads("Your pledge is number 2 at this table.")
    table.window._leave()
    assert table.station._signed_here == 1
    for given in ("Bea", "Cy", "Dot", "Eve"):
        code = staff.sign_as_visitor(table, given)

    staff.come_in()
    staff.tap("Take back")
    staff.type(code.replace("-", ""))
    staff.tap("Continue")
    staff.waits_to_read("This takes pledge no. 6 back for good.")
    staff.tap("Take it back")
    staff.waits_to_read("Pledge number 6 was taken back")
    staff.tap("Back to the desk")
    staff.tap("Paper sheet")
    _fill_in_a_sheet(staff)
    staff.waits_to_read("Sealed as number 7")
    staff.tap("Back to the desk")

    staff.waits_to_read("5 pledges are only on this device.")
    figures = table.window.shown._figures
    assert staff.reads("5 locked pledges and 1 of practice")
    assert staff.reads("The last pledge number given is 7.")
    # Six signed, of whom one took it back: the bars say so, and by how much they are more.
    assert sum(bar.count or 0 for bar in figures.hours) == 6
    assert staff.reads("The bars also show one pledge that was taken back.")
    assert figures.slip.kept + figures.slip.rehearsals + figures.slip.withdrawn == 7

    staff.tap("Close event")
    staff.tap("The event is over")
    staff.tap("Close the event")
    staff.waits_to_read("Head of the book")
    assert re.search(r"Signed and kept\n5 pledges\nPractice, which does not count\n1\nTaken back\n1", staff.reading())
    table.plug_in("CAMPAIGN-A")
    staff.tap("Copy now")
    wait_until(lambda: table.window.shown._copy.isEnabled(), "the copy to be offered")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    note = read_copy_note(table.place.path, figures.slip.event)
    assert (note.signed, note.withdrawn) == (7, 1)
    table.close()
    record = record_of(table.place.path, opens_book=True)
    assert (record.pledges, record.withdrawn) == (5, 1)
