"""Somebody leaves, in whatever way: the next person finds no trace, and what was signed is kept."""

from __future__ import annotations

import gc
import weakref
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from outreach_app.pledge_book.book import PledgeBook
from outreach_app.visit.flow import Place
from tests.journeys.traces import traces_of
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, settle, wait_until

CANARIES = ("Zyxwvut", "Qpolmnk", "zyxwvut@canary.example", "43215", "2025550143", "202-555-0143")


@pytest.fixture
def left_form(set_a_table):
    """A table where somebody stands before a filled form, with their name selected and in the clipboard."""
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Zyxwvut", "Qpolmnk", "zyxwvut@canary.example", "43215")
    visitor.field("First name").selectAll()
    clipboard = QApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        clipboard.setText("Zyxwvut", mode)
    return table, visitor


def test_the_search_for_traces_finds_them_while_the_form_is_there(left_form):
    table, _visitor = left_form
    found = traces_of(table, CANARIES)
    assert any("VisitorLine" in trace for trace in found)
    assert any("clipboard" in trace for trace in found)


def test_whoever_walks_away_is_asked_then_forgotten(left_form):
    table, visitor = left_form
    visit = weakref.ref(table.window.visit)
    table.clock.wait(89)
    table.window._look_whether_idle()
    assert not visitor.reads("Still there?")
    table.clock.wait(1)
    wait_until(lambda: visitor.reads("Still there?"), "the question")
    assert "20 s" in visitor.reading()
    sheet = table.window._cover.sheet
    assert sheet.geometry() == table.window._shelf.geometry()
    table.clock.wait(13)
    wait_until(lambda: "7 s" in visitor.reading(), "the countdown")
    table.clock.wait(7)
    del sheet
    wait_until(lambda: visitor.place is Place.ATTRACT, "the loop")
    assert traces_of(table, CANARIES) == []
    assert visit() is None, "somebody still holds the visit that is over"
    assert not (table.folder / "pledges.book").exists()


def test_the_next_person_finds_an_empty_form(left_form):
    table, visitor = left_form
    visitor.tap("Leave")
    assert visitor.place is Place.ATTRACT
    assert traces_of(table, CANARIES) == []
    visitor.go_to_the_form()
    assert {line.text() for line in table.window.findChildren(QLineEdit)} == {""}
    assert traces_of(table, CANARIES) == []


@pytest.mark.parametrize("as_far_as", ["consents", "signature", "thanks", "lawmakers", "page"])
def test_nothing_is_left_however_far_they_came(set_a_table, as_far_as):
    table = set_a_table()
    visitor = Visitor(table.window)
    visit = weakref.ref(table.window.visit)
    go_as_far_as(table, visitor, as_far_as)
    visitor.tap("Leave")
    wait_until(lambda: visit() is None or gc.collect() < 0, "the visit to be thrown away")
    assert traces_of(table, CANARIES) == []


def go_as_far_as(table: Table, visitor: Visitor, place: str) -> None:
    visitor.go_to_the_form()
    visitor.fill_in("Zyxwvut", "Qpolmnk", "zyxwvut@canary.example", "43215")
    visitor.tap("Continue")
    visitor.tap_name(table.campaign.pledge.consents[1].title.in_language("en"))
    visitor.enter_digits("2025550143")
    if place == "consents":
        return
    visitor.tap("Continue")
    visitor.draw_a_signature()
    if place == "signature":
        return
    visitor.tap(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    if place == "thanks":
        return
    visitor.tap("Find my lawmakers")
    if place == "lawmakers":
        return
    visitor.tap("Take all of them with me")
    wait_until(lambda: visitor.reads("It is ready. Save it, and staff can print it."), "the page")
    visitor.tap("Save my page")


def test_leaving_while_the_pledge_is_sealed_keeps_it_and_shows_it_to_nobody(set_a_table):
    may_seal = Event()
    table = set_a_table(before_sealing=lambda: may_seal.wait(30))
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Zyxwvut", "Qpolmnk", "zyxwvut@canary.example", "43215")
    visitor.sign(table.campaign.pledge_title)
    assert visitor.place is Place.SIGN
    visitor.tap("Leave")
    visitor.go_to_the_form()
    may_seal.set()
    wait_until(lambda: table.station._signed_here == 1, "the pledge to be kept")
    for _turn in range(20):
        settle()
    assert visitor.place is Place.PLEDGE
    assert table.window.visit.receipt is None
    labels = [label.text() for label in table.window.findChildren(QLabel)]
    assert not any("pledge number" in text for text in labels)

    visitor.fill_in("Bo", "Li", "bo@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 2


def test_reading_where_to_get_help_while_the_pledge_is_sealed_does_not_lose_the_thanks(set_a_table):
    may_seal = Event()
    table = set_a_table(before_sealing=lambda: may_seal.wait(30))
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.tap("Get help")
    may_seal.set()
    wait_until(lambda: table.window.visit.receipt is not None, "the receipt")
    assert visitor.place is Place.HELP
    visitor.tap("Back")
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 1
    assert table.station._signed_here == 1


def test_a_pledge_under_way_is_kept_when_the_table_closes(set_a_table, tmp_path):
    table = Table(tmp_path / "closing")
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    table.close()
    book = PledgeBook.open(table.book_path, table.recipients)
    assert book.pledges == 1
    book.close()


# -- under age ---------------------------------------------------------------------------------------------------------


def test_whoever_is_too_young_is_thanked_kept_nowhere_and_never_asked_again(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form(age="12")
    assert visitor.place is Place.NOT_NOW
    assert visitor.reads("We cannot take a pledge from you today. Nothing you entered was kept.")
    assert not any("12" in text for text in visitor.reading().split())
    visitor.tap("Back")
    assert visitor.place is Place.HOME
    visitor.tap("Start")
    assert visitor.place is Place.NOT_NOW
    visitor.tap("Get help")
    visitor.tap("Back")
    assert visitor.place is Place.NOT_NOW
    visitor.tap("Get the facts")
    visitor.tap(table.campaign.pledge_title)
    assert visitor.place is Place.NOT_NOW

    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43055")
    visitor.tap("Show my lawmakers")
    visitor.tap_name("Raymond Okafor")
    assert "tel:+12025550164" in visitor.codes()
    visitor.tap("Take it with you")
    wait_until(lambda: visitor.reads("It is ready. Save it, and staff can print it."), "the page")
    assert not (table.folder / "pledges.book").exists()
    visitor.tap("I am done")
    visitor.go_to_the_form()
    assert visitor.place is Place.PLEDGE
