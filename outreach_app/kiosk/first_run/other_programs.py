"""What a station has others do: the office's key maker, and the fetching of lawmakers, each a process of its own.

The station's code can open no pledge and reaches no network, and a set-up must not change that. So it starts the same
program anew with the command that can, hands it what was typed through its standard input, and reads what it answers.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from outreach_app.errors import FolderError
from outreach_app.language import LANGUAGE_VARIABLE, _

KEYS_FOLDER, SHEET_NAME = "outreach-office-keys", "outreach-recovery-sheet.pdf"
_ENROLMENT = "office.enrolment"
_LONGEST_SECONDS = 600
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


def make_office_keys(stick: Path, label: str, lock_words: str, language: str) -> Path:
    """Let the office's own program make its keys on a stick; nothing of them touches this device's disk.

    Args:
        stick: gets a folder with the locked keys and the enrolment, and beside it the recovery sheet to print.
        label: what the office calls itself.
        lock_words: what locks the keys; handed on through standard input, never on a command line.
        language: in which it says why it could not.

    Returns:
        the enrolment file.

    Raises:
        FolderError: they could not be made; the sentence is the program's own.
    """
    folder = stick / KEYS_FOLDER
    arguments = ["keys", "new", "--out", str(folder), "--sheet", str(stick / SHEET_NAME), "--label", label]
    _run([*arguments, "--passphrase-file", "-", "--json"], lock_words, language)
    return folder / _ENROLMENT


def fetch_lawmakers(out: Path, language: str) -> None:
    """Let a process of its own renew a list of lawmakers, whose ZIP codes stay.

    Args:
        out: the list; it is as before where anything goes wrong.
        language: in which it says why it could not.

    Raises:
        FolderError: it could not be fetched; the sentence is the program's own.
    """
    _run(["legislators", "update", "--out", str(out)], "", language)


def _run(arguments: list[str], typed: str, language: str) -> None:
    command = [sys.executable, "-m", "outreach_app", *arguments]
    try:
        ended = subprocess.run(
            command,
            input=typed.encode("utf-8"),
            capture_output=True,
            env={**os.environ, LANGUAGE_VARIABLE: language},
            timeout=_LONGEST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FolderError(_("This took too long, or could not be started. Try once more.")) from error
    if ended.returncode != 0:
        raise FolderError(_("It could not be done. {why}", why=plainly(ended.stderr.decode("utf-8", "replace"))))


def plainly(said: str) -> str:
    """The last line a command said, without its sentences on options: nobody at a screen can type one."""
    lines = said.strip().splitlines()
    sentences = _SENTENCE_END.split(lines[-1]) if lines else []
    return " ".join(sentence for sentence in sentences if " --" not in sentence)
