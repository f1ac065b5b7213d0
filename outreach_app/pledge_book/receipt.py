"""The office's signed receipt: it has a closed event's pledges, all of them, so the station may let go of its own."""

from __future__ import annotations

from pathlib import Path

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from outreach_app.errors import PledgeBookError
from outreach_app.language import _

FORMAT = "outreach-receipt-1"
SUFFIX = ".receipt"
_MOST_BYTES = 4096
_SIGNATURE_PREFIX = b"outreach receipt 1\n"


class Receipt(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the office says it has: the ids, counts and head of a book, as its closing slip has them."""

    format: str
    station: str
    event: str
    pledges: int
    withdrawn: int
    entries: int
    head: str
    signature: str


def write_receipt(receipt: Receipt, key: SigningKey) -> bytes:
    """The bytes of a receipt file, signed with the office's key."""
    signature = key.sign(_signed_text(receipt)).signature.hex()
    return write_text(msgspec.structs.replace(receipt, signature=signature))


def write_text(receipt: Receipt) -> bytes:
    """The bytes of a receipt file, with the signature it has."""
    return msgspec.json.encode(receipt, order="sorted") + b"\n"


def read_receipt(path: Path, verify_key: str) -> Receipt:
    """Read a receipt and check that the office of this enrolment signed it.

    Args:
        path: the file.
        verify_key: the enrolment's Ed25519 key, 64 hex digits.

    Raises:
        PledgeBookError: it cannot be read, is no receipt, or another office's.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise PledgeBookError(
            _("The receipt {file} cannot be read. Check the path and the stick.", file=path.name)
        ) from error
    try:
        receipt = msgspec.json.decode(data, type=Receipt)
        if len(data) > _MOST_BYTES or receipt.format != FORMAT:
            raise ValueError("not a receipt of this version")
        VerifyKey(bytes.fromhex(verify_key)).verify(_signed_text(receipt), bytes.fromhex(receipt.signature))
    except (msgspec.DecodeError, UnicodeDecodeError, BadSignatureError, ValueError) as error:
        raise PledgeBookError(
            _(
                "{file} is no receipt signed by this station’s office, so nothing was erased. "
                "Ask the office for the receipt again.",
                file=path.name,
            )
        ) from error
    return receipt


def _signed_text(receipt: Receipt) -> bytes:
    return _SIGNATURE_PREFIX + msgspec.json.encode(msgspec.structs.replace(receipt, signature=""), order="sorted")
