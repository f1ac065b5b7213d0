"""From a line of text to glyphs in their places: HarfBuzz chooses and joins them, python-bidi orders them.

Latin letters are kerned; Arabic letters are joined, and a line of mixed directions is put in the order in which it is
seen. Numbers, addresses and Latin words inside a right-to-left line stay whole and run left to right: a phone number
beside Arabic words would otherwise be read from its far end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from outreach_app.handouts.fonts import Cut, Face, cut_for

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEFT_TO_RIGHT_THING = re.compile(r"[#@+]?[A-Za-z0-9\u00c0-\u024f](?:[^\s\u0590-\u08ff]*[A-Za-z0-9\u00c0-\u024f/])?")
"""A word, number, phone number or address of Latin letters and digits, with whatever marks stand inside it."""

_BRACKETS_BESIDE = re.compile(r"a [(\[][a ]*[)\]]")

_NO_LIGATURES = {"liga": False}


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one font, one after the other.

    Attributes:
        strokes: what stands between the brackets of a PDF's ``TJ``, each with its height above the baseline in ems.
    """

    cut: Cut
    strokes: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A part of a letter that is drawn as a shape beside the text, so that a letter is one glyph to whoever copies it.

    ``x`` and ``y`` are ems from the line's left end and baseline.
    """

    cut: Cut
    glyph: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A line ready to be drawn from its left end. Compared by identity, since each is kept.

    Attributes:
        width: ems.
        pieces: from left to right.
        dots: Arabic letters share their bodies and are told apart by these.
        meanings: for each font the codes in use and the text each stands for.
    """

    width: float
    pieces: tuple[Piece, ...]
    dots: tuple[Dot, ...]
    meanings: tuple[tuple[Cut, dict[int, str]], ...]


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
        return _joined([_run(word, face, "ltr") for word in _words(text)])
    runs = [_run(run, face, "rtl" if level % 2 else "ltr") for run, level in _runs_as_seen(text, is_right_to_left)]
    return _joined(runs)


def _words(text: str) -> list[str]:
    """The words and the spaces between them: words come again and again, lines do not."""
    return re.findall(r" |[^ ]+", text)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run as :class:`Shaped` has it."""

    width: float
    pieces: tuple[Piece, ...]
    dots: tuple[Dot, ...]
    meanings: tuple[tuple[Cut, int, str], ...]


@lru_cache(maxsize=16384)
def _run(text: str, face: Face, direction: str) -> _Run:
    """Text of one direction, shaped font by font."""
    stretches = [("".join(same), cut) for cut, same in groupby(text, key=lambda letter: cut_for(letter, face))]
    if direction == "rtl":
        stretches.reverse()
    parts = [_stretch(stretch, cut, direction) for stretch, cut in stretches]
    return parts[0] if len(parts) == 1 else _side_by_side(parts)


def _side_by_side(parts: list[_Run]) -> _Run:
    """Runs from left to right as one; neighbouring pieces of one font become one piece."""
    pieces: list[Piece] = []
    dots: list[Dot] = []
    meanings: list[tuple[Cut, int, str]] = []
    x = 0.0
    for part in parts:
        for piece in part.pieces:
            _append(pieces, piece)
        dots += [replace(dot, x=dot.x + x) for dot in part.dots]
        meanings += part.meanings
        x += part.width
    return _Run(x, tuple(pieces), tuple(dots), tuple(meanings))


def _append(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last is None or last.cut is not piece.cut:
        pieces.append(piece)
    elif last.strokes[-1][1] == piece.strokes[0][1]:
        joint = ((last.strokes[-1][0] + piece.strokes[0][0]).replace("><", ""), piece.strokes[0][1])
        pieces[-1] = Piece(last.cut, (*last.strokes[:-1], joint, *piece.strokes[1:]))
    else:
        pieces[-1] = Piece(last.cut, last.strokes + piece.strokes)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One glyph, in thousandths of an em: where it is shifted to, and how far the next one stands."""

    number: int
    x_offset: int
    y_offset: int
    advance: int


def _letters(text: str, cut: Cut, direction: str) -> Iterator[tuple[str, list[_Glyph]]]:
    """Each letter, or letters that are drawn as one, with its glyphs, from left to right."""
    buffer = hb.Buffer()
    # A vowel sign keeps its own place in the text, beside the letter it stands on.
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    hb.shape(cut.font, buffer, _NO_LIGATURES)
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _place in placed})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, same in groupby(placed, key=lambda pair: pair[0].cluster):
        glyphs = [_Glyph(info.codepoint, at.x_offset, at.y_offset, at.x_advance) for info, at in same]
        yield text[start : ends[start]], glyphs


def _stretch(text: str, cut: Cut, direction: str) -> _Run:
    """Text of one font and direction as ``TJ`` writes it: numbers move the next glyph to the left."""
    strokes: list[tuple[str, float]] = []
    dots: list[Dot] = []
    meanings: list[tuple[Cut, int, str]] = []
    x = pending = 0
    for letter, glyphs in _letters(text, cut, direction):
        body = max(glyphs, key=lambda glyph: glyph.advance)
        for glyph in glyphs:
            if glyph is body:
                code = cut.code(glyph.number, letter if len(glyphs) > 1 else "")
                meanings.append((cut, code, _as_seen(letter) if direction == "rtl" else letter))
                shift, rise = pending - glyph.x_offset, glyph.y_offset / 1000
                show = f"{shift if shift else ''}<{code:04x}>"
                if strokes and strokes[-1][1] == rise:
                    show = (strokes.pop()[0] + show).replace("><", "")
                strokes.append((show, rise))
                pending = cut.advance(glyph.number) - glyph.advance + glyph.x_offset
            else:
                dots.append(Dot(cut, glyph.number, (x + glyph.x_offset) / 1000, glyph.y_offset / 1000))
                pending -= glyph.advance
            x += glyph.advance
    if pending:
        strokes[-1] = (f"{strokes[-1][0]}{pending}", strokes[-1][1])
    return _Run(x / 1000, (Piece(cut, tuple(strokes)),), tuple(dots), tuple(meanings))


def _as_seen(letter: str) -> str:
    """A bracket as it looks from its other side: readers of PDF turn it back, as they turn the line."""
    from bidi.mirror import MIRRORED

    return str(MIRRORED.get(letter, letter))


def _joined(runs: list[_Run]) -> Shaped:
    """Runs from left to right as one line."""
    line = _side_by_side(runs)
    meanings: dict[Cut, dict[int, str]] = {}
    for cut, code, text in line.meanings:
        meanings.setdefault(cut, {})[code] = text
    return Shaped(line.width, line.pieces, line.dots, tuple(meanings.items()))


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
    # Brackets around Latin things that follow a Latin thing belong to it (rule N0, which python-bidi leaves out).
    whole = _BRACKETS_BESIDE.sub(lambda found: "a" * len(found[0]), whole)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(is_right_to_left)
    storage["base_dir"] = "R" if is_right_to_left else "L"
    algorithm.get_embedding_levels(whole, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [character["level"] for character in storage["chars"]]
