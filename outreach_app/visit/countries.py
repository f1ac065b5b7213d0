"""Countries as people write them, and the two letters they are kept as."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_ALSO = {"usa": "US", "us of a": "US", "america": "US", "estados unidos de america": "US", "eeuu": "US", "uk": "GB"}
"""What people write that no list of names holds."""


def country_code(typed: str, languages: Iterable[str]) -> str | None:
    """The ISO 3166 code of a country named in one of these languages, in English, or by the code itself.

    Returns:
        two capital letters; ``None`` where no country is meant.
    """
    # Imported here: few campaigns ask for a country, and the names of 250 take a while to read.
    from babel import Locale

    wanted = _plain(typed)
    if not wanted:
        return None
    for language in (*languages, "en"):
        for code, name in Locale.parse(language.replace("-", "_")).territories.items():
            if _is_country(code) and wanted in (_plain(name), code.lower()):
                return str(code)
    return _ALSO.get(wanted)


def _is_country(code: str) -> bool:
    """Whether a code of the list is a country's: not a continent's number, nor one of the codes kept for other uses."""
    return len(code) == 2 and code not in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}


def _plain(name: str) -> str:
    """A name without accents, stops and capitals."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter if letter.isalnum() or letter.isspace() else "" for letter in apart)
    return " ".join(kept.split())
