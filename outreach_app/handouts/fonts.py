"""The typeface of paper: Source Sans Pro, embedded in every file with only the letters that stand on it."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from outreach_app.errors import HandoutError
from outreach_app.language import _

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


class Face(Enum):
    """The cuts in use. The values are the fonts' own PostScript names, by which a PDF knows them."""

    REGULAR = "SourceSansPro-Regular"
    SEMIBOLD = "SourceSansPro-Semibold"
    BOLD = "SourceSansPro-Bold"


@cache
def embedded_font(face: Face) -> TTFont:
    """The font of a face, read once and made known to the PDF writer.

    Raises:
        HandoutError: the font file is missing, so the installation is incomplete.
    """
    # Imported here: a starting kiosk prints nothing yet.
    from font_source_sans_pro import font_files_ttf
    from reportlab import rl_config
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    # Without this the writer wraps every stream in ASCII base 85: a quarter larger, and the slowest part of a page.
    rl_config.useA85 = 0
    try:
        path = font_files_ttf[face.value.replace("-Regular", "").replace("-", "")]
        font = TTFont(face.value, path)
    except (KeyError, OSError, TTFError) as error:
        raise HandoutError(_("The typeface of the handouts is missing. Install the program again.")) from error
    registerFont(font)
    return font


@lru_cache(maxsize=16384)
def width_of(text: str, face: Face) -> float:
    """Width of one line in ems: multiply by the type size.

    Raises:
        HandoutError: the typeface has no such letter.
    """
    font = embedded_font(face)
    widths, glyphs = font.face.charWidths, font.face.charToGlyph
    total = 0.0
    for character in text:
        code = ord(character)
        if code not in glyphs:
            raise HandoutError(_("A handout holds a letter that its typeface lacks. Write that text in Latin letters."))
        total += widths[code]
    return total / 1000
