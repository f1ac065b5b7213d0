"""From a line of text to glyphs in their places: HarfBuzz chooses and joins them, python-bidi orders them.

Latin letters are kerned; Arabic letters are joined, and a line of mixed directions is put in the order in which it is
seen. Numbers, addresses and Latin words inside a right-to-left line stay whole and run left to right: a phone number
beside Arabic words would otherwise be read from its far end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from outreach_app.handouts.fonts import Cut, Face, cut_for

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEFT_TO_RIGHT_THING = re.compile(r"[#@+]?[A-Za-z0-9\u00c0-\u024f](?:[^\s\u0590-\u08ff]*[A-Za-z0-9\u00c0-\u024f/])?")
"""A word, number, phone number or address of Latin letters and digits, with whatever marks stand inside it."""

_NO_LIGATURES = {"liga": False}


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one font at one height.

    Attributes:
        show: what stands between the brackets of a PDF's ``TJ``.
        rise: ems above the baseline.
    """

    cut: Cut
    show: str
    rise: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line ready to be drawn from its left end.

    Attributes:
        width: ems.
        pieces: from left to right.
        meanings: for each font the glyphs in use and the text each stands for.
        is_plain: whether the glyphs tell the text in the order in which it is read, one after the other.
    """

    width: float
    pieces: tuple[Piece, ...]
    meanings: tuple[tuple[Cut, dict[int, str]], ...]
    is_plain: bool


def has_right_to_left(text: str) -> bool:
    """Whether any letter of it runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


@lru_cache(maxsize=16384)
def width_of(word: str, face: Face) -> float:
    """Width of a word in ems: multiply by the type size.

    Raises:
        HandoutError: no typeface has such a letter.
    """
    return shaped(word, face, is_right_to_left=False).width


@lru_cache(maxsize=16384)
def shaped(text: str, face: Face, *, is_right_to_left: bool) -> Shaped:
    """One line, shaped; ``is_right_to_left`` is the direction of its paragraph.

    Raises:
        HandoutError: no typeface has one of its letters.
    """
    text = _CONTROLS.sub("", text)
    if not has_right_to_left(text):
        # A line of Latin alone is the same in either paragraph, but for marks at its end, which we never set there.
        return _joined([_run(word, face, "ltr") for word in _words(text)], is_plain=True)
    runs = [_run(run, face, "rtl" if level % 2 else "ltr") for run, level in _runs_as_seen(text, is_right_to_left)]
    return _joined(runs, is_plain=False)


def _words(text: str) -> list[str]:
    """The words and the spaces between them: words come again and again, lines do not."""
    return re.findall(r" |[^ ]+", text)


@dataclass(frozen=True, slots=True)
class _Run:
    width: float
    pieces: tuple[Piece, ...]
    meanings: tuple[tuple[Cut, int, str], ...]


@lru_cache(maxsize=16384)
def _run(text: str, face: Face, direction: str) -> _Run:
    """Text of one direction, shaped font by font."""
    stretches = [("".join(same), cut) for cut, same in groupby(text, key=lambda letter: cut_for(letter, face))]
    if direction == "rtl":
        stretches.reverse()
    width, pieces, meanings = 0, list[Piece](), list[tuple[Cut, int, str]]()
    for stretch, cut in stretches:
        buffer = hb.Buffer()
        buffer.add_str(stretch)
        buffer.guess_segment_properties()
        buffer.direction = direction
        hb.shape(cut.font, buffer, _NO_LIGATURES)
        pieces += _pieces(cut, buffer)
        width += sum(place.x_advance for place in buffer.glyph_positions)
        meanings += _meanings(cut, buffer, stretch)
    return _Run(width / 1000, tuple(pieces), tuple(meanings))


def _pieces(cut: Cut, buffer: hb.Buffer) -> list[Piece]:
    """The glyphs as ``TJ`` writes them: numbers move the next glyph to the left, in thousandths of an em."""
    pieces: list[Piece] = []
    parts: list[str] = []
    rise = pending = 0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if place.y_offset != rise:
            if parts:
                pieces.append(Piece(cut, "".join(parts), rise / 1000))
            parts, rise = [], place.y_offset
        shift = pending - place.x_offset
        if shift:
            parts.append(str(shift))
        parts.append(f"<{glyph.codepoint:04x}>")
        pending = cut.advance(glyph.codepoint) - place.x_advance + place.x_offset
    if pending:
        parts.append(str(pending))
    pieces.append(Piece(cut, "".join(parts).replace("><", ""), rise / 1000))
    return pieces


def _meanings(cut: Cut, buffer: hb.Buffer, text: str) -> list[tuple[Cut, int, str]]:
    """Which letters each glyph stands for: the first of a cluster for all of them, the others for none."""
    starts = sorted({glyph.cluster for glyph in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    said: list[tuple[Cut, int, str]] = []
    seen: set[int] = set()
    for glyph in buffer.glyph_infos:
        if glyph.cluster not in seen:
            seen.add(glyph.cluster)
            said.append((cut, glyph.codepoint, text[glyph.cluster : ends[glyph.cluster]]))
        else:
            said.append((cut, glyph.codepoint, ""))
    return said


def _joined(runs: list[_Run], *, is_plain: bool) -> Shaped:
    """Runs from left to right as one line; neighbours of one font and height become one piece."""
    pieces: list[Piece] = []
    meanings: dict[Cut, dict[int, str]] = {}
    for run in runs:
        for piece in run.pieces:
            last = pieces[-1] if pieces else None
            if last is not None and last.cut is piece.cut and last.rise == piece.rise:
                pieces[-1] = Piece(last.cut, (last.show + piece.show).replace("><", ""), last.rise)
            else:
                pieces.append(piece)
        for cut, glyph, text in run.meanings:
            meanings.setdefault(cut, {})[glyph] = text
    return Shaped(sum(run.width for run in runs), tuple(pieces), tuple(meanings.items()), is_plain)


def _runs_as_seen(text: str, is_right_to_left: bool) -> list[tuple[str, int]]:
    """Runs of one level, from left to right (rule L2 of the Unicode bidirectional algorithm)."""
    runs: list[tuple[str, int]] = []
    for level, same in groupby(zip(text, _levels(text, is_right_to_left), strict=True), key=lambda pair: pair[1]):
        runs.append(("".join(letter for letter, _level in same), level))
    for least in range(max(level for _text, level in runs), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end][1] >= least:
                end += 1
            runs[start:end] = reversed(runs[start:end])
            start = max(end, start + 1)
    return runs


def _levels(text: str, is_right_to_left: bool) -> list[int]:
    """The embedding level of each character, with Latin things and numbers taken as one strong thing each."""
    from bidi import algorithm

    whole = _LEFT_TO_RIGHT_THING.sub(lambda found: "a" * len(found[0]), text)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(is_right_to_left)
    storage["base_dir"] = "R" if is_right_to_left else "L"
    algorithm.get_embedding_levels(whole, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [character["level"] for character in storage["chars"]]
