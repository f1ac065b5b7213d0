"""What a screen reader meets, walked the way it walks, in every state: each thing that takes something has a name and a
role, and codes say where they lead. On the same walk: *Get help* and *Leave* are one tap away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.look.code_plate import CodePlate
from outreach_app.visit.flow import Step
from tests.journeys.visitor import Visitor, name_of
from tests.kiosk.states import states
from tests.kiosk.table import Table, settle

ROLE = QAccessible.Role
VAGUE = {ROLE.NoRole, ROLE.Client, ROLE.Window}
"""What a reader can say nothing about."""


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
        if role is ROLE.Graphic and not name:
            yield f"{kind} is a picture without a name"
        if isinstance(thing, CodePlate) and not name:
            yield f"{kind} is a code that says nothing of where it leads"
        if "<" in name or "**" in name:
            yield f"{kind} is read with its marks: {name!r}"


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
    for state in (*states(table, {"split": "43215", "vacant": "43055"}), *display_sheet(table)):
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
