"""Copying a book to a stick: a ``.pledges`` file with a neutral name, whole, read back and verified, or not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import BookUnusable, StorageFailed
from outreach_app.language import _
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.chain import Chain, ChainBroken
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.pledge_book.durable_files import PARTIAL_SUFFIX, DurableFolder
from outreach_app.pledge_book.pack import SUFFIX, pack_line, read_pack

_READ_AT_ONCE = 1 << 20
_TELL_EVERY = 20


def leftovers(folder: Path, station: str) -> tuple[Path, ...]:
    """What copies of this station's event left there that were cut off, such as by pulling the stick.

    Never a finished copy, another station's, or anything that is no plain file. An unreadable folder holds none.
    """
    name = re.compile(rf"{re.escape(station)}-\d{{6,}}{re.escape(SUFFIX + PARTIAL_SUFFIX)}")
    try:
        return tuple(
            path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file() and not path.is_symlink()
        )
    except OSError:
        return ()


@dataclass(frozen=True)
class CopiedOut:
    """A copy that was verified: where it lies, and the slip it agrees with."""

    path: Path
    slip: ClosingSlip


def copy_out(
    book: PledgeBook, folder: DurableFolder, advance: Callable[[float], None] = lambda _share: None
) -> CopiedOut:
    """Sign the book as it stands and copy it, in place of what an earlier copy left there unfinished.

    The name says the station's random id and the number of entries, nothing of the topic or event.

    Args:
        book: the open book.
        folder: where the copy goes.
        advance: told the share that is done, 0 to 1; the first half is writing, the second reading back.

    Raises:
        BookUnusable: the sealed pledges were erased after the office's receipt, or the book does not hold together.
        StorageFull, StorageFailed: no file of that name was made; the book is as it was.
    """
    if book.retention.is_erased:
        raise BookUnusable(
            _("The sealed pledges of this event were erased after the office’s receipt. Nothing is left to copy.")
        )
    for partial in leftovers(folder.path, book.slip.station):
        folder.clear_away(partial)
    book.checkpoint()
    slip = book.slip
    written = _Written(book, advance)
    try:
        path = folder.keep(f"{slip.station}-{slip.entries:06d}{SUFFIX}", written.lines(), written.check)
    except ChainBroken as error:
        raise BookUnusable(
            _(
                "The pledge book does not hold together at entry {entry}, so no copy was made. "
                "Leave the book as it is and call the office.",
                entry=error.seq,
            )
        ) from error
    return CopiedOut(path, slip)


class _Written:
    """The bytes on their way to the stick, hashed as they pass, and the check of what comes back."""

    def __init__(self, book: PledgeBook, advance: Callable[[float], None]) -> None:
        self._book = book
        self._advance = advance
        self._entries = max(book.slip.entries, 1)
        self._hash = sha256()

    def lines(self) -> Iterator[bytes]:
        for number, (line, sealed) in enumerate(self._book.entries(), start=1):
            data = pack_line(line, sealed)
            self._hash.update(data)
            yield data
            self._tell(0.0, number)

    def check(self, file: BinaryIO) -> None:
        came_back = sha256()
        while data := file.read(_READ_AT_ONCE):
            came_back.update(data)
        if came_back.digest() != self._hash.digest():
            raise StorageFailed(
                _("The stick gave back something else than was written. The book is safe. Take another stick.")
            )
        file.seek(0)
        chain = Chain()
        for number, _entry in enumerate(read_pack(file, chain), start=1):
            self._tell(0.5, number)
        if chain.head != self._book.slip.head:
            raise StorageFailed(_("The book changed while it was copied, so no copy was made. Copy it again."))

    def _tell(self, before: float, number: int) -> None:
        if number % _TELL_EVERY == 0:
            self._advance(min(before + number / self._entries / 2, 1.0))
