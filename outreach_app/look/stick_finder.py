"""What Qt knows of the sticks that are plugged in: their names, their room, and whether they can be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from outreach_app.visit.stick import Stick
from outreach_app.visit.sticks import sticks


def find_sticks(folders: Iterable[Path] | None = None) -> tuple[Stick, ...]:
    """The sticks that are there now.

    Args:
        folders: where they are; the system's own list by default.
    """
    found = []
    for folder in sticks() if folders is None else folders:
        storage = QStorageInfo(str(folder))
        if storage.isValid() and storage.isReady():
            name = storage.name() or folder.name or str(folder)
            found.append(Stick(folder, name, storage.bytesAvailable(), not storage.isReadOnly()))
    return tuple(found)
