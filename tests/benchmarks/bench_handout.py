"""How fast the take-home page is made, beside the same page made the plain way with the same two libraries.

python -m tests.benchmarks.bench_handout

The plain way is what a first version would do: the QR library makes each code and picks its mask, the PDF library draws
its dark stretches and sets the texts as paragraphs. Both take turns in one run, so that a busy machine slows both.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import groupby

import qrcode
from font_source_sans_pro import font_files_ttf
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from outreach_app.domain.handout import Handout, PrintedCode
from outreach_app.handouts.codes import code_matrix
from outreach_app.handouts.fonts import Face
from outreach_app.handouts.papers import LETTER
from outreach_app.handouts.press import press, press_batch
from tests.handouts.samples import english

PAGES = 1_000
TURNS = 30


def distinct(place: int) -> Handout:
    """A page that no other is like: every name, number and link is its own."""
    base = english(3)
    lawmakers = tuple(
        replace(
            lawmaker,
            name=f"{lawmaker.name} {place}",
            phone=f"202-555-{place:04d}",
            code=PrintedCode(
                f"https://example.org/p{place}/{seat}", "Write to this office", f"example.org/p{place}/{seat}"
            ),
        )
        for seat, lawmaker in enumerate(base.lawmakers)
    )
    return replace(base, lawmakers=lawmakers)


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
            canvas.roundRect(x, y - 220, 172, 215, 8)
            below = self._say(canvas, [lawmaker.name, lawmaker.title, lawmaker.phone or ""], x + 12, y - 12, 150)
            self._code(canvas, lawmaker.code.payload, x + 12, below - 110, 100)
            self._say(canvas, [lawmaker.code.address], x + 12, below - 112, 150)
        lines = [handout.list_note, handout.script_heading, *(line.text for line in handout.script)]
        self._say(canvas, lines, 36, y - 230, 360)
        self._code(canvas, handout.main_code.payload, 430, y - 370, 130)
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


def medians_ms(*works: Callable[[], object]) -> list[float]:
    """Median of several runs of each, milliseconds; they take turns, so that a busy moment slows all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            times.append(time.perf_counter() - begun)
    return [statistics.median(times) * 1_000 for times in taken]


def seconds(work: Callable[[], bytes]) -> tuple[float, int]:
    begun = time.perf_counter()
    size = len(work())
    return time.perf_counter() - begun, size


def main() -> None:
    plain = PlainPage()
    page = english(3)
    begun = time.perf_counter()
    press(page, LETTER)
    print(f"first page of a process, fonts read   {(time.perf_counter() - begun) * 1_000:8.1f} ms")
    plain.pages([page])

    strangers = iter([distinct(place) for place in range(10_000, 10_000 + TURNS)])
    ready, fresh, plainly = medians_ms(
        lambda: press(page, LETTER),
        lambda: press(next(strangers), LETTER),
        lambda: plain.pages([page]),
    )
    print(f"personal page, codes ready            {ready:8.1f} ms   {len(press(page, LETTER)):9,} bytes")
    print(f"personal page, new names, no codes    {fresh:8.1f} ms")
    print(f"the plain page                        {plainly:8.1f} ms   {len(plain.pages([page])):9,} bytes")
    print(f"plain page against ours               {plainly / ready:8.1f} times   {plainly / fresh:9.1f} without codes")

    handouts = [distinct(place) for place in range(PAGES)]
    code_matrix.cache_clear()
    cold, size = seconds(lambda: press_batch(handouts, LETTER))
    warm, _size = seconds(lambda: press_batch(handouts, LETTER))
    print(f"{PAGES:,} distinct pages, {3 * PAGES:,} new links  {cold:8.2f} s    {size / PAGES:9,.0f} bytes a page")
    print(f"{PAGES:,} distinct pages, codes ready     {warm:8.2f} s")
    some = handouts[: PAGES // 10]
    slow, slow_size = seconds(lambda: plain.pages(some))
    print(f"{PAGES:,} plain pages (a tenth, times ten){slow * 10:8.2f} s    {slow_size / len(some):9,.0f} bytes a page")


if __name__ == "__main__":
    main()
