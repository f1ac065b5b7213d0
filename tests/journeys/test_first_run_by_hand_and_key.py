"""A hurried hand and a keyboard at the set-up: a double tap turns one page, and Tab goes as the page is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.kiosk.first_run.turns import FirstPlace
from tests.journeys.new_device import compare_letters
from tests.journeys.visitor import name_of
from tests.kiosk.table import settle, wait_until


@pytest.fixture
def person(device, enrolment):
    """Somebody at the third page, that of the campaigns."""
    person = device.start()
    person.tap("Set up this station")
    compare_letters(person, enrolment)
    wait_until(lambda: "Take It Down" in person.reading(), "the campaigns")
    return person


def test_a_double_tap_on_the_way_on_turns_one_page(person):
    person.tap_name(next(name for name in person.names() if name.startswith("Take It Down")))
    onward = person.window.page.onward
    wait_until(onward.isEnabled, "the way on")
    before = person.window.page
    spot = onward.mapTo(person.window, onward.rect().center())
    person.tap_at(spot)
    wait_until(lambda: person.window.page is not before, "the event's page")
    # The event's name is filled in, so the way on is open as soon as the page is there.
    wait_until(person.window.page.onward.isEnabled, "the way on of the event's page")
    person.tap_at(spot)
    wait_until(lambda: not person.window.page.is_at_work, "an answer to be written, had the page been let on")
    settle()
    assert person.page is FirstPlace.EVENT
    person._clock.wait(1)
    person.tap_at(spot)
    wait_until(lambda: person.page is FirstPlace.PRINTER, "the printers, for who has looked")


def test_tab_comes_to_the_campaigns_before_the_way_on(person):
    seen: list[str] = []
    while len(seen) < 40 and (not seen or seen[-1] not in seen[:-1]):
        QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Tab)
        settle()
        seen.append(name_of(QApplication.focusWidget()))
    campaign = next(number for number, name in enumerate(seen) if name.startswith("Take It Down"))
    assert campaign < seen.index("Back")
