"""A ``.pledges`` file: a book's entries as newline-delimited JSON, each with its ciphertext, the signed end last.

Each line is ``{"entry":LINE}`` or ``{"entry":LINE,"sealed":"BASE64"}``, spelt in exactly one way. Read as hostile: one
line at a time, each of limited length, nothing believed that the chain does not bear out.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

import msgspec

from outreach_app.pledge_book.chain import Chain, ChainBroken, Entry, Flaw, Pledged, StaffDid

SUFFIX = ".pledges"
MOST_SEALED_BYTES = 8192
_MOST_LINE_BYTES = 20_000


class _PackLine(msgspec.Struct, forbid_unknown_fields=True):
    entry: msgspec.Raw
    sealed: str | None = None


@dataclass(frozen=True)
class PackEntry:
    """One entry of a pack that follows from those before it. ``sealed``: the ciphertext beside it, if any."""

    entry: Entry
    hash: str
    sealed: bytes | None


def pack_line(line: bytes, sealed: bytes | None) -> bytes:
    """One line of a pack, with its line end."""
    if sealed is None:
        return b'{"entry":' + line + b"}\n"
    return b'{"entry":' + line + b',"sealed":"' + base64.b64encode(sealed) + b'"}\n'


def pack_line_bytes(line: int, sealed: int | None) -> int:
    """How long that line is, from the lengths of what goes into it."""
    if sealed is None:
        return len(pack_line(b"", None)) + line
    return len(pack_line(b"", b"")) + line + (sealed + 2) // 3 * 4


def read_pack(file: BinaryIO, chain: Chain) -> Iterator[PackEntry]:
    """Every entry of a pack in turn, each checked against all before it; ``chain`` is followed on the way.

    Nothing may be believed before the last entry was given out without an error: only the signature at the end
    vouches for those after the last checkpoint.

    Raises:
        ChainBroken: what is wrong, and at which entry.
    """
    missing: dict[int, int] = {}
    present: set[int] = set()
    while data := file.readline(_MOST_LINE_BYTES):
        line, sealed = _read_line(data, chain.entries)
        seq = chain.entries
        entry = chain.follow(line)
        _check_sealed(entry, sealed, seq)
        if isinstance(entry, Pledged):
            if sealed is None:
                missing[entry.number] = seq
            else:
                present.add(entry.number)
        yield PackEntry(entry, chain.head, sealed)
    if not chain.ends_signed:
        raise ChainBroken(Flaw.TRUNCATED, chain.entries, "the file stops before its signed end")
    for number, seq in missing.items():
        if number not in chain.withdrawn:
            raise ChainBroken(Flaw.GAP, seq, "its sealed pledge is missing, and nobody took it back")
    if returned := present & chain.withdrawn:
        raise ChainBroken(Flaw.ALTERED, chain.entries, f"pledge {min(returned)} was taken back but is still there")


def _read_line(data: bytes, seq: int) -> tuple[bytes, bytes | None]:
    if not data.endswith(b"\n"):
        if len(data) == _MOST_LINE_BYTES:
            raise ChainBroken(Flaw.DAMAGED, seq, "its line is longer than any this program writes")
        raise ChainBroken(Flaw.TRUNCATED, seq, "the file stops in the middle of a line")
    try:
        held = msgspec.json.decode(data, type=_PackLine)
        sealed = None if held.sealed is None else base64.b64decode(held.sealed, validate=True)
    except (msgspec.DecodeError, UnicodeDecodeError, binascii.Error, ValueError, RecursionError) as error:
        raise ChainBroken(Flaw.DAMAGED, seq, "its line cannot be read") from error
    line = bytes(held.entry)
    if pack_line(line, sealed) != data or (sealed is not None and len(sealed) > MOST_SEALED_BYTES):
        raise ChainBroken(Flaw.DAMAGED, seq, "its line is not spelt in the one allowed way")
    return line, sealed


def _check_sealed(entry: Entry, sealed: bytes | None, seq: int) -> None:
    match entry:
        case Pledged() | StaffDid():
            if sealed is not None and sha256(sealed).hexdigest() != entry.sealed:
                raise ChainBroken(Flaw.ALTERED, seq, "what is sealed beside it was changed")
            if sealed is None and isinstance(entry, StaffDid):
                raise ChainBroken(Flaw.GAP, seq, "what was sealed beside it is missing")
        case _ if sealed is not None:
            raise ChainBroken(Flaw.ALTERED, seq, "something sealed lies beside it that does not belong there")
