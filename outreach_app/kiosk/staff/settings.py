"""Settings: each as it is declared, with its sentence. A change counts at once, or from the next visit on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout

from outreach_app.kiosk.page_names import PAGE_NAMES
from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.preference_row import PreferenceRow
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.background import Lane
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.preferences import FIRST_LANGUAGE, PREFERENCES, PRINTER, Preference, Value
from outreach_app.visit.visit import Visit


class SettingsScreen(StaffScreen):
    """Every preference, in the order of its declaration. What could not be kept is put back, and said so."""

    place = Place.SETTINGS
    steps = frozenset({Step.BACK, Step.CHANGE_PINS, Step.SAVE_TO_STICK})

    def __init__(
        self,
        theme: Theme,
        *,
        desk: PreferenceDesk,
        lane: Lane,
        languages: tuple[str, ...],
        today: Callable[[], date],
        papers: StaffPapers,
        find_printers: Callable[[], list[str] | None],
        printing: PrintDesk | None,
    ) -> None:
        super().__init__(
            theme,
            _("Settings"),
            _("Each is kept at once. Times count from now on, the rest from the next visit on."),
        )
        self._desk, self._lane, self._papers, self._printing = desk, lane, papers, printing
        self._find_printers = find_printers
        self._rows = {preference.key: PreferenceRow(theme, preference, today) for preference in PREFERENCES}
        self._rows[FIRST_LANGUAGE.key].offer_only(frozenset({FIRST_LANGUAGE.default, *languages}))
        for preference in PREFERENCES:
            self._rows[preference.key].changed.connect(partial(self._change, preference))
        pages = (self._bad_moments(),) if printing is not None else ()
        save = Button(theme, "secondary", _("Save to a stick"), icon="stick")
        save.clicked.connect(lambda: self.emits(Step.SAVE_TO_STICK))
        parts = column(*self._rows.values(), self._pins(), *pages, gap=theme.by_frame(12, 12, 8))
        self.lay_out(parts, end=(save,))

    def enter(self, visit: Visit) -> None:
        self._show()
        notice = self._desk.notice
        self.tell(notice if notice is not None else "", is_fault=notice is not None)
        # It asks the print service, which may take its time.
        self._lane.do(self._find_printers, self._offer_printers, self.tell_failure)

    def _offer_printers(self, names: list[str] | None) -> None:
        row = self._rows[PRINTER.key]
        row.offer_names(names or [])
        row.put(self._desk.now.value(PRINTER))
        self.say_anew(row)

    def _show(self) -> None:
        now = self._desk.now
        for preference in PREFERENCES:
            self._rows[preference.key].put(now.value(preference))
        self.say_anew(self)

    def _change(self, preference: Preference, value: Value) -> None:
        self._desk.put(
            self._lane,
            preference,
            value,
            lambda _kept: self.tell_done(_("Kept: {what}.", what=preference.label)),
            self._put_back,
        )

    def _pins(self) -> QFrame:
        """The way to other PINs."""
        theme, side = self.theme, self.theme.by_frame(24, 20, 16)
        change = Button(theme, "small", _("Choose new PINs"), icon="key")
        change.clicked.connect(lambda: self.emits(Step.CHANGE_PINS))
        title = Words(theme, "staff_title", _("PINs and recovery code"))
        line = Words(theme, "staff_body", _("Both PINs and the recovery code are replaced together, for this event."))
        return box("card", column(title, 2, line, 10, row(change, None), margins=(side, 12, side, 14)))

    # -- pages -----------------------------------------------------------------------------------------------------

    def _bad_moments(self) -> QFrame:
        """What a lead prints before the event and hopes never to need."""
        theme, grid = self.theme, QGridLayout()
        grid.setSpacing(10)
        columns = 1 if theme.is_portrait else 2
        for number, (name, what) in enumerate(PAGE_NAMES.items()):
            button = Button(theme, "small", what, icon="printer")
            button.clicked.connect(partial(self._print, name))
            grid.addWidget(button, number // columns, number % columns)
        side = theme.by_frame(24, 20, 16)
        title = Words(theme, "staff_title", _("Pages for bad moments"))
        line = Words(theme, "staff_body", _("Print them before the event. One page each: what to do, whom to call."))
        return box("card", column(title, 2, line, 10, grid, margins=(side, 12, side, 14)))

    def _print(self, name: str, _is_checked: bool = False) -> None:
        self.tell(_("The page is being made."))
        self._papers.page(self.tongue, name, self._send, self.tell_failure)

    def _send(self, pdf: bytes) -> None:
        job = self._printing.print_test_page(pdf) if self._printing is not None else None
        if job is None:
            self.tell(_("A page is on its way. Try again soon."), is_fault=True)
        else:
            self.tell_done(_("The page is on its way."))

    def _put_back(self, error: Exception) -> None:
        self._show()
        self.tell(getattr(error, "message", ""), is_fault=True)
