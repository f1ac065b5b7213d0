"""The screens against the timetable, and what a screen reader or a keyboard meets on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.domain.pledge import TypedSignature
from outreach_app.language import Message, Tongue
from outreach_app.visit.flow import VISITOR_PLACES, Place, Step, steps_from
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.states import states
from tests.kiosk.table import SIZES, settle, wait_until

ON_EVERY_SCREEN = {Step.GET_HELP, Step.LEAVE, Step.OPEN_STAFF_DOOR}
SAMPLE_ZIPS = {"split": "43215"}


def test_every_place_has_its_screen_and_its_steps_are_its_rows_of_the_timetable(set_a_table):
    window = set_a_table().window
    for place in VISITOR_PLACES:
        screen = window._shelf.at(place)
        assert screen.place is place
        assert screen.steps - ON_EVERY_SCREEN == steps_from(place) - ON_EVERY_SCREEN, place


def test_a_field_with_a_fault_tells_a_screen_reader_how_to_mend_it(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("Email", "ada@")
    visitor.tap_on(visitor.field("First name"))
    interface = QAccessible.queryAccessibleInterface(visitor.field("Email"))
    assert "after the @" in interface.text(QAccessible.Text.Description)


class OtherWindows(QObject):
    """Hears of every window that opens beside the kiosk's own, if only for a moment."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.opened: list[str] = []
        self._window = window
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_opening = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_opening and watched is not self._window:
            self.opened.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_other_window_ever_opens_and_takes_the_keys_away(set_a_table, size):
    table = set_a_table(size=size)
    others = OtherWindows(table.window)
    for state in states(table, SAMPLE_ZIPS):
        assert not others.opened, state
        assert table.window.isActiveWindow(), state
    QApplication.instance().removeEventFilter(others)


# -- the way out -------------------------------------------------------------------------------------------------------


def test_leave_at_the_loop_stills_it_for_a_minute(set_a_table):
    window = set_a_table().window
    assert window.shown._timer.interval() < 60_000
    Visitor(window).tap("Leave")
    assert window.shown._timer.interval() == 60_000


def test_help_leads_out_from_under_the_idle_sheet(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    table.clock.wait(95)
    wait_until(lambda: visitor.reads("Still there?"), "the idle sheet")
    visitor.tap("Get help")
    assert visitor.place is Place.HELP
    assert not visitor.reads("Still there?")


# -- nothing typed is lost ---------------------------------------------------------------------------------------------


def test_another_language_at_any_moment_keeps_what_is_typed_and_where(set_a_table):
    visitor = Visitor(set_a_table().window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    visitor.fill("Email", "ada@")
    line = visitor.field("Email")
    visitor.tap_name("Español")
    assert visitor.reads(Message("Your details"))
    assert visitor.says("Your details") != "Your details"
    assert line.hasFocus()
    visitor.type("example.org")
    assert line.text() == "ada@example.org"
    assert visitor.field("First name").text() == "Ada"
    visitor.tap_name("English")
    assert line.text() == "ada@example.org"


def test_another_language_keeps_digits_ticks_and_a_drawn_signature(set_a_table):
    window = set_a_table().window
    visitor = Visitor(window)
    visitor.tap("Touch to begin")
    visitor.tap("Start")
    visitor.enter_digits("3")
    visitor.tap_name("Español")
    visitor.enter_digits("4")
    assert visitor.boxes().digits == "34"
    visitor.tap("Continue")
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    visitor.tap("Continue")
    next(iter(window.shown._choices.values())).click()
    visitor.tap_name("English")
    assert len(window.visit.draft.consents) == 1
    visitor.tap("Continue")
    visitor.draw_a_signature()
    drawn = window.shown._pad.signature()
    visitor.tap_name("Español")
    assert window.shown._pad.signature() == drawn


def test_a_button_that_is_let_go_after_its_screen_went_leads_nowhere(set_a_table):
    table = set_a_table()
    table.window._take(Step.BEGIN)
    table.window._take(Step.WATCH_FILM)
    notice = table.window.shown
    table.window._take(Step.GET_HELP)
    notice.emits(Step.SKIP_FILM)
    assert table.window.visit.journey.at is Place.HELP
    table.window._take(Step.BACK)
    notice.emits(Step.SKIP_FILM)
    assert table.window.visit.journey.at is Place.FACTS


def test_help_and_back_keeps_the_form(set_a_table):
    visitor = Visitor(set_a_table().window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    visitor.fill("Email", "ada@")
    visitor.tap("Get help")
    visitor.tap("Back")
    assert (visitor.field("First name").text(), visitor.field("Email").text()) == ("Ada", "ada@")


def test_help_and_back_keeps_what_was_drawn_or_typed_to_sign(set_a_table):
    window = set_a_table().window
    visitor = Visitor(window)
    go_to_sign(window)
    visitor.draw_a_signature()
    drawn = window.shown._pad.signature()
    visitor.tap("Get help")
    visitor.tap("Back")
    assert window.shown._pad.signature() == drawn
    visitor.tap("Type my name instead")
    visitor.type("Ada")
    visitor.tap("Get help")
    visitor.tap("Back")
    assert visitor.field("Your name").text() == "Ada"


def test_whoever_goes_back_to_the_consents_finds_the_typed_name_again(set_a_table):
    window = set_a_table().window
    visitor = Visitor(window)
    go_to_sign(window)
    visitor.tap("Type my name instead")
    visitor.type("Ada")
    visitor.tap("Hide the keyboard")
    visitor.tap("Back")
    visitor.tap("Continue")
    assert visitor.field("Your name").text() == "Ada"
    assert window.visit.draft.signature == TypedSignature("Ada")


def test_a_window_that_changes_its_shape_keeps_the_form(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("First name", "Ada")
    table.window.resize(800, 1280)
    settle()
    assert visitor.field("First name").text() == "Ada"


def test_whoever_is_still_there_goes_on_typing_in_the_same_field(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill("Last name", "Qu")
    table.clock.wait(95)
    wait_until(lambda: visitor.reads("Still there?"), "the idle sheet")
    visitor.tap("I am still here")
    visitor.type("ill")
    assert visitor.field("Last name").text() == "Quill"


# -- by keyboard alone -------------------------------------------------------------------------------------------------


class KeyboardVisitor:
    """Somebody who never touches the screen: Tab, Space, Enter and typing."""

    def __init__(self, window) -> None:
        self.window = window

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        settle()

    def go_to(self, name: str) -> None:
        """Tab until something with this name has the focus."""
        tongue = Tongue(self.window.visit.language)
        wanted = tongue.say(Message(name))
        passed = []
        for _press in range(80):
            focus = QApplication.focusWidget()
            here = name_of(focus) if focus is not None else ""
            if here == wanted or here.startswith(wanted + "."):
                assert focus.isVisible()
                return
            passed.append(here)
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never comes to {wanted!r}, only to {sorted(set(passed))}")

    def choose(self, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
        self.go_to(name)
        self.press(key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["Space", "Enter"])
def test_a_whole_visit_by_keyboard_alone(set_a_table, key):
    table = set_a_table()
    person = KeyboardVisitor(table.window)
    visit = table.window.visit
    person.choose("Touch to begin", key)
    person.choose("Start", key)
    person.go_to("Your age in years")
    person.write("34")
    person.press(Qt.Key.Key_Return)
    for label, text in (
        ("First name", "Ada"),
        ("Last name", "Quill"),
        ("Email", "ada@example.org"),
        ("ZIP code", "43215"),
    ):
        person.go_to(label)
        person.write(text)
    person.press(Qt.Key.Key_Return)
    assert visit.journey.at is Place.CONSENTS
    person.choose("Email me updates", Qt.Key.Key_Space)
    assert len(visit.draft.consents) == 1
    person.choose("Continue", key)
    person.choose("Type my name instead", key)
    person.go_to("Your name")
    person.write("Ada Quill")
    person.press(Qt.Key.Key_Return)
    person.choose(table.campaign.pledge_title.in_language("en"), key)
    wait_until(lambda: visit.journey.at is Place.THANKS, "thank you")
    person.choose("Find my lawmakers", key)
    assert visit.journey.at is Place.LAWMAKERS
    person.choose("Maria Aldous", key)
    # The three tabs are one stop, as tabs are: the arrows choose among them.
    person.go_to("Call")
    person.press(Qt.Key.Key_Right)
    assert any("example.org" in code for code in Visitor(table.window).codes())
    person.choose("Take it with you", key)
    wait_until(lambda: table.window.shown._pdf, "the page")
    person.choose("Save my page", key)
    wait_until(lambda: list((table.folder / "pages").glob("*.pdf")), "the saved page")
    person.choose("I am done", key)
    assert table.window.visit is not visit
    assert table.window.visit.journey.at is Place.ATTRACT


def test_enter_on_the_idle_sheet_means_still_here(set_a_table):
    table = set_a_table()
    person = KeyboardVisitor(table.window)
    person.choose("Touch to begin")
    table.clock.wait(45)
    visitor = Visitor(table.window)
    wait_until(lambda: visitor.reads("Still there?"), "the idle sheet")
    person.press(Qt.Key.Key_Return)
    assert not visitor.reads("Still there?")
    assert visitor.place is Place.HOME


def go_to_sign(window) -> None:
    draft = window.visit.draft
    draft.given_name, draft.email, draft.postcode = "Ada", "ada@example.org", "43215"
    for step in (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS, Step.CHOOSE_CONSENTS):
        window._take(step)
    settle()
