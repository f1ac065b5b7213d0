"""A slow disk while a pledge is sealed: nothing can be changed that would be lost, and the screen says why."""

from __future__ import annotations

import errno
from threading import Event

import pytest

from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until

SAVING = "Your pledge is being saved. It takes a moment, and nothing is left to do."
MISSING = "Sign with your finger, or type your name."
CHANGES = ("Change", "Back", "Clear", "Type my name instead")


@pytest.fixture
def may_seal():
    """Set when the book may go on; whatever a test leaves waiting goes on after it."""
    event = Event()
    yield event
    event.set()


def come_to_sign(table) -> Visitor:
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    visitor.tap("Continue")
    visitor.tap("Continue")
    return visitor


def send(visitor: Visitor, table) -> None:
    visitor.draw_a_signature()
    visitor.tap(table.campaign.pledge_title)


def can_be_tapped(visitor: Visitor, names) -> list[str]:
    found = []
    for name in names:
        try:
            visitor._named(visitor.says(name))
        except AssertionError:
            continue
        found.append(name)
    return found


def test_nothing_can_be_changed_while_it_is_sealed_and_the_ways_out_stay(set_a_table, may_seal):
    table = set_a_table(before_sealing=lambda: may_seal.wait(30))
    visitor = come_to_sign(table)
    assert can_be_tapped(visitor, CHANGES) == list(CHANGES)
    send(visitor, table)
    wait_until(lambda: visitor.reads(SAVING), "a word that it is being saved")
    assert can_be_tapped(visitor, CHANGES) == []
    assert visitor.can_reach("Get help")
    assert visitor.can_reach("Leave")
    visitor.tap("Get help")
    visitor.tap("Back")
    assert visitor.reads(SAVING)
    assert can_be_tapped(visitor, CHANGES) == []
    table.window.resize(800, 1280)
    settle()
    assert visitor.reads(SAVING)
    assert can_be_tapped(visitor, CHANGES) == []
    may_seal.set()
    visitor.wait_for(Place.THANKS)


def test_a_book_that_refuses_opens_all_again_and_says_whom_to_call(set_a_table, may_seal):
    def refuse() -> None:
        may_seal.wait(30)
        raise OSError(errno.ENOSPC, "full")

    table = set_a_table(before_sealing=refuse)
    visitor = come_to_sign(table)
    send(visitor, table)
    may_seal.set()
    wait_until(lambda: table.window.visit.refusal, "the refusal")
    settle()
    assert visitor.reads(table.window.visit.refusal)
    assert not visitor.reads(SAVING)
    assert can_be_tapped(visitor, CHANGES) == list(CHANGES)
    visitor.draw_a_signature()
    assert visitor.reads(table.window.visit.refusal), "a finger on the pad mends no disk"


def test_whoever_turned_the_tablet_while_it_sealed_still_hears_that_it_was_refused(set_a_table, may_seal):
    def refuse() -> None:
        may_seal.wait(30)
        raise OSError(errno.ENOSPC, "full")

    table = set_a_table(before_sealing=refuse)
    visitor = come_to_sign(table)
    send(visitor, table)
    table.window.resize(800, 1280)
    settle()
    may_seal.set()
    wait_until(lambda: table.window.visit.refusal and visitor.reads(table.window.visit.refusal), "the refusal")
    assert can_be_tapped(visitor, CHANGES) == list(CHANGES)


@pytest.mark.parametrize("way", ["drawn", "typed"])
def test_what_is_missing_is_said_until_it_is_there(set_a_table, way):
    table = set_a_table()
    visitor = come_to_sign(table)
    visitor.tap(table.campaign.pledge_title)
    assert visitor.reads(MISSING)
    if way == "drawn":
        visitor.draw_a_signature()
    else:
        visitor.tap("Type my name instead")
        assert visitor.reads(MISSING)
        visitor.type("Ada")
    assert not visitor.reads(MISSING)
