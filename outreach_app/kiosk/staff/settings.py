"""Settings: each as it is declared, with its sentence. A change counts at once, or from the next visit on."""

from __future__ import annotations

from functools import partial

from outreach_app.kiosk.preference_desk import PreferenceDesk
from outreach_app.kiosk.preference_row import PreferenceRow
from outreach_app.kiosk.staff_screen import StaffScreen
from outreach_app.language import _
from outreach_app.look.arranging import column
from outreach_app.look.background import Lane
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.preferences import PREFERENCES, Preference, Value
from outreach_app.visit.visit import Visit


class SettingsScreen(StaffScreen):
    """Every preference, in the order of its declaration. What could not be kept is put back, and said so."""

    place = Place.SETTINGS
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, desk: PreferenceDesk, lane: Lane) -> None:
        super().__init__(
            theme,
            _("Settings"),
            _("Each is kept at once. Times count from now on, the rest from the next visit on."),
        )
        self._desk, self._lane = desk, lane
        self._rows = {preference.key: PreferenceRow(theme, preference) for preference in PREFERENCES}
        for preference in PREFERENCES:
            self._rows[preference.key].changed.connect(partial(self._change, preference))
        self.lay_out(column(*self._rows.values(), gap=theme.by_frame(12, 12, 8)))

    def enter(self, visit: Visit) -> None:
        self._show()
        notice = self._desk.notice
        self.tell(notice if notice is not None else "", is_fault=notice is not None)

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
            lambda _kept: self.tell(_("Kept: {what}.", what=preference.label)),
            self._put_back,
        )

    def _put_back(self, error: Exception) -> None:
        self._show()
        self.tell(getattr(error, "message", ""), is_fault=True)
