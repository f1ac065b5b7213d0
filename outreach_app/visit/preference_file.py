"""Preferences on disk: whole or not at all, and the ones before them kept beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Message
from outreach_app.language import _
from outreach_app.visit.kept_twice import KeptTwice
from outreach_app.visit.preferences import PREFERENCES, Preferences, Value

PREFERENCES_NAME = "preferences.json"
BEFORE_NAME = "preferences.before.json"


@dataclass(frozen=True)
class ReadPreferences:
    """What was found, and what staff should know about it (``None`` for nothing)."""

    preferences: Preferences
    notice: Message | None


class PreferenceFile:
    """The two files of a station.

    Args:
        folder: the station's.
    """

    def __init__(self, folder: Path) -> None:
        self._files = KeptTwice(folder, PREFERENCES_NAME, BEFORE_NAME, _understood)

    def read(self) -> ReadPreferences:
        """What is set. Never fails: a table opens with what can be read."""
        if not self._files.is_there:
            return ReadPreferences(Preferences(), None)
        found = self._files.read()
        if found.value is None:
            return ReadPreferences(
                Preferences(), _("The settings could not be read. The table uses its own. Look through them once.")
            )
        if not found.is_from_copy:
            return _allowed(found.value)
        notice = _("The last settings could not be read. The table uses those from before. Look through them once.")
        return ReadPreferences(_allowed(found.value).preferences, notice)

    def keep(self, preferences: Preferences) -> None:
        """Put these in the place of the last ones, which stay beside them.

        Raises:
            StorageFull, StorageFailed: the disk refuses; what was set before still stands.
        """
        data = json.dumps(dict(preferences.values), indent=2, sort_keys=True).encode("ascii") + b"\n"
        self._files.keep(data)


def _understood(data: bytes) -> Mapping[str, object] | None:
    try:
        held = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def allowed_values(held: Mapping[str, object]) -> dict[str, Value]:
    """Whatever is known and allowed; a value out of range gives way to its default."""
    values: dict[str, Value] = {}
    for preference in PREFERENCES:
        value = held.get(preference.key)
        if isinstance(value, int | str) and preference.kind.allows(value):
            values[preference.key] = value
    return values


def _allowed(held: Mapping[str, object]) -> ReadPreferences:
    values = allowed_values(held)
    if values.keys() == held.keys():
        return ReadPreferences(Preferences(values), None)
    notice = _(
        "One or more settings were not understood, so those have their first value again. Look through them once."
    )
    return ReadPreferences(Preferences(values), notice)
