"""That staff paused the table, kept on the disk: a restart must not open to visitors what somebody shut on purpose."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder, storage_error, sync_folder

PAUSE_NAME = "paused"
_HELD = b"outreach: paused by staff\n"


def is_paused(folder: Path) -> bool:
    """Whether staff paused this station and have not opened it since; that the file is there is enough."""
    return (folder / PAUSE_NAME).exists()


def keep_pause(folder: Path) -> None:
    """Keep that the table is paused.

    Raises:
        StorageFull, StorageFailed: it was not kept; after a restart the table would be open.
    """

    def check(file: BinaryIO) -> None:
        if file.read() != _HELD:
            raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

    DurableFolder(folder, is_private=True).keep(PAUSE_NAME, [_HELD], check)


def end_pause(folder: Path) -> None:
    """Forget it: the table is open for visitors.

    Raises:
        StorageFull, StorageFailed: it may still be there; after a restart the table would be paused.
    """
    try:
        (folder / PAUSE_NAME).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise storage_error(error) from error
