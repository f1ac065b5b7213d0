"""The office's ledger: who pledged, in one encrypted SQLite file on the office's own disk.

Encrypted with SQLite3MultipleCiphers' ChaCha20-Poly1305, its key stretched from the office's passphrase by
PBKDF2-SHA256. Nothing is written beside it in the clear: the journal is encrypted too, and temporary tables stay in
memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import apsw

from outreach_app.errors import BookBusy, OpeningError, StorageFailed, StorageFull
from outreach_app.language import _
from outreach_app.pledge_book.durable_files import storage_error

_APPLICATION_ID = 0x4F554C47  # "OULG"
_KEY_ROUNDS = 600_000  # of PBKDF2-SHA256, about half a second
_SCHEMA = (
    """CREATE TABLE events (event TEXT PRIMARY KEY, station TEXT NOT NULL, entries INTEGER NOT NULL,
        head TEXT NOT NULL, pledges INTEGER NOT NULL, withdrawn INTEGER NOT NULL, is_closed INTEGER NOT NULL)""",
    # Every line known of an event, to tell an older copy from a fork.
    """CREATE TABLE lines (event TEXT, seq INTEGER, hash BLOB NOT NULL, PRIMARY KEY (event, seq)) WITHOUT ROWID""",
    # record: the sealed JSON as it was opened; same_as: what tells one person's second pledge from the first.
    """CREATE TABLE people (id TEXT PRIMARY KEY, event TEXT NOT NULL, number INTEGER NOT NULL, tag TEXT NOT NULL,
        record BLOB NOT NULL, same_as TEXT, signed_at TEXT NOT NULL, is_rehearsal INTEGER NOT NULL)""",
    "CREATE INDEX people_by_tag ON people (tag)",
    "CREATE INDEX people_by_person ON people (same_as)",
    # Who is not to come in again, whatever stick turns up: by number, or by a code the pack of which has not come yet.
    """CREATE TABLE gone (event TEXT, number INTEGER, why TEXT NOT NULL, reason TEXT, at TEXT NOT NULL,
        PRIMARY KEY (event, number)) WITHOUT ROWID""",
    "CREATE TABLE withdrawn_tags (tag TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE erasure_requests (event TEXT, seq INTEGER, record BLOB NOT NULL, PRIMARY KEY (event, seq))",
    """CREATE TABLE packs (id INTEGER PRIMARY KEY, file TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT,
        event TEXT, entries INTEGER NOT NULL, at TEXT NOT NULL)""",
)
_ERASED = (
    # Digests of who asked to be erased, and when it was done: enough to know them again, not to read them.
    "CREATE TABLE erased (email TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX erased_by_email ON erased (email)",
)
_STEPS = (_SCHEMA, _ERASED)
"""What each version added to the one before; a ledger begins with none of them."""


class Ledger:
    """The open ledger. Use it in a ``with`` statement.

    Args:
        path: the file; made if it is missing and ``may_create``.
        words: the passphrase.
        may_create: whether a missing file is a new ledger or a mistake.

    Raises:
        OpeningError: it is missing, no ledger, of a newer version, or the passphrase does not fit.
        BookBusy, StorageFull, StorageFailed: it cannot be had.
    """

    def __init__(self, path: Path, words: str, *, may_create: bool = False) -> None:
        if not may_create and not path.is_file():
            raise OpeningError(_("There is no ledger at {file}. outreach office open makes one.", file=str(path)))
        try:
            path.touch(mode=0o600)  # for its owner's eyes alone, encrypted or not
        except OSError as error:
            raise storage_error(error) from error
        with _translated():
            self._connection = apsw.Connection(str(path))
            try:
                self._unlock(words)
                self._prepare(path)
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction: all of it is kept, or, after an error, none of it."""
        with _translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """Run one statement; returns its rows."""
        with _translated():
            return list(self._connection.execute(statement, values))

    def rows(self, statement: str, values: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
        """The rows of a question, one at a time, for tables too long to hold."""
        with _translated():
            yield from self._connection.execute(statement, values)

    def number(self, question: str, values: tuple[object, ...] = ()) -> int:
        """The one whole number a question answers with."""
        [(count,)] = self.execute(question, values)
        assert isinstance(count, int)  # noqa: S101 - asked only for counts
        return count

    def _unlock(self, words: str) -> None:
        for name, value in (("cipher", "chacha20"), ("kdf_iter", _KEY_ROUNDS), ("key", words)):
            self._connection.pragma(name, value)
        for name, value in (("temp_store", "MEMORY"), ("secure_delete", "ON"), ("synchronous", "EXTRA")):
            self._connection.pragma(name, value)
        self._connection.set_busy_timeout(2_000)

    def _prepare(self, path: Path) -> None:
        version = self.number("PRAGMA user_version")
        is_new = not self.number("SELECT count(*) FROM sqlite_schema")
        if not is_new and self._connection.pragma("application_id") != _APPLICATION_ID:
            raise OpeningError(_("{file} is no ledger and was left as it is.", file=path.name))
        if version > len(_STEPS):
            raise OpeningError(
                _("{file} was written by a newer version of this program. Install that version.", file=path.name)
            )
        if version < len(_STEPS):
            with self.changing():
                for statement in (each for step in _STEPS[version:] for each in step):
                    self._connection.execute(statement)
                self._connection.pragma("application_id", _APPLICATION_ID)
                self._connection.pragma("user_version", len(_STEPS))


def stamp() -> str:
    """The moment, in UTC, as the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except apsw.NotADBError as error:
        raise OpeningError(
            _("The ledger does not open. Either the passphrase is another one, or the file is no ledger.")
        ) from error
    except apsw.CorruptError as error:
        raise OpeningError(_("The ledger is damaged. Take your newest copy of it.")) from error
    except apsw.BusyError as error:
        raise BookBusy(_("Another program has the ledger open. Close it there, then try again.")) from error
    except apsw.FullError as error:
        raise StorageFull(_("The disk is full, so nothing was changed. Free some space, then try again.")) from error
    except (apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError) as error:
        raise StorageFailed(_("The ledger cannot be written here. Check the folder and its rights.")) from error
