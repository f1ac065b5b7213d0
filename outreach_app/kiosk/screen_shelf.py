"""The screens of one visit: made when needed or a little ahead, and taken apart when nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from outreach_app.kiosk.screen import Screen
from outreach_app.look.scrolling import ScrollArea
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place

_AHEAD_MS = 15
"""Between one screen made ahead and the next, so that a touch in between is heard at once."""

_SWEEP_MS = 40
"""After a visit, before its widgets are taken apart: long enough for the next screen to be painted first."""


class ScreenShelf(QStackedWidget):
    """Holds a screen for each place and shows one of them.

    Args:
        makers: how each place's screen is made, likeliest first.
        welcome: called with each screen that was made, to dress it, hear it and let it speak.
        unheard: what building is wrapped in, so that nobody takes its events for a person.

    Signals:
        placed: it lies elsewhere in the window now, or is of another size.
    """

    placed = Signal()

    def __init__(
        self,
        makers: Mapping[Place, Callable[[Theme], Screen]],
        welcome: Callable[[Screen], None],
        unheard: Callable[[], AbstractContextManager[None]],
    ) -> None:
        super().__init__()
        self._makers = makers
        self._welcome = welcome
        self._unheard = unheard
        self._theme: Theme | None = None
        self._screens: dict[Place, Screen] = {}
        self._gone: list[Screen] = []
        self._wanted: list[Place] = []
        self._blank = QWidget()
        self.addWidget(self._blank)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._make_one_ahead)
        self._sweep = QTimer(self, singleShot=True, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self.sweep)

    def lay_out_for(self, theme: Theme) -> None:
        """Make screens for another theme or shape of window from now on; those that were made go."""
        self.drop()
        self._theme = theme

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def at(self, place: Place) -> Screen:
        """The screen of a place, made now if it is not there yet."""
        screen = self._screens.get(place)
        if screen is None:
            assert self._theme is not None  # noqa: S101 - the window lays out before it shows anything
            screen = self._makers[place](self._theme)
            self._screens[place] = screen
            self.addWidget(screen)
            self._welcome(screen)
        return screen

    def make_ahead(self, places: Collection[Place]) -> None:
        """Begin to make those of these screens that are missing, one at a time. Each holds about 2 MB until dropped."""
        self._wanted = [place for place in self._makers if place in places]
        self._ahead.start()

    @property
    def is_ahead(self) -> bool:
        """Whether all that was wanted ahead is made."""
        return all(place in self._screens for place in self._wanted)

    def _make_one_ahead(self) -> None:
        missing = [place for place in self._wanted if place not in self._screens]
        if missing:
            with self._unheard():
                self.lay_out(self.at(missing[0]))
            self._ahead.start()

    def lay_out(self, screen: Screen) -> None:
        """Style a screen and put its parts in their places now; Qt would do so only once it is to be seen."""
        screen.resize(self.size())
        for part in (screen, *screen.findChildren(QWidget)):
            part.ensurePolished()
        layout = screen.layout()
        if layout is not None:
            layout.activate()
        for area in screen.findChildren(ScrollArea):
            area.lay_out_ahead()

    def drop(self, *, keeping: Place | None = None) -> None:
        """Throw the screens away: each drops what it holds of the visit now, its widgets as soon as nobody waits."""
        kept = self.at(keeping) if keeping is not None else None
        # Taking the shown one away would show each of the others in turn, laid out and with the focus.
        self.setCurrentWidget(kept or self._blank)
        for screen in self._screens.values():
            if screen is not kept:
                screen.leave()
                screen.hide()
                self._gone.append(screen)
        self._screens = {keeping: kept} if keeping is not None and kept is not None else {}
        self._sweep.start()

    def cover(self) -> None:
        """Show a blank page in place of the screen, so that nothing of it can be read or reached."""
        self.setCurrentWidget(self._blank)

    def sweep(self) -> None:
        """Take apart what was thrown away."""
        self._sweep.stop()
        with self._unheard():
            for screen in self._gone:
                self.removeWidget(screen)
                screen.deleteLater()
        self._gone = []
