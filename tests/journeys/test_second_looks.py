"""What a sceptic found: a window that turns while it seals, a code that was hidden, a form under the sheet."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QLineEdit

from outreach_app.errors import FolderError
from outreach_app.kiosk.paper_desk import PaperDesk
from outreach_app.look.background import Lane
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import settle, wait_until


def fill_the_form(visitor: Visitor) -> None:
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")


def test_whoever_turns_the_tablet_while_it_seals_signs_once_and_is_thanked(set_a_table):
    may_seal = Event()
    table = set_a_table(before_sealing=lambda: may_seal.wait(30))
    visitor = Visitor(table.window)
    fill_the_form(visitor)
    visitor.sign(table.campaign.pledge_title)
    table.window.resize(800, 1280)
    settle()
    with pytest.raises(AssertionError, match="nothing to tap"):
        visitor.tap(table.campaign.pledge_title)
    may_seal.set()
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 1
    assert table.window.visit.receipt.withdrawal_code in visitor.reading()


def test_a_hidden_code_stays_hidden_when_they_come_back_to_it(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    fill_the_form(visitor)
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    visitor.tap("Hide my code")
    visitor.tap("Get help")
    visitor.tap("Back")
    assert table.window.visit.receipt.withdrawal_code not in visitor.reading()


def test_under_the_question_whether_they_are_there_no_form_can_be_seen_or_reached(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Adaeze")
    table.clock.wait(91)
    wait_until(lambda: visitor.reads("Still there?"), "the question")
    lines = table.window.findChildren(QLineEdit)
    assert lines
    assert not [line for line in lines if line.isVisible() or line.hasFocus()]
    visitor.tap("I am still here")
    assert "Adaeze" in [line.text() for line in table.window.findChildren(QLineEdit) if line.isVisible()]


def test_a_page_that_cannot_be_saved_leaves_nothing_half_made(qapp, tmp_path, monkeypatch):
    pages = tmp_path / "pages"
    lane, answers = Lane("paper"), []
    # The last step fails, as on a disk that fills up between writing and renaming.
    monkeypatch.setattr("pathlib.Path.replace", lambda part, whole: (_ for _ in ()).throw(OSError(28, "full")))
    PaperDesk(lane, None, None, pages, None).save(b"%PDF", answers.append, answers.append)
    wait_until(lambda: answers, "the answer")
    lane.finish()
    assert isinstance(answers[0], FolderError)
    assert list(pages.iterdir()) == []


@pytest.mark.parametrize("is_demo", [True, False])
def test_only_a_table_that_keeps_the_page_promises_that_staff_can_print_it(set_a_table, is_demo):
    table = set_a_table(is_demo=is_demo)
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Take something with you")
    wait_until(lambda: table.window.shown.has_page, "the page")
    visitor.tap("Save my page")
    wait_until(lambda: "page 1" in visitor.reading(), "the page to be saved")
    assert ("staff" in visitor.reading()) is not is_demo
