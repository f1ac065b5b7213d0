"""Codes on screen: a phone reads them, whatever the theme around them."""

from __future__ import annotations

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor

from outreach_app.handouts.codes import QUIET_ZONE
from outreach_app.look.code_plate import CodePlate
from tests.look.showing import picture, show

PAYLOADS = (
    "tel:988",
    "https://takeitdown.childfund.org/",
    "https://www.house.gov/representatives/find-your-representative",
    "https://www.example.org/" + "a-long-way/" * 12,
)


def read_code(image):
    """What the codes in a picture say, as a phone reads them."""
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")
    with Image.open(BytesIO(written.data().data())) as grey:
        return [code.text for code in zxingcpp.read_barcodes(grey.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("scheme", ["light", "attract", "high_contrast"])
@pytest.mark.parametrize("side", [0, 200, 333])
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_the_code_that_is_seen_says_its_payload(qtbot, wide_theme, payload, side, scheme):
    plate = show(qtbot, wide_theme.in_scheme(scheme), CodePlate(wide_theme.in_scheme(scheme), payload, "Page", side))
    plate.resize(plate.sizeHint())
    assert read_code(picture(plate)) == [payload]


@pytest.mark.parametrize("bordered", [False, True])
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_each_module_is_at_least_four_pixels_and_the_quiet_zone_is_white(qtbot, wide_theme, payload, bordered):
    plate = show(qtbot, wide_theme, CodePlate(wide_theme, payload, "Page", 120, bordered=bordered))
    plate.resize(plate.sizeHint())
    image = picture(plate)
    white = QColor("white").rgb()
    edge = 4 if bordered else 0  # the hairline with its round corners
    dark = [
        (x, y)
        for y in range(edge, image.height() - edge)
        for x in range(edge, image.width() - edge)
        if image.pixel(x, y) != white
    ]
    finder_row = min(y for _, y in dark)
    quiet = min(x for x, _ in dark)
    run = next(x for x in range(quiet, image.width()) if image.pixel(x, finder_row) == white) - quiet
    module = run / 7
    assert module >= 4
    assert module == int(module)
    assert min(quiet, finder_row) >= QUIET_ZONE * module == 4 * module
    assert image.width() - 1 - max(x for x, _ in dark) >= 4 * module
    assert image.height() - 1 - max(y for _, y in dark) >= 4 * module


def test_a_plate_is_never_smaller_than_the_design_asks(qtbot, wide_theme):
    plate = show(qtbot, wide_theme, CodePlate(wide_theme, "tel:988", "Call"))
    assert plate.sizeHint().width() >= 29 * 4
    assert plate.sizeHint().width() >= 116
    assert plate.accessibleName() == "Call"
