"""What is read again before signing hides itself when nobody touches anything for a while, as the form does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from outreach_app.kiosk.pledge_review import Answers
from outreach_app.look.visitor_line import HIDDEN, VEIL_AFTER_SECONDS
from outreach_app.look.words import Words
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle

ADA = ("Adaeze", "Quillfeather", "adaeze@example.org", "43215")


@pytest.fixture
def at_the_review(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in(*ADA)
    visitor.tap("Continue")
    visitor.tap("Continue")
    return visitor


def answers(visitor: Visitor) -> Answers:
    return visitor.window.shown.findChild(Answers)


def let_time_pass(visitor: Visitor) -> None:
    """As if nobody had touched anything for the seconds it waits."""
    veil = answers(visitor)._veil
    assert veil.isActive()
    assert veil.interval() == VEIL_AFTER_SECONDS * 1_000
    veil.timeout.emit()
    settle()


def readable(visitor: Visitor) -> list[str]:
    said = visitor.reading()
    return [text for text in ADA if text in said]


def test_name_address_and_zip_are_hidden_and_what_was_agreed_to_is_not(at_the_review):
    visitor = at_the_review
    assert readable(visitor) == list(ADA)
    let_time_pass(visitor)
    assert readable(visitor) == []
    assert visitor.reads(HIDDEN)
    assert visitor.reads("Nothing more")


def touch(visitor: Visitor) -> None:
    corner = visitor.window.rect().bottomLeft() + QPoint(4, -4)
    QTest.mouseClick(visitor.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)


def press(visitor: Visitor) -> None:
    QTest.keyClick(visitor.window.windowHandle(), Qt.Key.Key_Tab)


@pytest.mark.parametrize("sign_of_life", [touch, press])
def test_a_touch_or_a_key_shows_them_again(at_the_review, sign_of_life):
    visitor = at_the_review
    let_time_pass(visitor)
    sign_of_life(visitor)
    settle()
    assert readable(visitor) == list(ADA)
    assert not visitor.reads(HIDDEN)


def test_another_language_and_another_shape_show_nothing_that_was_hidden(at_the_review):
    visitor = at_the_review
    let_time_pass(visitor)
    visitor.window.speak_language("es")
    settle()
    assert readable(visitor) == []


def test_who_agrees_without_a_signature_is_hidden_on_the_sheet_too(set_a_table):
    table = set_a_table(campaign="riverbend-library")
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    for label, text in zip(("First name", "Last name", "Email"), ADA, strict=False):
        visitor.fill(label, text)
    visitor.tap("Continue")
    branch, card = (field for field in table.campaign.pledge.fields if field.label is not None)
    visitor.tap(branch.choices[1].label)
    visitor.tap("Continue")
    visitor.tap(card.label)
    visitor.tap("Continue")
    visitor.tap("Continue")
    assert "Adaeze" in visitor.reading()
    let_time_pass(visitor)
    assert "Adaeze" not in visitor.reading()


@pytest.mark.parametrize("address", ["bartholomew.featherstonehaugh@correspondence.example.org", "a_b-c@example.org"])
def test_a_long_address_goes_on_in_the_next_line_only_after_a_mark(set_a_table, address):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    visitor.fill("Last name", "Li")
    visitor.field("Email").setText(address)
    visitor.fill("ZIP code", "43215")
    visitor.tap("Continue")
    visitor.tap("Continue")
    words = next(
        words for words in answers(visitor).findChildren(Words) if words.text().replace("\u200b", "") == address
    )
    layout = words._laid_out(words.width())
    spans = [(layout.lineAt(i).textStart(), layout.lineAt(i).textLength()) for i in range(layout.lineCount())]
    lines = [words.text()[start : start + length].replace("\u200b", "") for start, length in spans]
    assert all(line[-1] in "@.-_" for line in lines[:-1]), lines
    assert "@" not in lines
