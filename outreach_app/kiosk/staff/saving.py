"""Pages and a report onto a stick: for a table without a printer, and for whoever helps from afar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout

from outreach_app.errors import OutreachError
from outreach_app.kiosk.page_names import PAGE_NAMES
from outreach_app.kiosk.saving_desk import SavingDesk
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.kiosk.stick_chooser import StickChooser
from outreach_app.language import _
from outreach_app.look.arranging import column
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.stick import Stick
from outreach_app.visit.visit import Visit

_NEEDED_BYTES = 4_000_000
"""More than any of these takes."""


class SavingScreen(StaffScreen):
    """One touch each, and the name of the file that it made."""

    place = Place.SAVING
    steps = frozenset({Step.BACK})

    def __init__(
        self, theme: Theme, *, saving: SavingDesk, station: str, find_sticks: Callable[[], tuple[Stick, ...]]
    ) -> None:
        super().__init__(
            theme,
            _("Save to a stick"),
            _("Pages to print elsewhere, and a report for whoever helps. Nothing of any visitor is in them."),
        )
        self._saving = saving
        self._is_busy = False
        self._buttons: list[Button] = []
        self._sticks = StickChooser(theme, find_sticks, lambda stick: stick.fault(_NEEDED_BYTES, station))
        self._sticks.judged.connect(self._allow)
        pages = QGridLayout()
        pages.setSpacing(theme.space("s2"))
        columns = 2 if theme.is_portrait else 3
        for place, (name, what) in enumerate(PAGE_NAMES.items()):
            button = Button(theme, "staff", what)
            button.clicked.connect(partial(self._save_page, name))
            pages.addWidget(button, place // columns, place % columns)
            self._buttons.append(button)
        report = Button(theme, "staff", _("Report for whoever helps"))
        report.clicked.connect(self._save_report)
        self._buttons.append(report)
        last = len(PAGE_NAMES)
        pages.addWidget(report, last // columns, last % columns)
        told = Words(theme, "staff_title", _("What to save"))
        self.lay_out(column(self._sticks, theme.space("s4"), told, theme.space("s2"), pages))

    def desk_button(self) -> Button:
        """The way back leads to the settings, from where one comes here."""
        button = Button(self.theme, "secondary", _("Back"), icon="arrow-left")
        button.clicked.connect(lambda: self.emits(Step.BACK))
        return button

    def enter(self, visit: Visit) -> None:
        self._is_busy = False
        self.tell("")
        self._sticks.begin()

    def leave(self) -> None:
        self._sticks.rest()

    def _allow(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._sticks.serving is not None and not self._is_busy)

    def _save_page(self, name: str, _is_checked: bool = False) -> None:
        stick = self._begin()
        if stick is not None:
            self._saving.save_page(self.tongue, name, stick.path, partial(self._done, stick), self._failed)

    def _save_report(self) -> None:
        stick = self._begin()
        if stick is not None:
            self._saving.save_report(stick.path, partial(self._done, stick), self._failed)

    def _begin(self) -> Stick | None:
        stick = self._sticks.serving
        if stick is None or self._is_busy:
            return None
        self._is_busy = True
        self._allow()
        self.tell(_("It is being made. Leave the stick in."))
        return stick

    def _done(self, stick: Stick, file: str) -> None:
        self._is_busy = False
        self.tell(_("{file} is on {stick}. It is safe to remove the stick.", file=file, stick=stick.name))
        self._sticks.look()

    def _failed(self, error: OutreachError) -> None:
        self._is_busy = False
        self.tell_failure(error)
        self._sticks.look()
