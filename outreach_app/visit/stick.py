"""A stick as staff see it, and what speaks against copying pledges to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Message
from outreach_app.language import _

OFFICE_KEYS_NAME = "office.age"
"""The office's locked keys, which have no business near a table's pledges."""

_SPARE_BYTES = 1_000_000


@dataclass(frozen=True)
class Stick:
    """A stick or card that is plugged in.

    Attributes:
        path: its folder.
        name: what it is called, such as ``CAMPAIGN-A``.
        free_bytes: room on it.
        is_writable: false where the system says that it is write-protected.
    """

    path: Path
    name: str
    free_bytes: int
    is_writable: bool

    @property
    def holds_office_keys(self) -> bool:
        """Whether an office's locked keys lie on it, right there or in one of its folders."""
        return _holds_office_keys(self.path)

    def fault(self, needed_bytes: int) -> Message | None:
        """Why a table's file of this size should not go there, and what to do; ``None`` if it may."""
        if self.holds_office_keys:
            return _("This stick holds the office's keys. Take another one for the table, and lock this one away.")
        return self.room_fault(needed_bytes)

    def room_fault(self, needed_bytes: int) -> Message | None:
        """Why nothing of this size can be written there, and what to do; ``None`` if it can."""
        if not self.is_writable:
            return _("This stick cannot be written. Move its little switch, or take another stick.")
        if self.free_bytes < needed_bytes + _SPARE_BYTES:
            return _("This stick is full. Take another stick, or make room on it at a computer.")
        return None


def _holds_office_keys(path: Path) -> bool:
    try:
        return any((folder / OFFICE_KEYS_NAME).exists() for folder in (path, *_folders(path)))
    except OSError:
        return False


def _folders(path: Path) -> list[Path]:
    return [entry for entry in path.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
