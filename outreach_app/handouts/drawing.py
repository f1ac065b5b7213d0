"""From placed marks to PDF: nothing is decided here."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from outreach_app.handouts.codes import CodeMatrix
from outreach_app.handouts.fonts import Face, embedded_font
from outreach_app.handouts.marks import Bar, Code, Frame, Mark, TextLine
from outreach_app.handouts.papers import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlab.pdfgen.canvas import Canvas


class PdfFile:
    """One file being written, page by page, on one kind of paper.

    The same pages give the same bytes: it bears no date, no author and no chance.
    """

    def __init__(self, paper: Paper, *, language: str, title: str) -> None:
        # Imported here: a starting kiosk prints nothing yet.
        from reportlab.pdfgen.canvas import Canvas

        for face in Face:
            embedded_font(face)
        self._paper = paper
        self._bytes = BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 4),  # the first that can name its language
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
            lang=language,
        )
        self._canvas.setTitle(title)
        for say_nothing in (self._canvas.setAuthor, self._canvas.setSubject, self._canvas.setCreator):
            say_nothing("")
        self._canvas.setProducer("outreach")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def add_page(self, marks: Iterable[Mark], colors: Mapping[str, str]) -> None:
        """Draw one page; ``colors`` gives ``#RRGGBB`` by role."""
        _Pen(self._canvas, self._paper.height, colors).draw(marks)
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The whole file. No page can be added afterwards."""
        self._canvas.save()
        return self._bytes.getvalue()


class _Pen:
    """Draws on one page; the PDF's y runs upwards from the bottom, ours downwards from the top.

    Shapes and text are apart: text keeps its reading order in one text object, shapes have none to keep. Shapes
    are written as operators: the library's own calls format every number one by one, which is most of a page's time.
    """

    def __init__(self, canvas: Canvas, height: float, colors: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._height = height
        self._colors = colors

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw everything on the page."""
        lines = []
        operators = []
        for mark in marks:
            match mark:
                case TextLine():
                    lines.append(mark)
                case Code():
                    operators.append(self._code(mark))
                case Bar():
                    operators.append(f"{_color(self._colors[mark.color])} rg {self._outline(mark, mark.radius)} f")
                case Frame():
                    stroke = f"{_color(self._colors[mark.color])} RG {mark.line_width:.2f} w"
                    operators.append(f"{stroke} {self._outline(mark, mark.radius)} S")
        self._canvas.addLiteral("\n".join(operators))
        self._set(lines)

    def _set(self, lines: Iterable[TextLine]) -> None:
        text = self._canvas.beginText()
        style = None
        for line in lines:
            if style != (style := (line.face, line.size, line.color, line.tracking)):
                text.setFont(line.face.value, line.size)
                text.setCharSpace(line.tracking)
                text.setFillColorRGB(*_channels(self._colors[line.color]))
            text.setTextOrigin(round(line.x, 2), round(self._height - line.y, 2))
            text.textOut(line.text)
        self._canvas.drawText(text)

    def _code(self, code: Code) -> str:
        """One path of whole-number rectangles under one transform: small, quick, and without seams between rows."""
        module = code.side / code.matrix.size
        placed = f"{module:.5f} 0 0 {-module:.5f} {code.x:.3f} {self._height - code.y:.3f} cm"
        return f"q {_color(self._colors[code.color])} rg {placed} {_rectangles(code.matrix)} f Q"

    def _outline(self, box: Bar | Frame, radius: float) -> str:
        """The path of a rectangle, with round corners where it has a radius."""
        left, right = box.x, box.x + box.width
        top, bottom = self._height - box.y, self._height - box.y - box.height
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
    return " ".join([f"{x} {y} {width} 1 re" for x, y, width in matrix.runs()])


@lru_cache(maxsize=256)
def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


@lru_cache(maxsize=256)
def _color(color: str) -> str:
    return " ".join(f"{channel:.3f}" for channel in _channels(color))
