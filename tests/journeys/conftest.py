"""Tables for the journeys: the same as for the screens."""

from __future__ import annotations

from tests.kiosk.conftest import set_a_table

__all__ = ["set_a_table"]
