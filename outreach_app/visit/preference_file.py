"""Preferences on disk: whole or not at all, and the ones before them kept beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import Message, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.preferences import PREFERENCES, Preferences, Value

PREFERENCES_NAME = "preferences.json"
BEFORE_NAME = "preferences.before.json"
_MOST_BYTES = 65_536


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
        self._folder = folder

    def read(self) -> ReadPreferences:
        """What is set. Never fails: a table opens with what can be read."""
        if not (self._folder / PREFERENCES_NAME).exists() and not (self._folder / BEFORE_NAME).exists():
            return ReadPreferences(Preferences(), None)
        latest = self._parsed(PREFERENCES_NAME)
        if latest is not None:
            return _allowed(latest)
        before = self._parsed(BEFORE_NAME)
        if before is None:
            return ReadPreferences(
                Preferences(), _("The settings could not be read. The table uses its own. Look through them once.")
            )
        notice = _("The last settings could not be read. The table uses those from before. Look through them once.")
        return ReadPreferences(_allowed(before).preferences, notice)

    def keep(self, preferences: Preferences) -> None:
        """Put these in the place of the last ones, which stay beside them.

        Raises:
            StorageFull, StorageFailed: the disk refuses; what was set before still stands.
        """
        folder = DurableFolder(self._folder, is_private=True)
        before = self._parsed(PREFERENCES_NAME)
        if before is not None:
            _keep(folder, BEFORE_NAME, before)
        _keep(folder, PREFERENCES_NAME, preferences.values)

    def _parsed(self, name: str) -> Mapping[str, object] | None:
        try:
            with (self._folder / name).open("rb") as file:
                held = json.loads(file.read(_MOST_BYTES + 1).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return held if isinstance(held, dict) else None


def _keep(folder: DurableFolder, name: str, values: Mapping[str, object]) -> None:
    data = json.dumps(dict(values), indent=2, sort_keys=True).encode("ascii") + b"\n"

    def check(file: BinaryIO) -> None:
        if file.read() != data:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    folder.keep(name, [data], check)


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
