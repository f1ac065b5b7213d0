"""Importing the QR library without the imaging library it brings along to draw pictures, which nobody here asks it for.

The library does without where there is none, but tries first: 4 MB held by every kiosk, and a tenth of a second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import get_ident

_IMAGING = "PIL"


class _NotHere(MetaPathFinder):
    """Finds no imaging library for the thread that made it; another one may be laying out a page with pictures."""

    def __init__(self) -> None:
        self._thread = get_ident()

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        if name == _IMAGING and get_ident() == self._thread:
            raise ModuleNotFoundError(name, name=name)
        return None


@contextmanager
def without_imaging() -> Iterator[None]:
    """What this thread imports meanwhile finds no imaging library, unless it has been imported before."""
    finder = _NotHere()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
