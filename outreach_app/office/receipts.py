"""Receipts: what the office gives back to a station, so that it may let go of its rows."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from nacl.signing import SigningKey

from outreach_app.errors import FolderError, StorageFailed
from outreach_app.language import _
from outreach_app.office.ledger import Ledger
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.receipt import FORMAT, SUFFIX, Receipt, write_receipt


def write_receipts(ledger: Ledger, key: SigningKey, folder: Path) -> list[Path]:
    """Write a signed receipt for each closed event that is wholly in the ledger.

    Args:
        ledger: what the office has.
        key: the office's signing key.
        folder: gets one file for each event; an older one of the same event is replaced.

    Raises:
        FolderError: the folder cannot be made.
        StorageFull, StorageFailed: a receipt could not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(_("The folder {folder} cannot be made.", folder=str(folder))) from error
    question = "SELECT station, event, pledges, withdrawn, entries, head FROM events WHERE is_closed ORDER BY event"
    return [
        _keep(folder, f"{row[0]}-{row[1]}{SUFFIX}", write_receipt(_receipt(row), key)) for row in ledger.rows(question)
    ]


def _receipt(row: tuple[object, ...]) -> Receipt:
    station, event, pledges, withdrawn, entries, head = row
    assert isinstance(pledges, int)  # noqa: S101 - the columns hold what they were made for
    assert isinstance(withdrawn, int)  # noqa: S101
    assert isinstance(entries, int)  # noqa: S101
    return Receipt(FORMAT, str(station), str(event), pledges, withdrawn, entries, str(head), "")


def _keep(folder: Path, name: str, content: bytes) -> Path:
    def check(file: BinaryIO) -> None:
        if file.read() != content:
            raise StorageFailed(_("The stick gave back something else than was written. Take another stick."))

    return DurableFolder(folder).keep(name, [content], check)
