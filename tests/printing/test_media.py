"""Sheets by their CUPS names."""

from __future__ import annotations

import pytest

from outreach_app.handouts.papers import PAPERS
from outreach_app.printing.media import media_name, media_of_page


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((215.9, 279.4), "Letter"),
        ((210, 297), "A4"),
        ((139.7, 215.9), "Statement"),
        ((148, 210), "A5"),
        ((279.4, 431.8), "Tabloid"),
        ((297, 420), "A3"),
        ((80, 200), "Custom.80x200mm"),
        ((72.5, 120.25), "Custom.72.5x120.25mm"),
    ],
)
def test_a_sheet_has_its_name_or_else_its_size(size, name):
    assert media_name(*size) == name


def test_every_paper_of_the_program_that_is_a_sheet_has_a_name():
    sheets = [paper for paper in PAPERS if paper.height_mm is not None]
    assert sheets
    for paper in sheets:
        assert not media_name(paper.width_mm, paper.height_mm).startswith("Custom"), paper.name


def test_a_page_tells_its_own_size_and_one_that_hides_it_is_sent_without():
    assert media_of_page(b"%PDF /MediaBox [ 0 0 595.2756 841.8898 ]") == "A4"
    assert media_of_page(b"%PDF") is None
