"""A full day of the staff's, by taps on the real window: open, undo, withdraw, paper, pause, printer, copy, close."""

from __future__ import annotations

from contextlib import closing

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from outreach_app.pledge_book.chain import Chain
from outreach_app.pledge_book.pack import read_pack
from outreach_app.printing.states import PrinterState
from outreach_app.visit.attempt_file import WrongTries
from outreach_app.visit.flow import STAFF_PLACES, Place, Step
from outreach_app.visit.open_sign import Standing
from tests.journeys.printers import TablePrinter, plan
from tests.journeys.staffed_table import LEAD_PIN, RECOVERY_CODE, VOLUNTEER_PIN, StaffedTable
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until

LEAD_ONLY = ("Undo newest", "Take back", "Paper sheet", "Settings", "Events", "Copy to a stick", "Close event")


class Staff(Visitor):
    """Somebody of the staff, who knows the corner and a PIN."""

    def knock(self, times: int = 5) -> None:
        """Touch the corner."""
        for _touch in range(times):
            handle = self.window.windowHandle()
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, 30))
        settle()

    def try_pin(self, pin: str) -> None:
        """Touch the digits and *Open*."""
        self.enter_digits(pin)
        self.tap("Open")

    def come_in(self, pin: str = LEAD_PIN) -> None:
        """From any screen to the desk, and wait until it knows its figures."""
        self.knock()
        assert self.place is Place.GATE
        self.try_pin(pin)
        self.wait_for(Place.DESK)
        wait_until(lambda: self.reads("Pledges at this event"), "the desk's figures")

    def waits_to_read(self, what: str) -> None:
        """Stand there until a text comes."""
        wait_until(lambda: what in self.reading(), f"{what!r} in {self.reading()!r}")

    def sign_as_visitor(self, table: StaffedTable, given: str = "Ada") -> str:
        """A whole visit up to thanks; gives the withdrawal code."""
        self.go_to_the_form()
        self.fill_in(given, "Quill", "ada@example.org", "43215")
        self.sign(table.campaign.pledge_title)
        self.wait_for(Place.THANKS)
        code = self.window.visit.receipt.withdrawal_code
        self.window._leave()
        settle()
        return code


def test_five_touches_of_the_corner_open_the_gate_from_the_loop_and_from_a_form(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.knock(4)
    assert staff.place is not Place.GATE
    table.clock.wait(4)
    staff.knock(4)
    assert staff.place is not Place.GATE, "four touches, and four more much later, are not five in three seconds"
    table.window._leave()
    staff.go_to_the_form()
    staff.fill("First name", "Ada")
    staff.knock()
    assert staff.place is Place.GATE
    staff.tap("Back to visitors")
    assert staff.place is Place.PLEDGE
    assert staff.field("First name").text() == "Ada", "whoever opens the gate by chance loses nothing"


def test_the_keys_open_the_gate_too(set_a_staffed_table):
    table = set_a_staffed_table()
    QTest.keyClick(table.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert Staff(table.window).place is Place.GATE


def test_what_a_visitor_typed_is_gone_when_staff_come_in_and_the_desk_is_gone_when_they_leave(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.go_to_the_form()
    staff.fill("First name", "Ada")
    visit = table.window.visit
    staff.come_in()
    assert table.window.visit is not visit
    assert table.window.visit.draft.given_name == ""
    assert "Get help" not in staff.names()
    staff.tap("Back to visitors")
    assert staff.place is Place.ATTRACT
    assert table.window.visit.role is None
    assert not any(place in table.window._shelf._screens for place in STAFF_PLACES)


def test_a_desk_that_nobody_touches_locks_itself(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    table.clock.wait(52)
    wait_until(lambda: staff.reads("Still there?"), "the question")
    table.clock.wait(10)
    wait_until(lambda: staff.place is Place.ATTRACT, "the loop")
    assert table.window.visit.role is None


def test_a_volunteer_finds_what_only_a_lead_may_do_named_and_not_offered(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert staff.reads("Undo, paper sheets, copying, closing and settings need the lead PIN.")
    assert not set(LEAD_ONLY) & set(staff.names())
    assert {"Practice", "See the list", "Pause"} <= set(staff.names())
    staff.tap("Back to visitors")
    staff.come_in(LEAD_PIN)
    assert set(LEAD_ONLY) <= set(staff.names())


def test_a_whole_day(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    table = set_a_staffed_table(standing=Standing.NOT_READY, printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    assert staff.place is Place.PAUSED
    assert "Get help" in staff.names()

    # Before the doors open.
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("See the list")
    staff.waits_to_read("Pledges can be written to this device.")
    staff.tap("Open for visitors")
    staff.tap("Back to the desk")
    staff.tap("Back to visitors")
    assert staff.place is Place.ATTRACT

    # Two sign; the second is undone, the first comes back with the code.
    code = staff.sign_as_visitor(table)
    staff.sign_as_visitor(table, "Bea")
    table.clock.wait(120)
    staff.come_in()
    staff.waits_to_read("2 pledges are only on this device.")
    staff.tap("Undo newest")
    staff.waits_to_read("No. 2")
    assert "Bea" not in staff.reading()
    staff.tap("Undo it")
    staff.waits_to_read("Pledge number 2 was taken back")
    staff.tap("Back to the desk")
    staff.tap("Take back")
    staff.type(code.replace("-", ""))
    staff.tap("Continue")
    staff.waits_to_read("This takes pledge no. 1 back for good.")
    staff.tap("Take it back")
    staff.waits_to_read("Pledge number 1 was taken back")
    staff.tap("Back to the desk")

    # A sheet of paper.
    staff.tap("Paper sheet")
    _fill_in_a_sheet(staff)
    staff.waits_to_read("Sealed as number 3")
    staff.tap("Back to the desk")

    # A pause.
    staff.tap("Pause")
    staff.wait_for(Place.PAUSED)
    assert staff.reads("Back soon")
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Resume visits")
    staff.wait_for(Place.ATTRACT)

    # The printer runs dry, and is filled.
    printer.state = PrinterState.OUT_OF_PAPER
    table.station.printing.look()
    staff.come_in()
    staff.waits_to_read("The printer is out of paper.")
    printer.state = PrinterState.READY
    staff.tap("Resume")
    wait_until(lambda: "The printer is out of paper." not in staff.reading(), "the printer to be well")
    staff.tap("Paper and test")
    staff.tap("Full: 100")
    assert staff.reads("100 sheets left")
    staff.tap("Test page")
    wait_until(lambda: len(printer.pages) == 1, "the test page")
    staff.tap("Back to the desk")

    # Closing, and the last copy.
    staff.tap("Close event")
    staff.tap("The event is over")
    staff.tap("Close the event")
    staff.waits_to_read("Head of the book")
    with_head = staff.reading()
    stick = table.plug_in("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    staff.waits_to_read("until the office says that it has them, and seven days more")
    (copy,) = stick.iterdir()
    chain = Chain()
    with copy.open("rb") as file:
        for _entry in read_pack(file, chain):
            pass
    assert chain.is_closed
    assert (chain.pledges, len(chain.withdrawn)) == (1, 2)
    table.window._leave()
    assert staff.place is Place.PAUSED
    table.close()
    with closing(table.place.open_book()) as book:
        assert book.slip.short_head in with_head
        assert {(tally.kind, tally.value) for tally in book.tallies()} >= {("source", "paper")}


def _fill_in_a_sheet(staff: Staff) -> None:
    staff.fill("First name", "Cleo")
    staff.fill("Last name", "Quill")
    staff.fill("Email", "cleo@example.org")
    staff.fill("ZIP or postcode", "43215")
    staff.tap("Hide the keyboard")
    staff.tap("Seal this sheet")
    assert staff.reads("One tick is still missing: is the sheet signed, and its age box ticked?")
    staff.tap("The sheet is signed, and the age box is ticked")
    staff.tap("Seal this sheet")


def test_a_table_without_a_printer_never_calls_one_ready(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.waits_to_read("This station has no printer. Pages can be scanned and saved.")
    assert not staff.reads("Printer"), "an empty card would take the place of what matters"
    assert "Paper and test" not in staff.names()
    table.window._take(Step.SEE_PRINTER)
    settle()
    assert staff.reads("This table has no printer.")
    assert "ready" not in staff.reading()
    assert not {"Resume", "Test page", "Full: 100"} & set(staff.names())


def test_a_printer_that_has_not_answered_yet_is_not_called_ready(set_a_staffed_table, tmp_path):
    printer = TablePrinter()
    printer.may_answer.clear()
    table = set_a_staffed_table(printer=plan(tmp_path / "counts", printer))
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert staff.reads("Being asked")
    staff.tap("Paper and test")
    assert staff.reads("The printer is being asked.")
    printer.may_answer.set()
    staff.waits_to_read("The printer is ready.")


def test_practice_is_marked_shown_and_never_counted(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Practice")
    staff.tap("Begin practice")
    staff.tap("Back to the desk")
    staff.tap("Back to visitors")
    assert staff.reads("Practice. What is signed now does not count.")
    staff.sign_as_visitor(table)
    assert table.station._signed_here == 0
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("Practice")
    staff.tap("End practice")
    staff.tap("Back to the desk")
    staff.tap("Back to visitors")
    assert not staff.reads("Practice. What is signed now does not count.")
    table.close()
    with closing(table.place.open_book()) as book:
        assert (book.slip.pledges, book.slip.rehearsals) == (1, 1)


def test_a_locked_gate_stops_no_visitor_and_the_recovery_code_opens_it(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    table.gate._put(WrongTries(15, 15))
    staff.knock()
    assert staff.reads("Staff desk locked")
    staff.tap("Get help")
    assert staff.place is Place.HELP
    table.window._leave()
    staff.sign_as_visitor(table)
    staff.knock()
    staff.tap_on(staff.field("Recovery code"))
    staff.type("1111-1111-1111-1111-1".replace("-", ""))
    staff.tap("Continue")
    staff.waits_to_read("That is not the recovery code.")
    staff.field("Recovery code").setText(RECOVERY_CODE)
    staff.tap("Continue")
    staff.wait_for(Place.NEW_PINS)
    staff.tap("Back")
    assert staff.place is Place.DESK, "whoever has the code is the lead, and may keep the PINs there are"


def test_wrong_pins_are_counted_down_then_waited_for(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.knock()
    for left in ("4 tries are left", "3 tries are left", "2 tries are left", "One try is left"):
        staff.try_pin("000000")
        staff.waits_to_read(left)
    staff.try_pin("000000")
    staff.waits_to_read("Wait 15 seconds")
    table.clock.wait(5)
    staff.waits_to_read("Wait 10 seconds")
    table.clock.wait(10)
    staff.waits_to_read("One try now.")
    staff.try_pin(LEAD_PIN)
    staff.wait_for(Place.DESK)
