"""What stands above every screen: the demo's ribbon and the top bar, in the colours of the screen below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from outreach_app.kiosk.bars import TopBar, ribbon_strip
from outreach_app.kiosk.staff_bar import StaffBar
from outreach_app.language import Sayable
from outreach_app.look.arranging import Part, column
from outreach_app.look.theme import Frame, Theme, frame_for

_SCHEMES = ("light", "attract")
_LOWEST_LANDSCAPE, _LOWEST_PORTRAIT = 600, 900
"""Px of height that the screens need at least, so many are left to them however low they shall be."""

_WORTH_LOWERING = 80
"""Px: less than this would change nothing for anybody's arm."""


def room_in(size: QSize, *, is_low: bool) -> tuple[Frame, int]:
    """The layout for a window, and how many px above it stay empty."""
    above = lowered_by(size) if is_low else 0
    return frame_for(QSize(size.width(), size.height() - above)), above


def lowered_by(size: QSize) -> int:
    """How far down a window's screens can begin, px, so that what is touched lies in its lower two thirds.

    A window that is no higher than its screens need is within reach as it is: then 0.
    """
    least = _LOWEST_PORTRAIT if size.height() > size.width() else _LOWEST_LANDSCAPE
    above = size.height() - max(size.height() * 2 // 3, least)
    return above if above >= _WORTH_LOWERING else 0


class Header(QWidget):
    """Ribbon and top bar.

    Args:
        theme: sizes and colours.
        wordmark, languages: of the campaign.
        ribbon: what stands on the strip above the bar, in place of the badge; ``None`` for no strip.
        above: px that stay empty above the bar, where the screen was lowered.

    Signals:
        help_wanted, leave_wanted, display_wanted: one of the bar's buttons was touched.
        language_chosen: carries the language's code.
    """

    help_wanted = Signal()
    leave_wanted = Signal()
    display_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, wordmark: Sayable, languages: tuple[str, ...], *, ribbon: Sayable | None, above: int
    ) -> None:
        super().__init__()
        self._bars = {
            scheme: TopBar(theme.in_scheme(scheme), wordmark, languages, shows_badge=ribbon is None, above=above)
            for scheme in _SCHEMES
        }
        stack = QWidget()
        self._choices = QStackedLayout(stack)
        for scheme, bar in self._bars.items():
            theme.in_scheme(scheme).dress(bar)
            bar.help_wanted.connect(self.help_wanted)
            bar.leave_wanted.connect(self.leave_wanted)
            bar.display_wanted.connect(self.display_wanted)
            bar.language_chosen.connect(self.language_chosen)
            self._choices.addWidget(bar)
        self._staff = StaffBar(theme.at_usual_size(), wordmark, above)
        self._choices.addWidget(self._staff)
        stack.setFixedHeight(theme.grid.top + above)
        # In a narrow window its one line has no room to grow.
        of_strip = theme.at_usual_size() if theme.frame is Frame.PORTRAIT else theme
        strip: tuple[Part, ...] = (ribbon_strip(of_strip, ribbon),) if ribbon is not None else ()
        self.setLayout(column(*strip, stack))

    def wear(self, scheme: str) -> None:
        """Take the colours of the screen below."""
        self._choices.setCurrentWidget(self._bars[scheme if scheme in self._bars else "light"])

    def wear_staff(self, line: Callable[[], Sayable]) -> None:
        """Show the staff's bar, with what is told of the event and the time, as the time goes on."""
        self._staff.follow(line)
        self._choices.setCurrentWidget(self._staff)

    def show_language(self, code: str) -> None:
        """Mark the language that is spoken."""
        for bar in self._bars.values():
            bar.show_language(code)
