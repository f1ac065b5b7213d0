"""From a finger on the window to the sheet in the tray: the real program, a real CUPS, a printer that makes PDFs."""

from __future__ import annotations

import pypdfium2
import pytest

from outreach_app.kiosk.printers import printer_plan
from outreach_app.printing.queue import Offer
from outreach_app.visit.taking import TakeState
from tests.handouts.reading import codes_on, words_on
from tests.journeys.test_printing import card, go_to_the_page, state_is
from tests.journeys.visitor import Visitor
from tests.kiosk.table import wait_until
from tests.printing.test_real_cups import PAPERS, same_places, size_mm


@pytest.fixture
def open_at(set_a_table, cups, tmp_path):
    """A table at a queue of its own."""
    cups.add_pdf_printer("TABLE")

    def make(paper="letter", language="en", name="TABLE"):
        counts = tmp_path / "counts"
        counts.mkdir()
        return set_a_table(printer=printer_plan(name, paper, counts), paper=paper, language=language)

    yield make
    cups.run("lpadmin", "-x", "TABLE")


@pytest.mark.parametrize(("paper", "language"), [("letter", "en"), ("a4", "es")])
def test_the_page_that_comes_out_is_the_page_on_screen(open_at, tray, paper, language):
    table = open_at(paper, language)
    wait_until(lambda: table.station.printing.offer() is Offer.PRINT, "the printer")
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    state_is(table, TakeState.PRINT)
    pdf = table.window.shown._pdf
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    came_out = tray.take()
    assert size_mm(came_out) == pytest.approx(PAPERS[paper], abs=0.5)
    assert codes_on(came_out, 300) == codes_on(pdf, 300)
    assert len(codes_on(came_out, 300)) >= 4
    assert same_places(came_out, pdf)
    assert tray.last_name.startswith("Page")
    assert table.station.printing.counts.printed == 1


def test_help_comes_out_too_and_is_counted_nowhere(open_at, tray):
    table = open_at()
    wait_until(lambda: table.station.printing.offer() is Offer.PRINT, "the printer")
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Get help")
    visitor.tap("Print this")
    wait_until(lambda: visitor.reads("Printed. It is at the table."), "the help page")
    came_out = tray.take()
    with pypdfium2.PdfDocument(came_out) as document:
        assert len(document) == 1
    assert tray.last_name.startswith("Page")
    assert words_on(came_out) is not None
    assert table.station.printing.counts.printed == 0
    assert table.window.visit.may_print


@pytest.mark.parametrize("trouble", ["cupsdisable", "cupsreject"])
def test_a_queue_that_is_closed_hides_print_and_staff_open_it_again(open_at, cups, tray, trouble):
    cups.run(trouble, "TABLE")
    table = open_at()
    desk = table.station.printing
    wait_until(lambda: desk.notice is not None, "the trouble to be seen")
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    state_is(table, TakeState.OUT_OF_ORDER)
    assert "Print my page" not in visitor.names()
    desk.resume()
    state_is(table, TakeState.PRINT)
    visitor.tap("Print my page")
    state_is(table, TakeState.PRINTED)
    tray.take()


def test_an_unknown_queue_never_offers_paper_and_nothing_goes_to_another(open_at, tray):
    table = open_at(name="NOBODY")
    wait_until(lambda: table.station.printing.notice is not None, "the missing printer to be seen")
    visitor = Visitor(table.window)
    go_to_the_page(visitor, table)
    assert card(table).state is TakeState.OUT_OF_ORDER
    table.station.printing.print_page(table.window.visit, table.window.shown._pdf)
    assert tray.is_empty()
