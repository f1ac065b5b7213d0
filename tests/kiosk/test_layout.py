"""Every screen at every size, in the tightest of languages and frames: nothing cut, covered or out of reach."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.domain.campaign import LoopPart
from outreach_app.visit.playlist import Turn
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.states import states
from tests.kiosk.table import SIZES, settle

TIGHTEST = [("en", False), ("es", True)]
"""The badge beside the shorter words; the longer words under the ribbon. All of them: ``tests.kiosk.every_layout``."""
SAMPLE_ZIPS = {"split with a vacant seat": "43215", "one": "43055", "delegate": "20001", "unknown": "99999"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("language", "is_demo"), TIGHTEST, ids=["en-table", "es-demo"])
def test_nothing_is_cut_covered_or_out_of_reach(set_a_table, language, size, is_demo):
    table = set_a_table(language=language, size=size, is_demo=is_demo)
    broken = [f"{name}: {fault}" for name in states(table, SAMPLE_ZIPS) for fault in broken_rules(table.window, size)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("language", "size"),
    list(zip(("es", "en", "es"), SIZES, strict=True)),
    ids=lambda what: str(what).replace(", ", "x"),
)
def test_the_longest_real_names_and_the_most_split_zips_fit(set_a_table, congress_file, language, size):
    table = set_a_table(language=language, size=size, pack=congress_file)
    with table.open_pack() as pack:
        postcodes = odd_postcodes(pack)
    broken = [f"{name}: {fault}" for name in states(table, postcodes) for fault in broken_rules(table.window, size)]
    assert not broken, "\n".join(broken)


def odd_postcodes(pack) -> dict[str, str]:
    """ZIP codes that make the fullest pages: the longest names, the most people, a vacant seat, several states."""
    day = date(2026, 6, 15)
    answers = [pack.look_up(code, day) for code in sorted({area.postcode for area in pack.areas()}) if len(code) == 5]

    def longest(answer) -> int:
        return max((len(person.name) for person in answer.people), default=0)

    return {
        "longest name": max(answers, key=longest).postcode,
        "most people": max(answers, key=lambda answer: len(answer.people)).postcode,
        "most vacant": max(answers, key=lambda answer: len(answer.vacant)).postcode,
        "most notes": max(answers, key=lambda answer: len(answer.notes)).postcode,
        "military": "09001",
        "unknown": "99999",
    }


def test_the_rules_see_what_they_are_made_to_see(set_a_table):
    """Broken on purpose, one thing at a time: a rule that cannot fail would be none."""
    table = set_a_table()
    window = table.window
    shown = window.shown
    shown.show_turn(Turn(LoopPart.SLIDES, 60, slide=table.campaign.slides[0]))
    slide = shown._words._slide._words
    settle()
    assert broken_rules(window, table.size) == []
    assert any("grew" in fault for fault in broken_rules(window, (1279, 800)))
    slide.setFixedHeight(9)
    assert any("px of height" in fault for fault in broken_rules(window, table.size))
    slide.setFixedHeight(90)
    shown._begin.setFixedSize(40, 40)
    assert any("px to touch" in fault for fault in broken_rules(window, table.size))
    shown._begin.move(-30, 700)
    assert any("reaches out" in fault for fault in broken_rules(window, table.size))
    shown._begin.setFixedSize(400, 100)
    shown._begin.move(slide.mapTo(shown, slide.rect().topLeft()))
    assert any("overlap" in fault for fault in broken_rules(window, table.size))
