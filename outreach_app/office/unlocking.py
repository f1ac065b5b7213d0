"""Where a passphrase comes from: a file that scripts name, or a person who is asked."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import OpeningError
from outreach_app.language import _

FEW_LETTERS = 12
"""A passphrase with fewer is short, and told so."""
_MOST_BYTES = 4096
_STANDARD_INPUT = Path("-")


@dataclass(frozen=True)
class Unlocking:
    """How this command comes by the office's passphrase.

    Attributes:
        file: its first line is the passphrase, ``-`` for standard input; ``None`` to ask.
        ask: asks at the terminal and returns what was typed.
    """

    file: Path | None
    ask: Callable[[], str]

    def words(self) -> str:
        """The passphrase, in one Unicode spelling (NFC), without its line end.

        Raises:
            OpeningError: the file cannot be read, or nothing was given.
        """
        text = self.ask() if self.file is None else _first_line(self.file)
        if not text:
            raise OpeningError(_("A passphrase is needed, and none was given."))
        return unicodedata.normalize("NFC", text)


def _first_line(file: Path) -> str:
    try:
        if file == _STANDARD_INPUT:
            read = sys.stdin.buffer.read(_MOST_BYTES)
        else:
            with file.open("rb") as held:
                read = held.read(_MOST_BYTES)
        lines = read.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OpeningError(
            _("The passphrase file {file} cannot be read. It must hold one line of text.", file=file.name)
        ) from error
    return lines[0] if lines else ""
