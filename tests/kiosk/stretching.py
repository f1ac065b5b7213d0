"""A language nobody speaks: English with accents and two fifths longer, to find layouts that only English fits."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog

from tests.test_language import refresh

CODE = "en-XA"
STRETCH = 0.4
_KEPT = re.compile(r"(\{\w+\}|\*\*|\n)")
_ACCENTED = str.maketrans("aeiounycAEIOUNYC", "áéíóúñýçÁÉÍÓÚÑÝÇ")


def stretched(text: str) -> str:
    """A sentence with accents and with more words at its end, its blanks, stars and line breaks kept.

    What grows is the number of words, as in a translation, and the longest of them a little.
    """
    parts = [part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(text)]
    filling, wanted = "", round(len(_KEPT.sub("", text)) * STRETCH)
    while len(filling) < wanted:
        filling += " lôngér" if wanted - len(filling) >= 6 else "ø"
    return "".join(parts) + filling


def write_catalogue(locale_folder: Path) -> None:
    """Write the compiled catalogue of that language, made from the sentences of the code as they are now."""
    catalog = Catalog(locale="en")
    for message in refresh.sentences():
        if message.id:
            several = isinstance(message.id, tuple)
            catalog.add(message.id, tuple(map(stretched, message.id)) if several else stretched(message.id))
    target = locale_folder / CODE / "LC_MESSAGES" / "outreach.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(refresh.as_mo(catalog))
