"""The throwaway folders of demos, apart from the stations': a demo need not load those before its first picture."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from outreach_app.visit.folder_lock import is_in_use

DEMO_PREFIX = "outreach-demo-"


def wipe_crashed_demos(temporary: Path | None = None) -> int:
    """Erase what demos left that ended without closing; returns how many. One that runs now is let be."""
    wiped = 0
    for folder in (temporary or Path(tempfile.gettempdir())).glob(f"{DEMO_PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir() or is_in_use(folder):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        wiped += not folder.exists()
    return wiped
