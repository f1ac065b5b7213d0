"""What a pack may never hold: characters that hide or turn text, and links that hide where they lead."""

from __future__ import annotations

import re
from unicodedata import combining
from urllib.parse import urlsplit

from outreach_app.errors import Message
from outreach_app.language import _

# Control characters but the line feed; zero-width space and byte order mark; line and paragraph separators;
# bidirectional embeddings, overrides and isolates; tag characters. Joiners and the two plain direction marks stay,
# because Arabic, Persian and Hebrew are written with them.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
MOST_MARKS = 8
"""Marks on one letter: Hebrew with its cantillation takes four or five, most writings two."""
_HOST = re.compile(
    r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE
)
_ADDRESS_CHARACTERS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def unseen_character(text: str) -> str | None:
    """The code point of the first character nobody can see, as ``U+202E``; ``None`` if every one can be seen."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def heaps_marks(text: str) -> bool:
    """Whether more marks stand on one letter than any writing needs, so that they would cover the lines around it."""
    if text.isascii():
        return False
    run = 0
    for character in text:
        run = run + 1 if combining(character) else 0
        if run > MOST_MARKS:
            return True
    return False


def fault_of_link(url: str) -> Message | None:
    """Why an address may not stand in a pack; ``None`` if it may.

    Only https, to a host with a name. A name in other letters must be written as punycode, so that people read
    where the link truly leads.
    """
    if not url.startswith("https://"):
        return _("A link starts with https:// and no other way.")
    if not _ADDRESS_CHARACTERS.fullmatch(url):
        return _("The link holds a character that no address has. Write other letters as punycode or percent signs.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return _("This is no web address. Copy it again from the browser.")
    if "@" in parts.netloc:
        return _("A link may not hold a user name before its host.")
    if port is not None:
        return _("A link may not name a port.")
    if not _HOST.fullmatch(host):
        return _("A link names its host in letters, such as www.example.org, and never by number.")
    return None
