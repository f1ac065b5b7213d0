"""A Qt that refuses to load as the real one does on a system without its libraries."""

from __future__ import annotations

from pathlib import Path

REFUSAL = "libEGL.so.1: cannot open shared object file: No such file or directory"
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtMultimedia", "QtPdf", "QtPrintSupport", "QtSvg")


def put_a_broken_qt(folder: Path) -> None:
    """Make a PySide6 in a folder that is to stand first on Python's path."""
    package = folder / "PySide6"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    for module in MODULES:
        (package / f"{module}.py").write_text(f"raise ImportError({REFUSAL!r})\n")
