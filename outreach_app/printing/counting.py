"""What a table counts of its paper: pages printed at this event, and sheets left since the last refill.

Apart from the statistics of the pledges, and of paper alone: no time, no language, nothing of whoever took a page.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import msgspec

from outreach_app.errors import OutreachError
from outreach_app.printing.printer import JobId

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Counts:
    """The paper's counts.

    Attributes:
        printed: pages given out at this event.
        sheets_left: ``None`` while nobody has said how many there are.
        under_way: a job that was sent and not yet seen to end; after a crash the next start takes it back.
    """

    printed: int = 0
    sheets_left: int | None = None
    under_way: JobId | None = None

    def after_a_page(self) -> Counts:
        """One more page given out, one sheet less."""
        return replace(self.after_a_sheet(), printed=self.printed + 1)

    def after_a_sheet(self) -> Counts:
        """One sheet less, given out to nobody: a test page."""
        return self if self.sheets_left is None else replace(self, sheets_left=max(self.sheets_left - 1, 0))


class CountFile(Protocol):
    """Where the counts outlast a crash."""

    def read(self) -> bytes | None:
        """What was kept last; ``None`` if nothing was."""

    def keep(self, data: bytes) -> None:
        """Keep this in its place, whole or not at all.

        Raises:
            OutreachError: the disk refuses.
        """


class _Held(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal[1]
    printed: int
    sheets_left: int | None
    under_way: str | None


def read_counts(file: CountFile) -> Counts:
    """The counts as they were kept; a file that is not whole starts them anew, since paper can be counted again."""
    data = file.read()
    if data is None:
        return Counts()
    try:
        held = msgspec.json.decode(data, type=_Held)
    except (msgspec.DecodeError, UnicodeDecodeError):
        _log.warning("the counts of printed pages are not whole and start anew")
        return Counts()
    sheets = None if held.sheets_left is None else max(held.sheets_left, 0)
    return Counts(max(held.printed, 0), sheets, JobId(held.under_way) if held.under_way else None)


def keep_counts(file: CountFile, counts: Counts) -> None:
    """Keep the counts. A disk that refuses stops no page: they go on in memory."""
    held = _Held(1, counts.printed, counts.sheets_left, counts.under_way)
    try:
        file.keep(msgspec.json.encode(held))
    except OutreachError as error:
        _log.warning("the counts of printed pages were not kept: %s", type(error).__name__)
