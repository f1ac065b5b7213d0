"""Python's own way of importing again, once PySide6 has put its own in its place.

Importing PySide6 replaces ``builtins.__import__``, so that programs can switch features on with ``from __feature__
import ...``. From then on it reads the source of every module that is imported and keeps all its lines: for a kiosk
that uses no such feature, 9 MB held for good, and a fifth of the time until its first words.
"""

from __future__ import annotations

import builtins
import linecache


def import_plainly() -> None:
    """Take PySide6's importing out again, and let go of what it has read; doing it twice does no harm."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    linecache.clearcache()
