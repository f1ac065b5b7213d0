"""The bar above the staff's screens: whose desk this is, which event, which day and time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from outreach_app.language import Sayable, _
from outreach_app.look.arranging import row
from outreach_app.look.motif import Mark
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words

_AGAIN_MS = 5_000
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class StaffBar(QWidget):
    """Wordmark, *Staff desk*, and what is told of the event and the time.

    Args:
        theme: sizes and colours.
        wordmark: the campaign's.
        above: px that stay empty above it.
    """

    def __init__(self, theme: Theme, wordmark: Sayable, above: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "top-bar")
        self.setFixedHeight(theme.grid.top + above)
        divider = QFrame()
        divider.setProperty("box", "rule")
        divider.setFixedSize(1, 32)
        self._line = Words(theme, "staff_body", tone="quiet", align=Qt.AlignmentFlag.AlignRight)
        name = Words(theme, "wordmark", wordmark, tone="accent", wraps=False)
        if theme.is_portrait:
            name.hide()
        gap, side = theme.by_frame(32, 16, 20), theme.by_frame(40, 32, 24)
        layout = row(
            Mark(theme),
            theme.by_frame(10, 9, 10),
            name,
            gap,
            divider,
            theme.by_frame(20, 14, 16),
            Words(theme, "staff_strong", _("Staff desk"), wraps=False),
            gap,
            align=_MIDDLE,
            margins=(side, above, side, 0),
        )
        layout.addWidget(self._line, 1, _MIDDLE)
        self.setLayout(layout)
        self._read_line: Callable[[], Sayable] | None = None
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._tell)

    def follow(self, line: Callable[[], Sayable]) -> None:
        """Say which event it is, and when; the clock may be set while somebody looks."""
        self._read_line = line
        self._tell()
        self._again.start()

    def _tell(self) -> None:
        if self._read_line is not None:
            self._line.tell(self._read_line())
