"""The recovery sheet: the one page that the recovery key is ever written to, as words, text and a code to scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode
from reportlab.lib.pagesizes import letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.office.recovery_words import to_words

_MARGIN_MM = 20
_MODULE_MM = 0.9
_COLUMNS = 4
_ROW_MM = 7.0


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says. ``fingerprint`` is the enrolment's, for the lead to compare at set-up."""

    label: str
    secret: str = field(repr=False)
    key: bytes = field(repr=False)
    fingerprint: str


def draw_sheet(sheet: RecoverySheet) -> bytes:
    """The sheet as a PDF of one page, US Letter."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=True)
    canvas.setTitle("Recovery sheet")
    _width, height = letter
    below = _draw_head(canvas, sheet, height - _MARGIN_MM * mm)
    below = _draw_words(canvas, sheet, below - 6 * mm)
    _draw_line_and_code(canvas, sheet, below - 6 * mm)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_head(canvas: Canvas, sheet: RecoverySheet, top: float) -> float:
    say = Tongue(SOURCE_LANGUAGE).say
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(_MARGIN_MM * mm, top - 7 * mm, say(_("Recovery sheet: {label}", label=sheet.label)))
    canvas.setFont("Helvetica", 11)
    lines = (
        _("Print this page, then erase the file. Keep the paper locked away, and not with the office's computer."),
        _("Whoever holds it can read every pledge. Without it and without the office's key nobody can."),
        _("To prove that it works: type the words into a file and run outreach keys drill --recovery-file FILE."),
        _("Fingerprint of the enrolment, to compare at each station: {letters}", letters=sheet.fingerprint),
    )
    below = top - 16 * mm
    for line in lines:
        canvas.drawString(_MARGIN_MM * mm, below, say(line))
        below -= 6 * mm
    return below


def _draw_words(canvas: Canvas, sheet: RecoverySheet, top: float) -> float:
    words = to_words(sheet.key)
    rows = -(-len(words) // _COLUMNS)
    for place, word in enumerate(words):
        column, row = divmod(place, rows)
        x = (_MARGIN_MM + column * 44) * mm
        y = top - (row + 1) * _ROW_MM * mm
        canvas.setFont("Helvetica", 9)
        canvas.drawRightString(x + 6 * mm, y, str(place + 1))
        canvas.setFont("Courier-Bold", 13)
        canvas.drawString(x + 9 * mm, y, word)
    return top - rows * _ROW_MM * mm


def _draw_line_and_code(canvas: Canvas, sheet: RecoverySheet, top: float) -> None:
    canvas.setFont("Courier-Bold", 11)
    canvas.drawString(_MARGIN_MM * mm, top - 5 * mm, sheet.secret)
    code = QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(sheet.secret)
    modules = code.get_matrix()
    left, upper = (_MARGIN_MM + 4 * _MODULE_MM) * mm, top - 14 * mm
    for row, line in enumerate(modules):
        for column, is_dark in enumerate(line):
            if is_dark:
                canvas.rect(
                    left + column * _MODULE_MM * mm,
                    upper - (row + 1) * _MODULE_MM * mm,
                    _MODULE_MM * mm,
                    _MODULE_MM * mm,
                    stroke=0,
                    fill=1,
                )
