"""Make the three Arabic cuts that stand beside Source Sans Pro.

    .venv/bin/python assets/fonts/make.py

The development package ``fontpkg-noto-sans-arabic`` carries one variable font. A PDF cannot hold one of those, and Qt
would read all of its 845 KB; so this pins it at the weights the design uses and keeps the letters of Arabic and of the
languages that share its script. Latin letters stay with Source Sans Pro, which is set before it. The licence beside
this file belongs to the fonts (SIL Open Font License 1.1, without a reserved font name).
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_noto_sans_arabic as source
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Outreach Arabic"
# The rise of Source Sans Pro, and below the line what unvowelled letters need, in thousandths of the type size. The
# font's own 1374 and 738 leave room for stacked marks of recitation, and would set all lines apart by half again.
RISE, FALL = 984, 400

FOLDER = Path(__file__).resolve().parent
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
# Arabic; its supplement; ready-made forms; digits and signs; joiners and marks of direction; the dotted circle.
RANGES = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x0020, 0x0040),
    (0x005B, 0x005D),
    (0x00A0, 0x00BB),
    (0x2010, 0x2026),
    (0x200B, 0x200F),
    (0x25CC, 0x25CC),
)


def set_height(font: TTFont) -> None:
    """Give the lines the height of the typeface they stand among; no glyph changes."""
    across, table = font["hhea"], font["OS/2"]
    across.ascent, across.descent, across.lineGap = RISE, -FALL, 0
    table.sTypoAscender, table.sTypoDescender, table.sTypoLineGap = RISE, -FALL, 0
    table.usWinAscent, table.usWinDescent = RISE, FALL


def rename(font: TTFont) -> None:
    """Give it a name of its own, so that the font of that name which a system may have is never taken instead."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            said = record.toUnicode().replace("Noto Sans Arabic", FAMILY)
            record.string = said.replace("NotoSansArabic", FAMILY.replace(" ", ""))


def cut(name: str, weight: int) -> bytes:
    """Write one weight and say how large it became."""
    font = TTFont(next((source.ROOT / "files").glob("*.ttf")), recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=False, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    set_height(font)
    rename(font)
    path = FOLDER / f"NotoSansArabic-{name}.ttf"
    font.save(path)
    return path.read_bytes()


if __name__ == "__main__":
    for face, number in WEIGHTS.items():
        print(f"NotoSansArabic-{face}.ttf: {len(cut(face, number)):,} bytes")
