"""The hosts most people's addresses end in, for a hurried finger that missed one letter of them.

What is found is only ever asked about: small hosts are real, and nobody's true address may be refused or changed.
"""

from __future__ import annotations

_COMMON = (
    "gmail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "live.com",
    "aol.com",
    "msn.com",
    "comcast.net",
    "verizon.net",
    "sbcglobal.net",
    "att.net",
    "protonmail.com",
)
_REAL = frozenset({"mail.com", "ymail.com", "email.com", "gmx.com", "hotmail.co", "live.co", "art.net", "at.net"})
"""One letter from a common one, and somebody's own."""

_SLIPS_OF_COM = frozenset({"con", "cmo", "ocm", "vom", "xom", "cim", "comm", "coom", "copm"})
"""Endings that no address has, beside the keys of the one most have."""


def likely_host(host: str) -> str | None:
    """The host that was probably meant, or ``None`` where this one may well be right.

    Args:
        host: what stands after the @, in small letters.
    """
    if host in _COMMON or host in _REAL:
        return None
    name, _stop, ending = host.rpartition(".")
    mended = f"{name}.com" if ending in _SLIPS_OF_COM else host
    near = next((common for common in _COMMON if _is_one_slip_apart(mended, common)), mended)
    return near if near != host else None


def _is_one_slip_apart(typed: str, meant: str) -> bool:
    """Whether one letter is missing, too many, another, or changed places with the next."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    same = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), None)
    if same is None:
        return True
    left, right = typed[same:], meant[same:]
    is_swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return is_swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
