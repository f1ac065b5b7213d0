"""The one shadow: it is there for as long as what casts it."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QFrame, QWidget

from outreach_app.look.shadow import cast_shadow


def test_a_shadow_darkens_the_ground_below_what_casts_it(qtbot, wide_theme):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.setStyleSheet("background: #ffffff")
    ground.resize(300, 300)
    sheet = QFrame(ground)
    sheet.setGeometry(50, 50, 200, 100)
    cast_shadow(sheet, wide_theme)
    gc.collect()
    ground.show()
    seen = ground.grab().toImage()
    assert seen.pixelColor(150, 155).lightness() < 250
    assert seen.pixelColor(150, 290).lightness() == 255
