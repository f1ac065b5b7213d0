"""The same rules where a visitor needs the screen otherwise: larger text, more contrast, everything lower down."""

from __future__ import annotations

import pytest

from outreach_app.domain.display import Display
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.states import states
from tests.kiosk.table import settle

LARGE, CONTRAST, LOW = Display(large_text=True), Display(high_contrast=True), Display(low=True)
ALL_OF_IT = Display(large_text=True, high_contrast=True, still=True, low=True)


@pytest.mark.parametrize(
    ("language", "size", "display"),
    [
        ("es", (1280, 800), LARGE),
        ("es", (800, 1280), LARGE),
        ("es", (1024, 600), LARGE),
        ("en", (1280, 800), CONTRAST),
        ("es", (1280, 800), LOW),
        ("es", (800, 1280), LOW),
        ("es", (800, 1280), ALL_OF_IT),
    ],
    ids=lambda what: what if isinstance(what, str) else "",
)
def test_nothing_is_cut_covered_or_out_of_reach(set_a_table, language, size, display):
    table = set_a_table(language=language, size=size, display=display)
    found = states(table, {"split with a vacant seat": "43215", "unknown": "99999"})
    broken = []
    for name in found:
        # A list inside a page that scrolls is laid out once more when the page knows its width.
        settle()
        broken += [f"{name}: {fault}" for fault in broken_rules(table.window, size)]
    assert not broken, "\n".join(broken)
