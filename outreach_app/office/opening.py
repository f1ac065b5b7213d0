"""Opening what was sealed: the only module that touches age's secrets."""

from __future__ import annotations

from pyrage import DecryptError, IdentityError, decrypt, passphrase, x25519

from outreach_app.errors import OpeningError
from outreach_app.language import _


class Opener:
    """One secret key, able to open what was sealed for it.

    Args:
        secret: an age X25519 secret key, ``AGE-SECRET-KEY-1`` and 58 letters.

    Raises:
        OpeningError: it is no such key.
    """

    def __init__(self, secret: str) -> None:
        try:
            self._identity = x25519.Identity.from_str(secret)
        except IdentityError as error:
            raise OpeningError(
                _("This is not a whole secret key. Compare it with the sheet, letter by letter.")
            ) from error

    @property
    def recipient(self) -> str:
        """The public half, as it stands in an enrolment."""
        return str(self._identity.to_public())

    def open(self, sealed: bytes) -> bytes | None:
        """What is inside an age file, or ``None`` where this key does not open it or it was changed."""
        try:
            return bytes(decrypt(sealed, [self._identity]))
        except DecryptError:
            return None


def new_secret() -> str:
    """A new age X25519 secret key."""
    return str(x25519.Identity.generate())


def wrap(text: str, words: str) -> bytes:
    """Text locked with a passphrase (age's scrypt, about a second of work), as an armoured age file."""
    return bytes(passphrase.encrypt(text.encode(), words, armored=True))


def unwrap(data: bytes, words: str) -> str:
    """The text that :func:`wrap` locked.

    Raises:
        OpeningError: the passphrase does not fit, or the file is not whole.
    """
    try:
        return bytes(passphrase.decrypt(data, words)).decode()
    except (DecryptError, UnicodeDecodeError) as error:
        raise OpeningError(
            _(
                "The key file does not open. Either the passphrase is another one, or the file is not whole. "
                "Try again, or take the copy of the file that you keep elsewhere."
            )
        ) from error
