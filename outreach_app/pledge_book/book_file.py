"""The SQLite file under a pledge book: its settings, its schema, its lock, and what its errors mean.

``journal_mode=TRUNCATE`` with ``synchronous=EXTRA``: a commit that returned survives a power cut, and nothing of a
withdrawn row waits in a write-ahead log. ``secure_delete`` overwrites what is deleted. The exclusive locking mode is
the single-writer lock: SQLite holds it for as long as the book is open, on every system, and a second program is
refused at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from outreach_app.errors import BookBusy, BookUnusable, StorageFailed, StorageFull
from outreach_app.language import _

APPLICATION_ID = 0x4F55504C
"""``OUPL``, in the file's header, so that another program's file is never taken for ours."""

SETTINGS = {
    "locking_mode": "EXCLUSIVE",
    "journal_mode": "TRUNCATE",
    "synchronous": "EXTRA",
    "fullfsync": "ON",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "trusted_schema": "OFF",
}
"""What every connection is told, in this order. The power-cut tests show what weaker ones lose."""

_LOCKING = "locking_mode"
_WAIT_MILLISECONDS = 60  # long enough for a program that came at the same moment and lost to let go

Migration = tuple[str, ...]
MIGRATIONS: tuple[Migration, ...] = (
    (
        # sealed: the ciphertext beside a line; NULL once it was taken back or erased, and the chain still holds.
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, line BLOB NOT NULL, sealed BLOB)",
        "CREATE TABLE event_key (id INTEGER PRIMARY KEY CHECK (id = 1), seed BLOB NOT NULL)",
        # Counts for the desk's charts, unlinked to any entry.
        "CREATE TABLE tallies (kind TEXT, value TEXT, count INTEGER NOT NULL, PRIMARY KEY (kind, value)) WITHOUT ROWID",
        """CREATE TABLE receipt (id INTEGER PRIMARY KEY CHECK (id = 1), text BLOB NOT NULL, counted_from TEXT,
            is_erasing INTEGER NOT NULL DEFAULT 0)""",
    ),
)
"""One tuple of statements for each schema version, from 1; a file of an older version gets those it lacks."""


class BookFile:
    """An open book, locked for this program alone.

    Args:
        path: the file.
        must_be_new: make it; otherwise it must be there.
        vfs: the SQLite file system to use; ``None`` for the system's own.
        migrations: the schema, step by step.

    Raises:
        BookBusy: another program has it.
        BookUnusable: it is missing, there already, another program's, newer, or damaged.
        StorageFailed, StorageFull: the disk refuses.
    """

    def __init__(
        self,
        path: Path,
        *,
        must_be_new: bool,
        vfs: str | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        self.path = path
        self._migrations = migrations
        if not must_be_new and not (path.is_file() and path.stat().st_size):
            raise BookUnusable(_("There is no pledge book at {file}. Set the station up first.", file=path.name))
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if must_be_new else 0)
        with _translated():
            self._connection = apsw.Connection(str(path), flags=flags, vfs=vfs)
        try:
            with _translated():
                self._configure()
                self._claim(must_be_new=must_be_new)
        except BaseException:
            self.abandon()
            raise

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction: all that is written inside is kept when this returns without an error, or none of it.

        Raises:
            StorageFull, StorageFailed, BookBusy, BookUnusable: it was not kept.
        """
        with _translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def migrate(self) -> None:
        """Run the schema steps the file lacks; to be called inside :meth:`changing`."""
        for statements in self._migrations[self._version() :]:
            for statement in statements:
                self._connection.execute(statement)
        self._connection.pragma("application_id", APPLICATION_ID)
        self._connection.pragma("user_version", len(self._migrations))

    def append(self, seq: int, line: bytes, sealed: bytes | None) -> None:
        """Add one entry."""
        self._connection.execute("INSERT INTO entries VALUES (?, ?, ?)", (seq, line, sealed))

    def lines(self) -> Iterator[bytes]:
        """Every entry's line, in order."""
        with _translated():
            for (line,) in self._connection.execute("SELECT CAST(line AS BLOB) FROM entries ORDER BY seq"):
                yield bytes(line)

    def entries(self) -> Iterator[tuple[bytes, bytes | None]]:
        """Every entry's line with the ciphertext beside it, in order."""
        with _translated():
            for line, sealed in self._connection.execute(
                "SELECT CAST(line AS BLOB), CAST(sealed AS BLOB) FROM entries ORDER BY seq"
            ):
                yield bytes(line), None if sealed is None else bytes(sealed)

    def entry_sizes(self) -> list[tuple[int, int | None]]:
        """The bytes of every entry's line and of the ciphertext beside it, told without reading either."""
        with _translated():
            return list(self._connection.execute("SELECT length(line), length(sealed) FROM entries ORDER BY seq"))

    def find_line(self, kind: str, part: str) -> bytes | None:
        """The newest line that holds both texts, or ``None``."""
        question = "SELECT line FROM entries WHERE instr(line, ?) AND instr(line, ?) ORDER BY seq DESC LIMIT 1"
        with _translated():
            row = self._connection.execute(question, (kind.encode(), part.encode())).fetchone()
        return None if row is None else bytes(row[0])

    def wipe(self, first: int, last: int) -> None:
        """Overwrite the ciphertexts of some entries, the last included."""
        self._connection.execute(
            "UPDATE entries SET sealed = NULL WHERE seq BETWEEN ? AND ? AND sealed IS NOT NULL", (first, last)
        )

    def event_seed(self) -> bytes:
        """The 32 bytes of the event's signing key, while the event is open."""
        [(seed,)] = self._connection.execute("SELECT seed FROM event_key")
        return bytes(seed)

    def keep_event_seed(self, seed: bytes | None) -> None:
        """Keep the event's signing key, or destroy it with ``None``."""
        self._connection.execute("DELETE FROM event_key")
        if seed is not None:
            self._connection.execute("INSERT INTO event_key VALUES (1, ?)", (seed,))

    def count(self, kind: str, value: str) -> None:
        """Add one to a tally."""
        self._connection.execute(
            "INSERT INTO tallies VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1", (kind, value)
        )

    def tallies(self) -> list[tuple[str, str, int]]:
        """Every tally: its kind, value and count."""
        with _translated():
            return list(self._connection.execute("SELECT kind, value, count FROM tallies ORDER BY kind, value"))

    def keep_receipt(self, text: bytes, counted_from: str | None) -> None:
        """Keep the office's receipt, and the trusted time its days are counted from, once there is one."""
        self._connection.execute(
            "INSERT INTO receipt (id, text, counted_from) VALUES (1, ?, ?)"
            " ON CONFLICT DO UPDATE SET counted_from = excluded.counted_from",
            (text, counted_from),
        )

    def mark_erasing(self) -> None:
        """Note that ciphertexts are being erased, so that no copy is made from what is left."""
        self._connection.execute("UPDATE receipt SET is_erasing = 1")

    def receipt(self) -> tuple[bytes, str | None, bool] | None:
        """The office's receipt, the time its days are counted from, and whether erasing has begun."""
        with _translated():
            row = self._connection.execute("SELECT text, counted_from, is_erasing FROM receipt").fetchone()
        return None if row is None else (bytes(row[0]), row[1], bool(row[2]))

    def close(self) -> None:
        """Let go of the file, and leave no journal beside it.

        Raises:
            StorageFailed: the empty journal could not be removed; the book itself is whole and closed.
        """
        try:
            with _translated():
                self._connection.pragma("locking_mode", "NORMAL")
                self._connection.pragma("journal_mode", "DELETE")
        finally:
            with _translated():
                self._connection.close()

    def abandon(self) -> None:
        """Let go of the file after something went wrong, which is what the caller then speaks of."""
        try:
            self._connection.close()
        except apsw.Error:
            # The disk that failed before fails at this too. SQLite recovers from its journal at the next opening.
            return

    def _configure(self) -> None:
        self._connection.set_busy_timeout(_WAIT_MILLISECONDS)
        self._connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        for name, value in SETTINGS.items():
            if name != _LOCKING:
                self._connection.pragma(name, value)

    def _claim(self, *, must_be_new: bool) -> None:
        """Lock the file for good; of two programs that come at once, one wins.

        The lock is kept only from inside the first transaction. Told before, SQLite would keep a reader's lock in both
        programs, and each would refuse the other.
        """
        self._connection.execute("BEGIN EXCLUSIVE")
        try:
            self._connection.pragma(_LOCKING, SETTINGS[_LOCKING])
            self._check_owner(must_be_new=must_be_new)
        finally:
            self._connection.execute("COMMIT")
        self._connection.set_busy_timeout(0)
        if not must_be_new and self._version() < len(self._migrations):
            with self.changing():
                self.migrate()

    def _check_owner(self, *, must_be_new: bool) -> None:
        owner = self._connection.pragma("application_id")
        if must_be_new:
            if owner or self._version() or self._connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                raise BookUnusable(_("There is a file at {file} already. It was left as it is.", file=self.path.name))
        elif owner != APPLICATION_ID:
            raise BookUnusable(_("{file} was made by another program and was left as it is.", file=self.path.name))
        elif self._version() > len(self._migrations):
            raise BookUnusable(
                _(
                    "{file} was written by a newer version of this program. Install that version to open it.",
                    file=self.path.name,
                )
            )

    def _version(self) -> int:
        return int(self._connection.pragma("user_version"))

    def _roll_back(self) -> None:
        if not self._connection.in_transaction:
            return
        try:
            self._connection.execute("ROLLBACK")
        except apsw.Error as error:
            # The disk fails here too. What brought us here is raised by the caller; SQLite rolls back from its
            # journal when the file is next read.
            if self._connection.in_transaction:
                raise _meaning(error) from error


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise _meaning(error) from error


def _meaning(error: apsw.Error) -> Exception:
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return BookBusy(_("Another program has this pledge book open. Close it there, then try again."))
        case apsw.FullError():
            return StorageFull(
                _("The disk is full, so this was not kept. All earlier pledges are safe. Free some space, then go on.")
            )
        case apsw.NotADBError() | apsw.CorruptError() | apsw.FormatError():
            return BookUnusable(
                _("The pledge book is damaged or no pledge book. Leave the file as it is and call the office.")
            )
        case apsw.IOError() | apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | apsw.NoMemError():
            return StorageFailed(
                _(
                    "The disk refuses to write, so this was not kept. All earlier pledges are safe. "
                    "Check the disk, or use another device."
                )
            )
        case _:
            return error
