"""Without a window manager, as where X starts nothing but the kiosk, it fills the screen all the same."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.kiosk.x_server import display

__all__ = ["display"]

FILL_THE_SCREEN = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from outreach_app.kiosk.opening import _show

application = QApplication([])
window = QWidget()
_show(window, None)
QTest.qWait(500)
print(window.windowHandle().geometry().getRect() == application.primaryScreen().geometry().getRect())
"""


def test_it_fills_the_screen(display):
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
    shown = subprocess.run(
        [sys.executable, "-c", FILL_THE_SCREEN], env=environment, capture_output=True, text=True, timeout=60
    )
    assert shown.stdout.strip() == "True", shown.stderr
