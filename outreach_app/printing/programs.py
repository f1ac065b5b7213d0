"""Running the system's printing programs, each with a time limit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SECONDS = 8.0
"""CUPS answers in a hundredth of one; a server that is gone for good may take as long as it likes."""


class ProgramMissing(Exception):
    """The system has no such program."""


class ProgramSilent(Exception):
    """It gave no answer in time."""


@dataclass(frozen=True)
class Said:
    """What a program answered; ``code`` is 0 when it is content."""

    code: int
    text: str


RunProgram = Callable[[Sequence[str], bytes], Said]
"""Runs a program with arguments and bytes for its standard input; may raise ProgramMissing or ProgramSilent."""


def run_program(arguments: Sequence[str], given: bytes) -> Said:
    """Run it in plain English, whatever the device's language, and without a terminal that it could ask on.

    Raises:
        ProgramMissing: there is no such program.
        ProgramSilent: it took too long, or could not be started.
    """
    environment = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
    try:
        done = subprocess.run(
            list(arguments),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_SECONDS,
            start_new_session=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise ProgramMissing(arguments[0]) from error
    except (subprocess.TimeoutExpired, OSError) as error:
        raise ProgramSilent(arguments[0]) from error
    return Said(done.returncode, done.stdout.decode("utf-8", "replace"))
