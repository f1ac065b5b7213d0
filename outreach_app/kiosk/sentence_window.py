"""One sentence in a small window, for whoever touches the program's icon and has no terminal to read it on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from outreach_app.kiosk.device_language import device_language
from outreach_app.language import SOURCE_LANGUAGE, Message, Tongue, _
from outreach_app.look.arranging import column, row
from outreach_app.look.button import Button
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak
from outreach_app.theme_tokens import read_tokens

LANGUAGES = ("en", "es")
STAYS_SECONDS = 20
"""Then it goes by itself: it may stand before a table that visitors use."""

_WIDTH, _HEIGHT = 640, 260


class SentenceWindow(QWidget):
    """Says it above every other window, until it is closed or has stood there long enough.

    Args:
        sentence: what to say.
        gone: called once, when it has gone.
    """

    def __init__(self, sentence: Message, gone: Callable[[], None]) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self._gone, self._seconds = gone, 0
        theme = Theme(read_tokens())
        theme.dress(self)
        self.setObjectName("kiosk")
        code = device_language()
        tongue = Tongue(code if code in LANGUAGES else SOURCE_LANGUAGE)
        close = Button(theme, "primary", _("Close"))
        close.clicked.connect(self.close)
        said = row(Icon(theme, "notice", size=32), 16, Words(theme, "lead", sentence))
        said.setStretch(2, 1)
        self.setLayout(column(None, said, None, row(None, close), margins=(32, 28, 32, 24)))
        self.setWindowTitle(tongue.say(_("Pledge station")))
        self.resize(_WIDTH, _HEIGHT)
        speak(self, tongue)
        # Once a second, so that Python hears it too when the system wants the program to end.
        tick = QTimer(self, interval=1_000)
        tick.timeout.connect(self._count)
        tick.start()

    def _count(self) -> None:
        self._seconds += 1
        if self._seconds >= STAYS_SECONDS:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self._gone()
