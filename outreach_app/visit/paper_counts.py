"""The file in a station's folder that the paper's counts are kept in, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import DurableFolder

COUNTS_NAME = "printing.json"
_MOST_BYTES = 4_096


class PaperCounts:
    """Keeps the counts as ``printing.json``.

    Args:
        folder: the station's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> bytes | None:
        """What was kept last; ``None`` if nothing was, or it cannot be read."""
        try:
            with (self._folder / COUNTS_NAME).open("rb") as file:
                return file.read(_MOST_BYTES)
        except OSError:
            # No count is worth a table that does not open; staff set the sheets again.
            return None

    def keep(self, data: bytes) -> None:
        """Put the counts in the place of the last ones, and make that durable.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the last ones are still there.
        """

        def check(file: BinaryIO) -> None:
            if file.read() != data:
                raise StorageFailed(_("The disk did not keep what was written. Nothing was lost. Take another."))

        DurableFolder(self._folder, is_private=True).keep(COUNTS_NAME, [data], check)
