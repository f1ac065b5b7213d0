"""A bundle for whoever helps from afar: versions, checks and the log. Nothing that a visitor typed, and no secret.

What goes in is named here, file by file, so that nothing can slip in with a folder: the log holds only sentences of
ours (see ``log_book``), the checks hold counts, and the home folder's path, which bears a person's name, is cut out.
"""

from __future__ import annotations

import json
import platform
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from outreach_app import __version__
from outreach_app.domain.checks import Check
from outreach_app.errors import FolderError
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.log_book import LOG_NAME

_MOST_LOG_BYTES = 1024 * 1024
_PARTS = ("PySide6-Essentials", "apsw-sqlite3mc", "PyNaCl", "reportlab", "qrcode")
_LOG_LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (WARNING|ERROR|CRITICAL) outreach_app[a-z0-9_.]*: ")


def write_bundle(out: Path, checks: dict[str, Sequence[Check]], log_folders: Sequence[Path], now: datetime) -> Path:
    """Write the bundle as one ZIP file.

    Args:
        out: its path, ending in ``.zip``.
        checks: by what was looked at, such as ``device`` and ``station``.
        log_folders: where logs lie; older ones beside them are taken along.
        now: when it is made.

    Raises:
        FolderError: it is named otherwise.
        StorageFull, StorageFailed: the disk or stick refuses.
    """
    if out.suffix != ".zip":
        raise FolderError(_("A bundle ends in {suffix}. Name it so.", suffix=".zip"))
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("versions.json", json.dumps(_versions(now), indent=2))
        for name, rows in checks.items():
            archive.writestr(f"checks-{name}.json", json.dumps([_told(row) for row in rows], indent=2))
        for number, folder in enumerate(log_folders, start=1):
            archive.writestr(f"log-{number}.txt", _log(folder))
    return DurableFolder(out.parent).keep(out.name, [held.getvalue()], lambda _copy: None)


def _versions(now: datetime) -> dict[str, object]:
    from importlib.metadata import PackageNotFoundError, version

    parts = {}
    for name in _PARTS:
        try:
            parts[name] = version(name)
        except PackageNotFoundError:
            parts[name] = "missing"
    return {
        "outreach": __version__,
        "made": now.isoformat(timespec="minutes"),
        "python": platform.python_version(),
        # Not platform.node(): people name their devices after themselves.
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "parts": parts,
    }


def _told(check: Check) -> dict[str, str | None]:
    say = Tongue(SOURCE_LANGUAGE).say
    remedy = None if check.remedy is None else _without_home(say(check.remedy))
    return {"code": check.code, "level": check.level.value, "text": _without_home(say(check.text)), "remedy": remedy}


def _log(folder: Path) -> str:
    """The lines that our own log wrote; whatever else stands in such a file is left out."""
    text = ""
    for path in sorted(folder.glob(f"{LOG_NAME}*"), reverse=True):
        try:
            with path.open("rb") as file:
                text += file.read(_MOST_LOG_BYTES).decode("utf-8", "replace")
        except OSError:
            text += ""
    return _without_home("".join(f"{line}\n" for line in text.splitlines() if _LOG_LINE.match(line)))


def _without_home(text: str) -> str:
    return text.replace(str(Path.home()), "~")
