"""What a station writes down about itself: what went wrong and where, never about whom.

The text of an unforeseen error may hold what a visitor typed (``invalid literal for int(): 'Ana'``). So of an error
only its kind and the line of our code are written, and a record's own text is one of ours.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "station.log"
_LARGEST_BYTES = 256 * 1024
_OLDER_FILES = 3
_PACKAGE = Path(__file__).resolve().parent.parent


def kind_and_place(error: BaseException) -> str:
    """Its kind and the innermost line of ours that it passed, such as ``KeyError at visit/flow.py:93``."""
    place = "unknown"
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE):
            place = f"{file.relative_to(_PACKAGE).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


class NamelessFormatter(logging.Formatter):
    """Writes time, level and sentence; of an error that came along, only its kind and place."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One line of the log."""
        told = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        line = super().format(told)
        error = record.exc_info[1] if record.exc_info else None
        return f"{line} ({kind_and_place(error)})" if error is not None else line


def keep_log(folder: Path) -> logging.Handler:
    """Write warnings and worse to ``station.log`` in a folder, a megabyte at most; close it with :func:`close_log`.

    Raises:
        OSError: the folder cannot be written.
    """
    handler = RotatingFileHandler(
        folder / LOG_NAME, maxBytes=_LARGEST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(NamelessFormatter())
    logging.getLogger("outreach_app").addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing to a log."""
    logging.getLogger("outreach_app").removeHandler(handler)
    handler.close()
