"""The papers a table may hold, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_app.errors import HandoutError
from outreach_app.language import Listing, _

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Paper:
    """One sheet, upright. ``margin_mm`` stays free on all sides and is wide enough for any office printer."""

    name: str
    width_mm: float
    height_mm: float
    margin_mm: float

    @property
    def width(self) -> float:
        """Points."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """Points."""
        return self.height_mm * POINTS_PER_MM

    @property
    def margin(self) -> float:
        """Points."""
        return self.margin_mm * POINTS_PER_MM


LETTER = Paper("letter", 215.9, 279.4, 12.7)
A4 = Paper("a4", 210.0, 297.0, 12.7)

PAPERS = (LETTER, A4)


def paper_named(name: str) -> Paper:
    """The paper of a name such as ``letter``.

    Raises:
        HandoutError: there is no such paper.
    """
    for paper in PAPERS:
        if paper.name == name:
            return paper
    names = Listing(tuple(paper.name for paper in PAPERS))
    raise HandoutError(_("There is no paper called {name}. Choose one of {names}.", name=name, names=names))
