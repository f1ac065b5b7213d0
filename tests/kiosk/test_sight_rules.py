"""With larger text, every state of a visit shows at once what was asked, what answers it, and what must be mended."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from outreach_app.domain.action import ActionKind
from outreach_app.domain.display import Display
from outreach_app.look.card import CardButton
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.keypad import Keypad
from outreach_app.visit.flow import Place, Step
from tests.journeys.visitor import Visitor
from tests.kiosk.sight import is_whole, seen_part
from tests.kiosk.sight_rules import out_of_sight
from tests.kiosk.states import states
from tests.kiosk.table import settle

LARGE, LOW, LARGE_AND_LOW = Display(large_text=True), Display(low=True), Display(large_text=True, low=True)
TIGHTEST = [
    ("es", (1024, 600), LARGE),
    ("en", (1280, 800), LARGE),
    ("es", (1280, 800), LARGE_AND_LOW),
    ("es", (800, 1280), LARGE_AND_LOW),
    ("es", (800, 1280), LOW),
]
IDS = ["es-1024x600", "en-1280x800", "es-1280x800-low", "es-800x1280-large-low", "es-800x1280-low"]


@pytest.mark.parametrize(("language", "size", "display"), TIGHTEST, ids=IDS)
def test_nothing_that_was_asked_for_has_to_be_scrolled_to(set_a_table, language, size, display):
    table = set_a_table(language=language, size=size, display=display)
    faults = []
    for name in states(table, {"split with a vacant seat": "43215", "unknown": "99999"}):
        settle()
        faults += [f"{name}: {fault}" for fault in out_of_sight(table.window)]
    assert not faults, "\n".join(faults)


def test_the_rules_see_what_they_are_made_to_see(set_a_table):
    """Broken on purpose, one thing at a time: a rule that cannot fail would be none."""
    table = set_a_table(size=(800, 1280), display=LARGE_AND_LOW)
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.WATCH_FILM)
    settle()
    assert out_of_sight(window) == []
    skip = next(card for card in window.shown.findChildren(CardButton) if card.property("kind") == "offer")
    skip.setMinimumHeight(900)
    settle()
    assert any("Skip the film" in fault for fault in out_of_sight(window))
    window._leave()

    window._take(Step.BEGIN)
    window._take(Step.START_PLEDGE)
    settle()
    page = window.shown.page_area
    assert out_of_sight(window) == []
    page._more.hide()
    assert any("does not say so" in fault for fault in out_of_sight(window))
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert any("DigitBoxes" in fault or "age" in fault for fault in out_of_sight(window))
    page.verticalScrollBar().setValue(0)
    window.shown.findChild(Keypad).findChildren(QPushButton)[0].setFixedHeight(500)
    settle()
    assert any("not seen whole" in fault for fault in out_of_sight(window))


def test_the_rules_see_a_fault_below_the_fold(set_a_table):
    table = set_a_table(size=(1024, 600), display=LARGE)
    window = table.window
    for step in (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT):
        window._take(step)
    window.shown._fields["email"].line.setText("ada@")
    window.shown._go_on()
    window.shown._area.hide()
    settle()
    bar = window.shown.page_area.verticalScrollBar()
    window.shown.page_area._sought = []
    bar.setValue(0)
    settle()
    assert any("is not seen whole" in fault for fault in out_of_sight(window))


def test_the_rules_see_a_code_below_the_fold(set_a_table):
    table = set_a_table(size=(1024, 600), display=LARGE)
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.ASK_ZIP)
    window.visit.finding = table.station._finder.find("43055")
    window._take(Step.SHOW_LAWMAKERS)
    window.visit.chosen = window.visit.finding.people[0]
    window._take(Step.CHOOSE_LAWMAKER)
    window.shown._open(ActionKind.CALL)
    settle()
    assert out_of_sight(window) == []
    window.shown._tabs.setFixedHeight(420)
    settle()
    assert any("-555-" in fault for fault in out_of_sight(window))
    assert any("dials" in fault for fault in out_of_sight(window))


@pytest.mark.parametrize(("language", "size", "display"), TIGHTEST, ids=IDS)
def test_the_code_of_an_action_comes_into_sight_when_it_is_touched(set_a_table, language, size, display):
    table = set_a_table(language=language, size=size, display=display)
    visitor, window = Visitor(table.window), table.window
    for step in (Step.BEGIN, Step.ASK_ZIP):
        window._take(step)
    window.visit.finding = table.station._finder.find("43055")
    for step in (Step.SHOW_LAWMAKERS, Step.SEE_OTHER_WAYS):
        window._take(step)
    settle()
    assert visitor.place is Place.OTHER_WAYS
    screen = window.shown
    first = screen.findChildren(CodePlate)[0]
    assert seen_part(first, window).height() > first.height() // 3
    for card in screen._group.buttons():
        visitor.tap_on(card)
        plate = next(plate for plate in screen.findChildren(CodePlate) if plate.isVisible())
        assert is_whole(plate, window), card.accessibleName()
        assert is_whole(card, window), card.accessibleName()
