"""What a book asks of the world besides its file."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach_app.pledge_book.book_file import MIGRATIONS, Migration


@dataclass(frozen=True)
class BookPorts:
    """Randomness, a running clock and the disk; a test hands in its own.

    Attributes:
        random_bytes: that many bytes nobody can guess.
        seconds: a clock that only runs forward, for "two minutes ago".
        vfs: the SQLite file system; ``None`` for the system's own.
        migrations: the schema, step by step.
    """

    random_bytes: Callable[[int], bytes] = secrets.token_bytes
    seconds: Callable[[], float] = time.monotonic
    vfs: str | None = None
    migrations: Sequence[Migration] = MIGRATIONS
