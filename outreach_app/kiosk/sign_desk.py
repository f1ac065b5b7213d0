"""Turning the sign on the door: it counts at once, and a pause is kept on the disk, in the book's own thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.look.background import Lane
from outreach_app.visit.open_sign import OpenSign, Standing
from outreach_app.visit.pause_note import end_pause, keep_pause

Done = Callable[[None], None]
Failed = Callable[[OutreachError], None]


class SignDesk:
    """Pauses the table and opens it. A disk that refuses keeps nobody from either; it counts until the next restart.

    Args:
        lane: where it is written.
        folder: the station's.
        sign: the sign.
    """

    def __init__(self, lane: Lane, folder: Path, sign: OpenSign) -> None:
        self._lane, self._folder, self._sign = lane, folder, sign

    def pause(self, done: Done, failed: Failed) -> None:
        """Pause at once; ``done`` is told when a restart would find it so."""
        self._sign.turn(Standing.PAUSED)
        self._lane.do(lambda: keep_pause(self._folder), done, failed)

    def open(self, done: Done, failed: Failed) -> None:
        """Open at once, from a pause or for the first time; ``done`` likewise."""
        self._sign.turn(Standing.OPEN)
        self._lane.do(lambda: end_pause(self._folder), done, failed)
