"""A sheet laid over the screen, so that nothing of it can be read or reached until the sheet goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from outreach_app.domain.display import Display
from outreach_app.kiosk.display_sheet import DisplaySheet, changed_between
from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.screen_shelf import ScreenShelf
from outreach_app.language import Tongue
from outreach_app.look.theme import Theme
from outreach_app.look.words import speak


class Cover(QObject):
    """Makes and holds the one sheet there may be, and what had the focus before it came.

    Args:
        window: whose child the sheet is.
        shelf: the screens it covers.

    Signals:
        stayed: the visitor goes on where they were.
        started_over: they want to start anew.
        display_chosen: carries the :class:`Display` that is wanted from now on.
    """

    stayed = Signal()
    started_over = Signal()
    display_chosen = Signal(object)

    def __init__(self, window: QWidget, shelf: ScreenShelf) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        # A sheet that stayed where the screen was would lie over the ways out.
        shelf.placed.connect(self._fit)
        self.sheet: IdleSheet | DisplaySheet | None = None
        self._focus_before: QWidget | None = None
        self._name_before = ""

    def ask(self, theme: Theme, tongue: Tongue, left: int, whole: int) -> None:
        """Ask whether anybody is there, with the seconds left of the whole countdown."""
        sheet = self.sheet if isinstance(self.sheet, IdleSheet) else self._lay_question(theme, tongue)
        sheet.show_left(left, whole)

    def _lay_question(self, theme: Theme, tongue: Tongue) -> IdleSheet:
        sheet = IdleSheet(theme)
        sheet.stayed.connect(self.stayed)
        sheet.started_over.connect(self.started_over)
        self._lay(sheet, tongue)
        sheet.take_focus()
        return sheet

    def offer(self, theme: Theme, tongue: Tongue, display: Display, *, may_be_lower: bool) -> None:
        """Offer the choices for the screen; the focus is on what was just changed, or on the first."""
        before = self.sheet.display if isinstance(self.sheet, DisplaySheet) else display
        sheet = DisplaySheet(theme, display, may_be_lower=may_be_lower)
        sheet.chosen.connect(self.display_chosen)
        sheet.done.connect(self.stayed)
        self._lay(sheet, tongue)
        sheet.take_focus(changed_between(before, display))

    def lay_anew(self, theme: Theme, tongue: Tongue, display: Display, *, may_be_lower: bool) -> None:
        """Make the sheet again, if there is one, as everything under it was made: for another shape or display."""
        if isinstance(self.sheet, IdleSheet):
            left = self.sheet.left
            self._lay_question(theme, tongue).show_left(*left)
        elif self.sheet is not None:
            self.offer(theme, tongue, display, may_be_lower=may_be_lower)

    def _lay(self, sheet: IdleSheet | DisplaySheet, tongue: Tongue) -> None:
        """Lay a sheet over the screen, in place of the one that was there."""
        if self.sheet is None:
            # What had the focus in a sheet goes with it.
            self._focus_before = QApplication.focusWidget()
            self._name_before = self._focus_before.accessibleName() if self._focus_before is not None else ""
        self._drop()
        sheet.setParent(self._window)
        sheet.setGeometry(self._shelf.geometry())
        speak(sheet, tongue)
        sheet.show()
        sheet.raise_()
        self._shelf.cover()
        self.sheet = sheet

    def _fit(self) -> None:
        if self.sheet is not None:
            self.sheet.setGeometry(self._shelf.geometry())

    def lift(self, shown: QWidget) -> None:
        """Take the sheet away; the screen is seen again."""
        if self.sheet is not None:
            self._shelf.setCurrentWidget(shown)
            self._drop()

    def give_focus_back(self, shown: QWidget) -> None:
        """Let the keyboard write to the same line again, or to its like where the screen was made anew."""
        before = self._focus_before
        if before is not None and not isValid(before):
            parts = (part for part in self._window.findChildren(QWidget) if part.isVisible())
            like = (part for part in parts if part.accessibleName() == self._name_before != "")
            # In another language nothing bears that name; then it goes where the new screen wants it.
            before = next(like, None) or shown.focusWidget()
        if before is not None:
            before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def forget_focus(self) -> None:
        """The visit is over, and its lines are gone."""
        self._focus_before, self._name_before = None, ""

    def _drop(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
