"""The book's file and its chain, kept in step: what is written is chained, and what failed is found out again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from outreach_app import __version__
from outreach_app.domain.pledge import ClockReading
from outreach_app.errors import BookUnusable
from outreach_app.language import _
from outreach_app.pledge_book.book_file import BookFile
from outreach_app.pledge_book.chain import (
    FORMAT,
    Chain,
    ChainBroken,
    Checkpoint,
    Closed,
    Entry,
    Opened,
    Pledged,
    TakenBackBy,
    Withdrawn,
    hour_of,
    line_of,
    signed,
)
from outreach_app.pledge_book.durable_files import make_name_durable
from outreach_app.pledge_book.letters import spell
from outreach_app.pledge_book.ports import BookPorts


class ChainedFile:
    """Appends entries to a book, each chained to the one before.

    After a write that failed nobody knows what reached the disk. So the next use reads the chain again, and a pledge
    found there that was never acknowledged is taken back: the person was told that it was not kept.
    """

    def __init__(self, file: BookFile) -> None:
        self.file = file
        self.chain = Chain()
        self._acknowledged = 0
        self._is_stale = False

    @classmethod
    def create(
        cls, path: Path, recipients: tuple[str, ...], station: str, now: ClockReading, ports: BookPorts
    ) -> ChainedFile:
        """Make the file, the event's random id and its signing key, in one commit.

        Raises:
            PledgeBookError: it cannot be made; nothing of it is left open.
        """
        chained = cls(BookFile(path, must_be_new=True, vfs=ports.vfs, migrations=ports.migrations))
        seed = ports.random_bytes(32)
        opened = Opened(
            **chained.chain.place(),
            format=FORMAT,
            station=station,
            event=spell(ports.random_bytes(10)),
            recipients=recipients,
            verify_key=SigningKey(seed).verify_key.encode().hex(),
            hour=hour_of(now),
            trusted=now.is_trusted,
            app=__version__,
        )
        try:
            with chained.writing():
                chained.file.migrate()
                chained.file.keep_event_seed(seed)
                chained.append(opened)
            make_name_durable(path)
        except BaseException:
            chained.file.abandon()
            raise
        return chained

    @classmethod
    def open(cls, path: Path, recipients: tuple[str, ...], ports: BookPorts) -> ChainedFile:
        """Open a file and follow its chain.

        Raises:
            PledgeBookError: it cannot be had, is broken, or is for other keys; nothing of it is left open.
        """
        chained = cls(BookFile(path, must_be_new=False, vfs=ports.vfs, migrations=ports.migrations))
        try:
            chained.follow()
            if chained.opened.recipients != recipients:
                raise BookUnusable(
                    _(
                        "This event was opened for other keys than the enrolment names now. "
                        "Put the first enrolment back, or open a new event."
                    )
                )
        except BaseException:
            chained.file.abandon()
            raise
        return chained

    @property
    def opened(self) -> Opened:
        """The first entry."""
        assert self.chain.opened is not None  # noqa: S101 - a chain that was followed has its first entry
        return self.chain.opened

    def follow(self) -> None:
        """Read the whole chain.

        Raises:
            BookUnusable: it is broken, or there is none.
        """
        chain = Chain()
        try:
            for line in self.file.lines():
                chain.follow(line)
        except ChainBroken as error:
            raise BookUnusable(
                _(
                    "The pledge book does not hold together at entry {entry}. "
                    "Leave the file as it is and call the office.",
                    entry=error.seq,
                )
            ) from error
        if chain.opened is None:
            raise BookUnusable(_("The pledge book is empty. Set the station up again."))
        self.chain = chain
        self._acknowledged = chain.numbers

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction over entries; leave it without an error and they are kept.

        Raises:
            PledgeBookError: they were not kept, or must be taken for not kept.
        """
        self.in_step()
        try:
            with self.file.changing():
                yield
        except BaseException:
            self._is_stale = True
            raise
        self._acknowledged = self.chain.numbers

    def append(self, entry: Entry, sealed: bytes | None = None) -> None:
        """Add one entry, inside :meth:`writing`."""
        line = line_of(entry)
        self.file.append(entry.seq, line, sealed)
        self.chain.take(entry, line)

    def append_signed(self, entry: Checkpoint | Closed) -> None:
        """Sign an entry with the event's key and add it, inside :meth:`writing`."""
        self.append(signed(entry, SigningKey(self.file.event_seed())))

    def append_checkpoint(self) -> None:
        """Add a signed count, inside :meth:`writing`."""
        chain = self.chain
        self.append_signed(
            Checkpoint(**chain.place(), pledges=chain.pledges, withdrawn=len(chain.withdrawn), signature="")
        )

    def append_withdrawal(self, pledged: Pledged, by: TakenBackBy) -> None:
        """Overwrite a pledge's ciphertext and say so, inside :meth:`writing`."""
        self.file.wipe(pledged.seq, pledged.seq)
        self.append(Withdrawn(**self.chain.place(), number=pledged.number, by=by))

    def find_pledge(self, *, number: int | None = None, tag: str | None = None) -> Pledged | None:
        """The entry of a pledge, by its number or its withdrawal tag."""
        part = f'"number":{number},' if tag is None else f'"withdrawal":"{tag}"'
        line = self.file.find_line('"kind":"PLEDGE"', part)
        return None if line is None else msgspec.json.decode(line, type=Pledged)

    def in_step(self) -> Chain:
        """The chain as the disk has it, found out again if the last write failed.

        Raises:
            PledgeBookError: the disk still refuses.
        """
        if self._is_stale:
            acknowledged = self._acknowledged
            self.follow()
            self._acknowledged = acknowledged
            if not self.chain.is_closed:
                self._take_back_after(acknowledged)
            self._is_stale = False
        return self.chain

    def _take_back_after(self, acknowledged: int) -> None:
        for number in range(acknowledged + 1, self.chain.numbers + 1):
            pledged = self.find_pledge(number=number)
            if pledged is not None and number not in self.chain.withdrawn:
                with self.file.changing():
                    self.append_withdrawal(pledged, "unacknowledged")
        self._acknowledged = self.chain.numbers
