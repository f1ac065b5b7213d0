"""The staff's screens against the timetable, the layout and whoever hears them; their chart at any count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from outreach_app.language import Tongue
from outreach_app.look.hour_chart import HourChart
from outreach_app.look.pin_dots import PinDots
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.desk_figures import HourBar
from outreach_app.visit.flow import STAFF_PLACES, TIMETABLE, Place, Step, steps_from
from outreach_app.visit.pins import StaffRole
from tests.journeys.staffed_table import StaffedTable
from tests.journeys.visitor import name_of
from tests.kiosk.table import SIZES, prepare_application, settle, wait_until

ON_EVERY_SCREEN = {Step.GET_HELP, Step.LEAVE, Step.OPEN_STAFF_DOOR}
TOUCH_PX = 56


def go_in(table: StaffedTable) -> None:
    """As a lead, to the desk with its figures."""
    window = table.window
    window._take(Step.OPEN_STAFF_DOOR)
    window.visit.role = StaffRole.LEAD
    window._take(Step.UNLOCK)
    wait_until(lambda: window.shown._figures is not None and window.shown._found is not None, "the desk's figures")


def every_place(table: StaffedTable):
    """Each place of the staff's, as a lead comes to it."""
    window = table.window
    yield Place.PAUSED if window.visit.journey.at is Place.PAUSED else Place.ATTRACT
    window._take(Step.OPEN_STAFF_DOOR)
    settle()
    yield Place.GATE
    window._leave()
    go_in(table)
    yield Place.DESK
    for (at, step), goal in TIMETABLE.items():
        if at is Place.DESK and goal in STAFF_PLACES:
            window._take(step)
            if goal is Place.CHECKLIST:
                wait_until(lambda: window.shown._list is not None, "the list")
            settle()
            if goal is Place.CHECKLIST:
                # Rows that come while they are measured are not laid out yet.
                wait_until(lambda: window.shown._list is not None, "the list")
            yield goal
            for (nearer, further), beyond in TIMETABLE.items():
                if nearer is goal and beyond is not Place.COPYING:
                    window._take(further)
                    settle()
                    yield beyond
                    window._take(Step.BACK)
            window._take(Step.BACK)
    window._leave()


def test_every_place_has_its_screen_and_its_steps_are_its_rows_of_the_timetable(set_a_staffed_table):
    window = set_a_staffed_table().window
    for place in STAFF_PLACES | {Place.GATE, Place.PAUSED}:
        screen = window._shelf.at(place)
        assert screen.place is place
        assert screen.steps - ON_EVERY_SCREEN == steps_from(place) - ON_EVERY_SCREEN, place


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_has_a_name_is_large_enough_to_touch_and_no_word_is_cut(set_a_staffed_table, size, language):
    table = set_a_staffed_table(size=size, language=language)
    table.plug_in("CAMPAIGN-A")
    faults = set()
    for place in every_place(table):
        if place is Place.ATTRACT:
            continue
        root = table.window.shown
        for widget in root.findChildren(QWidget):
            if not widget.isVisible():
                continue
            takes_something = isinstance(widget, QAbstractButton | QLineEdit | PinDots)
            if takes_something and not name_of(widget).strip():
                faults.add(f"{place.name}: {type(widget).__name__} has no name")
            if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < TOUCH_PX:
                faults.add(f"{place.name}: {name_of(widget)!r} is {widget.width()} x {widget.height()}")
            if isinstance(widget, Words) and widget.text() and widget.height() < widget.heightForWidth(widget.width()):
                faults.add(f"{place.name}: {widget.text()!r} is cut")
            right = widget.mapTo(root, widget.rect().topRight()).x()
            if isinstance(widget, Words | QAbstractButton) and right > root.width():
                faults.add(f"{place.name}: {widget.text()!r} reaches {right - root.width()} px beyond the window")
    assert not faults, "\n".join(sorted(faults))


def test_nothing_opens_a_window_of_its_own_behind_the_gate(set_a_staffed_table):
    table = set_a_staffed_table()
    for place in every_place(table):
        assert table.window.isActiveWindow(), place


def test_a_screen_reader_hears_how_many_digits_and_never_which(qapp):
    prepare_application()
    dots = PinDots(Theme(read_tokens()), "PIN", most=32, shown=6)
    dots.speak(Tongue("en"))
    dots.put("2718")
    assert dots.accessibleDescription() == "4 digits"
    dots.deleteLater()


@pytest.mark.parametrize("counts", [(), (None,), (9, 21, None, 0, 41), (280, 640, 1040, 1200, 840)], ids=str)
def test_the_chart_says_all_of_it_and_stays_inside(qapp, counts):
    prepare_application()
    bars = [
        HourBar(datetime(2026, 11, 22, 10 + hour, tzinfo=UTC), count, hour == len(counts) - 1)
        for hour, count in enumerate(counts)
    ]
    chart = HourChart(Theme(read_tokens()), bars)
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.resize(420, 200)
    chart.speak(Tongue("en"))
    said = chart.accessibleName()
    for count in counts:
        assert ("few" if count is None else f"{count:,}") in said
    picture = chart.grab().toImage()
    empty = HourChart(Theme(read_tokens()), ())
    empty.resize(420, 200)
    assert (picture == empty.grab().toImage()) is (not counts)
    # Nothing is painted over the upper edge: the tallest bar leaves room for its count.
    ground = picture.pixelColor(0, 0)
    assert all(picture.pixelColor(x, 0) == ground for x in range(picture.width()))
    chart.deleteLater()
    empty.deleteLater()


@pytest.mark.parametrize("width", [416, 300])
@pytest.mark.parametrize("hours", [1, 8, 13, 24])
def test_every_hour_has_its_bar_however_many_there_are(qapp, hours, width):
    prepare_application()
    theme = Theme(read_tokens())
    bars = [HourBar(datetime(2026, 11, 22, hour, tzinfo=UTC), 500, hour == hours - 1) for hour in range(hours)]
    chart = HourChart(theme, bars)
    chart.resize(width, 200)
    chart.speak(Tongue("en"))
    picture = chart.grab().toImage()
    # Along one line through the feet of all bars, each is one run of its own colour.
    line = [picture.pixelColor(x, 160).name() for x in range(width)]
    painted = [name in (theme.color("accent").name(), theme.color("dawn").name()) for name in line]
    runs = [x for x in range(1, width) if painted[x] and not painted[x - 1]]
    assert len(runs) == hours
    chart.deleteLater()
