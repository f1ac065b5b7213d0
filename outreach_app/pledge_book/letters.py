"""Thirty-two letters that people can copy by hand: Douglas Crockford's base32, with a check letter of our own."""

from __future__ import annotations

from collections.abc import Iterable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, which makes 2 a generator of GF(32)


def spell(data: bytes) -> str:
    """Bytes as letters, five bits each; the length in bits must be a multiple of five, so 5, 10, 15 ... bytes."""
    bits = int.from_bytes(data, "big")
    count = len(data) * 8 // 5
    return "".join(ALPHABET[bits >> (5 * place) & 31] for place in reversed(range(count)))


def read(text: str) -> tuple[int, ...] | None:
    """The values of letters as a person typed them, or ``None`` if one is no letter of ours.

    Small letters, spaces and hyphens are fine; O is read as 0, I and L as 1.
    """
    values = tuple(_VALUES.get(letter, -1) for letter in text.upper() if letter not in " -\t\u2010\u2011\u2013")
    return None if -1 in values else values


def check_letter(values: Iterable[int]) -> str:
    """The letter that makes one wrong letter, or two neighbours that changed places, show.

    Each value is weighed with another power of 2 in GF(32), which tells up to 31 places apart.
    """
    total, weight = 0, 1
    for value in values:
        weight = _times(weight, 2)
        total ^= _times(value, weight)
    return ALPHABET[total]


def in_fours(letters: str) -> str:
    """Letters in groups of four, as ``ABCD-EFGH-JK``."""
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _FIELD_POLYNOMIAL
        right >>= 1
    return product
