"""A page's marks as the operators of a PDF content stream: nothing is decided here.

Shapes and texts are apart: shapes are decoration, marked as such, codes are figures, and texts keep their reading
order in one text object. Operators are written by hand, since the library's own calls format every number one by
one, which was most of a page's time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from outreach_app.handouts.codes import CodeMatrix
from outreach_app.handouts.fonts import Cut
from outreach_app.handouts.marks import Bar, Code, Frame, Mark, Page, Panel, Rule, TextLine
from outreach_app.handouts.shaping import Dot, Piece, Shaped, shaped
from outreach_app.handouts.structure import PARAGRAPH, Element


class PageContent:
    """One page, written: its operators, its structure, and the glyphs it uses of each font.

    Args:
        page: what stands where.
        colors: ``#RRGGBB`` by role.
        share: takes operators and gives what draws the same, shorter where an earlier page has it already.
    """

    def __init__(self, page: Page, colors: Mapping[str, str], share: Callable[[str], str]) -> None:
        self._colors = colors
        self._share = share
        self._elements: list[Element] = []
        self._operators: list[str] = []
        self._dots: list[str] = []
        self.glyphs: dict[Cut, dict[int, str]] = {}
        for panel in page.panels:
            self._operators += ["q", _placing(panel, page.height)]
            self._shapes(panel.marks)
            self._texts(panel.marks)
            if self._dots:
                self._operators += ["/Artifact BMC", *self._dots, "EMC"]
                self._dots = []
            self._operators.append("Q")
        if page.guides:
            self._operators += ["q", _placing(Panel(()), page.height)]
            self._shapes(page.guides)
            self._operators.append("Q")

    @property
    def operators(self) -> bytes:
        """The content stream, not compressed."""
        return "\n".join(self._operators).encode("ascii")

    @property
    def elements(self) -> tuple[Element, ...]:
        """The structure in reading order."""
        return tuple(self._elements)

    def _shapes(self, marks: Iterable[Mark]) -> None:
        decoration = []
        for mark in marks:
            match mark:
                case Bar():
                    decoration.append(f"{self._color(mark.color)} rg {_outline(mark, mark.radius)} f")
                case Frame():
                    stroke = f"{self._color(mark.color)} RG {mark.line_width:.2f} w"
                    decoration.append(f"{stroke} {_outline(mark, mark.radius)} S")
                case Rule():
                    decoration.append(self._rule(mark))
        if decoration:
            self._operators += ["/Artifact BMC", self._share("\n".join(decoration)), "EMC"]

    def _rule(self, rule: Rule) -> str:
        dash = f"[{rule.dash:.1f}] 0 d " if rule.dash else ""
        end = f"{rule.x + rule.width:.2f} {-rule.y - rule.height:.2f} l"
        line = f"{self._color(rule.color)} RG {rule.weight:.2f} w {rule.x:.2f} {-rule.y:.2f} m {end} S"
        return f"{dash}{line}{' [] 0 d' if rule.dash else ''}"

    def _texts(self, marks: Iterable[Mark]) -> None:
        """Texts and codes in reading order; a code ends the text object and begins it anew."""
        operators = self._operators
        state: tuple[object, ...] = ()
        is_open = False
        for mark in marks:
            if isinstance(mark, Code):
                operators += ["EMC ET"] * is_open
                is_open, state = False, ()
                operators += [self._begin("Figure", mark.description), self._code(mark), "EMC"]
            elif isinstance(mark, TextLine):
                if not is_open:
                    operators += ["BT", self._begin(mark.begins.value if mark.begins else PARAGRAPH)]
                elif mark.begins is not None:
                    operators += ["EMC", self._begin(mark.begins.value)]
                is_open = True
                state = self._line(mark, state)
        operators += ["EMC ET"] * is_open

    def _begin(self, kind: str, said: str | None = None) -> str:
        self._elements.append(Element(kind, len(self._elements), said))
        return f"/{kind}<</MCID {len(self._elements) - 1}>>BDC"

    def _line(self, line: TextLine, state: tuple[object, ...]) -> tuple[object, ...]:
        """One line of text; gives font, size, colour and tracking as they are set afterwards."""
        text = shaped(line.text, line.face, is_right_to_left=line.is_right_to_left)
        for cut, meanings in text.meanings:
            self.glyphs.setdefault(cut, {}).update(meanings)
        parts = [f"1 0 0 1 {line.x:.2f} {-line.y:.2f} Tm"]
        if state[1:3] != (line.color, line.tracking):
            parts.append(f"{self._color(line.color)} rg {line.tracking:.3g} Tc")
        now: tuple[object, ...] = (state[0] if state else None, line.color, line.tracking)
        for font, glyphs in _shown(text, line.size):
            if now[0] != font:
                parts.append(font)
                now = (font, line.color, line.tracking)
            parts.append(glyphs)
        if text.dots:
            self._dots.append(f"{self._color(line.color)} rg")
            self._dots += [_dot(dot, line) for dot in text.dots]
        self._operators.append(" ".join(parts))
        return now

    def _code(self, code: Code) -> str:
        """One path of whole-number rectangles under one transform: small, quick, and without seams between rows."""
        module = code.side / code.matrix.size
        placed = f"{module:.5f} 0 0 {-module:.5f} {code.x:.3f} {-code.y:.3f} cm"
        return f"q {self._color(code.color)} rg {placed} {self._share(_rectangles(code.matrix))} Q"

    def _color(self, role: str) -> str:
        return _channels(self._colors[role])


@lru_cache(maxsize=16384)
def _shown(text: Shaped, size: float) -> tuple[tuple[str, str], ...]:
    """The pieces of a line, each as what chooses its font and what shows its glyphs."""
    return tuple((f"/{piece.cut.resource} {size:g} Tf", _strokes(piece, size)) for piece in text.pieces)


def _strokes(piece: Piece, size: float) -> str:
    strokes = [f"{rise * size:.2f} Ts [{show}]TJ 0 Ts" if rise else f"[{show}]TJ" for show, rise in piece.strokes]
    return " ".join(strokes)


def _dot(dot: Dot, line: TextLine) -> str:
    scale = line.size / 1000
    x, y = line.x + dot.x * line.size, -line.y + dot.y * line.size
    return f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm {dot.cut.outline(dot.glyph)} f Q"


def _placing(panel: Panel, height: float) -> str:
    """The PDF's y runs upwards from the bottom, ours downwards from the top."""
    if panel.is_on_its_head:
        return f"-1 0 0 -1 {panel.x:.3f} {height - panel.y:.3f} cm"
    return f"1 0 0 1 {panel.x:.3f} {height - panel.y:.3f} cm"


def _outline(box: Bar | Frame, radius: float) -> str:
    """The path of a rectangle, with round corners where it has a radius."""
    left, right = box.x, box.x + box.width
    top, bottom = -box.y, -box.y - box.height
    if not radius:
        return f"{left:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"
    # A quarter of a circle is drawn by a curve whose handles are 0.5523 of its radius long.
    turn = radius * (1 - 0.5523)
    return (
        f"{left + radius:.2f} {bottom:.2f} m {right - radius:.2f} {bottom:.2f} l "
        f"{right - turn:.2f} {bottom:.2f} {right:.2f} {bottom + turn:.2f} {right:.2f} {bottom + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - turn:.2f} {right - turn:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{left + radius:.2f} {top:.2f} l "
        f"{left + turn:.2f} {top:.2f} {left:.2f} {top - turn:.2f} {left:.2f} {top - radius:.2f} c "
        f"{left:.2f} {bottom + radius:.2f} l "
        f"{left:.2f} {bottom + turn:.2f} {left + turn:.2f} {bottom:.2f} {left + radius:.2f} {bottom:.2f} c h"
    )


@lru_cache(maxsize=4096)
def _rectangles(matrix: CodeMatrix) -> str:
    return " ".join([f"{x} {y} {width} {height} re" for x, y, width, height in matrix.rectangles()]) + " f"


@lru_cache(maxsize=256)
def _channels(color: str) -> str:
    return " ".join(f"{int(color[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))
