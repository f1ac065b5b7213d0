"""A folder in memory where the system has one, for tests that need no real disk, only many files."""

from __future__ import annotations

from pathlib import Path

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only a place for TemporaryDirectory
QUICK = str(_IN_MEMORY) if _IN_MEMORY.is_dir() else None
"""For ``tempfile.TemporaryDirectory(dir=QUICK)``."""
