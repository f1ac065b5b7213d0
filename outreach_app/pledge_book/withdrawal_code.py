"""The code that takes a pledge back: shown once, kept nowhere but as a hash."""

from __future__ import annotations

import hashlib

from outreach_app.domain.pledge import WithdrawalCode
from outreach_app.errors import CodeNotKnown
from outreach_app.language import _
from outreach_app.pledge_book.letters import ALPHABET, check_letter, in_fours, read, spell

CODE_BYTES = 10
"""Eighty random bits: too many to guess, few enough to copy by hand."""

_LETTERS = CODE_BYTES * 8 // 5
_TAG_PREFIX = b"outreach withdrawal 1\n"


def code_from(random: bytes) -> WithdrawalCode:
    """The code that stands for ten random bytes, as ``XXXX-XXXX-XXXX-XXXX-X``."""
    letters = spell(random)
    return WithdrawalCode(in_fours(letters + check_letter(ALPHABET.index(letter) for letter in letters)))


def withdrawal_tag(code: str) -> str:
    """What a book keeps of a code: 64 hex digits that lead back to nothing.

    Args:
        code: as a person typed it; small letters, spaces and look-alikes (O for 0) are fine.

    Raises:
        CodeNotKnown: it has the wrong length, a wrong letter, or its check letter does not fit.
    """
    values = read(code)
    if values is None or len(values) != _LETTERS + 1:
        raise CodeNotKnown(
            _("A withdrawal code has 17 letters and digits, such as 0000-0000-0000-0000-0. Look at the slip again.")
        )
    letters, check = values[:-1], values[-1]
    if ALPHABET.index(check_letter(letters)) != check:
        raise CodeNotKnown(_("One letter of this code is not right. Compare it with the slip, letter by letter."))
    plain = "".join(ALPHABET[value] for value in letters)
    return hashlib.sha256(_TAG_PREFIX + plain.encode("ascii")).hexdigest()
