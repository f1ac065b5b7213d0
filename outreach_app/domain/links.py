"""Addresses as a phone scans them and as a person reads them."""

from __future__ import annotations

from urllib.parse import urlsplit


def readable_address(url: str) -> str:
    """A web address without what nobody types: scheme, ``www.`` and a closing slash.

    What stays leads to the same page when typed into a phone, so it may stand under the code.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return url
    rest = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return parts.netloc.removeprefix("www.") + rest


def dialling_code(phone: str) -> str:
    """The ``tel:`` address of a phone number: its digits, with ``+1`` before ten of them (North America)."""
    digits = "".join(character for character in phone if character.isdigit())
    if len(digits) == 10:
        return f"tel:+1{digits}"
    if len(digits) == 11 and digits.startswith("1"):
        return f"tel:+{digits}"
    return f"tel:{digits}"


def readable_phone(phone: str) -> str:
    """A North American number as ``202-224-3121``; any other as it was given."""
    digits = "".join(character for character in phone if character.isdigit())
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else phone
