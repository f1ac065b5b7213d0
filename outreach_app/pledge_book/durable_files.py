"""Files that are whole or not there: what it takes on Linux, macOS and Windows.

A folder entry is durable only after the folder is synced (Linux, macOS); Windows has no such call and journals the
entry itself. On macOS a plain fsync stops at the drive's cache, and ``F_FULLFSYNC`` goes through it.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import StorageFailed, StorageFull
from outreach_app.language import _

PARTIAL_SUFFIX = ".partial"
_CANNOT_BE_ASKED = frozenset({errno.EINVAL, errno.ENOTSUP})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class DurableFolder:
    """A folder, such as one on a stick, that files are put into whole.

    A test that pulls the power replaces the small steps; :meth:`keep` is their order.

    Args:
        path: the folder.
        is_private: files in it are for their owner's eyes alone, where the system knows owners.
    """

    def __init__(self, path: Path, *, is_private: bool = False) -> None:
        self.path = path
        self._mode = 0o600 if is_private else 0o644

    def keep(self, name: str, chunks: Iterable[bytes], check: Callable[[BinaryIO], None]) -> Path:
        """Write a file beside its final name, sync it, read it back, and only then give it its name.

        Args:
            name: the final name; a file of that name is replaced in one step.
            chunks: the content.
            check: reads the file back from the medium and raises if it is not what it should be.

        Raises:
            StorageFull: there is no room; no file of that name was made or changed.
            StorageFailed: the medium refuses, or gave back something else; likewise.
        """
        partial = self.path / (name + PARTIAL_SUFFIX)
        try:
            self.write(partial, chunks)
            self.read_back(partial, check)
            self.rename(partial, self.path / name)
            self.sync_folder()
        except OSError as error:
            self.clear_away(partial)
            raise storage_error(error) from error
        except BaseException:
            self.clear_away(partial)
            raise
        return self.path / name

    def write(self, partial: Path, chunks: Iterable[bytes]) -> None:
        """Write and sync the content under the passing name."""
        with open(partial, "wb", opener=self._open) as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            sync_file(file)

    def read_back(self, partial: Path, check: Callable[[BinaryIO], None]) -> None:
        """Read it again, from the medium where the system lets us ask for that."""
        with partial.open("rb") as file:
            if sys.platform == "linux":
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            check(file)

    def rename(self, partial: Path, final: Path) -> None:
        """Give it its name, in one step."""
        partial.replace(final)

    def sync_folder(self) -> None:
        """Make the name durable."""
        sync_folder(self.path)

    def _open(self, path: str, flags: int) -> int:
        return os.open(path, flags, self._mode)

    def clear_away(self, partial: Path) -> None:
        """Remove what was not finished, if the medium lets us."""
        try:
            partial.unlink(missing_ok=True)
        except OSError:
            # The stick is gone or read-only; what lies there bears no final name and the next copy replaces it.
            return


def sync_file(file: BinaryIO) -> None:
    """Make what was written to an open file durable."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _CANNOT_BE_ASKED:
                raise
        else:
            return
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; does nothing on Windows, which needs nothing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems of sticks cannot sync a folder at all; they write names through.
        if error.errno not in _CANNOT_BE_ASKED:
            raise
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make every file and name below a folder durable."""
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("r+b") as file:
                sync_file(file)


def make_name_durable(path: Path) -> None:
    """Make a new file's name durable.

    Raises:
        StorageFull, StorageFailed: the disk refuses.
    """
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise storage_error(error) from error


def storage_error(error: OSError) -> StorageFull | StorageFailed:
    """What an operating system's refusal means, as a sentence."""
    if error.errno in _FULL:
        return StorageFull(_("There is no room left here. Nothing was lost. Free some space or take another stick."))
    return StorageFailed(
        _(
            "The stick or disk refuses to write: {reason}. Nothing was lost. Check that it is plugged in and not "
            "write-protected, or take another.",
            reason=os.strerror(error.errno) if error.errno else type(error).__name__,
        )
    )
