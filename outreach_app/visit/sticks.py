"""Where sticks and the usual folders are, and what of ours lies on them."""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

_MOST_FILES = 50
_MOST_FOLDERS = 200
_DEEPEST = 2
_MOUNTS = ("/media", "/run/media", "/mnt")


class Wanted(Enum):
    """What is looked for; the value is how such a file's name ends."""

    ENROLMENT = ".enrolment"
    CAMPAIGN = ".campaign"
    LAWMAKERS = ".lawmakers"
    SETUP = ".setup"
    RECEIPT = ".receipt"


def sticks() -> tuple[Path, ...]:
    """The folders of plugged-in sticks and cards, as far as this system tells; sorted."""
    if sys.platform == "win32":
        # A: and B: were for disks, and C: is the device itself.
        drives = (Path(f"{letter}:\\") for letter in string.ascii_uppercase[3:])
        return tuple(drive for drive in drives if drive.is_dir())
    if sys.platform == "darwin":
        return tuple(sorted(path for path in _folders_in(Path("/Volumes")) if not path.is_symlink()))
    found: set[Path] = set()
    for mount in _MOUNTS:
        for path in _folders_in(Path(mount)):
            # Desktop systems put them below the user's name, others right there.
            found.update(place for place in (path, *_folders_in(path)) if _is_mounted(place))
    return tuple(sorted(found))


def usual_folders() -> tuple[Path, ...]:
    """Where a person puts what they were sent: downloads, desktop, documents."""
    home = Path.home()
    return tuple(home / name for name in ("Downloads", "Desktop", "Documents") if (home / name).is_dir())


def found_in(places: Iterable[Path], wanted: Wanted) -> list[Path]:
    """The files of a kind in some folders and at most two folders below, newest first, fifty at most.

    Links are not followed, and hidden folders not entered.
    """
    found: list[tuple[float, Path]] = []
    for place in places:
        found += _look_through(place, wanted)
    return [path for _when, path in sorted(found, key=lambda each: (-each[0], str(each[1])))[:_MOST_FILES]]


def _look_through(place: Path, wanted: Wanted) -> list[tuple[float, Path]]:
    found: list[tuple[float, Path]] = []
    for seen, (folder, below, names) in enumerate(os.walk(place)):
        depth = len(Path(folder).relative_to(place).parts)
        below[:] = [] if depth >= _DEEPEST else sorted(name for name in below if not name.startswith((".", "$")))
        if seen >= _MOST_FOLDERS:
            break
        for name in names:
            path = Path(folder, name)
            if name.lower().endswith(wanted.value) and not name.startswith(".") and path.is_file():
                found.append((_changed_at(path), path))
    return found


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _folders_in(path: Path) -> list[Path]:
    try:
        return [entry for entry in path.iterdir() if entry.is_dir()]
    except OSError:
        return []


def _is_mounted(path: Path) -> bool:
    try:
        return os.path.ismount(path)
    except OSError:
        return False
