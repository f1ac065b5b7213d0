"""Bech32 (BIP 173), the spelling of age's keys, for writing one from its 32 bytes and reading it back."""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_LETTERS = 6


def spell_bech32(prefix: str, data: bytes) -> str:
    """Bytes with a readable prefix and a checksum, in small letters, such as ``age1...``."""
    values = _regroup(data, 8, 5, pad=True)
    remainder = _polymod([*_expanded(prefix), *values, *([0] * _CHECK_LETTERS)]) ^ 1
    check = [remainder >> 5 * (_CHECK_LETTERS - 1 - place) & 31 for place in range(_CHECK_LETTERS)]
    return prefix + "1" + "".join(_LETTERS[value] for value in [*values, *check])


def read_bech32(text: str) -> tuple[str, bytes] | None:
    """The prefix and the bytes, or ``None`` where the text is no bech32 or its checksum does not fit."""
    prefix, one, letters = text.lower().rpartition("1")
    if not one or not prefix or any(letter not in _LETTERS for letter in letters):
        return None
    values = [_LETTERS.index(letter) for letter in letters]
    if len(values) < _CHECK_LETTERS or _polymod([*_expanded(prefix), *values]) != 1:
        return None
    return prefix, bytes(_regroup(values[:-_CHECK_LETTERS], 5, 8, pad=False))


def _expanded(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            if top >> place & 1:
                check ^= generator
    return check


def _regroup(values: bytes | list[int], from_bits: int, to_bits: int, *, pad: bool) -> list[int]:
    held = bits = 0
    out = []
    for value in values:
        held = (held << from_bits) | value
        bits += from_bits
        while bits >= to_bits:
            bits -= to_bits
            out.append(held >> bits & (1 << to_bits) - 1)
    if pad and bits:
        out.append(held << to_bits - bits & (1 << to_bits) - 1)
    return out
