"""A person reads, types, signs and is opened at the office in Arabic; the page runs from right to left all the way."""

from __future__ import annotations

import json

import pyrage
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from outreach_app.pledge_book.book import PledgeBook
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until

RIGHT = Qt.LayoutDirection.RightToLeft
LIBRARY = "riverbend-library"


def hold(visitor: Visitor, letter: str) -> None:
    """Hold a key down until its other letters come beside it."""
    before = len(visitor.names())
    key = visitor._named(letter)
    point = key.mapTo(visitor.window, key.rect().center())
    handle = visitor.window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    wait_until(lambda: len(visitor.names()) > before, "the other letters")
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    settle()


def choose_arabic(visitor: Visitor) -> None:
    visitor.tap_name("العربية")
    assert visitor.window.layoutDirection() is RIGHT


def give_a_name(visitor: Visitor) -> None:
    """أمل الهاشمي, the first letter by a long press."""
    visitor.tap_on(visitor.field("First name"))
    hold(visitor, "ا")
    visitor.tap_name("أ")
    visitor.type("مل")
    visitor.fill("Last name", "الهاشمي")
    visitor.fill("Email", "amal@example.org")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=["1280x800", "1024x600"])
def test_a_whole_visit_in_arabic_is_sealed_and_opened(set_a_table, size):
    office, recovery = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    recipients = (str(office.to_public()), str(recovery.to_public()))
    table = set_a_table(campaign=LIBRARY, recipients=recipients, size=size)
    visitor = Visitor(table.window)
    campaign = table.campaign
    visitor.tap("Touch to begin")
    choose_arabic(visitor)
    visitor.tap("Start")
    visitor.enter_digits("34")
    visitor.tap("Continue")
    assert visitor.place is Place.PLEDGE
    give_a_name(visitor)
    assert visitor.field("First name").text() == "أمل"
    visitor.tap("Continue")
    assert visitor.place is Place.QUESTIONS, visitor.reading()
    branch, card = (field for field in campaign.pledge.fields if field.label is not None)
    visitor.tap(branch.choices[1].label)
    visitor.tap("Continue")
    if visitor.place is Place.QUESTIONS:
        visitor.tap(card.label)
        visitor.tap("Continue")
    assert visitor.place is Place.CONSENTS, visitor.reading()
    visitor.tap(campaign.pledge.consents[0].title)
    visitor.tap("Continue")
    assert visitor.place is Place.SIGN
    assert "أمل الهاشمي" in visitor.reading()
    visitor.tap(campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.layoutDirection() is RIGHT
    assert visitor.reads("Thank you.")
    visitor.tap("I am done")
    assert visitor.place is Place.ATTRACT
    assert table.window.layoutDirection() is Qt.LayoutDirection.LeftToRight, "the next person begins in English"

    table.station.close()
    book = PledgeBook.open(table.book_path, recipients)
    try:
        (sealed,) = [sealed for _line, sealed in book.entries() if sealed is not None]
    finally:
        book.close()
    record = json.loads(pyrage.decrypt(sealed, [office]))
    said = json.dumps(record, ensure_ascii=False)
    for held in ("أمل", "الهاشمي", "amal@example.org", "mill-street", '"ar"'):
        assert held in said, said
    assert "\u2068" not in said
    assert "\u2066" not in said


def test_another_language_in_the_middle_turns_the_page_and_loses_nothing(set_a_table):
    table = set_a_table(campaign=LIBRARY)
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Amal")
    at_the_left = visitor.field("First name").mapTo(table.window, QPoint(0, 0)).x()
    choose_arabic(visitor)
    line = visitor.field("First name")
    assert line.text() == "Amal"
    assert line.hasFocus()
    assert line.mapTo(table.window, QPoint(0, 0)).x() != at_the_left
    assert "ض" in visitor.names(), "the keyboard has the letters of the language"
    visitor.tap_name("ABC")
    visitor.type("q")
    visitor.tap_name("عربي")
    visitor.type("ن")
    assert line.text() == "Amalqن"
    visitor.tap_on(visitor.field("Email"))
    assert {"@", "q"} <= set(visitor.names()), "an address is written in Latin letters"
    assert "عربي" not in visitor.names()
    visitor.tap_name("English")
    assert visitor.field("First name").text() == "Amalqن"
    assert visitor.field("First name").mapTo(table.window, QPoint(0, 0)).x() == at_the_left
