"""The language this device speaks, before anybody has chosen one."""

from __future__ import annotations

from locale import getlocale

from outreach_app.language import SOURCE_LANGUAGE


def device_language() -> str:
    """Its code, such as ``es``; the program's own where the system names none."""
    return (getlocale()[0] or SOURCE_LANGUAGE)[:2]
