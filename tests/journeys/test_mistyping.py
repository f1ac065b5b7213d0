"""Somebody sees after thanks that they mistyped: the pledge is taken back, and signed again from what is there."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest

from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until


@pytest.fixture
def signed(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Adaeze", "Quillfether", "adaeze@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    return table, visitor


def test_the_pledge_is_taken_back_and_the_form_is_as_it_was(signed):
    table, visitor = signed
    assert table.station._signed_here == 1
    visitor.tap("I mistyped")
    visitor.wait_for(Place.PLEDGE)
    assert visitor.field("Last name").text() == "Quillfether"
    assert table.station._signed_here == 0
    assert table.window.visit.receipt is None
    slip = table.station._book.slip
    assert (slip.pledges, slip.withdrawn) == (0, 1)


def test_they_mend_it_sign_again_and_hold_another_code(signed):
    table, visitor = signed
    first = table.window.visit.receipt
    visitor.tap("I mistyped")
    visitor.wait_for(Place.PLEDGE)
    visitor.field("Last name").setText("Quillfeather")
    visitor.tap("Hide the keyboard")
    visitor.tap("Continue")
    visitor.tap("Continue")
    assert visitor.reads("Adaeze Quillfeather")
    visitor.tap(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    second = table.window.visit.receipt
    assert second.number == first.number + 1
    assert second.withdrawal_code != first.withdrawal_code
    assert second.withdrawal_code in visitor.reading()
    assert table.station._signed_here == 1


def test_back_leads_home_and_never_to_thanks(signed):
    _table, visitor = signed
    visitor.tap("I mistyped")
    visitor.wait_for(Place.PLEDGE)
    visitor.tap("Back")
    assert visitor.place is Place.HOME
    visitor.tap("Start")
    assert visitor.place is Place.PLEDGE, "a signed pledge of theirs is there no more"


def test_a_book_that_cannot_take_it_back_says_so_and_keeps_it(signed):
    table, visitor = signed
    code = table.window.visit.receipt.withdrawal_code
    table.station._book.withdraw(code)
    visitor.tap("I mistyped")
    wait_until(
        lambda: visitor.reads("The pledge of this code was taken back before. Nothing is left of it here."), "why"
    )
    assert visitor.place is Place.THANKS
    assert table.station._signed_here == 1


def test_whoever_leaves_meanwhile_leaves_nothing_to_the_next(signed):
    _table, visitor = signed
    visitor.tap("I mistyped")
    visitor.tap("Leave")
    settle()
    assert visitor.place is Place.ATTRACT
    visitor.go_to_the_form()
    assert visitor.field("Last name").text() == ""


@contextmanager
def busy_book(table):
    """The book's thread has something else to do until this ends."""
    free = threading.Event()
    table.station._book_lane.do(free.wait, lambda _done: None, lambda _error: None)
    yield
    free.set()


def test_whoever_reads_where_to_get_help_meanwhile_comes_back_to_the_form(signed):
    table, visitor = signed
    with busy_book(table):
        visitor.tap("I mistyped")
        visitor.tap("Get help")
    wait_until(lambda: table.window.visit.receipt is None, "the book to forget the pledge")
    assert visitor.place is Place.HELP
    visitor.tap("Back")
    visitor.wait_for(Place.PLEDGE)
    assert visitor.field("Last name").text() == "Quillfether"


def test_a_tablet_that_is_turned_meanwhile_shows_the_form_all_the_same(signed):
    table, visitor = signed
    with busy_book(table):
        visitor.tap("I mistyped")
        table.window.resize(800, 1280)
        settle()
        assert visitor.place is Place.THANKS
    visitor.wait_for(Place.PLEDGE)
    assert table.station._signed_here == 0
