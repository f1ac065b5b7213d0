"""One program at a time in a folder: a second copy is refused at once, and a crash leaves no lock behind."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from outreach_app.errors import BookBusy, FolderError
from outreach_app.language import _

LOCK_NAME = "in-use"
_IN_USE = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class FolderLock:
    """Holds a folder until :meth:`release`, or until the program ends in whatever way.

    The operating system's own lock on a file in it; the file says nothing and may stay.

    Args:
        folder: it must be there.

    Raises:
        BookBusy: another program holds it.
        FolderError: the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._handle: int | None = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else type(error).__name__
            raise FolderError(
                _("{folder} cannot be written: {reason}. Check the rights to it.", folder=str(folder), reason=reason)
            ) from error
        try:
            _lock(self._handle)
        except OSError as error:
            self.release()
            if error.errno not in _IN_USE:
                # A file system without locks, such as some network drives: the book has a lock of its own.
                return
            raise BookBusy(
                _("This station is open already, in another window of this program. Go on there, or close it first.")
            ) from error

    def release(self) -> None:
        """Let another program have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_in_use(folder: Path) -> bool:
    """Whether a program holds a folder now."""
    try:
        FolderLock(folder).release()
    except (BookBusy, FolderError):
        return True
    return False


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
