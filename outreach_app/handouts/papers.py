"""The papers a table may hold, as plain data, and how large a code each of them asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum

from outreach_app.errors import HandoutError
from outreach_app.handouts.codes import CodeMatrix, Level, code_matrix, has_room
from outreach_app.language import Listing, _

POINTS_PER_MM = 72 / 25.4
_MM_PER_INCH = 25.4

LEAST_MODULE_MM = 0.4
LEAST_MODULE_DOTS = 4
"""A module smaller than either blurs in print or before a camera."""

LEAST_IN_THE_HAND_MM = 25.0
"""Side of a code that is held in the hand; 30 mm where there is room."""

_SMALL_BELOW_MM = 170.0
_LEAST_SHEET_MARGIN_MM = 12.7

_DISTANCE_IN_SIDES = 10
"""A camera finds a code from at most ten times its side away."""


class Purpose(Enum):
    """What a paper is for: the values are the kinds of leaf in :mod:`outreach_app.domain.handout`."""

    TAKE_HOME = "handout"
    EVERYBODY = "flyer"
    HELP = "help"
    FORM = "form"


@dataclass(frozen=True)
class Paper:
    """One kind of sheet, upright.

    Attributes:
        height_mm: ``None`` for a roll, which is cut where the text ends.
        margin_mm: stays free on all sides and is wide enough for the printers this paper goes into.
        columns, rows: how many equal panels a sheet holds.
        read_from_mm: how far away a phone that scans it may be.
        dots_per_inch: of the coarsest printer it goes into.
        folds: whether it is folded, so that a code must bear a crease.
        is_black: pure black ink alone.
    """

    name: str
    width_mm: float
    height_mm: float | None
    margin_mm: float
    purpose: Purpose = Purpose.TAKE_HOME
    columns: int = 1
    rows: int = 1
    read_from_mm: float = 250.0
    dots_per_inch: int = 300
    folds: bool = False
    is_black: bool = False

    @property
    def is_roll(self) -> bool:
        """Whether it has no length of its own."""
        return self.height_mm is None

    @property
    def is_small(self) -> bool:
        """Whether a page to take home has rows in place of cards, and no more than it needs."""
        return self.width_mm < _SMALL_BELOW_MM

    @property
    def width(self) -> float:
        """Points."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """Points; 0 for a roll."""
        return (self.height_mm or 0.0) * POINTS_PER_MM

    @property
    def margin(self) -> float:
        """Points."""
        return self.margin_mm * POINTS_PER_MM

    @property
    def panel_width(self) -> float:
        """Points of the sheet that one panel has."""
        return self.width / self.columns

    @property
    def panel_height(self) -> float:
        """Points of the sheet that one panel has."""
        return self.height / self.rows

    @property
    def level(self) -> Level:
        """How much of a code may be lost: more where the paper is folded."""
        return Level.Q if self.folds else Level.M

    @property
    def least_side_mm(self) -> float:
        """The smallest code this paper may bear, without its quiet zone."""
        return max(LEAST_IN_THE_HAND_MM, self.read_from_mm / _DISTANCE_IN_SIDES)

    @property
    def least_module_mm(self) -> float:
        """The smallest module this paper may bear."""
        return max(LEAST_MODULE_MM, LEAST_MODULE_DOTS * _MM_PER_INCH / self.dots_per_inch)

    def code(self, payload: str) -> CodeMatrix:
        """The modules of a code on this paper.

        Raises:
            HandoutError: there is no link, or it is too long to scan well at the size this paper has room for.
        """
        matrix = code_matrix(payload, self.level)
        most = self.least_side_mm / self.least_module_mm
        if matrix.size > most:
            raise HandoutError(
                _(
                    "A link is too long for a code that scans well on {paper}. Use a link of at most {most} letters.",
                    paper=self.name,
                    most=_most_letters(math.floor(most), self.level),
                )
            )
        return matrix

    def whole_dots(self, matrix: CodeMatrix, side: float) -> float:
        """The side in points, not above ``side``, at which each module is a whole number of this printer's dots."""
        dot = 72 / self.dots_per_inch
        return matrix.size * dot * max(LEAST_MODULE_DOTS, math.floor(side / (matrix.size * dot)))


def _most_letters(modules: int, level: Level) -> int:
    """How many letters of a link fit into a code of so many modules a side."""
    fits, too_many = 1, 3_000
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        fits, too_many = (middle, too_many) if has_room(modules, "x" * middle, level) else (fits, middle)
    return fits


LETTER = Paper("letter", 215.9, 279.4, 12.7)
A4 = Paper("a4", 210.0, 297.0, 12.7)
HALF_LETTER = Paper("half-letter", 139.7, 215.9, 9.0)
A5 = Paper("a5", 148.0, 210.0, 9.0)
QUARTER_LETTER = Paper("quarter-letter", 215.9, 279.4, 10.5, Purpose.EVERYBODY, columns=2, rows=2)
RECEIPT = Paper("receipt-80mm", 80.0, None, 4.0, dots_per_inch=203, is_black=True)
TENT_CARD = Paper("tent-card", 215.9, 279.4, 12.7, Purpose.EVERYBODY, rows=2, read_from_mm=600.0, folds=True)
TABLOID = Paper("tabloid", 279.4, 431.8, 12.7, Purpose.EVERYBODY, read_from_mm=1000.0)
A3 = Paper("a3", 297.0, 420.0, 12.7, Purpose.EVERYBODY, read_from_mm=1000.0)
HELP_CARD = Paper("help-card", 215.9, 279.4, 10.5, Purpose.HELP, columns=2, rows=2)
STAFF_CARD = Paper("staff-card", 215.9, 279.4, 12.7, Purpose.FORM)
PLEDGE_SHEET = Paper("paper-pledge-sheet", 215.9, 279.4, 12.7, Purpose.FORM)
CLOSING_SLIP = Paper("closing-slip", 80.0, None, 4.0, Purpose.FORM, dots_per_inch=203, is_black=True)
WITHDRAWAL_SLIP = Paper("withdrawal-slip", 80.0, None, 4.0, Purpose.FORM, dots_per_inch=203, is_black=True)
RECOVERY_SLIP = Paper("recovery-slip", 80.0, None, 4.0, Purpose.FORM, dots_per_inch=203, is_black=True)
DEVICE_LOST = Paper("device-lost", 215.9, 279.4, 12.7, Purpose.FORM)
STICK_LOST = Paper("stick-lost", 215.9, 279.4, 12.7, Purpose.FORM)
LOCK_WORDS_FORGOTTEN = Paper("passphrase-forgotten", 215.9, 279.4, 12.7, Purpose.FORM)
BOTH_KEYS_LOST = Paper("both-keys-lost", 215.9, 279.4, 12.7, Purpose.FORM)
TROUBLE_PAPERS = (DEVICE_LOST, STICK_LOST, LOCK_WORDS_FORGOTTEN, BOTH_KEYS_LOST)
"""One page each for what may go wrong around a table."""

PAPERS = (
    LETTER,
    A4,
    HALF_LETTER,
    A5,
    QUARTER_LETTER,
    RECEIPT,
    TENT_CARD,
    TABLOID,
    A3,
    STAFF_CARD,
    HELP_CARD,
    PLEDGE_SHEET,
    CLOSING_SLIP,
    WITHDRAWAL_SLIP,
    RECOVERY_SLIP,
    *TROUBLE_PAPERS,
)


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


def slip_on(slip: Paper, sheet: Paper) -> Paper:
    """A slip as it is set on the sheet that is in the printer: a roll, or the upper part of a page."""
    margin = slip.margin_mm if sheet.is_roll else max(sheet.margin_mm, _LEAST_SHEET_MARGIN_MM)
    return replace(slip, width_mm=sheet.width_mm, height_mm=sheet.height_mm, margin_mm=margin)
