"""What a station has others do: the office's key maker, and the fetching of lawmakers, each a process of its own.

The station's code can open no pledge and reaches no network, and a set-up must not change that. So it starts the same
program anew with the command that can, hands it what was typed through its standard input, and reads what it answers.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from outreach_app.errors import FolderError
from outreach_app.language import _

KEYS_FOLDER, SHEET_NAME = "outreach-office-keys", "outreach-recovery-sheet.pdf"
_ENROLMENT = "office.enrolment"
_LONGEST_SECONDS = 600


def make_office_keys(stick: Path, label: str, lock_words: str) -> Path:
    """Let the office's own program make its keys on a stick; nothing of them touches this device's disk.

    Args:
        stick: gets a folder with the locked keys and the enrolment, and beside it the recovery sheet to print.
        label: what the office calls itself.
        lock_words: what locks the keys; handed on through standard input, never on a command line.

    Returns:
        the enrolment file.

    Raises:
        FolderError: they could not be made; the sentence is the program's own.
    """
    folder = stick / KEYS_FOLDER
    arguments = ["keys", "new", "--out", str(folder), "--sheet", str(stick / SHEET_NAME), "--label", label]
    _run([*arguments, "--passphrase-file", "-", "--json"], lock_words)
    return folder / _ENROLMENT


def fetch_lawmakers(out: Path) -> None:
    """Let a process of its own fetch the list of lawmakers.

    Raises:
        FolderError: it could not be fetched; the sentence is the program's own.
    """
    out.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _run(["legislators", "update", "--out", str(out)], "")


def _run(arguments: list[str], typed: str) -> None:
    command = [sys.executable, "-m", "outreach_app", *arguments]
    try:
        ended = subprocess.run(
            command,
            input=typed.encode("utf-8"),
            capture_output=True,
            timeout=_LONGEST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FolderError(_("This took too long, or could not be started. Try once more.")) from error
    if ended.returncode != 0:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FolderError(_("It could not be done. {why}", why=said[-1] if said else ""))
