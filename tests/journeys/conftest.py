"""Tables for the journeys, the same as for the screens, and the real printer."""

from __future__ import annotations

from tests.kiosk.conftest import set_a_table
from tests.printing.conftest import cups, cups_server, tray

__all__ = ["cups", "cups_server", "set_a_table", "tray"]
