"""The sign beside a lawmaker's name: large enough to be read, in the design's own letters."""

from __future__ import annotations

import pytest

from outreach_app.domain.display import Display
from outreach_app.kiosk.lawmaker_rows import Avatar
from tests.journeys.visitor import Visitor


def ink_rows(avatar: Avatar) -> int:
    """How many lines of pixels hold the letters' colour, px of height."""
    picture, colour = avatar.grab().toImage(), avatar._theme.color("accent").rgb()
    return sum(any(picture.pixel(x, y) == colour for x in range(picture.width())) for y in range(picture.height()))


@pytest.mark.parametrize("display", [Display(), Display(large_text=True)], ids=["usual", "large"])
def test_the_initials_are_as_high_as_capitals_of_their_size(set_a_table, display):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    table.window._change_display(display)
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43055")
    visitor.tap("Show my lawmakers")
    signs = [sign for sign in table.window.shown.findChildren(Avatar) if sign.isVisible() and not sign._is_vacant]
    assert signs
    size = table.window.shown.theme.font("avatar").pixelSize()
    for sign in signs:
        assert ink_rows(sign) >= 0.6 * size
