"""Whoever signed on paper gets their withdrawal code, and it stands on no staff screen by itself."""

from __future__ import annotations

import pytest

from outreach_app.printing.states import PrinterState
from outreach_app.visit.flow import Place
from tests.handouts.reading import letters, words_on
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.test_staff_day import Staff, _fill_in_a_sheet
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until


def seal_a_sheet(staff: Staff, number: int = 1) -> str:
    """Enter and seal one; gives the code that only the card holds."""
    _fill_in_a_sheet(staff)
    staff.waits_to_read(f"Sealed as number {number}. Now shred the sheet.")
    code = staff.window.shown._slip._receipt.withdrawal_code
    assert code not in staff.reading()
    return code


def test_where_a_printer_works_the_code_is_printed_and_never_shown(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    table = set_a_staffed_table(printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Paper sheet")
    code = seal_a_sheet(staff)
    assert "Show it once" not in staff.names()
    staff.tap("Print it on a slip")
    staff.waits_to_read("Give it to the person.")
    assert letters(code) in letters("".join(words_on(printer.pages[-1])))
    assert printer.forgets == 1, "the printer's queue keeps no copy"
    assert code not in staff.reading()
    staff.tap("Done with the code")
    assert not staff.reads("Give it to the person.")


def test_without_a_printer_it_is_shown_once_by_a_touch_and_then_gone(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Paper sheet")
    code = seal_a_sheet(staff)
    assert staff.reads("Only if the person is here: show it once, and let them write it down.")
    staff.tap("Show it once")
    assert code in staff.reading()
    staff.tap("Done with the code")
    assert code not in staff.reading()
    assert "Show it once" not in staff.names()
    second = seal_a_sheet(staff, 2)
    staff.tap("Show it once")
    staff.tap("Back to the desk")
    staff.tap("Paper sheet")
    assert second not in staff.reading()
    # What the person wrote down takes the pledge back.
    staff.tap("Back to the desk")
    staff.tap("Take back")
    for letter in letters(code):
        staff.tap_name(letter)
    staff.tap("Continue")
    staff.waits_to_read("This takes pledge no. 1 back for good.")
    staff.tap("Keep it")
    assert staff.place is Place.WITHDRAWING
    assert table.station._book.pledges == 2, "asking took nothing"
    staff.tap_on(staff.field("Withdrawal code"))
    for letter in letters(code):
        staff.tap_name(letter)
    staff.tap("Continue")
    staff.waits_to_read("This takes pledge no. 1 back for good.")
    staff.tap("Take it back")
    staff.waits_to_read("Pledge number 1 was taken back.")
    assert table.station._book.pledges == 1


def test_a_printer_that_fails_gives_way_to_showing_it(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    table = set_a_staffed_table(printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Paper sheet")
    code = seal_a_sheet(staff)
    printer.state = PrinterState.OUT_OF_PAPER
    staff.tap("Print it on a slip")
    wait_until(lambda: "Show it once" in staff.names(), "the other way")
    staff.tap("Show it once")
    assert code in staff.reading()


def test_the_letters_of_a_code_stand_on_one_page_and_a_long_press_offers_no_accents(set_a_staffed_table):
    from outreach_app.look.key import Key
    from outreach_app.pledge_book.letters import ALPHABET

    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Take back")
    assert set(ALPHABET) <= set(staff.names())
    assert not {"123", "ABC", "Capital letters", "space"} & set(staff.names())
    keys = [key for key in table.window.shown.findChildren(Key) if key.isVisible() and key.character in ALPHABET]
    assert len([key for key in keys if key.character]) == len(ALPHABET)
    assert not any(key._has_accents for key in keys if key.character)
    # The next field of another screen has the letters that it needs.
    staff.tap("They have no code")
    assert {"q", "o", "l"} <= {name.lower() for name in staff.names()}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_card_and_the_question_fit_every_window(set_a_staffed_table, size, language):
    from outreach_app.domain.pledge import PledgeReceipt
    from outreach_app.visit.flow import Step
    from outreach_app.visit.pins import StaffRole

    table = set_a_staffed_table(size=size, language=language)
    window = table.window
    window._take(Step.OPEN_STAFF_DOOR)
    window.visit.role = StaffRole.LEAD
    window._take(Step.UNLOCK)
    window._take(Step.ENTER_PAPER_SHEET)
    window.shown.area.hide()
    window.shown._kept(PledgeReceipt(4_001, "0000-0000-0000-0000-0"))
    window.shown._slip._show_code()
    settle()
    assert broken_rules(window, size) == []
    window._take(Step.BACK)
    window._take(Step.TAKE_PLEDGE_BACK)
    settle()
    assert broken_rules(window, size) == []
    window.shown._asked_of = "0000-0000-0000-0000-0"
    window.shown._ask(4_001)
    settle()
    assert broken_rules(window, size) == []
