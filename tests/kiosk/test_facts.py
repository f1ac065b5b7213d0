"""The facts as a visitor sees them: what is drawn says the same as the figures."""

from __future__ import annotations

import pytest

from outreach_app.domain.display import Display
from outreach_app.kiosk.attendee.facts import _BarPicture
from outreach_app.visit.flow import Step
from tests.kiosk.table import SIZES, settle

DISPLAYS = [Display(), Display(large_text=True), Display(low=True)]


@pytest.mark.parametrize("display", DISPLAYS, ids=["usual", "large text", "low"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_bars_are_as_long_as_their_values_in_every_window(set_a_table, size, display):
    window = set_a_table(size=size, display=display).window
    window._take(Step.BEGIN)
    window._take(Step.READ_FACTS)
    seen = 0
    for number, fact in enumerate(window.shown._facts):
        window.visit.fact = number
        window.shown._show()
        settle()
        drawn = [bar.width() for bar in window.findChildren(_BarPicture)]
        if fact.bars:
            most = max(bar.value for bar in fact.bars)
            assert drawn == [pytest.approx(max(drawn) * bar.value / most, abs=1) for bar in fact.bars], fact.id
            seen += 1
    assert seen
