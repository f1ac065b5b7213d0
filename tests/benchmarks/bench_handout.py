"""How fast the take-home page is made, beside the plain way with the same libraries and beside typst.

python -m tests.benchmarks.bench_handout

The plain way is what a first version would do: the QR library makes each code and picks its mask, the PDF library draws
its dark stretches and sets the texts as paragraphs. typst gets codes that are ready, as one SVG path each, and the same
words, and lays out the same cards, script and foot with its own boxes. All take turns in one run, so that a busy
machine slows them alike, and the ratios are what to trust. Times are of this process's own processor, as other
programs run.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import groupby
from pathlib import Path

import qrcode
import typst
from font_source_sans_pro import font_files_ttf
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from outreach_app.domain.handout import Handout, PrintedCode
from outreach_app.domain.links import dialling_code
from outreach_app.handouts.codes import code_matrix
from outreach_app.handouts.fonts import Face
from outreach_app.handouts.papers import LETTER
from outreach_app.handouts.press import press, press_batch
from tests.handouts.samples import english

PAGES = 1_000
TURNS = 25
TYPST_PAGES = 100


def distinct(place: int) -> Handout:
    """A page that no other is like: every name, number and link is its own."""
    base = english(3)
    people = []
    for seat, lawmaker in enumerate(base.lawmakers):
        phone = f"202-{200 + seat}-{place:04d}"
        address = f"example.org/p{place}/{seat}"
        people.append(
            replace(
                lawmaker,
                name=f"{lawmaker.name} {place}",
                phone=phone,
                code=PrintedCode(f"https://{address}", "Write to this office", address),
                call=PrintedCode(dialling_code(phone), "Scan to call", phone),
            )
        )
    return replace(base, lawmakers=tuple(people))


class PlainPage:
    """The same page without any of our care: a rectangle for each dark stretch, paragraphs."""

    def __init__(self) -> None:
        for face, name in ((Face.REGULAR, "SourceSansPro"), (Face.BOLD, "SourceSansProBold")):
            registerFont(TTFont(f"plain-{face.value}", font_files_ttf[name]))
        self.regular = ParagraphStyle("regular", fontName=f"plain-{Face.REGULAR.value}", fontSize=12, leading=15)
        self.bold = ParagraphStyle("bold", fontName=f"plain-{Face.BOLD.value}", fontSize=15, leading=19)

    def pages(self, handouts: list[Handout]) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=letter)
        for handout in handouts:
            self._page(canvas, handout)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _page(self, canvas: Canvas, handout: Handout) -> None:
        y = self._say(canvas, [handout.wordmark, handout.headline, handout.ask], 36, 756, 540)
        for place, lawmaker in enumerate(handout.lawmakers):
            x = 36 + place * 182
            canvas.roundRect(x, y - 290, 172, 285, 8)
            below = self._say(canvas, [lawmaker.name, lawmaker.title, lawmaker.phone or ""], x + 12, y - 12, 150)
            self._code(canvas, lawmaker.call.payload, x + 12, below - 95, 90)
            self._code(canvas, lawmaker.code.payload, x + 12, below - 195, 90)
            self._say(canvas, [lawmaker.code.address], x + 12, below - 200, 150)
        lines = [handout.list_note, handout.script_heading, *(line.text for line in handout.script)]
        lines += [handout.share.heading, handout.share.post]
        self._say(canvas, lines, 36, y - 300, 360)
        self._code(canvas, handout.main_code.payload, 430, y - 440, 130)
        for place, helpline in enumerate(handout.helplines):
            self._say(canvas, [helpline.label, helpline.headline, helpline.note], 36 + place * 108, 110, 100)

    def _say(self, canvas: Canvas, texts: list[str], x: float, y: float, width: float) -> float:
        for place, text in enumerate(texts):
            paragraph = Paragraph(text, self.bold if place == 0 else self.regular)
            y -= paragraph.wrap(width, 1_000)[1]
            paragraph.drawOn(canvas, x, y)
        return y

    def _code(self, canvas: Canvas, payload: str, x: float, y: float, side: float) -> None:
        code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
        code.add_data(payload)
        code.make()
        module = side / code.modules_count
        for row, modules in enumerate(code.modules):
            column = 0
            for is_dark, stretch in groupby(modules):
                width = len(list(stretch))
                if is_dark:
                    left, bottom = x + column * module, y + side - (row + 1) * module
                    canvas.rect(left, bottom, width * module, module, stroke=0, fill=1)
                column += width


class TypstPage:
    """The same words and the same codes in typst's own layout; the compiler and its fonts stay loaded."""

    def __init__(self, folder: Path) -> None:
        self._source = folder / "page.typ"
        fonts = str(Path(font_files_ttf["SourceSansPro"]).parent)
        self._source.write_text("")
        self._compiler = typst.Compiler(str(self._source), root=str(folder), font_paths=[fonts])

    def pages(self, handouts: list[Handout]) -> bytes:
        body = "\n#pagebreak()\n".join(self._page(handout) for handout in handouts)
        head = '#set page("us-letter", margin: 36pt)\n#set text(font: "Source Sans Pro", size: 12pt)\n'
        self._source.write_text(head + body)
        return bytes(self._compiler.compile(str(self._source)))

    def _page(self, handout: Handout) -> str:
        cards = ", ".join(
            f"box(stroke: 0.75pt, radius: 8pt, inset: 13pt)[{_said(person.name, 15, 'bold')} \\ "
            f"{_said(person.title)} \\ {_code(person.call.payload, 80)} {_said(person.phone or '', 19, 'bold')} \\ "
            f"{_code(person.code.payload, 80)} {_said(person.code.address)}]"
            for person in handout.lawmakers
        )
        script = " \\ ".join(_said(line.text, 14) for line in handout.script)
        helps = ", ".join(
            f"[{_said(line.label, 9)} \\ {_said(line.headline, 11, 'bold')} \\ {_said(line.note, 9)}]"
            for line in handout.helplines
        )
        return (
            f"{_said(handout.wordmark, 20, 'bold')} \\ {_said(handout.headline, 33, 'bold')} \\ "
            f"{_said(handout.ask)}\n\n"
            f"#grid(columns: 3, gutter: 10pt, {cards})\n{_said(handout.list_note)}\n"
            f"#grid(columns: (1fr, 150pt), [{_said(handout.script_heading, 16, 'bold')} \\ {script} \\ "
            f"{_said(handout.share.heading, 16, 'bold')} \\ {_said(handout.share.post)}], "
            f"[{_code(handout.main_code.payload, 110)} {_said(handout.main_code.address)}])\n"
            f"#grid(columns: 5, gutter: 12pt, {helps})\n"
        )


def _said(text: str, size: float = 11, weight: str = "regular") -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#text(size: {size}pt, weight: "{weight}", "{quoted}")'


def _code(payload: str, side: float) -> str:
    matrix = code_matrix(payload)
    path = "".join(f"M{x} {y}h{w}v1h-{w}z" for x, y, w in matrix.runs())
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {matrix.size} {matrix.size}'><path d='{path}'/></svg>"
    return f'#image(bytes("{svg}"), format: "svg", width: {side}pt)'


def medians_ms(*works: Callable[[], object]) -> list[float]:
    """Median of several runs of each, milliseconds of processor; they take turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, times in zip(works, taken, strict=True):
            begun = time.process_time()
            work()
            times.append(time.process_time() - begun)
    return [statistics.median(times) * 1_000 for times in taken]


def seconds(work: Callable[[], bytes]) -> tuple[float, int]:
    begun = time.process_time()
    size = len(work())
    return time.process_time() - begun, size


def main() -> None:
    plain, page = PlainPage(), english(3)
    first, _size = seconds(lambda: press(page, LETTER))
    print(f"first page of a process, fonts read   {first * 1_000:8.1f} ms")
    plain.pages([page])
    with tempfile.TemporaryDirectory() as folder:
        typst_page = TypstPage(Path(folder))
        strangers = iter([distinct(place) for place in range(8_000, 8_000 + TURNS)])
        known = iter([distinct(place) for place in range(9_000, 9_000 + 2 * TURNS)][:TURNS])
        others = iter([distinct(place) for place in range(9_000, 9_000 + TURNS)])
        for place in range(9_000, 9_000 + TURNS):
            for person in distinct(place).lawmakers:
                code_matrix(person.code.payload)
                code_matrix(person.call.payload)
        again, ready, fresh, plainly, by_typst = medians_ms(
            lambda: press(page, LETTER),
            lambda: press(next(known), LETTER),
            lambda: press(next(strangers), LETTER),
            lambda: plain.pages([page]),
            lambda: typst_page.pages([next(others)]),
        )
        print(f"the same personal page again          {again:8.1f} ms   {len(press(page, LETTER)):9,} bytes")
        print(f"personal page, new, its codes ready   {ready:8.1f} ms")
        print(f"personal page, new, six new codes     {fresh:8.1f} ms")
        print(f"the plain page, seven codes           {plainly:8.1f} ms   {len(plain.pages([page])):9,} bytes")
        print(f"typst, a new page, codes ready        {by_typst:8.1f} ms   {len(typst_page.pages([page])):9,} bytes")
        print(
            f"plain page against ours               {plainly / ready:8.1f} times   {plainly / fresh:9.1f} without codes"
        )
        print(f"typst against ours                    {by_typst / ready:8.1f} times")

        handouts = [distinct(place + 20_000) for place in range(PAGES)]
        cold, size = seconds(lambda: press_batch(handouts, LETTER))
        others = iter([distinct(place + 20_000) for place in range(PAGES)])
        warm, _size = seconds(lambda: press_batch(others, LETTER))
        equal, equal_size = seconds(lambda: press_batch([handouts[0]] * PAGES, LETTER))
        print(f"{PAGES:,} distinct pages, {6 * PAGES:,} new codes  {cold:8.2f} s    {size / PAGES:9,.0f} bytes a page")
        print(f"{PAGES:,} distinct pages once more        {warm:8.2f} s    all its codes ready")
        print(f"{PAGES:,} equal pages                     {equal:8.2f} s    {equal_size / PAGES:9,.0f} bytes a page")
        slow, slow_size = seconds(lambda: plain.pages(handouts[: PAGES // 10]))
        print(f"{PAGES:,} plain pages (a tenth, times ten){slow * 10:8.2f} s    {slow_size / 100:9,.0f} bytes a page")
        some = handouts[:TYPST_PAGES]
        press_batch(some, LETTER)
        ours, _size = seconds(lambda: press_batch(some, LETTER))
        theirs, their_size = seconds(lambda: typst_page.pages(some))
        print(f"{TYPST_PAGES} pages, codes ready: ours           {ours:8.2f} s")
        print(
            f"{TYPST_PAGES} pages, codes ready: typst          {theirs:8.2f} s    {their_size / 100:9,.0f} bytes a page"
        )


if __name__ == "__main__":
    main()
