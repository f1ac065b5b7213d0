"""Names on social networks, from ``legislators-social-media`` as JSON or YAML.

The published YAML is one flat shape: a list whose entries hold two maps, ``id`` and ``social``, of plain or quoted
words (519 entries in 2026). That shape is read here strictly, in a few milliseconds; any other YAML is refused with
its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import msgspec

from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators import fields
from outreach_app.legislators.csv_rows import located, read_text
from outreach_app.legislators.united_states.json_entries import read_entries
from outreach_app.legislators.united_states.members import Remarks

NETWORKS = ("twitter", "facebook", "instagram", "youtube", "mastodon", "threads", "bluesky")
"""Those whose public name is shown; the files also hold numbers for programs."""

_ENTRY = re.compile(r"- (\w+):")
_MAP = re.compile(r"  (\w+):")
_WORD = re.compile(r"    (\w+): +(?:'([^']*)'|\"([^\"\\]*)\"|([^\s'\"#&*!|>%@`{}\[\],][^#]*?))")
_Maps = dict[str, dict[str, str]]


class _Entry(msgspec.Struct):
    id: dict[str, object]
    social: dict[str, object]


def read_social_names(path: Path, names: dict[str, str], remarks: Remarks) -> dict[str, dict[str, str]]:
    """Names by network by member id, for the people in ``names`` (id to name).

    Raises:
        LegislatorsError: with file and line.
    """
    entries = _from_json(path) if path.suffix.lower() == ".json" else _from_yaml(path)
    found: dict[str, dict[str, str]] = {}
    for line, maps in entries:
        member = maps.get("id", {}).get("bioguide")
        if member is None:
            raise located(path.name, line, _("this entry names no bioguide id."))
        if member in found:
            raise located(path.name, line, _("the member {id} is in the list already.", id=member))
        found[member] = _usable(maps.get("social", {}), names[member], remarks) if member in names else {}
    return {member: handles for member, handles in found.items() if handles}


def _usable(social: dict[str, str], whose: str, remarks: Remarks) -> dict[str, str]:
    usable = {}
    for network in NETWORKS:
        try:
            handle = fields.handle(social.get(network, ""))
        except LegislatorsError as error:
            remarks.leave_out(whose, error)
            continue
        if handle is not None:
            usable[network] = handle
    return usable


def _from_json(path: Path) -> Iterator[tuple[int, _Maps]]:
    for line, entry in read_entries(path, _Entry):
        maps = {"id": entry.id, "social": entry.social}
        yield line, {name: {key: str(value) for key, value in words.items()} for name, words in maps.items()}


def _from_yaml(path: Path) -> Iterator[tuple[int, _Maps]]:
    """Each entry with the line where it begins."""
    start, maps, words = 0, cast(_Maps, {}), cast("dict[str, str] | None", None)
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        text = line.rstrip()
        if not text or text.lstrip().startswith("#"):
            continue
        if entry := _ENTRY.fullmatch(text):
            if maps:
                yield start, maps
            start, words = number, {}
            maps = {entry[1]: words}
        elif maps and (name := _MAP.fullmatch(text)) and name[1] not in maps:
            words = maps[name[1]] = {}
        elif words is not None and (word := _WORD.fullmatch(text)) and word[1] not in words:
            words[word[1]] = next(value for value in word.groups()[1:] if value is not None)
        else:
            raise located(path.name, number, _("this line is not of the shape of legislators-social-media.yaml."))
    if maps:
        yield start, maps
