"""A link as the dark and light modules of a QR code: made once, kept, and drawn by paper and screen alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from outreach_app.errors import HandoutError
from outreach_app.language import _

QUIET_ZONE = 4
"""Light modules that must stay free on every side of a code (ISO/IEC 18004)."""

_KEPT = 8192

_DARK = re.compile(rb"\x01+")


class Level(Enum):
    """How much of a code may be lost and still be read. The values are those of ISO/IEC 18004."""

    M = 0
    """About 15 %: for flat paper and screens; best under blur."""

    Q = 3
    """About 25 %: for paper that folds; best under a crease."""


@dataclass(frozen=True)
class CodeMatrix:
    """The modules of one code, without its quiet zone; ``rows`` from the top, each byte 1 for dark and 0 for light."""

    rows: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """Modules on a side, without the quiet zone: 21 for version 1, four more for each further version."""
        return len(self.rows)

    @property
    def version(self) -> int:
        """The code's version, 1 to 40."""
        return (self.size - 17) // 4

    @property
    def size_with_quiet_zone(self) -> int:
        """Modules on a side, with the quiet zone on both sides."""
        return self.size + 2 * QUIET_ZONE

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Dark stretches as (x, y, width) in modules, y downwards, each one module high."""
        for y, row in enumerate(self.rows):
            for stretch in _DARK.finditer(row):
                yield stretch.start(), y, stretch.end() - stretch.start()

    def rectangles(self) -> Iterator[tuple[int, int, int, int]]:
        """Dark rectangles as (x, y, width, height) in modules: stretches that lie below each other are one."""
        begun: dict[tuple[int, int], int] = {}
        for y in range(self.size + 1):
            row = self.rows[y] if y < self.size else b""
            now = [(stretch.start(), stretch.end() - stretch.start()) for stretch in _DARK.finditer(row)]
            for x, width in [stretch for stretch in begun if stretch not in now]:
                top = begun.pop((x, width))
                yield x, top, width, y - top
            for stretch in now:
                begun.setdefault(stretch, y)


def code_matrix(payload: str, level: Level = Level.M) -> CodeMatrix:
    """The code that says ``payload``. Kept, so that a link is worked out once however often it is drawn.

    Raises:
        HandoutError: there is nothing to say, or more than any code can hold.
    """
    # Always asked for in one form, so that screens and paper share what is kept.
    return _matrix(payload, level)


def has_room(modules: int, payload: str, level: Level) -> bool:
    """Whether a code of at most so many modules on a side can say ``payload``."""
    from outreach_app.handouts.code_making import DataOverflowError, size_of

    try:
        return size_of(payload, level.value) <= modules
    except DataOverflowError:
        return False


@lru_cache(maxsize=_KEPT)
def _matrix(payload: str, level: Level) -> CodeMatrix:
    # Imported here: a starting kiosk has no use for it yet.
    from outreach_app.handouts.code_making import DataOverflowError, modules_of

    if not payload:
        raise HandoutError(_("A code has no link to lead to. Give it one in the campaign pack."))
    try:
        return CodeMatrix(modules_of(payload, level.value))
    except DataOverflowError as error:
        raise HandoutError(_("A link is too long for any code. Use a shorter link.")) from error
