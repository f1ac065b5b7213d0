"""The words of the loop as large as there is room: for a table with larger text, or one that begins lower down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.attract_turns import TurnWords
from outreach_app.look.theme import Frame, Theme
from outreach_app.visit.playlist import Turn

_WIDTH_PX, _NARROW_PX = 560, 420


def usual_type(theme: Theme) -> Theme:
    """The theme whose sizes passers-by see at this table when nobody has changed anything."""
    # A wide window that begins lower is laid out as a low one, but what is read in it stays as large as it was.
    was_wide = theme.display.low and theme.frame is Frame.COMPACT
    return replace(theme.at_usual_size(), frame=Frame.LANDSCAPE if was_wide else theme.frame).in_scheme("attract")


def fitting_words(theme: Theme, campaign: Campaign) -> FittingWords:
    """The words in every size that may fit, the largest first; ``theme`` is the window's."""
    usual = usual_type(theme)
    sizes = [(usual, _width(usual))]
    if theme.is_large:
        sizes.insert(0, (replace(usual, display=theme.display), _width(usual)))
    if usual.frame is not Frame.COMPACT:
        sizes.append((replace(usual, frame=Frame.COMPACT), _NARROW_PX))
    return FittingWords([TurnWords(each, campaign, width) for each, width in sizes])


def _width(theme: Theme) -> int:
    return _NARROW_PX if theme.is_compact else _WIDTH_PX


class FittingWords(QWidget):
    """One turn in several sizes, of which the largest that fits is shown."""

    def __init__(self, sizes: Sequence[TurnWords]) -> None:
        super().__init__()
        self._sizes = list(sizes)
        self._stack = QStackedLayout(self)
        for words in self._sizes:
            self._stack.addWidget(words)

    def show_turn(self, turn: Turn) -> None:
        """Show a turn of words; the film is not among them."""
        for words in self._sizes:
            words.show_turn(turn)
        self._fit()

    @property
    def shows_goal(self) -> bool:
        """Whether the number of pledges stands here now, large."""
        return self._sizes[0].shows_goal

    def _fit(self) -> None:
        room = self.size()
        fitting = (words for words in self._sizes if _fits(words.needed(), room))
        self._stack.setCurrentWidget(next(fitting, self._sizes[-1]))

    @property
    def width_px(self) -> int:
        """How wide the widest of the sizes is."""
        return max(words.needed().width() for words in self._sizes)

    # -- the room is given, not asked for --------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW_PX, 0)

    def event(self, event: QEvent) -> bool:
        # Words in another language have other heights.
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _fits(needed: QSize, room: QSize) -> bool:
    return needed.width() <= room.width() and needed.height() <= room.height()
