"""What a starter pack holds in the author's place, found again so that none of it reaches a visitor unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from outreach_app.campaign.folder import PackFolder
from outreach_app.campaign.names import SETTINGS
from outreach_app.campaign.problems import Findings
from outreach_app.language import _

_MARK = re.compile(r"\[\[.*?\]\]", re.DOTALL)
# Hosts that are kept for examples and lead nowhere (RFC 2606).
_EXAMPLE = re.compile(r"https://([a-z0-9-]+\.)*example\.(org|com|net)(/|$)", re.IGNORECASE)


def note_placeholders(folder: Path, languages: Iterable[str], findings: Findings) -> None:
    """Note each text in double square brackets and each link to a host that exists for examples alone."""
    # What cannot be read was noted when the pack was read.
    files = PackFolder(folder, Findings())
    for name in (SETTINGS, *(f"text/{code}.toml" for code in languages)):
        for key, text in _texts(files.toml(name) or {}):
            if _MARK.search(text):
                findings.warn(name, key, _("This is still the starter's placeholder. Write your own."))
            elif _EXAMPLE.match(text):
                findings.warn(name, key, _("This address is an example and leads nowhere. Put your own."))


def _texts(tables: object) -> Iterator[tuple[str, str]]:
    """Every text with its dotted key, in order. A loop, because a file may nest deeper than calls may."""
    waiting: list[tuple[str, object]] = [("", tables)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            inside = [(f"{key}.{name}" if key else name, item) for name, item in value.items()]
            waiting += reversed(inside)
        elif isinstance(value, list):
            waiting += reversed([(_place_in_list(key, number, item), item) for number, item in enumerate(value, 1)])


def _place_in_list(key: str, number: int, item: object) -> str:
    """``facts.duty`` where an entry has a name of its own, as in the sentences of a check, else ``slides[2]``."""
    name = item.get("id") if isinstance(item, dict) else None
    return f"{key}.{name}" if isinstance(name, str) else f"{key}[{number}]"
