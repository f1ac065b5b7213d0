"""The screen as a visitor needs it: found on every screen, kept for the visit, gone after it; nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from outreach_app.domain.display import USUAL, Display
from outreach_app.kiosk.attendee.attract import AttractScreen
from outreach_app.kiosk.header import lowered_by
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from tests.journeys.visitor import Visitor
from tests.kiosk.states import states
from tests.kiosk.table import SIZES, settle

NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def choose(table, title: str) -> None:
    """Open the choices, turn one, and go on."""
    visitor = Visitor(table.window)
    visitor.tap("Display")
    card = next(name for name in visitor.names() if name.startswith(title))
    visitor.tap(card)
    settle()
    visitor.tap("Done")
    settle()


def text_size(table, text: str) -> int:
    words = next(w for w in table.window.findChildren(Words) if w.isVisible() and w.text() == text)
    return words.font().pixelSize()


def test_larger_text_is_half_as_large_again_and_ends_with_the_visit(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Get help")
    before = text_size(table, "Crisis support")
    choose(table, "Larger text")
    assert visitor.place is Place.HELP
    assert text_size(table, "Crisis support") == round(before * 1.5)
    visitor.tap("Leave")
    visitor.tap("Touch to begin")
    visitor.tap("Get help")
    assert text_size(table, "Crisis support") == before


def test_what_is_typed_and_what_was_said_of_it_outlive_every_choice(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.field("First name").setText("Ada")
    visitor.field("Email").setText("ada@")
    table.window.shown._go_on()
    said = table.window.shown._fields["email"].fault
    assert said is not None
    for title in ("Larger text", "More contrast", "Nothing moves"):
        choose(table, title)
        assert visitor.field("First name").text() == "Ada"
        assert visitor.field("Email").text() == "ada@"
        assert table.window.shown._fields["email"].fault == said
    assert table.window._display == Display(large_text=True, high_contrast=True, still=True)


def test_what_was_said_of_a_field_outlives_another_shape_of_the_window(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.field("Email").setText("ada@")
    table.window.shown._go_on()
    said = table.window.shown._fields["email"].fault
    table.window.resize(800, 1280)
    settle()
    assert said is not None
    assert table.window.shown._fields["email"].fault == said


def test_a_drawn_signature_keeps_its_shape_in_another_window(set_a_table):
    table = set_a_table()
    window = table.window
    draft = window.visit.draft
    draft.given_name, draft.email, draft.postcode = "Jo", "jo@example.org", "43215"
    for step in (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS, Step.CHOOSE_CONSENTS):
        window._take(step)
    settle()
    pad = window.shown._pad
    Visitor(window).draw_a_signature()
    drawn = pad.signature().strokes[0]
    window.resize(800, 1280)
    settle()
    after = window.shown._pad.signature().strokes[0]
    assert len(after) == len(drawn)
    assert all(abs(one[0] - other[0]) <= 3 for one, other in zip(drawn, after, strict=True))


def test_the_choices_cover_the_screen_and_go_with_a_second_touch(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Display")
    assert not visitor.reads("What would you like to do?")
    visitor.tap("Display")
    assert visitor.reads("What would you like to do?")


def test_help_leads_out_from_under_the_choices(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Display")
    visitor.tap("Get help")
    assert visitor.place is Place.HELP
    assert not visitor.reads("How would you like the screen?")


@pytest.mark.parametrize(
    ("size", "above"),
    [((1280, 800), 200), ((800, 1280), 380), ((1024, 600), 0), ((1920, 1080), 360), ((1080, 1920), 640)],
)
def test_a_window_is_lowered_by_a_third_where_its_screens_have_the_height(size, above):
    assert lowered_by(QSize(*size)) == above


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)], ids=["landscape", "portrait"])
def test_lower_down_nothing_that_is_touched_stands_above(set_a_table, size):
    table = set_a_table(size=size, display=Display(low=True))
    highest = lowered_by(table.window.size())
    for state in states(table, {"split": "43215"}):
        for widget in table.window.findChildren(QWidget):
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
                seen = widget.visibleRegion().boundingRect()
                top = widget.mapTo(table.window, seen.topLeft()).y()
                assert seen.isEmpty() or top >= highest, f"{state}: {widget.accessibleName()} at {top}"


def test_a_low_window_offers_no_choice_that_would_change_nothing(set_a_table):
    visitor = Visitor(set_a_table(size=(1024, 600)).window)
    visitor.tap("Touch to begin")
    visitor.tap("Display")
    assert any(name.startswith("Larger text") for name in visitor.names())
    assert not any(name.startswith("Lower down") for name in visitor.names())


def test_where_nothing_moves_the_loop_stands_still(set_a_table):
    still, moving = set_a_table(display=Display(still=True)).window, set_a_table().window
    for window, turns in ((still, False), (moving, True)):
        loop = window._shelf.at(Place.ATTRACT)
        assert isinstance(loop, AttractScreen)
        assert (loop._timer.isActive() or loop._film is not None) is turns


def test_staff_may_set_how_each_visit_begins(set_a_table):
    table = set_a_table(display=Display(high_contrast=True))
    choose(table, "Larger text")
    assert table.window._display == Display(large_text=True, high_contrast=True)
    Visitor(table.window).tap("Leave")
    assert table.window._display == Display(high_contrast=True)
    assert Display() == USUAL


@pytest.mark.parametrize("display", [USUAL, Display(large_text=True, high_contrast=True)], ids=["usual", "changed"])
def test_everything_that_is_touched_has_a_role_and_a_name_for_a_screen_reader(set_a_table, display):
    table = set_a_table(display=display)
    found = set()
    for state in states(table, {"split": "43215"}):
        for widget in table.window.findChildren(QWidget):
            if not isinstance(widget, QAbstractButton | QLineEdit | Words) or not widget.isVisible():
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            says = interface.text(QAccessible.Text.Name)
            if interface.role() in NO_ROLE or (not says and not (isinstance(widget, Words) and not widget.text())):
                found.add(f"{state}: {type(widget).__name__} {interface.role()} {says!r}")
    assert not found, "\n".join(sorted(found))


# -- the whole visit by keyboard ---------------------------------------------------------------------------------------


def go_to(window: QWidget, name: str) -> None:
    """Move by Tab until the focus has this name."""
    for _turn in range(80):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName().startswith(name):
            return
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name!r}")


def press(window: QWidget, name: str) -> None:
    go_to(window, name)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()


def write(window: QWidget, name: str, text: str) -> None:
    go_to(window, name)
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.mark.parametrize("display", [USUAL, Display(large_text=True)], ids=["usual", "large"])
def test_a_whole_visit_by_keyboard_alone(set_a_table, display):
    table = set_a_table(display=display)
    window, visitor = table.window, Visitor(table.window)
    press(window, "Touch to begin")
    press(window, "Sign the pledge" if display.large_text else "Start")
    QTest.keyClicks(QApplication.focusWidget(), "34")
    press(window, "Continue")
    write(window, "First name", "Ada")
    write(window, "Email", "ada@example.org")
    write(window, "ZIP code", "43055")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert visitor.place is Place.CONSENTS
    press(window, "Continue")
    press(window, "Type my name instead")
    write(window, "Your name", "Ada")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    press(window, "Sign the pledge")
    visitor.wait_for(Place.THANKS)
    press(window, "Find my lawmakers")
    press(window, "Maria Aldous")
    assert visitor.place is Place.ACT
    press(window, "Leave")
    assert visitor.place is Place.ATTRACT


@pytest.mark.parametrize("choice", ["Larger text", "More contrast", "Nothing moves"])
def test_the_ways_out_stay_beside_the_choices_however_the_tablet_is_turned(set_a_table, choice):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Display")
    for turned in SIZES:
        table.window.resize(*turned)
        for _on_and_off in range(2):
            settle()
            assert visitor.can_reach("Get help"), turned
            assert visitor.can_reach("Leave"), turned
            visitor.tap_name(choice)
    visitor.tap("Leave")
    assert visitor.place is Place.ATTRACT


def test_the_ways_out_stay_beside_the_question_whether_anybody_is_there(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    table.window.ask_whether_there(12)
    for turned in (*SIZES, SIZES[0]):
        table.window.resize(*turned)
        settle()
        assert visitor.can_reach("Get help"), turned
        assert visitor.can_reach("Leave"), turned
