"""Tokens as Qt wants them: colours, fonts and the one style sheet. Only this module calls ``setStyleSheet``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from string import Template

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from outreach_app.asset_files import arabic_font, asset
from outreach_app.domain.display import USUAL, Display
from outreach_app.errors import DisplayError
from outreach_app.language import Direction, _, direction_of
from outreach_app.theme_tokens import FrameTokens, Palette, ThemeTokens, TypeRole

_FACES = ("Regular", "Semibold", "Bold")
_FAMILIES = ("Source Sans Pro", "Outreach Arabic")
"""The second for the letters that the first lacks; where no language needs them it is never loaded."""


_CONTRASTING = {"light": "high_contrast", "attract": "high_contrast_dark"}
"""What a scheme becomes for those who need more contrast; a dark screen stays dark."""

_HEAVY_STROKE = 3.0
_GROWTH = {"button": 8, "button_small": 12, "button_hero": 12, "field": 12, "icon": 6, "choice_box": 8}
"""Px by which a size grows with large text."""

_LARGE_ALREADY = frozenset({"code", "phone", "digit", "keypad_key", "avatar", "counter"})
"""Kinds of text that stand at twice the size of what is read, or in a sign of one size."""

_HEADING_GROWTH, _READ_BY_ALL = 13, 80
"""Px: how much a heading grows, and from which size on text is large enough for everybody as it is."""


class Frame(Enum):
    """The three window shapes the screens are laid out for."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    COMPACT = "compact"


def frame_for(size: QSize) -> Frame:
    """The layout that suits a window: portrait when taller than wide, compact below 720 px of height."""
    if size.height() > size.width():
        return Frame.PORTRAIT
    return Frame.COMPACT if size.height() < 720 else Frame.LANDSCAPE


def load_fonts() -> None:
    """Make the design's typeface known to Qt, from the font package; the system needs no font installed.

    Raises:
        DisplayError: the font package is missing or damaged.
    """
    folder = files("font_source_sans_pro") / "files"
    for face in _FACES:
        with as_file(folder / f"SourceSansPro-{face}.ttf") as path:
            _load_font(path)


def load_fonts_for(languages: Iterable[str]) -> None:
    """Make known what these languages need beyond the Latin letters: nothing for most, so that no start waits for it.

    Raises:
        DisplayError: a font file is missing or damaged.
    """
    needs_it = any(direction_of(code) is Direction.RIGHT_TO_LEFT for code in languages)
    if not needs_it or _FAMILIES[1] in QFontDatabase.families():
        return
    for face in ("Regular", "SemiBold", "Bold"):
        _load_font(arabic_font(face))


def _load_font(path: Path) -> None:
    # By its path, not its bytes: those Qt would hold as a copy for good, on top of what the system keeps of the file.
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        raise _not_loaded()


def _not_loaded() -> DisplayError:
    return DisplayError(_("The typeface could not be loaded. Install the program again."))


@dataclass(frozen=True)
class Theme:
    """The tokens in one scheme and one frame. Every widget is given one; none looks for it elsewhere.

    Attributes:
        has_ribbon: the demo's ribbon takes 40 px of the content's height, so screens close up a little.
        display: what this visitor needs: larger text, more contrast, stillness, everything within reach.
    """

    tokens: ThemeTokens
    frame: Frame = Frame.LANDSCAPE
    scheme: str = "light"
    has_ribbon: bool = False
    display: Display = USUAL

    def in_scheme(self, scheme: str) -> Theme:
        """The same theme in another scheme, such as ``attract``."""
        return self if scheme == self.scheme else replace(self, scheme=scheme)

    def at_usual_size(self) -> Theme:
        """The same theme with text as the design has it, for what is not read by one visitor or has no room to grow."""
        return replace(self, display=replace(self.display, large_text=False))

    @property
    def is_large(self) -> bool:
        """Whether text stands at one and a half times its size: columns stack, and second lines go."""
        return self.display.large_text

    @property
    def has_high_contrast(self) -> bool:
        """Whether borders and weight do what soft fills do otherwise."""
        return self.display.high_contrast

    @property
    def is_still(self) -> bool:
        """Whether nothing may move by itself."""
        return self.display.still

    @property
    def scrolls(self) -> bool:
        """Whether a screen may be longer than the window: its text is large, or its window was made lower."""
        return self.display.large_text or self.display.low

    @property
    def is_short(self) -> bool:
        """Whether one column is longer than its window: what is asked and what answers it must come first in it."""
        return self.is_large or (self.display.low and self.frame is Frame.PORTRAIT)

    @property
    def is_portrait(self) -> bool:
        """Whether a screen stands in one column: its window is taller than wide, or its text too large for two."""
        return self.frame is Frame.PORTRAIT or self.is_large

    @property
    def drops_second_lines(self) -> bool:
        """Whether what explains gives way to what is offered: the window is low, or the text is large."""
        return self.is_compact or self.is_large

    @property
    def is_compact(self) -> bool:
        """Whether the window is too low for the full layout."""
        return self.frame is Frame.COMPACT

    def by_frame(self, landscape: int, portrait: int, compact: int) -> int:
        """One of three numbers (px), whichever the frame asks for."""
        return {Frame.LANDSCAPE: landscape, Frame.PORTRAIT: portrait, Frame.COMPACT: compact}[self.frame]

    def by_height(self, roomy: int, tight: int) -> int:
        """One of two numbers (px): the second where the ribbon takes its height."""
        return tight if self.has_ribbon else roomy

    @property
    def grid(self) -> FrameTokens:
        """Margins, bars and gutters of this frame, px. Bars grow with large text; a narrow one takes two lines."""
        usual = self.tokens.frames[self.frame.value]
        if not self.is_large:
            return usual
        line, edge = self.size("button_small"), self.by_frame(14, 14, 6)
        lines = 2 * line + self.space("s3") if self.frame is Frame.PORTRAIT else line
        return replace(usual, top=lines + 2 * edge, bottom=self.size("button") + 2 * self.by_frame(12, 12, 4))

    def color(self, role: str) -> QColor:
        """A role's colour in this scheme."""
        return QColor(self._palette[role])

    @property
    def _palette(self) -> Palette:
        return self.tokens.palettes[
            _CONTRASTING.get(self.scheme, self.scheme) if self.has_high_contrast else self.scheme
        ]

    def space(self, step: str) -> int:
        """A step of the space scale, px: ``s1`` to ``s10``."""
        return self.tokens.space[step]

    def size(self, name: str) -> int:
        """A size token, px; what holds a line of text grows with it."""
        size = round(self.tokens.size[name])
        return size + _GROWTH.get(name, 0) if self.is_large else size

    def stroke(self) -> float:
        """Weight of a line icon, px."""
        return _HEAVY_STROKE if self.has_high_contrast else self.tokens.size["icon_stroke"]

    def type_role(self, role: str) -> TypeRole:
        """How a kind of text is set in this frame."""
        kind = self.tokens.type_by_frame.get(self.frame.value, {}).get(role) or self.tokens.type[role]
        grows = self.is_large and role not in _LARGE_ALREADY
        return replace(kind, size=_enlarged(kind.size)) if grows else kind

    def font(self, role: str) -> QFont:
        """The font of a kind of text, with tabular lining figures."""
        return QFont(_font(self.type_role(role)))

    def line_height(self, role: str) -> float:
        """Distance from line to line, px."""
        kind = self.type_role(role)
        return kind.size * kind.line

    def dress(self, root: QWidget) -> None:
        """Give a widget and all inside it the style sheet of this scheme."""
        sheets = ("kiosk", "contrast") if self.has_high_contrast else ("kiosk",)
        root.setStyleSheet(_style_sheet(sheets, tuple(sorted(self._named_colors().items()))))

    def _named_colors(self) -> Mapping[str, str]:
        palette = dict(self._palette)
        palette["on_accent_quiet_text"] = self.tokens.motif["on_accent_quiet_text"][0]
        palette["dawn_press"] = QColor(palette["dawn"]).darker(110).name()
        palette["ribbon"] = self.tokens.light["ink"]
        # On the dark scheme the chosen language sinks instead of rising.
        palette["switch_on"] = palette["paper"] if self.scheme == "attract" else palette["surface"]
        return palette


def _enlarged(size: float) -> float:
    """Text one and a half times as large; headings grow by less, and what everybody can read stays."""
    return min(size * 1.5, size + _HEADING_GROWTH) if size < _READ_BY_ALL else size


@lru_cache(maxsize=16)
def _style_sheet(names: tuple[str, ...], colors: tuple[tuple[str, str], ...]) -> str:
    written = "".join(asset("theme", f"{name}.qss").read_text(encoding="utf-8") for name in names)
    return Template(written).substitute(dict(colors))


@lru_cache(maxsize=256)
def _font(role: TypeRole) -> QFont:
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(round(role.size))
    font.setWeight(QFont.Weight(role.weight))
    if role.tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, role.tracking)
    for feature in (b"tnum", b"lnum"):
        font.setFeature(QFont.Tag.fromString(feature.decode()), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
