import re
from dataclasses import replace
from itertools import combinations, product

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.handout import Handout, PrintedCode
from outreach_app.errors import HandoutError
from outreach_app.handouts.marks import Bar, Box, Code, Frame, Mark, Rule, TextLine
from outreach_app.handouts.papers import A4, A5, HALF_LETTER, LETTER, POINTS_PER_MM, RECEIPT, Paper
from outreach_app.handouts.press import pages_of, press
from outreach_app.handouts.take_home import take_home_page
from outreach_app.handouts.typesetting import LEAST_SIZE
from tests.handouts.samples import EVERY_SAMPLE, english, spanish, split, without_script

FULL_PAGES = (LETTER, A4)

SLACK = 0.05
"""Points that rounding may cost."""


def marks_of(handout: Handout, paper: Paper) -> tuple[Mark, ...]:
    (panel,) = take_home_page(handout, paper).panels
    return panel.marks


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + one.width > other.x + SLACK
        and other.x + other.width > one.x + SLACK
        and one.y + one.height > other.y + SLACK
        and other.y + other.height > one.y + SLACK
    )


def holds(outer: Box, inner: Box) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.x + inner.width <= outer.x + outer.width + SLACK
        and inner.y + inner.height <= outer.y + outer.height + SLACK
    )


def faults_of(marks: tuple[Mark, ...], paper: Paper) -> list[str]:
    """What a person with a ruler would find wrong: things on each other, across a line or outside the margins."""
    frames = [mark for mark in marks if isinstance(mark, Frame)]
    solid = [mark for mark in marks if not isinstance(mark, Frame)]
    pairs = [*combinations(solid, 2), *combinations(frames, 2)]
    faults = [f"{one} lies on {other}" for one, other in pairs if overlap(one.bounds, other.bounds)]
    faults += [
        f"{mark} crosses {frame}"
        for frame, mark in product(frames, solid)
        if overlap(frame.bounds, mark.bounds) and not holds(frame.bounds, mark.bounds)
    ]
    live = Box(paper.margin, paper.margin, paper.width - 2 * paper.margin, paper.height - 2 * paper.margin)
    faults += [f"{mark} leaves the page" for mark in marks if not holds(live, ink_of(mark))]
    return faults


def ink_of(mark: Mark) -> Box:
    """Where ink may lie: a quiet zone has none, so it may reach into the margin; a frame's line has its width."""
    if isinstance(mark, Code | Frame | Rule):
        return Box(mark.x, mark.y, mark.width, mark.side if isinstance(mark, Code) else mark.height)
    return mark.bounds


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_nothing_touches_anything_else_on_any_sample(name):
    assert faults_of(marks_of(EVERY_SAMPLE[name], LETTER), LETTER) == []


def test_the_ruler_finds_a_line_that_lies_on_another():
    marks = marks_of(english(3), LETTER)
    line = next(mark for mark in marks if isinstance(mark, TextLine))

    assert faults_of((*marks, replace(line, x=line.x + 3)), LETTER)
    assert faults_of((*marks, replace(line, x=LETTER.width - 20, y=300.0)), LETTER)
    assert faults_of((*marks, Bar(50, 230, 300, 1, "line")), LETTER)


def test_the_ruler_finds_a_speck_in_a_quiet_zone():
    marks = marks_of(english(3), LETTER)
    code = next(mark for mark in marks if isinstance(mark, Code))
    module = code.side / code.matrix.size

    assert faults_of((*marks, Bar(code.x + 10, code.y - 3.5 * module, 1, 1, "ink")), LETTER)


@pytest.mark.parametrize("paper", FULL_PAGES, ids=lambda paper: paper.name)
@pytest.mark.parametrize("name", ["english-3", "spanish-6", "english-split-six"])
def test_codes_and_letters_are_never_smaller_than_the_norms(name, paper):
    marks = marks_of(EVERY_SAMPLE[name], paper)
    codes = [mark for mark in marks if isinstance(mark, Code)]

    assert min(code.side for code in codes) >= 25 * POINTS_PER_MM
    assert min(code.side / code.matrix.size for code in codes) >= 0.4 * POINTS_PER_MM
    assert min(mark.size for mark in marks if isinstance(mark, TextLine)) >= LEAST_SIZE


@pytest.mark.parametrize("count", range(1, 7))
def test_an_ordinary_page_has_codes_of_more_than_the_least_size(count):
    codes = [mark for mark in marks_of(english(count), LETTER) if isinstance(mark, Code)]

    assert len(codes) == count + 1 + (count if count <= 3 else 0)
    assert min(code.side for code in codes) >= (28 if count == 3 else 30) * POINTS_PER_MM


def test_names_stay_whole_words():
    lines = [mark.text for mark in marks_of(spanish(6), LETTER) if isinstance(mark, TextLine)]
    words = {word for line in lines for word in line.split()}

    for lawmaker in spanish(6).lawmakers:
        assert set(lawmaker.name.split()) <= words


def test_an_address_parts_after_a_slash_where_it_can():
    lines = [mark.text for mark in marks_of(spanish(6), LETTER) if isinstance(mark, TextLine)]

    assert "email-me" in lines
    assert "representative-5.example.org/contact/" in lines


WORDS = st.text(st.sampled_from("abcdefghilmnorstuvwxyzÁÉÍÑñáéíóúü-'’MW"), min_size=1, max_size=24)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
ADDRESSES = st.from_regex(re.compile(r"[a-z0-9.-]{3,30}(/[a-z0-9_?=&%-]{1,14}){0,3}"), fullmatch=True)


@st.composite
def handouts(draw):
    count = draw(st.integers(0, 6))
    base = draw(st.sampled_from((english, spanish)))(count)
    if draw(st.booleans()):
        base = without_script(base)
    lawmakers = []
    for lawmaker in base.lawmakers:
        address = draw(ADDRESSES)
        code = PrintedCode(f"https://{address}", draw(NAMES), address) if draw(st.booleans()) else None
        phone = lawmaker.phone if draw(st.booleans()) else None
        remark = draw(st.none() | NAMES)
        lawmakers.append(replace(lawmaker, name=draw(NAMES), title=draw(NAMES), phone=phone, code=code, remark=remark))
    return replace(base, lawmakers=tuple(lawmakers), headline=draw(NAMES), corner=draw(NAMES), wordmark=draw(WORDS))


@settings(max_examples=15, deadline=None)
@given(handout=handouts(), paper=st.sampled_from(FULL_PAGES))
def test_whatever_names_titles_and_addresses_come_nothing_touches_anything_else(handout, paper):
    try:
        marks = marks_of(handout, paper)
    except HandoutError:
        return  # A sentence instead of a page that cannot be read.

    assert faults_of(marks, paper) == []


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(max_codepoint=0x17F), max_size=60))
def test_any_text_at_all_gives_a_page_or_a_sentence(text):
    handout = replace(english(2), headline=text, ask=text, lawmakers_note=text)
    try:
        marks = marks_of(handout, LETTER)
    except HandoutError:
        return

    assert faults_of(marks, LETTER) == []


@pytest.mark.parametrize("name", ["english-3", "english-4", "spanish-6", "spanish-none"])
def test_the_four_modules_around_each_code_stay_white(name):
    """Measured on the rendered page, so that it does not lean on the layout's own idea of a quiet zone."""
    scale = 300 / 72
    marks = marks_of(EVERY_SAMPLE[name], LETTER)
    with pypdfium2.PdfDocument(press(EVERY_SAMPLE[name], LETTER)) as document:
        page = document[0].render(scale=scale, grayscale=True).to_pil()
    for code in (mark for mark in marks if isinstance(mark, Code)):
        quiet = 4 * code.side / code.matrix.size
        outer = (code.x - quiet, code.y - quiet, code.x + code.side + quiet, code.y + code.side + quiet)
        around = page.crop(tuple(round(edge * scale) for edge in outer))
        # Two dots of tolerance for the edge of the modules themselves.
        inner = (round(quiet * scale) - 2, round((quiet + code.side) * scale) + 2)
        around.paste(255, (inner[0], inner[0], inner[1], inner[1]))

        assert around.getextrema() == (255, 255)


@pytest.mark.parametrize("paper", [LETTER, A4, HALF_LETTER, A5, RECEIPT])
def test_an_official_page_stands_before_the_lawmakers_of_a_split_zip_and_no_smaller(paper):
    handout = split(english(2))
    (page,) = pages_of(handout, paper)
    codes = [mark for mark in page.panels[0].marks if isinstance(mark, Code)]
    (finder,) = [code for code in codes if handout.extra_codes[0].address in code.description]
    cards = [code for code in codes if handout.main_code.address not in code.description]

    assert codes[0] is finder
    assert finder.side == pytest.approx(max(code.side for code in cards), abs=3)
