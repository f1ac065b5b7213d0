"""The film behind the notice and the quiet loop."""

from __future__ import annotations

from pathlib import Path

from outreach_app.campaign.folder import CAPTION_TYPES, FILM_TYPES, PICTURE_TYPES, PackFolder
from outreach_app.campaign.table import Table
from outreach_app.domain.campaign import Film, LoopEntry, LoopPart
from outreach_app.language import _

LONGEST_FILM_SECONDS = 3600
SHORTEST_STAND_SECONDS, LONGEST_STAND_SECONDS = 4, 120
"""How long a slide, a fact or the goal may stand on the attract screen: long enough to read, and then move on."""
_STANDS_SECONDS = 8
_MOST_ENTRIES = 40


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
        freshness=table.freshness(),
    )
    table.close()
    return film


def read_playlist(settings: Table, *, slides: int, has_loop: bool, has_goal: bool) -> tuple[LoopEntry, ...]:
    """The list ``[[playlist]]``; without one the film, every slide with a fact after it, and the goal."""
    if not settings.has("playlist"):
        film = [LoopEntry(LoopPart.FILM, 0)] if has_loop else []
        turns = [LoopEntry(LoopPart.SLIDES, _STANDS_SECONDS), LoopEntry(LoopPart.FACTS, _STANDS_SECONDS)] * slides
        return (*film, *turns, *([LoopEntry(LoopPart.GOAL, _STANDS_SECONDS)] if has_goal else []))
    entries = []
    for table in settings.tables("playlist"):
        part = table.one_of("part", LoopPart)
        if part is LoopPart.FILM and not has_loop:
            table.refuse("part", _("The pack has no quiet loop to play. Add the table loop, or take this out."))
        if part is LoopPart.GOAL and not has_goal:
            table.refuse("part", _("The pack names no goal. Add one, or take this out."))
        stands = 0
        if part is not LoopPart.FILM:
            stands = table.whole_number("seconds", SHORTEST_STAND_SECONDS, LONGEST_STAND_SECONDS)
        entries.append(LoopEntry(part, stands))
        table.close()
    if not 0 < len(entries) <= _MOST_ENTRIES:
        settings.refuse("playlist", _("This must be a list of 1 to {most} entries.", most=_MOST_ENTRIES))
    return tuple(entries)


def _media(table: Table, key: str, folder: PackFolder, types: frozenset[str]) -> Path:
    name = table.string(key)
    path = folder.media(name, types)
    if path is None:
        if name:
            known = ", ".join(sorted(types))
            table.refuse(key, _("The folder media holds no such file of the kind {known}.", known=known))
        return folder.root
    return path
