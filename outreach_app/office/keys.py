"""The office's keys: made once, kept in one locked file, with a recovery key on paper alone.

``office.age`` is a passphrase-locked age file that ``age -d -i`` accepts as well. Inside, the signing key stands on a
comment line, which age passes over.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from nacl.signing import SigningKey

from outreach_app.errors import FolderError, OpeningError, StorageFailed, StorageFull
from outreach_app.language import _
from outreach_app.office.opening import Opener, new_secret, unwrap, wrap
from outreach_app.office.recovery_sheet import RecoverySheet, draw_sheet
from outreach_app.office.recovery_words import from_words
from outreach_app.pledge_book.bech32 import read_bech32, spell_bech32
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment

KEYS_NAME = "office.age"
ENROLMENT_NAME = "office.enrolment"
_SECRET_PREFIX = "age-secret-key-"  # noqa: S105 - the public name of the spelling
_SECRET = re.compile(r"^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$", re.MULTILINE)
_SIGNING = re.compile(r"^# signing key: ([0-9a-f]{64})$", re.MULTILINE)
MOST_LABEL_LETTERS = 60
_MOST_BYTES = 65_536


@dataclass(frozen=True)
class OfficeKeys:
    """What the locked file holds, once it is open."""

    opener: Opener
    signing_key: SigningKey


def make_keys(folder: Path, sheet: Path, label: str, words: str, *, is_only_publisher: bool = False) -> Enrolment:
    """Make an office's keys.

    Args:
        folder: gets ``office.age`` and ``office.enrolment``; made if need be.
        sheet: the PDF that the recovery key goes to, and nowhere else; outside ``folder``.
        label: the office's name for itself.
        words: the passphrase that locks ``office.age``.
        is_only_publisher: whether stations take campaign packs from nobody else than this office.

    Raises:
        FolderError: something is there already, the sheet would lie with the keys, or the label is no single line.
        StorageFull, StorageFailed: not everything could be written; nothing was left behind.
    """
    _check_places(folder, sheet)
    if not label.strip() or not label.isprintable() or len(label) > MOST_LABEL_LETTERS:
        raise FolderError(_("The office's label is one line of up to {most} letters.", most=MOST_LABEL_LETTERS))
    office, recovery, seed = new_secret(), new_secret(), secrets.token_bytes(32)
    signing_key = SigningKey(seed)
    recipients, public = (Opener(office).recipient, Opener(recovery).recipient), signing_key.verify_key.encode().hex()
    enrolment = Enrolment(label, recipients, public, public if is_only_publisher else None)
    lines = [
        f"# Keys of an outreach office: {label}",
        f"# signing key: {seed.hex()}",
        f"# public key: {enrolment.recipients[0]}",
        office,
        "",
    ]
    files = (
        (sheet, draw_sheet(RecoverySheet(label, recovery, secret_bytes(recovery), enrolment.fingerprint))),
        (folder / KEYS_NAME, wrap("\n".join(lines), words)),
        (folder / ENROLMENT_NAME, encode_enrolment(enrolment)),
    )
    written: list[Path] = []
    try:
        for path, content in files:
            written.append(_keep(path, content))
    except (StorageFull, StorageFailed):
        for path in written:
            path.unlink()
        raise
    return enrolment


def read_keys(path: Path, words: str) -> OfficeKeys:
    """Open an office's key file.

    Raises:
        OpeningError: it cannot be read, the passphrase does not fit, or it is not whole.
    """
    text = unwrap(_read(path), words)
    secret, signing = _SECRET.search(text), _SIGNING.search(text)
    if secret is None or signing is None:
        raise OpeningError(
            _(
                "{file} opens, but is not the key file that outreach keys new has made. Take that one.",
                file=path.name,
            )
        )
    return OfficeKeys(Opener(secret[0]), SigningKey(bytes.fromhex(signing[1])))


def read_recovery(path: Path) -> Opener:
    """The recovery key as somebody typed it in from the sheet: its words, or its one line of letters.

    Raises:
        OpeningError: it is neither, or has a mistake in it.
    """
    try:
        text = _read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OpeningError(_("{file} is not a text file with a recovery key.", file=path.name)) from error
    letters = "".join(text.split()).upper()
    if _SECRET.fullmatch(letters):
        return Opener(letters)
    key = from_words(text.replace(",", " ").split())
    if key is None or len(key) != 32:
        raise OpeningError(
            _(
                "This is not the whole recovery key. Type all 33 words of the sheet in their order, "
                "or the line that starts with AGE-SECRET-KEY-1, and compare them with the sheet."
            )
        )
    return Opener(spell_bech32(_SECRET_PREFIX, key).upper())


def secret_bytes(secret: str) -> bytes:
    """The 32 bytes of a secret key as age spells it."""
    spelt = read_bech32(secret)
    assert spelt is not None  # noqa: S101 - age has just made it
    return spelt[1]


def _check_places(folder: Path, sheet: Path) -> None:
    for path in (folder / KEYS_NAME, folder / ENROLMENT_NAME, sheet):
        if path.exists():
            raise FolderError(
                _(
                    "{file} is there already and was left as it is. Name another place, or move it away first.",
                    file=str(path),
                )
            )
    if sheet.resolve().parent == folder.resolve():
        raise FolderError(
            _("The recovery sheet must not lie with the keys. Name another place for it, such as a stick.")
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sheet.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(
            _(
                "The folder {folder} cannot be made. See that the stick is plugged in and not write-protected, or take "
                "another.",
                folder=str(folder),
            )
        ) from error


def _keep(path: Path, content: bytes) -> Path:
    def check(file: BinaryIO) -> None:
        if file.read() != content:
            raise StorageFailed(_("The disk gave back something else than was written. Take another."))

    return DurableFolder(path.parent, is_private=path.name != ENROLMENT_NAME).keep(path.name, [content], check)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise OpeningError(_("{file} cannot be read. Check the path and the stick.", file=path.name)) from error
