"""The same rules where a visitor needs the screen otherwise: larger text, more contrast, everything lower down.

A sample, in the longer language; ``python -m tests.kiosk.every_layout`` goes through all of them.
"""

from __future__ import annotations

import pytest

from outreach_app.domain.display import Display
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.states import states
from tests.kiosk.table import settle

LARGE = Display(large_text=True)
CONTRAST_AND_LOW = Display(high_contrast=True, low=True)
ALL_OF_IT = Display(large_text=True, high_contrast=True, still=True, low=True)


@pytest.mark.parametrize(
    ("size", "display"),
    [((1024, 600), LARGE), ((1280, 800), CONTRAST_AND_LOW), ((800, 1280), ALL_OF_IT)],
    ids=["1024x600-large", "1280x800-contrast-low", "800x1280-all"],
)
def test_nothing_is_cut_covered_or_out_of_reach(set_a_table, size, display):
    table = set_a_table(language="es", size=size, display=display)
    found = states(table, {"split with a vacant seat": "43215", "unknown": "99999"})
    broken = []
    for name in found:
        # A list inside a page that scrolls is laid out once more when the page knows its width.
        settle()
        broken += [f"{name}: {fault}" for fault in broken_rules(table.window, size)]
    assert not broken, "\n".join(broken)
