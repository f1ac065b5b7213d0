"""What may stand in a field: one check for each kind, used by every importer.

Each takes the text of a field and gives the value, ``None`` for an empty one, or raises
:class:`~outreach_app.errors.LegislatorsError` with a sentence that the reader completes with file and line.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit

from outreach_app.errors import LegislatorsError
from outreach_app.language import _

LONGEST_LINK_BYTES = 152
"""What a QR code of version 8 at level M holds (ISO/IEC 18004, table 7)."""

_NORTH_AMERICA = frozenset({"us", "ca"})
_YES = frozenset({"", "yes", "true", "1"})
_NO = frozenset({"no", "false", "0"})


def plain_text(text: str) -> str | None:
    """A line of text with its spaces tidied."""
    tidy = " ".join(text.split())
    if any(unicodedata.category(character) == "Cc" for character in tidy):
        raise LegislatorsError(_("there is a control character in the text."))
    return tidy or None


def required(value: str | None, column: str) -> str:
    """A field that may not be empty."""
    if value is None:
        raise LegislatorsError(_("the column {column} may not be empty.", column=column))
    return value


def link(text: str) -> str | None:
    """A web address: https, with a host, and short enough for a code that scans."""
    text = text.strip()
    if not text:
        return None
    try:
        parts = urlsplit(text)
        host, has_user = parts.hostname, "@" in parts.netloc
    except ValueError:
        parts, host, has_user = urlsplit(""), None, False
    if parts.scheme != "https" or not host or "." not in host or has_user:
        raise LegislatorsError(_("{link} is no https web address.", link=text[:200]))
    if not text.isascii() or not text.isprintable() or " " in text:
        raise LegislatorsError(_("the web address {link} holds a space or a letter that has to be encoded.", link=text))
    if len(text) > LONGEST_LINK_BYTES:
        raise LegislatorsError(
            _("the web address {link} is longer than {most} letters.", link=text, most=LONGEST_LINK_BYTES)
        )
    return text


def phone(text: str, country: str) -> str | None:
    """A telephone number: ten digits in North America; elsewhere 5 to 15 digits, with ``+`` if it was given."""
    text = text.strip()
    if not text:
        return None
    digits = re.sub(r"[\s().\u2010-\u2013-]+", "", text)
    if country in _NORTH_AMERICA:
        found = re.fullmatch(r"(?:\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})", digits)
        if found:
            return found[1]
    elif re.fullmatch(r"\+?[0-9]{5,15}", digits):
        return digits
    raise LegislatorsError(_("{phone} is no telephone number.", phone=text[:40]))


def day(text: str) -> date | None:
    """A date written as 2027-01-03."""
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise LegislatorsError(_("there is no day {day}.", day=text)) from error
    raise LegislatorsError(_("{day} is no date; write it as 2027-01-03.", day=text[:40]))


def share(text: str) -> float | None:
    """A share from 0 to 1."""
    text = text.strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise LegislatorsError(_("{share} is no share; write a number from 0 to 1.", share=text[:40]))
    return value


def yes_or_no(text: str) -> bool:
    """Yes or no; empty means yes."""
    word = text.strip().lower()
    if word in _YES | _NO:
        return word in _YES
    raise LegislatorsError(_("{word} is neither yes nor no.", word=text[:40]))


def slug(text: str) -> str | None:
    """A name for programs, such as ``senator`` or ``special-election``: small letters, digits and hyphens."""
    text = text.strip()
    if text and not re.fullmatch(r"[a-z][a-z0-9-]*", text):
        raise LegislatorsError(_("{word} should be small letters, digits and hyphens.", word=text[:40]))
    return text or None


def division(text: str) -> str | None:
    """An Open Civic Data division id; only its ``/`` means anything here."""
    text = text.strip()
    if text and not re.fullmatch(r"[^\s/]+(/[^\s/]+)*", text):
        raise LegislatorsError(_("{division} is no division id.", division=text[:200]))
    return text or None


def postcode(text: str) -> str:
    """A postcode of the table of areas: capitals and digits, at its end perhaps ``*``; spaces and hyphens go."""
    key = text.upper().replace(" ", "").replace("-", "")
    if not re.fullmatch(r"[0-9A-Z]+\*?|\*", key):
        raise LegislatorsError(_("{postcode} is no postcode.", postcode=text[:40]))
    return key


def handle(text: str) -> str | None:
    """A name on a social network, without its ``@``."""
    name = text.strip().removeprefix("@")
    if name and not re.fullmatch(r"[A-Za-z0-9._@-]{1,100}", name):
        raise LegislatorsError(_("{handle} is no name on a social network.", handle=text[:40]))
    return name or None
