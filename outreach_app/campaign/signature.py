"""Who stands behind a pack: a signature over every one of its files. Here it is only ever verified.

``signature.json`` lies beside ``campaign.toml`` and names the publisher's public key, the size and hash of each file,
and the publisher's signature over all of that. The office makes it (``outreach campaign build --sign``).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from outreach_app.campaign.names import MEDIA_FOLDER, SETTINGS, SIGNATURE, TEXT_FOLDER
from outreach_app.campaign.problems import Findings
from outreach_app.errors import CampaignError
from outreach_app.language import _

FORMAT = "outreach-campaign-signature-1"
_MOST_BYTES = 128 * 1024
_SIGNED_PREFIX = b"outreach campaign 1\n"


class FileSum(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One file: its size in bytes and its SHA-256 in hex digits."""

    bytes: int
    sha256: str


class _SignatureFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    format: str
    publisher: str
    files: dict[str, FileSum]
    signature: str


def text_to_sign(files: Mapping[str, FileSum]) -> bytes:
    """The bytes that a publisher signs: every file's name, size and hash, in one order."""
    return _SIGNED_PREFIX + msgspec.json.encode(dict(files), order="sorted")


def signature_file(files: Mapping[str, FileSum], publisher: str, signature: str) -> bytes:
    """The bytes of ``signature.json``.

    Args:
        files: every file of the pack by its name.
        publisher: Ed25519 public key, 64 hex digits.
        signature: the publisher's signature of :func:`text_to_sign`, in hex digits.
    """
    held = _SignatureFile(FORMAT, publisher, dict(sorted(files.items())), signature)
    return msgspec.json.format(msgspec.json.encode(held), indent=1) + b"\n"


def verify_signature(folder: Path, findings: Findings) -> str | None:
    """Compare a pack with its signature; every file that was changed, taken out or put in is noted.

    Reads every file of the pack.

    Returns:
        the publisher's public key (64 hex digits), or ``None`` where the pack is not signed or not as it was signed.
    """
    if not os.path.lexists(folder / SIGNATURE):
        return None
    held = _read(folder / SIGNATURE)
    if held is None:
        findings.refuse(
            SIGNATURE, "", _("This signature is not whole or does not fit its own list. Sign the pack again.")
        )
        return None
    altered = False
    there = set(pack_files(folder))
    for name in sorted(there | set(held.files)):
        if name not in there:
            findings.refuse(name, "", _("This file was taken out after the pack was signed."))
        elif name not in held.files:
            findings.refuse(name, "", _("This file was put in after the pack was signed."))
        elif not _is_as_signed(folder / name, held.files[name]):
            findings.refuse(name, "", _("This file was changed after the pack was signed."))
        else:
            continue
        altered = True
    return None if altered else held.publisher


def require_publisher(folder: Path, publisher: str) -> None:
    """Make sure that a pack is just as one publisher signed it.

    Args:
        folder: the pack.
        publisher: Ed25519 public key of the only publisher this station takes packs from, 64 hex digits.

    Raises:
        CampaignError: it is unsigned, another's, or changed since.
    """
    findings = Findings()
    signed_by = verify_signature(folder, findings)
    if errors := findings.errors():
        first = errors[0]
        raise CampaignError(
            _("This campaign is not as it was signed. {file}: {problem}", file=first.file, problem=first.text)
        )
    if signed_by is None:
        raise CampaignError(
            _("This campaign is not signed, and this station takes only what its publisher signed. Ask for that one.")
        )
    if signed_by != publisher:
        raise CampaignError(
            _("This campaign is signed by somebody else than this station’s publisher. Ask for the right one.")
        )


def pack_files(folder: Path) -> list[str]:
    """The names of a pack's files but its signature, sorted: ``campaign.toml``, and what lies in text and media."""
    names = [SETTINGS] if os.path.lexists(folder / SETTINGS) else []
    for place in (TEXT_FOLDER, MEDIA_FOLDER):
        try:
            names += [f"{place}/{entry.name}" for entry in os.scandir(folder / place)]
        except OSError:
            # No such folder, or one that nobody may look into: then the files in it count as taken out.
            continue
    return sorted(names)


def sum_of(path: Path) -> FileSum:
    """Size and hash of a file, read in pieces.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileSum(file.tell(), digest)


def _is_as_signed(path: Path, signed: FileSum) -> bool:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size != signed.bytes:
            return False
        return sum_of(path) == signed
    except OSError:
        return False


def _read(path: Path) -> _SignatureFile | None:
    """The signature, if it is whole and the publisher it names has signed it."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
        held = msgspec.json.decode(raw, type=_SignatureFile)
        if len(raw) > _MOST_BYTES or held.format != FORMAT:
            return None
        key = VerifyKey(bytes.fromhex(held.publisher))
        key.verify(text_to_sign(held.files), bytes.fromhex(held.signature))
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, BadSignatureError, ValueError, RecursionError):
        return None
    # One key, one spelling: fingerprints are made from it.
    return held if held.publisher == key.encode().hex() else None
