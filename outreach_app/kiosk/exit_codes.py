"""What a window's event loop ends with, for whoever opens the next window."""

from __future__ import annotations

EXIT_TO_EVENTS = 3
"""A table's window ends with this when the lead wants the device's list of events."""
