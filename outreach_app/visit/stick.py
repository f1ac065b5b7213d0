"""A stick as staff see it, and what speaks against copying pledges to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Message
from outreach_app.language import _
from outreach_app.pledge_book.copying_out import leftovers
from outreach_app.visit.said_size import said_size

OFFICE_KEYS_NAME = "office.age"
"""The office's locked keys, which have no business near a table's pledges."""

_SPARE_BYTES = 100_000
"""For what a stick rounds up and notes for itself."""


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

    def fault(self, needed_bytes: int, station: str | None = None) -> Message | None:
        """Why a table's file of this size should not go there, and what to do; ``None`` if it may.

        Args:
            needed_bytes: what is to be written.
            station: its id: what its own copies left there unfinished is cleared away first, and counts as room.
        """
        return self.keys_fault or self.room_fault(needed_bytes, station)

    def room_fault(self, needed_bytes: int, station: str | None = None) -> Message | None:
        """Why nothing of this size can be written there, and what to do; ``None`` if it can."""
        if not self.is_writable:
            return _("{stick} cannot be written. Move its little switch, or take another stick.", stick=self.name)
        unfinished = leftovers(self.path, station) if station is not None else ()
        if self.free_bytes + sum(map(_size_of, unfinished)) < needed_bytes + _SPARE_BYTES:
            return _(
                "{stick} is full: {needed} are needed. Take another stick, or make room on it at a computer.",
                stick=self.name,
                needed=said_size(needed_bytes + _SPARE_BYTES),
            )
        return None

    @property
    def keys_fault(self) -> Message | None:
        """What to do with a stick that has no business at a table at all, not even to be read."""
        if not self.holds_office_keys:
            return None
        return _(
            "{stick} holds the office’s keys. Take another one for the table, and lock this one away.", stick=self.name
        )


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _holds_office_keys(path: Path) -> bool:
    try:
        return any((folder / OFFICE_KEYS_NAME).exists() for folder in (path, *_folders(path)))
    except OSError:
        return False


def _folders(path: Path) -> list[Path]:
    return [entry for entry in path.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
