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
        pen = _Pen(self._canvas, self._paper.height, colors)
        for mark in marks:
            pen.draw(mark)
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The whole file. No page can be added afterwards."""
        self._canvas.save()
        return self._bytes.getvalue()


class _Pen:
    """Draws on one page; the PDF's y runs upwards from the bottom, ours downwards from the top."""

    def __init__(self, canvas: Canvas, height: float, colors: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._height = height
        self._colors = {role: _channels(color) for role, color in colors.items()}

    def draw(self, mark: Mark) -> None:
        match mark:
            case TextLine():
                self._text(mark)
            case Code():
                self._code(mark)
            case Bar():
                self._fill(mark.color)
                place = (mark.x, self._height - mark.y - mark.height, mark.width, mark.height)
                if mark.radius:
                    self._canvas.roundRect(*place, mark.radius, stroke=0, fill=1)
                else:
                    self._canvas.rect(*place, stroke=0, fill=1)
            case Frame():
                self._canvas.setStrokeColorRGB(*self._colors[mark.color])
                self._canvas.setLineWidth(mark.line_width)
                bottom = self._height - mark.y - mark.height
                self._canvas.roundRect(mark.x, bottom, mark.width, mark.height, mark.radius)

    def _fill(self, role: str) -> None:
        self._canvas.setFillColorRGB(*self._colors[role])

    def _text(self, line: TextLine) -> None:
        self._fill(line.color)
        self._canvas.setFont(line.face.value, line.size)
        self._canvas.drawString(line.x, self._height - line.y, line.text, charSpace=line.tracking)

    def _code(self, code: Code) -> None:
        """One path of whole-number rectangles under one transform: small, quick, and without seams between rows."""
        self._fill(code.color)
        module = code.side / code.matrix.size
        placed = f"q {module:.5f} 0 0 {-module:.5f} {code.x:.3f} {self._height - code.y:.3f} cm"
        self._canvas.addLiteral(f"{placed} {_rectangles(code.matrix)} f Q")


@lru_cache(maxsize=4096)
def _rectangles(matrix: CodeMatrix) -> str:
    return " ".join(f"{x} {y} {width} 1 re" for x, y, width in matrix.runs())


@lru_cache(maxsize=256)
def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
