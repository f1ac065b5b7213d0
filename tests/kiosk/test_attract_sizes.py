"""The loop for passers-by: whatever one visitor asked for, its words are never smaller than usual."""

from __future__ import annotations

import pytest

from outreach_app.domain.campaign import LoopPart
from outreach_app.domain.display import Display
from outreach_app.look.words import Words
from outreach_app.visit.playlist import Turn
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import settle

LARGE, LOW, LARGE_AND_LOW = Display(large_text=True), Display(low=True), Display(large_text=True, low=True)


def turns(campaign, day) -> list[Turn]:
    facts = [Turn(LoopPart.FACTS, 60, fact=fact) for fact in campaign.facts_on(day)]
    slides = [Turn(LoopPart.SLIDES, 60, slide=slide) for slide in campaign.slides]
    return [*facts, *slides, Turn(LoopPart.GOAL, 60, signed=1480, goal=2000)]


def sizes_of_words(table) -> list[dict[str, int]]:
    """What each turn says, with the size it is said in, px."""
    found = []
    for turn in turns(table.campaign, table.clock.now().date()):
        table.window.shown.show_turn(turn)
        settle()
        assert broken_rules(table.window, table.size) == []
        said = [words for words in table.window.shown.findChildren(Words) if words.isVisible() and words.text()]
        found.append({words.text(): words.font().pixelSize() for words in said})
    return found


@pytest.mark.parametrize("display", [LARGE, LOW, LARGE_AND_LOW], ids=["large", "low", "large-low"])
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280), (1024, 600)], ids=["1280x800", "800x1280", "1024x600"])
def test_no_word_of_the_loop_is_smaller_than_usual(set_a_table, size, display):
    usual, changed = set_a_table(language="es", size=size), set_a_table(language="es", size=size, display=display)
    for before, after in zip(sizes_of_words(usual), sizes_of_words(changed), strict=True):
        assert set(after) <= set(before)
        assert len(after) >= 4
        smaller = [text for text in after if after[text] < before[text]]
        assert not smaller


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280), (1024, 600)], ids=["1280x800", "800x1280", "1024x600"])
def test_where_staff_have_set_larger_text_the_loop_grows_where_it_fits(set_a_table, size):
    usual, large = set_a_table(size=size), set_a_table(size=size, display=LARGE)
    slide = str(usual.campaign.slides[0].in_language("en"))
    before = next(each for each in sizes_of_words(usual) if slide in each)
    after = next(each for each in sizes_of_words(large) if slide in each)
    assert after[slide] >= round(before[slide] * 1.4)
    assert after["Touch to begin"] > before["Touch to begin"]


def test_words_that_do_not_fit_in_the_larger_size_keep_the_usual_one(set_a_table):
    table = set_a_table(language="es", display=LARGE_AND_LOW)
    # A long fact has no room to grow there; a short sentence has.
    longest = [each[max(each, key=len)] for each in sizes_of_words(table)]
    assert min(longest) == 29
    assert max(longest) > 29
