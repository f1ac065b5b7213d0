"""Signing a campaign pack with the office's key, so that stations can tell it from any other."""

from __future__ import annotations

from nacl.signing import SigningKey


class OfficeSigner:
    """The office as the publisher of a pack.

    Args:
        key: the office's signing key, from its opened key file.
    """

    def __init__(self, key: SigningKey) -> None:
        self._key = key

    @property
    def publisher(self) -> str:
        """The office's public key, 64 hex digits, as its enrolment names it."""
        return self._key.verify_key.encode().hex()

    def sign(self, text: bytes) -> str:
        """The office's signature of a text, in hex digits."""
        return self._key.sign(text).signature.hex()
