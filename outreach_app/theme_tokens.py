"""The design's numbers, read from ``assets/theme/tokens.toml``: for screens, paper and the check of a pack.

Colours are roles (``ink``, ``accent`` ...) in a scheme (``light``, ``attract``, ``high_contrast``). A campaign pack may
replace colours; everything else belongs to the program.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from outreach_app.asset_files import asset

Palette = Mapping[str, str]
"""Role to ``#RRGGBB``."""


@dataclass(frozen=True)
class TypeRole:
    """How a kind of text is set. Sizes are px at 1280 x 800; ``tracking`` px; ``line`` a multiple of the size."""

    size: float
    weight: int
    tracking: float
    line: float


@dataclass(frozen=True)
class ContrastPair:
    """Two roles that must be told apart: foreground, background, least ratio (WCAG 2.2).

    A role is one of a palette's, or ``motif.`` and the name of a wall, which means each of its shades. ``scheme``: the
    one where the pair is met; empty for all of them.
    """

    foreground: str
    background: str
    least: float
    scheme: str = ""


@dataclass(frozen=True)
class FrameTokens:
    """The grid of one window shape, px."""

    margin: int
    columns: int
    gutter: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Shadow:
    """The one shadow: offset and blur px, colour ``#AARRGGBB``."""

    offset_y: int
    blur: int
    color: str


@dataclass(frozen=True)
class ThemeTokens:
    """All tokens. Mappings are by role name; sizes and spaces are px, motion ms."""

    palettes: Mapping[str, Palette]
    motif: Mapping[str, tuple[str, ...]]
    type: Mapping[str, TypeRole]
    type_by_frame: Mapping[str, Mapping[str, TypeRole]]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    border: Mapping[str, int]
    size: Mapping[str, float]
    shadow: Shadow
    frames: Mapping[str, FrameTokens]
    motion: Mapping[str, int]
    contrast: tuple[ContrastPair, ...]

    @cached_property
    def light(self) -> Palette:
        """The default scheme."""
        return self.palettes["light"]

    def colors_of(self, scheme: str, role: str) -> tuple[str, ...]:
        """The colour of a role, or every shade of a wall named ``motif.`` and its ground."""
        wall = role.removeprefix("motif.")
        return self.motif[wall] if wall != role else (self.palettes[scheme][role],)

    def faint_pairs(self) -> tuple[FaintPair, ...]:
        """Every pair of ``[contrast]`` that people could not tell apart, each once, at its worst."""
        found: dict[tuple[str, str, str], FaintPair] = {}
        for scheme in self.palettes:
            for pair in self.contrast:
                if pair.scheme not in ("", scheme):
                    continue
                fronts, grounds = self.colors_of(scheme, pair.foreground), self.colors_of(scheme, pair.background)
                ratio = min(contrast_ratio(front, ground) for front in fronts for ground in grounds)
                key = (scheme, pair.foreground, pair.background)
                if ratio < pair.least and (key not in found or pair.least > found[key].pair.least):
                    found[key] = FaintPair(scheme, pair, ratio)
        return tuple(found.values())

    def with_palettes(
        self, changes: Mapping[str, Palette], motif: Mapping[str, tuple[str, ...]] | None = None
    ) -> ThemeTokens:
        """These tokens with a pack's colours laid over them, scheme by scheme, and its shades of the wall."""
        if not changes and not motif:
            return self
        merged = {name: {**palette, **changes.get(name, {})} for name, palette in self.palettes.items()}
        return replace(self, palettes=merged, motif={**self.motif, **(motif or {})})


@dataclass(frozen=True)
class FaintPair:
    """A pair that is too close: where, which two roles, the ratio they have and the one people need."""

    scheme: str
    pair: ContrastPair
    ratio: float


def read_tokens(path: Path | None = None) -> ThemeTokens:
    """The tokens of a file; by default the program's own.

    Raises:
        OSError: the file cannot be read.
        KeyError, ValueError: it is not a token file. Both are faults of ours, never of a campaign pack.
    """
    with (path or asset("theme", "tokens.toml")).open("rb") as file:
        raw = tomllib.load(file)
    colors = raw["color"]
    motif = colors.pop("motif")
    return ThemeTokens(
        palettes=colors,
        motif={name: tuple(shades) if isinstance(shades, list) else (shades,) for name, shades in motif.items()},
        type=_type_roles(raw["type"]),
        type_by_frame={name: _type_roles(raw["type"][name]) for name in raw["frame"] if name in raw["type"]},
        space=raw["space"],
        radius=raw["radius"],
        border=raw["border"],
        size={name: value for name, value in raw["size"].items() if not isinstance(value, dict)},
        shadow=Shadow(**raw["shadow"]),
        frames={name: FrameTokens(**_frame(frame)) for name, frame in raw["frame"].items()},
        motion={name: value for name, value in raw["motion"].items() if isinstance(value, int)},
        contrast=tuple(ContrastPair(*pair) for pair in raw["contrast"]["pairs"]),
    )


def _type_roles(raw: Mapping[str, Any]) -> dict[str, TypeRole]:
    return {name: _type_role(role) for name, role in raw.items() if isinstance(role, dict) and "size" in role}


def _type_role(raw: Mapping[str, float]) -> TypeRole:
    return TypeRole(raw["size"], int(raw["weight"]), raw.get("tracking", 0.0), raw.get("line", 1.2))


def _frame(raw: Mapping[str, int]) -> dict[str, int]:
    return {name: raw[name] for name in ("margin", "columns", "gutter", "top", "bottom")}


def contrast_ratio(one: str, other: str) -> float:
    """The WCAG 2.2 contrast ratio of two ``#RRGGBB`` colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
