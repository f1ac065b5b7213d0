"""A sheet laid over the screen, so that nothing of it can be read or reached until the sheet goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from outreach_app.kiosk.display_sheet import DisplaySheet
from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.screen_shelf import ScreenShelf
from outreach_app.language import Tongue
from outreach_app.look.words import speak


class Cover:
    """Holds the one sheet there may be, and what had the focus before it came.

    Args:
        window: whose child the sheet is.
        shelf: the screens it covers.
    """

    def __init__(self, window: QWidget, shelf: ScreenShelf) -> None:
        self._window, self._shelf = window, shelf
        # A sheet that stayed where the screen was would lie over the ways out.
        shelf.placed.connect(self._fit)
        self.sheet: IdleSheet | DisplaySheet | None = None
        self._focus_before: QWidget | None = None
        self._name_before = ""

    def lay(self, sheet: IdleSheet | DisplaySheet, tongue: Tongue, *, is_again: bool = False) -> None:
        """Lay a sheet over the screen, in place of the one that was there; again: one that was taken away to change."""
        if not is_again:
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

    def stay(self) -> None:
        """Cover what was made anew under the sheet, too."""
        if self.sheet is not None:
            self._shelf.cover()

    def _fit(self) -> None:
        if self.sheet is not None:
            self.sheet.setGeometry(self._shelf.geometry())

    def lift(self, shown: QWidget) -> None:
        """Take the sheet away; the screen is seen again."""
        if self.sheet is not None:
            self._shelf.setCurrentWidget(shown)
            self._drop()

    def give_focus_back(self) -> None:
        """Let the keyboard write to the same line again, or to its like where the screen was made anew."""
        before = self._focus_before
        if before is not None and not isValid(before):
            parts = (part for part in self._window.findChildren(QWidget) if part.isVisible())
            before = next((part for part in parts if part.accessibleName() == self._name_before != ""), None)
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
