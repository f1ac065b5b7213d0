"""Which printer and paper a table works with: what the set-up named, unless a lead chose otherwise in the settings."""

from __future__ import annotations

from outreach_app.visit.preferences import AS_SET_UP, NO_PRINTER, PAPER, PRINTER, Preferences
from outreach_app.visit.station_folder import StationSettings


def chosen_printer(settings: StationSettings, preferences: Preferences) -> tuple[str, str]:
    """The printer's name, empty for none, and the paper's."""
    printer, paper = preferences.choice(PRINTER), preferences.choice(PAPER)
    if printer == AS_SET_UP:
        printer = settings.printer
    return "" if printer == NO_PRINTER else printer, settings.paper if paper == AS_SET_UP else paper
