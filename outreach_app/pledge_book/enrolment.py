"""The enrolment: the public things an office hands to its stations, and their fingerprints.

Made at the office by ``outreach keys new``, copied to each station at set-up, pinned there, and never part of a
campaign pack: whoever writes a film must not be able to choose who reads the pledges.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from outreach_app.errors import SealingError
from outreach_app.language import _
from outreach_app.pledge_book.bech32 import spell_bech32
from outreach_app.pledge_book.letters import in_fours, spell
from outreach_app.pledge_book.sealing import Sealer

FORMAT = "outreach-enrolment-1"
_MOST_BYTES = 16_384
_KEY_HEX_DIGITS = 64
_LOCKED_KEYS = (b"age-encryption.org/", b"-----BEGIN AGE ")


@dataclass(frozen=True)
class Enrolment:
    """What a station knows of its office. All of it is public.

    Attributes:
        label: the office's name for itself, such as "Office".
        recipients: two or more age X25519 recipients: the office first, then its recovery key on paper.
        verify_key: Ed25519 public key that receipts are signed with, 64 hex digits.
        publisher: Ed25519 public key that campaign packs must be signed with, 64 hex digits; ``None`` for any pack.
    """

    label: str
    recipients: tuple[str, ...]
    verify_key: str
    publisher: str | None = None

    @property
    def fingerprint(self) -> str:
        """Sixteen letters over all of it, to compare with the printed sheet, as ``ABCD-EFGH-JKMN-PQRS``."""
        return _fingerprint_of(_encoded(self))

    def fingerprints(self) -> dict[str, str]:
        """A fingerprint for each key, by what it is for: ``office``, ``recovery``, ``receipts``, ``publisher``."""
        names = ["office", "recovery", *(f"recovery {number}" for number in range(2, len(self.recipients)))]
        keys = {name: fingerprint_of_key(key) for name, key in zip(names, self.recipients, strict=True)}
        keys["receipts"] = fingerprint_of_key(self.verify_key)
        if self.publisher is not None:
            keys["publisher"] = fingerprint_of_key(self.publisher)
        return keys


class _EnrolmentFile(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    format: str
    label: str
    recipients: tuple[str, ...]
    verify_key: str
    publisher: str | None = None


def read_enrolment(path: Path) -> Enrolment:
    """Read an enrolment file and check every key in it.

    Raises:
        SealingError: it cannot be read, is no enrolment, or names a key that pledges cannot be sealed for.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise SealingError(
            _("The enrolment file {file} cannot be read. Check the path and the stick.", file=path.name)
        ) from error
    if data.startswith(_LOCKED_KEYS):
        raise SealingError(
            _(
                "{file} holds locked keys, whatever its name says, and no enrolment. Lock it away from the table, and "
                "ask the office for its enrolment file.",
                file=path.name,
            )
        )
    refused = SealingError(
        _("{file} is not a whole enrolment file. Ask the office for a new copy of it.", file=path.name)
    )
    if len(data) > _MOST_BYTES:
        raise refused
    try:
        held = msgspec.json.decode(data, type=_EnrolmentFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise refused from error
    keys = [held.verify_key] if held.publisher is None else [held.verify_key, held.publisher]
    if held.format != FORMAT or not all(_is_key(key) for key in keys):
        raise refused
    Sealer(held.recipients)
    return Enrolment(held.label, held.recipients, held.verify_key, held.publisher)


def encode_enrolment(enrolment: Enrolment) -> bytes:
    """The bytes of an enrolment file, a few lines of JSON.

    Raises:
        SealingError: its recipients cannot be sealed for.
    """
    Sealer(enrolment.recipients)
    return msgspec.json.format(_encoded(enrolment), indent=2) + b"\n"


def fingerprint_of_key(key: str) -> str:
    """Sixteen letters for one public key as it is written in the enrolment."""
    return _fingerprint_of(key.encode("ascii"))


def throwaway_recipients(random_bytes: Callable[[int], bytes]) -> tuple[str, str]:
    """Two recipients that nobody holds a secret for, so that a demo's pledges can be opened by nobody.

    Each is a random X25519 public key. Its secret would have to be computed from it, which nobody can.
    """
    return spell_bech32("age", random_bytes(32)), spell_bech32("age", random_bytes(32))


def _encoded(enrolment: Enrolment) -> bytes:
    held = _EnrolmentFile(FORMAT, enrolment.label, enrolment.recipients, enrolment.verify_key, enrolment.publisher)
    return msgspec.json.encode(held, order="sorted")


def _fingerprint_of(data: bytes) -> str:
    return in_fours(spell(hashlib.sha256(data).digest()[:10]))


def _is_key(text: str) -> bool:
    return len(text) == _KEY_HEX_DIGITS and all(digit in "0123456789abcdef" for digit in text)
