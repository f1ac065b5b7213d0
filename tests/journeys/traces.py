"""What is left of somebody after they have gone: the search that every proof of forgetting uses."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from outreach_app.look.keypad import DigitBoxes
from tests.kiosk.table import Table, settle


def traces_of(table: Table, canaries: Sequence[str]) -> list[str]:
    """Where any canary is still found: widgets, seen or hidden, their undo, the clipboard, a screen reader, files."""
    settle()
    gc.collect()
    looked_for = [canary.lower() for canary in canaries]

    def holds(text: str) -> bool:
        return any(canary in text.lower() for canary in looked_for)

    found = []
    for widget in QApplication.allWidgets():
        texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        texts += [read() for read in (getattr(widget, name, None) for name in ("text", "placeholderText")) if read]
        texts += _said_by_screen_reader(widget)
        if isinstance(widget, DigitBoxes):
            texts.append(widget.digits)
        if isinstance(widget, QLineEdit):
            texts += [widget.selectedText(), _brought_back_by_undo(widget)]
        found += [f"{type(widget).__name__}: {text!r}" for text in texts if holds(text)]
    clipboard = QApplication.clipboard()
    found += [f"clipboard: {clipboard.text(mode)!r}" for mode in clipboard.Mode if holds(clipboard.text(mode))]
    for file in table.folder.rglob("*"):
        if file.is_file() and file.name != "sample.lawmakers" and holds(file.read_bytes().decode("latin-1")):
            found.append(f"file: {file.name}")
    return found


def _said_by_screen_reader(widget: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
    return [interface.text(kind) for kind in kinds]


def _brought_back_by_undo(line: QLineEdit) -> str:
    line.undo()
    text = line.text()
    line.redo()
    return text
