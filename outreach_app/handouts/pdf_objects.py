"""The objects of a PDF that we write ourselves, for reportlab to number and to put into the file."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFObject

from outreach_app.handouts.fonts import Cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument


class Written(PDFObject):
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, body: str | bytes = b"") -> None:
        self.body = body.encode("ascii") if isinstance(body, str) else body

    def format(self, _document: PDFDocument) -> bytes:
        """The bytes between ``obj`` and ``endobj``; the name is reportlab's."""
        return self.body


def stream(data: bytes, entries: str = "") -> Written:
    """A compressed stream with further ``entries`` of its dictionary."""
    return _packed_stream(zlib.compress(data), entries)


def _packed_stream(packed: bytes, entries: str = "") -> Written:
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode("ascii")
    return Written(head + packed + b"\nendstream")


def numbered(document: PDFDocument, thing: PDFObject) -> int:
    """Enter an object into the file, once; gives its number."""
    document.Reference(thing)  # type: ignore[no-untyped-call]
    return int(document.objectcounter)


def text_string(text: str) -> str:
    """A text as PDF holds it outside of content streams."""
    if text.isascii() and text.isprintable():
        plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({plain})"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def font_object(document: PDFDocument, cut: Cut, meanings: Mapping[int, str]) -> int:
    """Embed the glyphs in use of a font and enter it; gives its object number. ``meanings`` are texts by code."""
    parts = _font_parts(cut, tuple(sorted(meanings.items())))
    program = numbered(document, _packed_stream(parts.program, f"/Length1 {parts.program_length}"))
    name = parts.name
    measures = cut.measures
    box = " ".join(map(str, measures.box))
    descriptor = numbered(
        document,
        Written(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {measures.ascent}"
            f"/Descent {measures.descent}/CapHeight 660/StemV 80/FontFile2 {program} 0 R>>"
        ),
    )
    descendant = numbered(
        document,
        Written(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/CIDToGIDMap{_glyph_map(document, cut, meanings)}/DW 0/W[{parts.widths}]"
            f"/FontDescriptor {descriptor} 0 R>>"
        ),
    )
    unicode = numbered(document, _packed_stream(parts.unicode_map))
    return numbered(
        document,
        Written(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
            f"/ToUnicode {unicode} 0 R>>"
        ),
    )


@dataclass(frozen=True, slots=True)
class _FontParts:
    """What a font's objects hold, streams compressed; ``program_length`` is that of the file before."""

    name: str
    program: bytes
    program_length: int
    widths: str
    unicode_map: bytes


@lru_cache(maxsize=64)
def _font_parts(cut: Cut, meanings: tuple[tuple[int, str], ...]) -> _FontParts:
    """Kept, since one page after the other uses the same letters, and packing fonts takes as long as setting words."""
    glyphs = frozenset(cut.glyph_of(code) for code, _text in meanings)
    file = cut.subset(glyphs | {0})
    return _FontParts(
        name=f"{_tag(glyphs)}+{cut.name}",
        program=zlib.compress(file),
        program_length=len(file),
        widths="".join(f"{code}[{cut.advance(cut.glyph_of(code))}]" for code, _text in meanings),
        unicode_map=zlib.compress(_unicode_map(dict(meanings))),
    )


def _glyph_map(document: PDFDocument, cut: Cut, codes: Iterable[int]) -> str:
    """Which glyph each code shows, where the two are not the same."""
    last = max(codes)
    if last < cut.glyph_count:
        return "/Identity"
    table = bytearray(2 * (last + 1))
    for code in codes:
        table[2 * code : 2 * code + 2] = cut.glyph_of(code).to_bytes(2, "big")
    return f" {numbered(document, stream(bytes(table)))} 0 R"


def _tag(glyphs: frozenset[int]) -> str:
    """Six capitals that stand for this subset, as PDF asks."""
    number = zlib.crc32(",".join(map(str, sorted(glyphs))).encode("ascii"))
    letters = []
    for _place in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _unicode_map(meanings: Mapping[int, str]) -> bytes:
    """Which text each code stands for, so that a page can be searched and copied."""
    lines = [f"<{code:04x}><{text.encode('utf-16-be').hex()}>" for code, text in sorted(meanings.items())]
    blocks = []
    for start in range(0, len(lines), 100):
        some = lines[start : start + 100]
        blocks.append(f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName/Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")
