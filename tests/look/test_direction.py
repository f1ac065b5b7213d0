"""On a page that runs from right to left, texts, arrows and rows turn round; numbers and addresses do not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from outreach_app.language import Tongue, _
from outreach_app.look.arranging import holding, row
from outreach_app.look.button import Button
from outreach_app.look.direction import font_for, of_text, of_tongue, reach_beyond
from outreach_app.look.field import Field
from outreach_app.look.icon import paint_icon
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.signs import Progress, StepDots
from outreach_app.look.theme import load_fonts_for
from outreach_app.look.words import Words
from tests.look.showing import picture, show

ARABIC, ENGLISH = Tongue("ar"), Tongue("en")
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def turned(qtbot, wide_theme):
    """Show a widget on a page that runs from right to left."""
    load_fonts_for(["ar"])

    def make(widget, size):
        widget.setLayoutDirection(RIGHT)
        return show(qtbot, wide_theme, widget, size)

    return make


def inked(image: QImage) -> tuple[int, int]:
    """The first and the last column that is not ground, px."""
    ground = image.pixel(0, 0)
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    return columns[0], columns[-1]


def test_a_page_runs_as_its_language_does():
    assert of_tongue(ARABIC) is RIGHT
    assert of_tongue(ENGLISH) is LEFT


@pytest.mark.parametrize("text", ["202-555-0143", "(503) 555-0142", "ada@example.org", "Maria Aldous", "K7QD-4M2P"])
def test_numbers_addresses_and_latin_names_read_from_the_left_on_any_page(text):
    assert of_text(text, RIGHT) is LEFT


def test_arabic_reads_from_the_right_on_its_own_page():
    assert of_text("مكتبة 12", RIGHT) is RIGHT


def test_a_text_stands_at_the_right_edge_and_a_number_beside_it_too(turned, wide_theme):
    for text in ("مفتوحة", "202-555-0143"):
        words = turned(Words(wide_theme, "body", text), (600, 60))
        left, right = inked(picture(words))
        assert right > 590
        assert left > 300


def test_a_number_keeps_its_digits_in_order_on_a_page_from_the_right(turned, qtbot, wide_theme):
    there = turned(Words(wide_theme, "body", "(202) 555-0143", wraps=False), (200, 40))
    here = show(qtbot, wide_theme, Words(wide_theme, "body", "(202) 555-0143", wraps=False), (200, 40))
    first, last = inked(picture(there))
    start, end = inked(picture(here))
    assert picture(there).copy(first, 0, last - first, 40) == picture(here).copy(start, 0, end - start, 40)


@pytest.mark.parametrize("role", ["display", "figure", "h1", "title", "body", "min", "fault"])
def test_no_dot_and_no_tail_of_arabic_is_cut(turned, wide_theme, role):
    words = turned(Words(wide_theme, role, "أإلأ قحع غج ئى"), (900, 400))
    asked = words.heightForWidth(900)
    image = picture(words)
    ground = image.pixel(0, 399)
    painted = [y for y in range(400) if any(image.pixel(x, y) != ground for x in range(0, 900, 2))]
    assert max(painted) < asked, "a tail hangs out of the height that the text asks for"
    assert all(image.pixel(x, 0) == ground for x in range(900)), "a hamza is cut at the upper edge"


def test_joined_letters_have_no_tracking_and_fit_their_line(wide_theme):
    font = font_for("مفتوحة", wide_theme.font("display"), wide_theme.line_height("display"))
    assert font.letterSpacing() == 0
    assert font.pixelSize() * 1.2 <= wide_theme.line_height("display")
    assert font_for("Open", wide_theme.font("display"), 100) == wide_theme.font("display")
    assert reach_beyond("Open", font, 10) == 0


class Painted(QWidget):
    """One icon on a widget."""

    def __init__(self, theme, name):
        super().__init__()
        self._theme, self._name = theme, name

    def paintEvent(self, event):  # noqa: N802 - Qt's name
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(0, 0, 48, 48), self._theme.color("ink"))
        painter.end()


POINTING = [("arrow-left", True), ("chevron-right", True), ("phone", False), ("play", False)]


@pytest.mark.parametrize(("name", "turns"), POINTING)
def test_arrows_point_along_the_page_and_other_pictures_stay(turned, qtbot, wide_theme, name, turns):
    here = picture(show(qtbot, wide_theme, Painted(wide_theme, name), (48, 48)))
    there = picture(turned(Painted(wide_theme, name), (48, 48)))
    assert there == (here.flipped(Qt.Orientation.Horizontal) if turns else here)


def test_steps_and_progress_fill_from_the_right(turned, wide_theme):
    dots = turned(StepDots(wide_theme, 1, 4), (200, 40))
    image = picture(dots)
    accent = wide_theme.color("accent").rgb()
    lit = [x for x in range(image.width()) if image.pixel(x, 6) == accent]
    assert min(lit) > image.width() / 2
    bar = Progress(wide_theme, _("How close the goal is"))
    bar.advance(0.25)
    image = picture(turned(bar, (400, 12)))
    lit = [x for x in range(400) if image.pixel(x, 6) == accent]
    assert min(lit) >= 295


def test_the_digit_pad_keeps_its_keys_where_every_telephone_has_them(turned, wide_theme):
    page = turned(holding(row(Keypad(wide_theme))), (500, 460))
    keys = {key.text(): key.x() for key in page.findChildren(QPushButton)}
    assert keys["1"] < keys["2"] < keys["3"]


def test_digits_fill_their_boxes_from_the_left_and_the_boxes_stand_at_the_right(turned, wide_theme):
    boxes = turned(DigitBoxes(wide_theme, _("Your age in years"), 3, 2), (276, 100))
    boxes.put("2")
    image = picture(boxes)
    ground = image.pixel(0, 0)
    assert all(image.pixel(x, 50) == ground for x in range(80)), "a third box would stand here, and is not shown yet"
    ink = wide_theme.color("ink").rgb()
    lit = [x for x in range(276) for y in range(20, 80) if image.pixel(x, y) == ink]
    assert 96 < min(lit) < 180, "the digit is in the left one of the two boxes"


@pytest.mark.parametrize("kind", ["primary", "hero"])
def test_a_button_asks_for_the_width_its_arabic_word_needs(turned, wide_theme, kind):
    button = Button(wide_theme, kind, "أضف اسمك", icon="arrow-right", icon_after=True)
    button.speak(ARABIC)
    shown = turned(button, (button.sizeHint().width(), button.sizeHint().height()))
    room = shown.width() - 2 * shown._side - shown._icon_size() - shown._gap()
    flags = int(Qt.TextFlag.TextWordWrap)
    assert shown.fontMetrics().boundingRect(0, 0, room, 9999, flags, shown.text()).height() < 45


def test_an_address_reads_from_the_left_and_begins_beside_its_label(turned, wide_theme):
    for layout_name, direction in (("email", LEFT), ("digits", LEFT), ("letters", RIGHT)):
        field = turned(Field(wide_theme, "البريد", layout_name=layout_name), (400, 120))
        field.speak(ARABIC)
        line = field.findChild(QLineEdit)
        assert line.layoutDirection() is direction
        assert line.alignment() & Qt.AlignmentFlag.AlignRight
        field.speak(ENGLISH)
        assert line.alignment() & Qt.AlignmentFlag.AlignLeft


def test_the_letters_come_only_for_a_language_that_needs_them(wide_theme):
    load_fonts_for(["ar"])
    before = len(QFontDatabase.families())
    load_fonts_for(["en", "es"])
    load_fonts_for(["ar"])
    assert len(QFontDatabase.families()) == before
    assert "Outreach Arabic" in QFontDatabase.families()
