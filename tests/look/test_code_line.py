"""A code to copy by hand stays on one line, whatever letters chance gave it, and nothing of it is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from outreach_app.look.code_line import CodeLine
from tests.look.showing import picture, show

NARROW, WIDE = "1111-1111-1111-1111-1", "WWWW-WWWW-WWWW-WWWW-W"
WIDTH = 560
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture(params=DIRECTIONS, ids=["ltr", "rtl"])
def line(request, qtbot, wide_theme):
    made = CodeLine(wide_theme)
    made.setLayoutDirection(request.param)
    return show(qtbot, wide_theme, made, (WIDTH, made.sizeHint().height() or 60))


def test_wide_letters_are_set_smaller_and_narrow_ones_are_not(line, wide_theme):
    line.tell(NARROW)
    assert line.natural_width() < WIDTH
    line.tell(WIDE)
    assert line.natural_width() == pytest.approx(WIDTH)
    assert line.sizeHint().height() == round(wide_theme.line_height("code"))


def test_every_letter_of_the_widest_code_is_drawn(line):
    line.tell(WIDE)
    columns = inked_columns(line)
    assert columns[0] < 12
    assert columns[-1] > WIDTH - 12
    gaps = [one for one, after in pairwise(columns) if after - one > 1]
    assert len(gaps) >= 2 * WIDE.count("-"), "each hyphen stands free on both sides"


def test_a_narrow_code_stands_where_its_line_begins(line):
    line.tell(NARROW)
    columns = inked_columns(line)
    begins_left = line.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert (columns[0] < 12) is begins_left
    assert (columns[-1] > WIDTH - 12) is not begins_left


def inked_columns(line: CodeLine) -> list[int]:
    """Where from left to right something is drawn, px."""
    image = picture(line)
    ground = image.pixel(0, 0)
    return [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
