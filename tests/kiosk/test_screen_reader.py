"""What a screen reader meets, walked the way it walks, in every state.

Each thing that takes or shows something has a name and a role, codes say where they lead, and what is there for the eye
alone is passed over. On the same walk: *Get help* and *Leave* are one tap away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from outreach_app.domain.campaign import Campaign, LoopPart
from outreach_app.kiosk.attendee.facts import _BarPicture
from outreach_app.kiosk.bars import LanguageSwitch
from outreach_app.kiosk.lawmaker_rows import Avatar
from outreach_app.kiosk.screen import Screen
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.countdown import CountdownRing
from outreach_app.look.film_controls import FilmProgress
from outreach_app.look.film_view import FilmView
from outreach_app.look.icon import Icon
from outreach_app.look.motif import Mark, WallCard
from outreach_app.look.signs import Progress
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.flow import Step
from outreach_app.visit.playlist import Turn
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.states import states
from tests.kiosk.table import Table, settle

ROLE = QAccessible.Role
VAGUE = {ROLE.NoRole, ROLE.Client, ROLE.Window, ROLE.Border}
"""What a reader can say nothing about."""

FOR_THE_EYE = (Icon, Mark, Avatar)
"""Pictures beside words that say the same."""

GROUNDS = (Screen, WallCard)
"""They paint the ground under what they hold, and say nothing themselves."""


def walked(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and everything under it that is not hidden."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walked(child)


def faults(window: QWidget) -> Iterator[str]:
    """What a person who hears the screen would not understand."""
    for interface in walked(QAccessible.queryAccessibleInterface(window)):
        thing = interface.object()
        if not isinstance(thing, QWidget) or thing is window:
            continue
        role, name, kind = interface.role(), interface.text(QAccessible.Text.Name).strip(), type(thing).__name__
        if "Press" in _actions(interface) and not name:
            yield f"{kind} can be pressed and has no name"
        if interface.state().focusable and not name:
            yield f"{kind} takes the focus and has no name"
        if interface.state().focusable and role in VAGUE:
            yield f"{kind} takes the focus and has no role"
        if paints(thing) and not name:
            yield f"{kind} shows something and has no name"
        if (paints(thing) or name) and role in VAGUE:
            yield f"{kind} shows something and has no role"
        if isinstance(thing, FOR_THE_EYE):
            yield f"{kind} is read though words beside it say the same"
        if is_one_of_several(thing) and role is not ROLE.RadioButton:
            yield f"{kind} {name!r} does not say that it is one of several"
        if isinstance(thing, CodePlate) and not name:
            yield f"{kind} is a code that says nothing of where it leads"
        if "<" in name or "**" in name:
            yield f"{kind} is read with its marks: {name!r}"


def paints(thing: QWidget) -> bool:
    """Whether it is a painter of ours, and shows something now."""
    is_ours = type(thing).__module__.startswith("outreach_app.") and "paintEvent" in dir_of_ours(type(thing))
    shows = not isinstance(thing, GROUNDS) and not (isinstance(thing, Words) and not thing.text().strip())
    return is_ours and shows and not thing.visibleRegion().isEmpty()


def dir_of_ours(kind: type) -> set[str]:
    """What the classes of this program add to Qt's."""
    return {name for part in kind.__mro__ if part.__module__.startswith("outreach_app.") for name in vars(part)}


def is_one_of_several(thing: QWidget) -> bool:
    """Whether choosing it takes the choice from another."""
    if not isinstance(thing, QAbstractButton) or not thing.isCheckable():
        return False
    group = thing.group()
    return group is not None and group.exclusive() and len(group.buttons()) > 1


def _actions(interface: QAccessibleInterface) -> list[str]:
    actions = interface.actionInterface()
    return actions.actionNames() if actions is not None else []


def with_arabic(campaign: Campaign) -> Campaign:
    """The campaign in the program's Arabic; its own texts stay in English."""
    return replace(campaign, languages=(*campaign.languages, "ar"))


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_in_every_state_all_has_a_name_and_the_two_ways_out_are_one_tap_away(set_a_table, language):
    table = set_a_table(language=language, rewrite=with_arabic)
    visitor, found = Visitor(table.window), set()
    for state in chain(states(table, {"split": "43215", "vacant": "43055"}), display_sheet(table), idle_sheet(table)):
        found |= {f"{state}: {fault}" for fault in faults(table.window)}
        found |= {f"{state}: {fault}" for fault in ways_out_missed(visitor)}
    assert not found, "\n".join(sorted(found))


def display_sheet(table: Table) -> Iterator[str]:
    table.window._take(Step.BEGIN)
    table.window._turn_display_sheet()
    settle()
    yield "display sheet"
    table.window._close_sheet()
    table.window._leave()


def idle_sheet(table: Table) -> Iterator[str]:
    table.window._take(Step.BEGIN)
    table.window.ask_whether_there(20)
    settle()
    yield "idle sheet"
    table.window._close_sheet()
    table.window._leave()


def ways_out_missed(visitor: Visitor) -> Iterator[str]:
    """Which of the two ways out cannot be touched where it stands, 56 px wide and high."""
    window = visitor.window
    for what in ("Get help", "Leave"):
        name = visitor.says(what)
        buttons = [button for button in visitor._visible(QAbstractButton) if name_of(button) == name]
        if not any(can_be_touched(window, button) for button in buttons):
            yield f"{what} is not one tap away"


def can_be_touched(window: QWidget, button: QAbstractButton) -> bool:
    middle = button.mapTo(window, button.rect().center())
    is_large = button.width() >= 56 and button.height() >= 56
    return button.isEnabled() and is_large and window.childAt(middle) is button


def test_a_nameless_button_and_a_covered_way_out_would_be_found(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    leave = next(button for button in visitor._visible(QAbstractButton) if name_of(button) == "Leave")
    cover = QWidget(leave)
    cover.resize(leave.size())
    cover.show()
    assert list(ways_out_missed(visitor)) == ["Leave is not one tap away"]
    cover.deleteLater()
    leave.setAccessibleName("")
    leave.setText("")
    settle()
    assert any("has no name" in fault for fault in faults(table.window))


def heard(window: QWidget, kind: type[QWidget]) -> list[tuple[str, str, QAccessible.Role]]:
    """Name, description and role of each widget of a kind that a reader meets."""
    found = [thing for thing in walked(QAccessible.queryAccessibleInterface(window)) if type(thing.object()) is kind]
    text = QAccessible.Text
    return [(thing.text(text.Name), thing.text(text.Description), thing.role()) for thing in found]


def test_pictures_say_what_they_show(set_a_table):
    table = set_a_table()
    window = table.window
    window.shown.show_turn(Turn(LoopPart.GOAL, 60, signed=1480, goal=2000))
    settle()
    assert heard(window, Progress) == [("How close the goal is", "74%", ROLE.ProgressBar)]
    assert heard(window, LanguageSwitch) == [("Language", "", ROLE.Grouping)]
    window._take(Step.BEGIN)
    window.ask_whether_there(20)
    settle()
    assert heard(window, CountdownRing) == [("20 seconds", "", ROLE.StaticText)]
    window._stay()
    window._take(Step.WATCH_FILM)
    window._take(Step.PLAY_FILM)
    settle()
    assert [(name, role) for name, _caption, role in heard(window, FilmView)] == [("The film", ROLE.Animation)]
    window._take(Step.LEAVE_FILM)
    window._take(Step.READ_FACTS)
    settle()
    fact = next(card for card in window.shown._facts if card.bars)
    while window.shown._facts[window.visit.fact] is not fact:
        window.shown._turn(1)
    settle()
    said = [f"{window._tongue().say(bar.label)}: {window._tongue().say(bar.value)}" for bar in fact.bars]
    assert [name for name, _more, role in heard(window, _BarPicture) if role is ROLE.Graphic] == said


def test_a_picture_without_a_name_or_a_role_would_be_found(set_a_table, monkeypatch):
    table = set_a_table()
    visitor = Visitor(table.window)
    for name in ("Touch to begin", "Watch the film", "Play the film"):
        visitor.tap(name)
    table.window.shown._view.setAccessibleName("")
    assert "FilmView shows something and has no name" in set(faults(table.window))
    monkeypatch.delattr(FilmProgress, "reads_as")
    visitor.tap("Leave")
    for name in ("Touch to begin", "Watch the film", "Play the film"):
        visitor.tap(name)
    assert "FilmProgress shows something and has no role" in set(faults(table.window))


def test_thousands_of_widgets_come_and_go_before_a_reader(qtbot):
    """Their interfaces are made by Python and owned by Qt: none outlives its widget, and none ends the program."""
    top, theme = QWidget(), Theme(read_tokens())
    qtbot.addWidget(top)
    top.show()
    for _round in range(100):
        bars = [Progress(theme, "How far") for _number in range(20)]
        for bar in bars:
            bar.setParent(top)
            bar.show()
        assert [QAccessible.queryAccessibleInterface(bar).role() for bar in bars] == [ROLE.ProgressBar] * 20
        numbers = [QAccessible.uniqueId(QAccessible.queryAccessibleInterface(bar)) for bar in bars]
        for bar in bars:
            bar.deleteLater()
        settle()
        assert not any(isValid(bar) for bar in bars)
        assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 20
