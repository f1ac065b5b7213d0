"""The film behind the notice and the quiet loop."""

from __future__ import annotations

from pathlib import Path

from outreach_app.campaign.folder import CAPTION_TYPES, FILM_TYPES, PICTURE_TYPES, PackFolder
from outreach_app.campaign.table import Table
from outreach_app.domain.campaign import Film
from outreach_app.language import _

LONGEST_FILM_SECONDS = 3600


def read_film(settings: Table, key: str, folder: PackFolder, languages: tuple[str, ...]) -> Film | None:
    """The table ``[film]`` or ``[loop]``; ``None`` if the pack has none."""
    if not settings.has(key):
        return None
    table = settings.table(key)
    captions = table.table("captions")
    by_language = {}
    for language in captions.every_key():
        if language not in languages:
            captions.refuse(language, _("The campaign is not written in this language."))
        by_language[language] = _media(captions, language, folder, CAPTION_TYPES)
    film = Film(
        path=_media(table, "file", folder, FILM_TYPES),
        seconds=table.whole_number("seconds", 1, LONGEST_FILM_SECONDS),
        captions=by_language,
        poster=_media(table, "poster", folder, PICTURE_TYPES) if table.has("poster") else None,
    )
    table.close()
    return film


def _media(table: Table, key: str, folder: PackFolder, types: frozenset[str]) -> Path:
    name = table.string(key)
    path = folder.media(name, types)
    if path is None:
        if name:
            known = ", ".join(sorted(types))
            table.refuse(key, _("The folder media holds no such file of the kind {known}.", known=known))
        return folder.root
    return path
