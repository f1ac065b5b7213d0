"""The typefaces of paper: Source Sans Pro, and Noto Sans Arabic for the letters that it lacks."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from outreach_app.asset_files import arabic_font
from outreach_app.errors import HandoutError
from outreach_app.language import _

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "OS/2", "STAT", "cmap", "gasp", "name", "post")
"""What a PDF reader has no use for: glyphs are chosen and placed by us, and the file itself says what they mean."""


_MOST_CODES = 65_535
_FIRST_ARABIC_LETTER = 0x621


class Face(Enum):
    """The weights in use."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


@dataclass(frozen=True)
class Measures:
    """What a PDF wants to know of a font, in thousandths of an em; ``box`` is left, bottom, right, top."""

    ascent: int
    descent: int
    box: tuple[int, int, int, int]


class Cut:
    """One font file, read once.

    Args:
        name: the PostScript name by which a PDF knows it.
        resource: its short name in content streams.
        path: the TrueType file; both families have 1,000 units to the em.
    """

    def __init__(self, name: str, resource: str, path: Path) -> None:
        self.name = name
        self.resource = resource
        self._face = hb.Face(hb.Blob(path.read_bytes()))
        self.font = hb.Font(self._face)
        self.letters = frozenset(self._face.unicodes)

        self.glyph_count = int(self._face.glyph_count)

    def code(self, glyph: int, letter: str) -> int:
        """The code under which a PDF shows a glyph: one of its own for each letter that has this body.

        A page that is copied or read aloud knows a letter by its code alone, and Arabic letters share their bodies.
        ``letter`` is empty where the glyph is the whole letter.
        """
        if not letter:
            return glyph
        rooms = _MOST_CODES // self.glyph_count - 1
        return glyph + self.glyph_count * (1 + (ord(letter[0]) - _FIRST_ARABIC_LETTER) % rooms)

    def glyph_of(self, code: int) -> int:
        """The glyph that a code shows."""
        return code % self.glyph_count

    def outline(self, glyph: int) -> str:
        """The outline of a glyph as PDF draws a path, in thousandths of an em."""
        return _outline(self, glyph)

    def trace(self, glyph: int) -> str:
        """The same, worked out anew."""
        path = _Path()
        self.font.draw_glyph_with_pen(glyph, path)
        return " ".join(path.operators)

    def advance(self, glyph: int) -> int:
        """Thousandths of an em from one glyph to the next."""
        return int(self.font.get_glyph_h_advance(glyph))

    @cached_property
    def measures(self) -> Measures:
        """The font's own measures, from its tables ``head`` and ``hhea``."""
        box = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        ascent, descent = struct.unpack_from(">2h", self._face.reference_table("hhea").data, 4)
        return Measures(ascent, descent, (box[0], box[1], box[2], box[3]))

    def subset(self, glyphs: frozenset[int]) -> bytes:
        """A font file of these glyphs alone, under their old numbers, so that lines need not be written anew."""
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
        return bytes(wanted.subset(self._face).blob.data)


class _Path:
    """A pen, as fontTools defines them, that writes PDF operators; curves of TrueType become cubic ones."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen's own names
        self._go("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._go("l", point)

    def curveTo(self, one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        self._go("c", one, two, end)

    def qCurveTo(self, handle: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x, y), (start_x, start_y), (end_x, end_y) = handle, self._at, end
        one = (start_x + (x - start_x) * 2 / 3, start_y + (y - start_y) * 2 / 3)
        two = (end_x + (x - end_x) * 2 / 3, end_y + (y - end_y) * 2 / 3)
        self._go("c", one, two, end)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def endPath(self) -> None:  # noqa: N802
        """Nothing: an open path is filled like a closed one."""

    def _go(self, operator: str, *points: tuple[float, float]) -> None:
        self.operators.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + f" {operator}")
        self._at = points[-1]


@lru_cache(maxsize=512)
def _outline(cut: Cut, glyph: int) -> str:
    return cut.trace(glyph)


@cache
def latin_cut(face: Face) -> Cut:
    """Source Sans Pro of a weight.

    Raises:
        HandoutError: the font file is missing, so the installation is incomplete.
    """
    # Imported here: it lists its files when it is loaded, which a starting kiosk has no use for.
    from font_source_sans_pro import font_files_ttf

    name = {Face.REGULAR: "", Face.SEMIBOLD: "Semibold", Face.BOLD: "Bold"}[face]
    return _cut(f"SourceSansPro-{name or 'Regular'}", f"S{face.value[0]}", font_files_ttf.get(f"SourceSansPro{name}"))


@cache
def arabic_cut(face: Face) -> Cut:
    """Noto Sans Arabic of a weight; raises what :func:`latin_cut` does."""
    return _cut(f"NotoSansArabic-{face.value}", f"A{face.value[0]}", arabic_font(face.value))


def _cut(name: str, resource: str, path: str | Path | None) -> Cut:
    try:
        if path is None:
            raise FileNotFoundError(name)
        return Cut(name, resource, Path(path))
    except OSError as error:
        raise HandoutError(_("The typeface of the handouts is missing. Install the program again.")) from error


def cut_for(character: str, face: Face) -> Cut:
    """The font that has a character.

    Raises:
        HandoutError: none has.
    """
    code = ord(character)
    latin = latin_cut(face)
    if code in latin.letters:
        return latin
    arabic = arabic_cut(face)
    if code in arabic.letters:
        return arabic
    raise HandoutError(
        _("A handout holds a letter that its typefaces lack. Write that text in Latin or Arabic letters.")
    )
