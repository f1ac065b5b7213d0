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
        return _subset(self, glyphs)

    def cut_down(self, glyphs: frozenset[int]) -> bytes:
        """The same, worked out anew."""
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
        return bytes(wanted.subset(self._face).blob.data)


@lru_cache(maxsize=64)
def _subset(cut: Cut, glyphs: frozenset[int]) -> bytes:
    return cut.cut_down(glyphs)


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
