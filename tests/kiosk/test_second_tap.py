"""A quick second touch at one spot never acts on a screen that the first one brought; all other touches count."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.kiosk.second_tap import UNSEEN_SECONDS
from outreach_app.visit.flow import Place
from tests.journeys.toucher import Toucher
from tests.journeys.visitor import Visitor, name_of

ASKED_AFTER_SECONDS = 45
QUICK, TOO_SLOW = 0.12, UNSEEN_SECONDS + 0.05
ADA = ("Ada", "Li", "ada@example.org", "43215")


class Hasty(Visitor):
    """Somebody who taps twice."""

    def __init__(self, table) -> None:
        super().__init__(table.window)
        self.clock = table.clock

    def tap_twice(self, what, *, pause: float = QUICK, aside: int = 6) -> None:
        """Tap what has this name, and nearly the same spot again, whatever is there by then."""
        point = self._aim_at(self._named(self.says(what)))
        self.tap_at(point)
        self.clock.wait(pause)
        self.tap_at(point + QPoint(aside, 0))


@pytest.fixture
def hasty(set_a_table):
    return Hasty(set_a_table())


def test_a_double_tap_on_the_form_shows_what_is_agreed_to(hasty):
    hasty.go_to_the_form()
    hasty.fill_in(*ADA)
    hasty.tap_twice("Continue")
    assert hasty.place is Place.CONSENTS


def test_a_double_tap_seals_no_pledge_unseen(set_a_table):
    table = set_a_table(campaign="riverbend-library")
    hasty = Hasty(table)
    hasty.go_to_the_form()
    for label, text in zip(("First name", "Last name", "Email"), ADA, strict=False):
        hasty.fill(label, text)
    hasty.tap("Continue")
    branch, card = (field for field in table.campaign.pledge.fields if field.label is not None)
    hasty.tap(branch.choices[1].label)
    hasty.tap("Continue")
    hasty.tap(card.label)
    hasty.tap("Continue")
    hasty.tap_twice("Continue")
    assert hasty.place is Place.SIGN
    assert not table.window.visit.is_sealing
    assert table.window.visit.receipt is None


def test_a_double_tap_on_the_age_asks_for_the_first_name(hasty):
    hasty.tap("Touch to begin")
    hasty.tap("Start")
    hasty.enter_digits("34")
    hasty.tap_twice("Continue")
    assert name_of(QApplication.focusWidget()) == "First name"


def test_a_double_tap_on_show_my_lawmakers_shows_them(hasty):
    hasty.tap("Touch to begin")
    hasty.tap("Contact your lawmakers")
    hasty.enter_digits("43215")
    hasty.tap_twice("Show my lawmakers")
    assert hasty.place is Place.LAWMAKERS


def test_a_double_tap_at_the_end_begins_no_new_visit(hasty):
    hasty.tap("Touch to begin")
    hasty.tap("Take something with you")
    hasty.tap_twice("I am done")
    assert hasty.place is Place.ATTRACT


def test_a_double_tap_on_start_over_begins_no_new_visit(hasty):
    hasty.tap("Touch to begin")
    hasty.clock.wait(ASKED_AFTER_SECONDS)
    hasty.window._look_whether_idle()
    hasty.tap_twice("Start over")
    assert hasty.place is Place.ATTRACT


def test_a_double_tap_on_the_sheet_touches_nothing_under_it(hasty):
    hasty.tap("Touch to begin")
    hasty.clock.wait(ASKED_AFTER_SECONDS)
    hasty.window._look_whether_idle()
    hasty.tap_twice("I am still here")
    assert hasty.place is Place.HOME


def test_a_double_tap_goes_one_screen_back(hasty):
    hasty.go_to_the_form()
    hasty.tap("Get help")
    hasty.tap_twice("Back")
    assert hasty.place is Place.PLEDGE


def test_drumming_fingers_go_one_screen_back(hasty):
    hasty.go_to_the_form()
    hasty.tap("Get help")
    point = hasty._aim_at(hasty._named("Back"))
    for _tap in range(8):
        hasty.tap_at(point)
        hasty.clock.wait(0.2)
    assert hasty.place is Place.PLEDGE


def test_whoever_looks_and_taps_there_again_goes_on(hasty):
    hasty.go_to_the_form()
    hasty.fill_in(*ADA)
    hasty.tap_twice("Continue", pause=TOO_SLOW)
    assert hasty.place is Place.SIGN


def test_a_touch_elsewhere_counts_at_once(hasty):
    hasty.go_to_the_form()
    hasty.fill_in(*ADA)
    back = hasty._aim_at(hasty._named("Back"))
    hasty.tap("Continue")
    hasty.tap_at(back)
    assert hasty.place is Place.PLEDGE


def test_two_of_a_letter_count_as_soon_as_anything_was_aimed_at_on_the_new_screen(hasty):
    hasty.tap("Touch to begin")
    hasty.tap("Start")
    hasty.enter_digits("34")
    hasty.tap("Continue")
    hasty.type("Ann")
    assert hasty.field("First name").text() == "Ann"


def test_the_same_key_counts_however_quickly_it_is_touched(hasty):
    hasty.tap("Touch to begin")
    hasty.tap("Contact your lawmakers")
    hasty.enter_digits("44444")
    assert hasty.boxes().digits == "44444"


@pytest.mark.parametrize(("name", "leads_to"), [("Get help", Place.HELP), ("Leave", Place.ATTRACT)])
def test_the_ways_out_work_at_once_on_a_screen_that_just_came(hasty, name, leads_to):
    hasty.tap("Touch to begin")
    point = hasty._aim_at(hasty._named(name))
    hasty.tap_at(point)
    assert hasty.place is leads_to
    # The same spot again, on another screen that nobody has read yet.
    hasty.window._show(Place.HOME)
    hasty.window.visit.journey.at = Place.HOME
    hasty.tap_at(point)
    assert hasty.place is leads_to


def test_a_double_touch_on_glass_is_swallowed_with_the_mouse_made_of_it(set_a_table, touch_screen):
    table = set_a_table()
    toucher = Toucher(table.window, touch_screen)
    toucher.go_to_the_form()
    toucher.fill_in(*ADA)
    point = toucher._aim_at(toucher._named("Continue"))
    for _touch in range(2):
        toucher.stroke([point])
        table.clock.wait(QUICK)
    assert toucher.place is Place.CONSENTS
    table.clock.wait(TOO_SLOW)
    toucher.stroke([point])
    assert toucher.place is Place.SIGN


def test_a_swallowed_touch_is_still_somebody(hasty):
    heard: list[QWidget] = []
    hasty.tap("Touch to begin")
    hasty.tap("Take something with you")
    hasty.window._idle.touched = lambda: heard.append(hasty.window)
    point = hasty._aim_at(hasty._named("Back"))
    hasty.tap_at(point)
    heard.clear()
    hasty.tap_at(point)
    assert heard
